import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFollowUp } from '../../language/question/follow-up-question.js';
import type { QuestionReading } from '../../language/question/question-reading.js';
import { questionIn, readQuestion } from '../../language/question/read-question.js';
import { readKnowing } from '../../reports/answers/read-known-question.js';
import type { Store } from '../../store/engine/store.js';
import { createCustomer } from '../../store/unit/rows/customer-rows.js';
import { createDeal } from '../../store/unit/rows/deal-rows.js';
import { createPerson } from '../../store/unit/rows/person-rows.js';
import { createTeam } from '../../store/unit/rows/team-rows.js';
import { processOfTests } from '../support/world.js';
import { fill } from './play.js';
import { colleagues, speaker, today } from './world.js';

const now = new Date('2026-11-26T02:00:00Z');

/** A reading as the set writes it. */
export interface ExpectedReading {
  measure: string;
  period?: string;
  who?: string;
  by?: string;
  shape?: string;
  compare?: true;
  days?: number;
  filters?: Record<string, string>;
}

export interface Question {
  say: string;
  /** The question it follows on. */
  after?: string;
  /** It was asked outright: 问 …. */
  isAsked?: boolean;
  expect: ExpectedReading | null;
}

/** The questions of one file, `questions/zh` and the like. */
export const questionsOf = (file: string): Question[] =>
  readFileSync(join(import.meta.dirname, `${file}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Question);

/** The process with a tag of its own. */
const tag = { key: 'KA', name: { zh: 'KA', en: 'KA' }, aliases: [] };
const process = { ...processOfTests, tags: [tag] };

/** The small world of the sentences, with teams and with deals that are filed under something. */
export async function fillForQuestions(store: Store): Promise<void> {
  await fill(store);
  await store.tx(async (tx) => {
    for (const name of ['华东', '华南']) await createTeam(tx, { name, timeZone: 'Asia/Shanghai' }, now);
    for (const name of [speaker, ...colleagues]) await createPerson(tx, { name }, now);
    const filed = { region: '上海', industry: '制造', ownerId: 'me', teamId: 'east' };
    const customer = await createCustomer(tx, { name: '九州重工', ...filed }, now);
    for (const product of ['ERP', 'CRM', '标准版'])
      await createDeal(
        tx,
        {
          customerId: customer.id,
          name: product,
          product,
          ownerId: 'me',
          teamId: 'east',
          stage: 'lead',
          stallAt: now,
          processVersion: 1,
        },
        now,
      );
  });
}

/** Reads a question as the speaker of the small world would have asked it. */
export async function readAsked(
  store: Store,
  { say, after, isAsked }: Question,
): Promise<QuestionReading | undefined> {
  const locale = /\p{Script=Han}/u.test(say) ? ('zh' as const) : ('en' as const);
  const person = { id: 'me', role: 'rep' as const, teamId: 'east', active: true };
  const asking = { db: store.db, at: { today, locale }, process, person };
  const read = (words: string, how: typeof questionIn) =>
    readKnowing(asking, words, (known) => how(words, known));
  if (after === undefined) return await read(say, isAsked ? readQuestion : questionIn);
  const before = await read(after, questionIn);
  return before && (await readKnowing(asking, say, (known) => readFollowUp(say, before, known)));
}

/** The reading in the set's own words. */
export function written(reading: QuestionReading | undefined): ExpectedReading | null {
  if (!reading) return null;
  const { measure, period, whose, by, shape, compare, days, filters } = reading;
  const sorted = [
    ...filters.values.map(({ dimension, key }) => [dimension, key]),
    ...(filters.customer ? [['customer', filters.customer]] : []),
    ...(filters.contact ? [['contact', filters.contact]] : []),
    ...(filters.amount ? [['amount', `${filters.amount.than}${filters.amount.value / 100}`]] : []),
  ];
  const who = typeof whose === 'object' ? Object.values(whose)[0] : whose;
  return {
    measure,
    ...(period ? { period } : {}),
    ...(who ? { who } : {}),
    ...(by ? { by } : {}),
    ...(shape ? { shape } : {}),
    ...(compare ? { compare: true as const } : {}),
    ...(days ? { days } : {}),
    ...(sorted.length > 0 ? { filters: Object.fromEntries(sorted) as Record<string, string> } : {}),
    ...(reading.unknown ? { unknown: reading.unknown } : {}),
  };
}
