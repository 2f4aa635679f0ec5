import type { Process } from '../process/process-schema.js';

/** A person's activities in the span (counts). */
export interface RankedActivity {
  personId: string;
  name: string;
  /** Follow-ups other than visits. */
  followUp: number;
  visit: number;
  newLead: number;
  newDeal: number;
  /** Moves to a later stage. */
  moved: number;
  won: number;
  /** Minor units. */
  wonAmount: number;
  /** How many of these earn points provisionally. */
  pending?: { followUp: number; visit: number; newLead: number };
}

export type RankedActivityKind = Exclude<keyof Process['ranking'], 'usefulOnly'>;

/** A line of the ranking, with the parts of its points. */
export interface RankingRow {
  /** From 1; ties share a place, and the next place is skipped. */
  place: number;
  personId: string;
  name: string;
  /** Points for activities, without wins. */
  behaviour: number;
  /** Points for wins. */
  result: number;
  points: number;
  /** Points that are provisional. */
  provisional: number;
  wonAmount: number;
  /** How the points add up: count × worth = points; activities without a count are left out. */
  parts: { doing: RankedActivityKind; count: number; worth: number; points: number }[];
}

/** What the ranking counts, in display order. */
export const rankedActivityKinds: readonly RankedActivityKind[] = [
  'followUp',
  'visit',
  'newLead',
  'newDeal',
  'moved',
  'won',
];

const behaviours: readonly RankedActivityKind[] = ['followUp', 'visit', 'newLead', 'newDeal', 'moved'];

/**
 * Ranks people by the points of the process file; ties by the larger won amount, equal in both by name (code
 * points) on a shared place.
 */
export function ranking(people: readonly RankedActivity[], { ranking: table }: Process): RankingRow[] {
  const rows = people.map((person) => {
    const parts = [...behaviours, 'won' as const].flatMap((doing) => {
      const [count, worth] = [person[doing], table[doing]];
      return count === 0 ? [] : [{ doing, count, worth, points: count * worth }];
    });
    const sum = (of: typeof parts) => of.reduce((points, part) => points + part.points, 0);
    const result = sum(parts.filter((part) => part.doing === 'won'));
    const points = sum(parts);
    const { personId, name, wonAmount, pending } = person;
    const provisional = pending
      ? pending.followUp * table.followUp + pending.visit * table.visit + pending.newLead * table.newLead
      : 0;
    const behaviour = points - result;
    return { place: 0, personId, name, behaviour, result, points, provisional, wonAmount, parts };
  });
  rows.sort((a, b) => compare(a, b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const [index, row] of rows.entries()) {
    const above = rows[index - 1];
    row.place = above && compare(above, row) === 0 ? above.place : index + 1;
  }
  return rows;
}

function compare(a: RankingRow, b: RankingRow): number {
  return b.points - a.points || b.wonAmount - a.wonAmount;
}
