import type { DealHistory } from './deal-history.js';

interface Closed {
  at: number;
  won: number;
  amount: number;
}

/** Track record of an owner, product or customer: deals won and closed. */
export interface DealStanding {
  won: number;
  closed: number;
  /** Minor units, of the won deals. */
  amount: number;
}

/** Track records of many keys, as of any moment. */
export interface Standings {
  of(key: string | null, before: number): DealStanding;
  whole(before: number): DealStanding;
}

/** Track record of each owner, product or customer, as of any moment (from closed deals). */
export class TrackRecords implements Standings {
  private readonly byKey = new Map<string, Closed[]>();
  private readonly all: Closed[];

  /** `keyOf` returns whose track record a deal counts in. */
  constructor(pasts: readonly DealHistory[], keyOf: (past: DealHistory) => string | null) {
    const closed = pasts
      .flatMap((past) => (past.end ? [{ past, end: past.end }] : []))
      .sort((a, b) => a.end.at - b.end.at);
    const push = (list: Closed[], at: number, isWon: boolean, amount: number | null) => {
      const last = list.at(-1) ?? { at: 0, won: 0, amount: 0 };
      list.push({ at, won: last.won + Number(isWon), amount: last.amount + (isWon ? (amount ?? 0) : 0) });
    };
    this.all = [];
    for (const { past, end } of closed) {
      push(this.all, end.at, end.isWon, end.amount);
      const key = keyOf(past);
      if (key === null) continue;
      const list = this.byKey.get(key) ?? [];
      this.byKey.set(key, list);
      push(list, end.at, end.isWon, end.amount);
    }
  }

  /** Deals of a key closed before `before`: won, closed, and the won amount. */
  of(key: string | null, before: number): DealStanding {
    return sumBefore((key !== null && this.byKey.get(key)) || [], before);
  }

  whole(before: number): DealStanding {
    return sumBefore(this.all, before);
  }

  /** Snapshot of all track records at one moment, to be stored. */
  keptAt(before: number): StoredStandings {
    const byKey = Object.fromEntries(
      [...this.byKey].flatMap(([key, list]) => {
        const standing = sumBefore(list, before);
        return standing.closed > 0 ? [[key, standing] as const] : [];
      }),
    );
    return { byKey, whole: this.whole(before) };
  }
}

/** Track records at one moment, as stored with a model. */
export interface StoredStandings {
  byKey: Record<string, DealStanding>;
  whole: DealStanding;
}

const none: DealStanding = { won: 0, closed: 0, amount: 0 };

/** Reads stored track records, of one moment only. */
export const standingsFrom = ({ byKey, whole }: StoredStandings): Standings => ({
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
