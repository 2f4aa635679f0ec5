import { customerNo, recordNumbersIn } from '../../kernel/records/record-number.js';
import { localTime } from '../../kernel/time/zone.js';
import { foldWords } from '../../kernel/words/folding.js';
import { isCertainName } from '../../language/names/certain-name.js';
import { isOnlyWanted } from '../../language/names/of-the-talk.js';
import type {
  NameHit,
  Names,
  SentenceReading,
  SpeakerContext,
} from '../../language/reading/sentence-reading.js';
import { prepareSentence } from '../../language/sentence/prepare.js';
import { readSentence } from '../../language/sentence/read-sentence.js';
import { customerById } from '../../store/customers/customer-queries.js';
import { listPeople } from '../../store/people/person-queries.js';
import type { Customer, Deal } from '../../store/schema/row-types.js';
import { everyWording } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { contactsNamedIn, customersNamedIn, strangersIn } from './customers-named-in.js';
import { dealsNamedIn } from './deal-names.js';
import { knownNames } from './known-names.js';

/** Longest line read as a sentence, in characters. */
const longest = 400;

export interface Hearing {
  isSpoken?: boolean;
  /** True if the speaker confirmed that it is theirs, though it looks forwarded or somebody else's. */
  isMine?: boolean;
  /** The next step that was recorded last. */
  lastNext?: string;
}

/** Reads a sentence as this speaker means it, or undefined if it is too long. */
export async function heard(
  ctx: Context,
  words: string,
  how: Hearing = {},
): Promise<SentenceReading | undefined> {
  if (words.length > longest) return undefined;
  const people = await listPeople(ctx.db);
  const about: SpeakerContext = {
    names: knownNames(ctx),
    colleagues: people.filter((one) => one.active && one.id !== ctx.person.id).map((one) => one.name),
    stages: stagesOf(ctx),
    time: localTime(ctx.now, ctx.zone),
    lastNext: how.lastNext,
    hasTopic: ctx.topic !== undefined || recordNumbersIn(words).length === 1,
    voice: how.isSpoken,
    isMine: how.isMine,
  };
  const reading = await readSentence(words, ctx.at, about);
  if (
    reading.mend ||
    reading.intent === 'forward' ||
    reading.intent === 'lead' ||
    reading.acts.some(({ mention }) => mention && mention.how !== 'new')
  )
    return reading;
  const said = prepareSentence(words);
  if (reading.acts.some(({ mention }) => mention && isCertainName(said, mention))) return reading;
  // A sentence that names no customer may name a contact: `calling Omar at 3`.
  const named = await customersNamedIn(ctx, words);
  const several = named.length > 1 ? await contactsNamedIn(ctx, words) : new Map<string, Customer>();
  if (several.size > 0)
    return await readSentence(words, ctx.at, { ...about, names: withCalled(about.names, several) });
  const of = named.length === 1 ? named.map(({ id }) => id) : undefined;
  if (of) return await readSentence(words, ctx.at, { ...about, of });
  // A sentence that names no customer may name the deal: `the fleet app is dead`. Beside somebody else's name, the words of
  // a deal are only words: `visited Acme, they want POS`.
  const doer = people.find(({ name }) => name === reading.acts[0]?.by);
  const ofDoer = await dealsNamedIn(ctx, words, doer?.id);
  const deals = ofDoer.filter((deal) => !isOnlyWanted(deal.name, words));
  if (deals.length === 0 || (await strangersIn(ctx, words)).length > 0) return reading;
  return await readSentence(words, ctx.at, { ...about, names: await withDeals(ctx, about.names, deals) });
}

/** The known names, and those of deals, which stand for their customers. */
async function withDeals(ctx: Context, names: Names, deals: readonly Deal[]): Promise<Names> {
  const called = new Map<string, Customer>();
  for (const { name, customerId } of deals) {
    const customer = await customerById(ctx.db, customerId);
    if (customer) called.set(name, customer);
  }
  return withCalled(names, called);
}

/** The known names, and other words that stand for a customer of the speaker's own. */
function withCalled(names: Names, called: ReadonlyMap<string, Customer>): Names {
  const byName = new Map<string, NameHit>();
  for (const [name, customer] of called) {
    const { id } = customer;
    const hit = { key: name, id, number: customerNo(customer), name: customer.name, distance: 0 as const };
    byName.set(foldWords(name), hit);
  }
  const hits = (words: string[]) =>
    words.flatMap((key) => {
      const hit = byName.get(foldWords(key));
      return hit ? [{ ...hit, key }] : [];
    });
  return { ...names, exact: async (words) => [...(await names.exact(words)), ...hits(words)] };
}

const known = new WeakMap<Context['process'], SpeakerContext['stages']>();

/** Lists every stage with all words for it. */
function stagesOf({ process }: Context): SpeakerContext['stages'] {
  let stages = known.get(process);
  if (!stages) {
    stages = process.pipelines.flatMap((pipeline) =>
      pipeline.stages.map(({ key, name, aliases }) => ({ key, words: [...everyWording(name), ...aliases] })),
    );
    known.set(process, stages);
  }
  return stages;
}
