import type { Lookup } from '../../kernel/command/command.js';
import { ChooseError, InputError } from '../../kernel/command/errors.js';
import { foldWords } from '../../kernel/words/folding.js';
import { settingsOf } from '../../sales/process/process-settings.js';
import { findLossReason, findPipeline, findStage, isStage, openStages } from '../../sales/process/stages.js';
import { type FoundNames, findNamed } from '../../sales/words/find-named.js';
import { type ByLanguage, formatsIn, textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { lossReasonTold } from '../words/loss-reason-told.js';

import { mostOffered } from './most-offered.js';

/** Most entries that a picker shows. */
const mostFound = 20;

interface Item {
  key: string;
  name: ByLanguage;
}

function chosen<T extends Item>(
  ctx: Context,
  found: FoundNames<T>,
  all: readonly T[],
  said: { field: string; words: string; none(all: string): string; which: string; offersAll?: boolean },
): string {
  if (found.kind === 'one') return found.item.key;
  const name = (item: T) => item.name[ctx.locale];
  const optionsOf = (items: readonly T[]) => items.map((item) => ({ label: name(item), value: item.key }));
  if (found.kind === 'none') {
    const none = said.none(formatsIn(ctx.locale).list(all.map(name)));
    if (said.offersAll) throw new ChooseError(said.field, none, optionsOf(all), said.words);
    throw new InputError(said.field, none);
  }
  throw new ChooseError(said.field, said.which, optionsOf(found.items.slice(0, mostOffered)), said.words);
}

export const stageLookup: Lookup<Context> = {
  async find(words, ctx, field) {
    const t = textsIn(ctx.locale).lookup;
    const [main, ...others] = ctx.process.pipelines.map((pipeline) => findStage(pipeline, words));
    const elsewhere = others.filter((found) => found.kind === 'one');
    // Several pipelines use the name: the act later takes the stage of its deal's pipeline.
    if (elsewhere.length > (main?.kind === 'one' ? 0 : 1)) return words;
    const found = elsewhere[0] ?? main ?? { kind: 'none' };
    const all = ctx.process.pipelines.flatMap((pipeline) => pipeline.stages);
    return chosen(ctx, found, all, {
      field,
      words,
      none: (names) => t.noStage(words, names),
      which: t.whichStage(words),
    });
  },
  knows: async (words, ctx) => isStage(ctx.process, words),
  choices: async (ctx) =>
    openStages(ctx.process).map((one) => ({ label: one.name[ctx.locale], value: one.key })),
};

export const pipelineLookup: Lookup<Context> = {
  async find(words, ctx, field) {
    const t = textsIn(ctx.locale).lookup;
    return chosen(ctx, findPipeline(ctx.process, words), ctx.process.pipelines, {
      field,
      words,
      none: (all) => t.noPipeline(words, all),
      which: t.whichPipeline(words),
    });
  },
  knows: async (words, ctx) => findPipeline(ctx.process, words).kind === 'one',
  choices: async (ctx) =>
    ctx.process.pipelines.map((one) => ({ label: one.name[ctx.locale], value: one.key })),
};

/** Looks up a rule by name or part of it; the value is the name in the speaker's language. */
export const ruleLookup: Lookup<Context> = {
  async find(words, ctx, field) {
    const t = textsIn(ctx.locale).rule;
    const all = settingsOf(ctx.process).map((setting) => ({ ...setting, key: setting.name[ctx.locale] }));
    const found = findNamed(all, words);
    if (found.kind === 'none') throw new InputError(field, t.unknown(words), t.ruleExample);
    return chosen(ctx, found, all, { field, words, none: () => t.unknown(words), which: t.which(words) });
  },
  knows: async (words, ctx) => findNamed(settingsOf(ctx.process), words).kind !== 'none',
  async search(words, ctx) {
    const all = settingsOf(ctx.process).map((setting) => setting.name[ctx.locale]);
    const fits = all.filter((name) => foldWords(name).includes(foldWords(words)));
    return fits.slice(0, mostFound).map((name) => ({ label: name, value: name }));
  },
};

/** Looks up an SOP step by key or name; the same name may stand for several keys, of which the deal's stage tells one. */
export const stepLookup: Lookup<Context> = {
  async find(words, { process }) {
    const steps = process.pipelines.flatMap(({ stages }) => stages.flatMap((stage) => stage.steps));
    const said = foldWords(words);
    const keys = steps.flatMap(({ key, name }) =>
      [key, ...Object.values(name)].some((one) => foldWords(one) === said) ? [key] : [],
    );
    const [only, ...others] = new Set(keys);
    return only !== undefined && others.length === 0 ? only : words;
  },
  knows: async () => false,
};

export const lossReasonLookup: Lookup<Context> = {
  async find(words, ctx, field) {
    const t = textsIn(ctx.locale).lookup;
    const told = lossReasonTold(ctx, words);
    if (told) return told;
    return chosen(ctx, findLossReason(ctx.process, words), ctx.process.lossReasons, {
      field,
      words,
      none: () => t.noReason(words),
      offersAll: true,
      which: t.whichReason(words),
    });
  },
  knows: async (words, ctx) => findLossReason(ctx.process, words).kind !== 'none',
  choices: async (ctx) =>
    ctx.process.lossReasons.map((one) => ({ label: one.name[ctx.locale], value: one.key })),
};
