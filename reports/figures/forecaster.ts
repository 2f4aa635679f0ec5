import { dayMs } from '../../kernel/time/moments.js';
import type { DealHistory } from '../../sales/forecast/deal-past.js';
import { type Lessons, learnForecast } from '../../sales/forecast/lessons.js';
import { historiesCreated } from '../../store/deals/deal-histories.js';
import { modelBetween } from '../../store/deals/forecast-queries.js';
import { listTeams } from '../../store/people/team-queries.js';
import type { Db } from '../../store/statements/db.js';

/** Deals created longer ago tell of another company. */
const lookedBack = 3 * 365 * dayMs;

/** Deals that are learnt from at most, the newest; more say the same. */
const mostDeals = 40_000;

/** What was learnt is good for so long. */
export const goodFor = 14 * dayMs;

/** What is lacking where the history is too short to learn from. */
export type Learnt = Lessons | { closed: number; needed: number };

export const isLessons = (learnt: Learnt): learnt is Lessons => 'model' in learnt;

/** What was learnt by a moment: the kept lessons where they are fresh enough, else learnt now and not kept. */
export async function lessonsAt(db: Db, at: Date): Promise<Learnt> {
  const kept = await modelBetween(db, { from: new Date(at.getTime() - goodFor), to: at });
  return kept ? (kept.body as Lessons) : await learnBy(db, at);
}

/** Learns from all that was known at a moment; lets others work in between. */
export async function learnBy(db: Db, at: Date): Promise<Learnt> {
  const pasts = await historiesBy(db, at);
  const teams = (await listTeams(db)).map(({ id }) => id);
  return await learnForecast(pasts, at.getTime(), teams, yieldToEventLoop);
}

export async function historiesBy(db: Db, at: Date): Promise<DealHistory[]> {
  const pasts: DealHistory[] = [];
  const from = new Date(at.getTime() - lookedBack);
  for await (const page of historiesCreated(db, { from, at })) {
    pasts.push(...page);
    // Ids rise with time: what is dropped is the oldest.
    if (pasts.length > mostDeals + 5_000) pasts.splice(0, pasts.length - mostDeals);
    await yieldToEventLoop();
  }
  return pasts;
}

export const yieldToEventLoop = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
