import { type ByLanguage, type Catalogue, inEachLanguage } from '../../texts/languages.js';

/** Badges, in the order they are shown. */
export const badgeKinds = ['fastest', 'visits', 'tidy', 'firstWin', 'comeback'] as const;
export type BadgeKind = (typeof badgeKinds)[number];

/** Less than that is no comparison. */
export const leastLeads = 5;
export const leastVisits = 3;
export const leastTasks = 3;

export const badgeNames = Object.fromEntries(
  badgeKinds.map((kind) => [kind, inEachLanguage((t) => t.figure.badges[kind])]),
) as Record<BadgeKind, ByLanguage>;

const ruleText = (pick: (t: Catalogue['figure']['badgeRules']) => string): ByLanguage =>
  inEachLanguage((t) => pick(t.figure.badgeRules));

export const badgeRules: Record<BadgeKind, ByLanguage> = {
  fastest: ruleText((t) => t.fastest(leastLeads)),
  visits: ruleText((t) => t.visits(leastVisits)),
  tidy: ruleText((t) => t.tidy(leastTasks)),
  firstWin: ruleText((t) => t.firstWin),
  comeback: ruleText((t) => t.comeback),
};

/** What one person did, as far as a badge asks. */
export interface BadgeFacts {
  personId: string;
  name: string;
  /** Leads of the month that were answered, and the median of the minutes; null where none was. */
  answered: number;
  median: number | null;
  visits: number;
  /** Tasks that were due in the last full week, and those of them, or from before, that were not done in time. */
  due: number;
  overdue: number;
  /** Whether the first deal they ever won was won this month. */
  firstWin: boolean;
  /** The largest deal won this month after it was stalled, in minor units; null: none. 0: of no known worth. */
  comeback: number | null;
}

/** Who has a badge; several where they are equal. */
export interface Badge {
  kind: BadgeKind;
  people: { id: string; name: string }[];
}

/** The badges of a team. What nobody has is left out. */
export function badgesOf(people: readonly BadgeFacts[]): Badge[] {
  const holders: Record<BadgeKind, BadgeFacts[]> = {
    fastest: best(people, ({ answered, median }) =>
      median === null || answered < leastLeads ? null : -median,
    ),
    visits: best(people, ({ visits }) => (visits < leastVisits ? null : visits)),
    tidy: people.filter(({ due, overdue }) => due >= leastTasks && overdue === 0),
    firstWin: people.filter(({ firstWin }) => firstWin),
    comeback: best(people, ({ comeback }) => comeback),
  };
  return badgeKinds.flatMap((kind) =>
    holders[kind].length === 0
      ? []
      : [{ kind, people: holders[kind].map(({ personId, name }) => ({ id: personId, name })) }],
  );
}

/** Those with the most; nobody where nobody comes into question. */
function best(people: readonly BadgeFacts[], of: (person: BadgeFacts) => number | null): BadgeFacts[] {
  const known = people.flatMap((person) => {
    const value = of(person);
    return value === null ? [] : [{ person, value }];
  });
  const most = Math.max(...known.map(({ value }) => value));
  return known.filter(({ value }) => value === most).map(({ person }) => person);
}
