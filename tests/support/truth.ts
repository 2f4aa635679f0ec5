import { dayMs } from '../../kernel/time/moments.js';
import type { DealHistory, DealState } from '../../sales/forecast/deal-history.js';
import { normal, seededRandom } from '../../sales/forecast/seeded-random.js';

/** What the made-up company really is like: what a forecast should find out. */
export interface Truth {
  seed: number;
  years: number;
  reps: number;
  /** New deals a week, of all reps. */
  weekly: number;
  /** How much the season moves what is won: 0.4 is 40 % more at its height. */
  season: number;
}

/** By stage: hazards a day of going on, of being lost, of being won. */
const stages = [
  { key: 'contact', on: 0.05, lost: 0.012, won: 0.0005 },
  { key: 'qualify', on: 0.045, lost: 0.01, won: 0.001 },
  { key: 'proposal', on: 0.04, lost: 0.012, won: 0.003 },
  { key: 'negotiation', on: 0, lost: 0.012, won: 0.035 },
];

export const probabilityInTruth = (stage: string): number =>
  ({ contact: 20, qualify: 40, proposal: 60, negotiation: 80 })[stage] ?? 0;

const begin = Date.UTC(2022, 0, 3);

/** Deals of a company of which the truth is known: stage hazards, skill, season, silence, and reps who put dates too late. */
export function madeUp(truth: Truth): { pasts: DealHistory[]; until: number } {
  const random = seededRandom(truth.seed);
  const until = begin + truth.years * 365 * dayMs;
  const reps = Array.from({ length: truth.reps }, (_, n) => ({
    id: `r${n}`,
    skill: Math.exp(0.5 * normal(random)),
    // Sandbaggers say a day that is far beyond the one they believe in.
    lateBy: n % 3 === 0 ? 45 : 0,
  }));
  const pasts: DealHistory[] = [];
  for (let at = begin; at < until; at += dayMs * (7 / truth.weekly) * -Math.log(1 - random())) {
    const rep = reps[Math.floor(random() * reps.length)];
    if (rep) pasts.push(life(random, pasts.length, at, until, rep, truth.season));
  }
  return { pasts, until };
}

function life(
  random: () => number,
  n: number,
  createdAt: number,
  until: number,
  rep: { id: string; skill: number; lateBy: number },
  season: number,
): DealHistory {
  const size = Math.exp(11 + 0.8 * normal(random));
  const large = Math.exp(-0.25 * (Math.log(size) - 11));
  const states: DealState[] = [];
  const contacts: number[] = [];
  let [stage, since, amount] = [0, createdAt, Math.round(size * 100)];
  const state = (from: number) =>
    states.push({
      from,
      to: Number.POSITIVE_INFINITY,
      stage: stages[stage]?.key ?? '',
      stageSince: since,
      amount,
      closeBy: since + (70 - 12 * stage + rep.lateBy + 20 * normal(random)) * dayMs,
      ownerId: rep.id,
      teamId: 'east',
    });
  const shut = (at: number) => {
    const last = states.at(-1);
    if (last) last.to = at;
  };
  state(createdAt);
  // Some deals are worked on every week, some hardly ever.
  const care = random() < 0.7 ? 0.16 : 0.03;
  for (let at = createdAt + dayMs; at < until; at += dayMs) {
    if (random() < care) contacts.push(at);
    const { on, lost, won } = stages[stage] ?? { on: 0, lost: 1, won: 0 };
    const warm = at - (contacts.at(-1) ?? createdAt) < 15 * dayMs ? 1.2 : 0.5;
    const turn = 1 + season * Math.sin((2 * Math.PI * at) / (365.25 * dayMs));
    const roll = random();
    const wins = won * rep.skill * large * warm * turn;
    const goes = on * warm;
    if (roll < wins) {
      shut(at);
      return { ...ends(n, createdAt, rep.id), states, contacts, end: { at, isWon: true, amount } };
    }
    if (roll < wins + lost) {
      shut(at);
      return { ...ends(n, createdAt, rep.id), states, contacts, end: { at, isWon: false, amount } };
    }
    if (roll < wins + lost + goes) {
      shut(at);
      [stage, since] = [stage + 1, at];
      if (random() < 0.3) amount = Math.round(amount * (0.7 + 0.5 * random()));
      state(at);
    }
  }
  return { ...ends(n, createdAt, rep.id), states, contacts, end: null };
}

const ends = (n: number, createdAt: number, rep: string) => ({
  id: `d${n}`,
  createdAt,
  customerId: `c${n % 97}-${rep}`,
  product: n % 2 === 0 ? 'ERP' : 'CRM',
});
