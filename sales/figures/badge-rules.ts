import { type ByLanguage, type Catalogue, entriesInEach, inEachLanguage } from '../../texts/languages.js';

/** Badges, in display order. */
export const badgeKinds = ['fastest', 'visits', 'tidy', 'firstWin', 'comeback'] as const;
export type BadgeKind = (typeof badgeKinds)[number];

/** Fewest leads, visits and tasks for a badge: fewer are no basis for a comparison. */
export const leastLeads = 5;
export const leastVisits = 3;
export const leastTasks = 3;

export const badgeNames: Record<BadgeKind, ByLanguage> = entriesInEach((t) => t.figure.badges);

const ruleText = (pick: (t: Catalogue['figure']['badgeRules']) => string): ByLanguage =>
  inEachLanguage((t) => pick(t.figure.badgeRules));

export const badgeRules: Record<BadgeKind, ByLanguage> = {
  fastest: ruleText((t) => t.fastest(leastLeads)),
  visits: ruleText((t) => t.visits(leastVisits)),
  tidy: ruleText((t) => t.tidy(leastTasks)),
  firstWin: ruleText((t) => t.firstWin),
  comeback: ruleText((t) => t.comeback),
};

/** What the badges are computed from, per person. */
export interface BadgeFacts {
  personId: string;
  name: string;
  /** Leads of the month that were answered, and their median response in minutes; null if none was. */
  answered: number;
  median: number | null;
  visits: number;
  /** Tasks due in the last full week, and those of them, or from before, not done on time. */
  due: number;
  overdue: number;
  /** Whether the first deal they ever won was won this month. */
  firstWin: boolean;
  /** The largest deal won this month after a stall alert, in minor units; null: none; 0: amount unknown. */
  comeback: number | null;
}

/** The holders of a badge; several if they tie. */
export interface Badge {
  kind: BadgeKind;
  people: { id: string; name: string }[];
}

/** Awards the badges of a team; badges without a holder are left out. */
export function badgesOf(people: readonly BadgeFacts[]): Badge[] {
  const holders: Record<BadgeKind, BadgeFacts[]> = {
    fastest: leadersBy(people, ({ answered, median }) =>
      median === null || answered < leastLeads ? null : -median,
    ),
    visits: leadersBy(people, ({ visits }) => (visits < leastVisits ? null : visits)),
    tidy: people.filter(({ due, overdue }) => due >= leastTasks && overdue === 0),
    firstWin: people.filter(({ firstWin }) => firstWin),
    comeback: leadersBy(people, ({ comeback }) => comeback),
  };
  return badgeKinds.flatMap((kind) =>
    holders[kind].length === 0
      ? []
      : [{ kind, people: holders[kind].map(({ personId, name }) => ({ id: personId, name })) }],
  );
}

/** Finds the people with the highest value; people with null do not compete. */
function leadersBy(people: readonly BadgeFacts[], of: (person: BadgeFacts) => number | null): BadgeFacts[] {
  const known = people.flatMap((person) => {
    const value = of(person);
    return value === null ? [] : [{ person, value }];
  });
  const highest = Math.max(...known.map(({ value }) => value));
  return known.filter(({ value }) => value === highest).map(({ person }) => person);
}
