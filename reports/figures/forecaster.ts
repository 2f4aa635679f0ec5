import { dayMs } from '../../kernel/time/moments.js';
import type { DealHistory } from '../../sales/forecast/deal-history.js';
import { learnForecast, type TrainedForecast } from '../../sales/forecast/trained-forecast.js';
import { historiesCreated } from '../../store/deals/deal-histories.js';
import { modelBetween } from '../../store/deals/forecast-queries.js';
import { listTeams } from '../../store/people/team-queries.js';
import type { Db } from '../../store/statements/db.js';

/** How far back deals teach the model, in ms; the company was different before. */
const lookedBack = 3 * 365 * dayMs;

/** Most deals that the model learns from, newest first. */
const mostDeals = 40_000;

/** How long a trained model stays valid, in ms. */
export const goodFor = 14 * dayMs;

/** The trained model, or how many closed deals are missing for one. */
export type Learnt = TrainedForecast | { closed: number; needed: number };

export const isTrained = (learnt: Learnt): learnt is TrainedForecast => 'model' in learnt;

/** Returns the model as of a moment: the stored one if fresh enough, else one trained now and not stored. */
export async function trainedAt(db: Db, at: Date): Promise<Learnt> {
  const kept = await modelBetween(db, { from: new Date(at.getTime() - goodFor), to: at });
  return kept ? (kept.body as TrainedForecast) : await learnBy(db, at);
}

/** Trains the model with the data known at a moment; yields to other work in between. */
export async function learnBy(db: Db, at: Date): Promise<Learnt> {
  const histories = await historiesBy(db, at);
  const teams = (await listTeams(db)).map(({ id }) => id);
  return await learnForecast(histories, at.getTime(), teams, yieldToEventLoop);
}

export async function historiesBy(db: Db, at: Date): Promise<DealHistory[]> {
  const histories: DealHistory[] = [];
  const from = new Date(at.getTime() - lookedBack);
  for await (const page of historiesCreated(db, { from, at })) {
    histories.push(...page);
    // Ids rise with time, so this drops the oldest deals.
    if (histories.length > mostDeals + 5_000) histories.splice(0, histories.length - mostDeals);
    await yieldToEventLoop();
  }
  return histories;
}

export const yieldToEventLoop = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
