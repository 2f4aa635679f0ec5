import type { DealPast } from './deal-past.js';

interface Closed {
  at: number;
  won: number;
  amount: number;
}

/** Of an owner, a product, a customer: how many of their deals were won, of how many closed, at what worth together. */
export interface DealStanding {
  won: number;
  closed: number;
  /** Minor units, of the won. */
  amount: number;
}

/** The standings of many, as of any moment. */
export interface Standings {
  of(key: string | null, before: number): DealStanding;
  whole(before: number): DealStanding;
}

/** What the closed deals of each owner, product or customer say, as of any moment. */
export class Records implements Standings {
  private readonly byKey = new Map<string, Closed[]>();
  private readonly all: Closed[];

  /** `keyOf` names whose record a deal counts to. */
  constructor(pasts: readonly DealPast[], keyOf: (past: DealPast) => string | null) {
    const closed = pasts
      .flatMap((past) => (past.end ? [{ past, end: past.end }] : []))
      .sort((a, b) => a.end.at - b.end.at);
    const sums = (list: Closed[], at: number, isWon: boolean, amount: number | null) => {
      const last = list.at(-1) ?? { at: 0, won: 0, amount: 0 };
      list.push({ at, won: last.won + Number(isWon), amount: last.amount + (isWon ? (amount ?? 0) : 0) });
    };
    this.all = [];
    for (const { past, end } of closed) {
      sums(this.all, end.at, end.isWon, end.amount);
      const key = keyOf(past);
      if (key === null) continue;
      const list = this.byKey.get(key) ?? [];
      this.byKey.set(key, list);
      sums(list, end.at, end.isWon, end.amount);
    }
  }

  /** Won, closed and the won amounts of a key, of what was closed before the moment. */
  of(key: string | null, before: number): DealStanding {
    return sumBefore((key !== null && this.byKey.get(key)) || [], before);
  }

  whole(before: number): DealStanding {
    return sumBefore(this.all, before);
  }

  /** All as they stand at one moment, to be kept. */
  keptAt(before: number): KeptStandings {
    const byKey = Object.fromEntries(
      [...this.byKey].flatMap(([key, list]) => {
        const standing = sumBefore(list, before);
        return standing.closed > 0 ? [[key, standing] as const] : [];
      }),
    );
    return { byKey, whole: this.whole(before) };
  }
}

/** Standings of one moment, as they are kept with a model. */
export interface KeptStandings {
  byKey: Record<string, DealStanding>;
  whole: DealStanding;
}

const none: DealStanding = { won: 0, closed: 0, amount: 0 };

export const kept = ({ byKey, whole }: KeptStandings): Standings => ({
  of: (key) => (key !== null && Object.hasOwn(byKey, key) ? (byKey[key] ?? none) : none),
  whole: () => whole,
});

function sumBefore(list: readonly Closed[], before: number): DealStanding {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.at ?? 0) < before) low = middle + 1;
    else high = middle;
  }
  const last = list[low - 1];
  return { won: last?.won ?? 0, closed: low, amount: last?.amount ?? 0 };
}
