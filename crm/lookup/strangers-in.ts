import { foldWords } from '../../kernel/words/folding.js';
import { namesInPlace } from '../../language/names/strangers.js';
import { listPeople } from '../../store/people/person-queries.js';
import { everyWording } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { readableCalled } from '../access/readable.js';
import { customersNamedIn } from './customers-named-in.js';
import { ownDealsIn } from './deal-names.js';

/**
 * Lists the names in a sentence that stand for a customer or a person whom the speaker's records do not know: words that name
 * such a one are never about the record that was shown last.
 */
export async function strangersIn(ctx: Context, words: string): Promise<string[]> {
  const said = namesInPlace(words);
  if (said.length === 0) return [];
  const known = new Set([...(await colleagueNames(ctx)), ...processNames(ctx)]);
  const strangers: string[] = [];
  for (const name of said) {
    if (known.has(foldWords(name)) || (await isRecorded(ctx, name))) continue;
    strangers.push(name);
  }
  return strangers;
}

/** Whether the words are a customer that the speaker may see, the beginning of one of theirs, a contact or a deal of theirs. */
async function isRecorded(ctx: Context, name: string): Promise<boolean> {
  if ((await ownDealsIn(ctx, name)).length > 0 || (await customersNamedIn(ctx, name)).length > 0) return true;
  const found = await readableCalled(ctx, name, { limit: 3 });
  return found.some(({ how }) => how === 'name' || how === 'alias' || how === 'start');
}

const colleagueNames = async (ctx: Context): Promise<string[]> =>
  (await listPeople(ctx.db)).flatMap(({ name }) => [name, name.split(' ')[0] ?? '']).map(foldWords);

/** Stages and products, as they are called in any language. */
const processNames = ({ process }: Context): string[] =>
  [
    ...process.pipelines.flatMap(({ stages }) =>
      stages.flatMap(({ name, aliases }) => [...everyWording(name), ...aliases]),
    ),
  ].map(foldWords);
