import { InputError } from '../../kernel/command/errors.js';
import { normalise } from '../../kernel/words/folding.js';
import { findSource } from '../../sales/process/stages.js';
import type { Customer } from '../../store/schema/row-types.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { sourceName } from './source-name.js';

/** Facts of a customer that a call says, as words. */
export interface SaidFacts {
  industry?: string | undefined;
  region?: string | undefined;
  source?: string | undefined;
  website?: string | undefined;
}

/** What a call changes of a customer's facts: the patch, each change in words, and whether it overwrites anything. */
export interface FactChange {
  patch: Partial<Pick<Customer, 'industry' | 'region' | 'facts'>>;
  words: string[];
  overwrites: boolean;
}

/** Reads the facts that a call says of a customer. Throws InputError for a source that the company does not have. */
export function customerFactsSaid(ctx: Context, customer: Customer, said: SaidFacts): FactChange {
  const t = textsIn(ctx.locale).upkeep;
  const none = textsIn(ctx.locale).common.none;
  const change: FactChange = { patch: {}, words: [], overwrites: false };
  const note = (fact: keyof SaidFacts, before: string | null, after: string) => {
    change.words.push(t.factSet(t.fact[fact], before ?? none, after));
    if (before !== null && before !== after) change.overwrites = true;
  };
  for (const fact of ['industry', 'region'] as const) {
    const value = normalise(said[fact] ?? '').trim();
    if (value === '') continue;
    change.patch[fact] = value;
    note(fact, customer[fact], value);
  }
  const facts: Record<string, string> = {};
  if (said.source !== undefined) {
    const source = sourceSaid(ctx, said.source);
    facts.source = source.key;
    note('source', sourceName(ctx, customer.facts.source), source.name);
  }
  if (said.website !== undefined) {
    facts.website = said.website.replace(/[,，。]$/u, '');
    note('website', customer.facts.website ?? null, facts.website);
  }
  if (Object.keys(facts).length > 0) change.patch.facts = { ...customer.facts, ...facts };
  return change;
}

function sourceSaid(ctx: Context, words: string): { key: string; name: string } {
  const t = textsIn(ctx.locale).upkeep;
  const found = findSource(ctx.process, words);
  if (found.kind === 'one') return { key: found.item.key, name: found.item.name[ctx.locale] };
  const known = formatsIn(ctx.locale).list(ctx.process.sources.map(({ name }) => name[ctx.locale]));
  throw new InputError('source', t.unknownSource(words, known), t.sourceExample);
}
