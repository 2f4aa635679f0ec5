import type { ActRead, Correction, SentenceReading } from '../../language/reading/sentence-reading.js';
import type { Expected, Intent, Sentence } from './set.js';

/** A reading in the form that the set expects. */
export function asRecord(reading: SentenceReading): { intent: Intent; acts: Expected[] } {
  if (reading.mend) return { intent: reading.intent, acts: [ofMend(reading.mend)] };
  const acts = reading.acts.map((act) => ofAct(act, reading.intent));
  if (reading.intent === 'question' && acts.length === 0) acts.push({ act: 'question' });
  return { intent: reading.intent, acts };
}

function ofAct(act: ActRead, intent: Intent): Expected {
  const { mention } = act;
  const [date, time] = act.next?.value.split('T') ?? [];
  const customer = mention?.how === 'sure' ? mention.hits[0]?.name : undefined;
  if (intent === 'question') return bare({ act: 'question', customer });
  return bare({
    act: act.act,
    customer: mention?.how === 'new' ? mention.words : customer,
    contacts: act.contacts.length > 0 ? act.contacts : undefined,
    channel: act.channel,
    at: act.at,
    next: date,
    time,
    amount: act.amount && act.amount.value.minor / 100,
    approximate: act.amount?.value.approximate || undefined,
    stage: act.stage?.value,
    competitor: act.competitor?.value,
    obstacle: act.obstacle?.value,
    phone: act.phone,
    by: act.by,
    ask: act.asks[0],
  });
}

function ofMend(mend: Correction): Expected {
  const [date, time] = mend.next?.split('T') ?? [];
  return bare({
    act: 'correction',
    customer: mend.mention?.hits[0]?.name ?? mend.mention?.words,
    contacts: mend.contact ? [mend.contact] : undefined,
    channel: mend.channel,
    at: mend.at,
    next: date,
    time,
    amount: mend.amount && mend.amount.minor / 100,
    approximate: mend.amount?.approximate || undefined,
  });
}

const bare = (record: Expected): Expected =>
  Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined),
  ) as unknown as Expected;

/** What would be written at once, before anybody could say no. */
const written = ['act', 'customer', 'contacts', 'at', 'next', 'time', 'amount'] as const;
/** Questions that stop everything; the others leave what is sure. */
const blocking = new Set(['customer', 'near', 'which', 'new', 'whose']);

export interface Verdict {
  sentence: Sentence;
  got: { intent: Intent; acts: Expected[] };
  intentRight: boolean;
  /** Slots that are right, wrong or too many, and missing. */
  hits: number;
  extra: number;
  missing: number;
  allRight: boolean;
  /** Something wrong would have been written without a question. */
  wrongWrite: boolean;
  /** A right statement that is written only after a tap, because nothing in it tells of something done. */
  asked: boolean;
  wrong: string[];
}

export function judge(sentence: Sentence, reading: SentenceReading): Verdict {
  const got = asRecord(reading);
  const { intent, acts, not = [] } = sentence.expect;
  let [hits, extra, missing] = [0, 0, 0];
  const wrong: string[] = [];
  if (got.intent !== intent) wrong.push(`intent ${got.intent}≠${intent}`);
  for (let n = 0; n < Math.max(acts.length, got.acts.length); n++) {
    const right = slots(acts[n]);
    const mine = slots(got.acts[n]);
    for (const [key, value] of mine) {
      if (right.get(key) === value) hits++;
      else {
        extra++;
        wrong.push(`+${n}.${key}=${value}`);
      }
    }
    for (const [key, value] of right) {
      if (mine.get(key) === value) continue;
      missing++;
      wrong.push(`-${n}.${key}=${value}`);
    }
  }
  return {
    sentence,
    got,
    intentRight: got.intent === intent,
    hits,
    extra,
    missing,
    allRight: wrong.length === 0,
    wrongWrite: writesWrong(got, sentence.expect, not, proposedOf(reading)),
    asked: reading.acts.some((one) => one.how === 'proposed' && one.asks.length === 0) && intent === 'log',
    wrong,
  };
}

const slots = (act: Expected | undefined): Map<string, string> =>
  new Map(Object.entries(act ?? {}).map(([key, value]) => [key, String(value)]));

function writesWrong(
  got: { intent: Intent; acts: Expected[] },
  expect: Sentence['expect'],
  not: string[],
  proposed: Set<string>[],
): boolean {
  if (!['log', 'plan'].includes(got.intent)) return false;
  return got.acts.some((act, n) => {
    if ((act.ask && blocking.has(act.ask)) || proposed[n]?.has('act')) return false;
    const right = expect.acts[n];
    if (
      not.some((key) =>
        key === 'log'
          ? act.act === 'log'
          : act[key as keyof Expected] !== undefined && !proposed[n]?.has(key),
      )
    )
      return true;
    if (!right || !['log', 'plan', 'deal'].includes(right.act)) return true;
    // A plan without a day, and a day that is asked about, are not written.
    if (act.act === 'plan' && act.ask === 'date') return false;
    return written.some((key) => {
      if (proposed[n]?.has(key)) return false;
      if (key === 'contacts') return (act.contacts ?? []).some((one) => !right.contacts?.includes(one));
      return act[key] !== undefined && act[key] !== right[key];
    });
  });
}

/** What only waits for a tap. */
function proposedOf(reading: SentenceReading): Set<string>[] {
  return reading.acts.map((act) => {
    const keys = ['next', 'amount', 'stage', 'competitor', 'obstacle'] as const;
    const some = keys.filter((key) => act[key]?.how === 'proposed');
    return new Set<string>(
      (act.how === 'proposed' ? ['act'] : []).concat(
        some.flatMap((key) => (key === 'next' ? ['next', 'time'] : [key])),
      ),
    );
  });
}

export interface Figures {
  sentences: number;
  intentF1: number;
  slotF1: number;
  allRight: number;
  wrongWrites: number;
  asked: number;
}

/** Intent F1 is the mean over the intents that occur; slot F1 counts every slot alike. */
export function figuresOf(verdicts: Verdict[]): Figures {
  const sum = (key: 'hits' | 'extra' | 'missing') => verdicts.reduce((total, one) => total + one[key], 0);
  const [hits, extra, missing] = [sum('hits'), sum('extra'), sum('missing')];
  const intents = [...new Set(verdicts.map((one) => one.sentence.expect.intent))];
  const f1 = intents.map((intent) => {
    const right = verdicts.filter((one) => one.got.intent === intent && one.intentRight).length;
    const claimed = verdicts.filter((one) => one.got.intent === intent).length;
    const there = verdicts.filter((one) => one.sentence.expect.intent === intent).length;
    return (2 * right) / (claimed + there);
  });
  return {
    sentences: verdicts.length,
    intentF1: f1.reduce((a, b) => a + b, 0) / Math.max(1, f1.length),
    slotF1: hits + extra + missing === 0 ? 1 : (2 * hits) / (2 * hits + extra + missing),
    allRight: verdicts.filter((one) => one.allRight).length / Math.max(1, verdicts.length),
    wrongWrites: verdicts.filter((one) => one.wrongWrite).length / Math.max(1, verdicts.length),
    asked: verdicts.filter((one) => one.asked).length / Math.max(1, verdicts.length),
  };
}
