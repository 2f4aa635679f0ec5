import type { ByLanguage } from '../../texts/languages.js';

/** Badges, in the order they are shown. */
export const badgeKinds = ['fastest', 'visits', 'tidy', 'firstWin', 'comeback'] as const;
export type BadgeKind = (typeof badgeKinds)[number];

/** Less than that is no comparison. */
export const leastLeads = 5;
export const leastVisits = 3;
export const leastTasks = 3;

export const badgeNames: Record<BadgeKind, ByLanguage> = {
  fastest: { zh: '首响最快', en: 'Fastest answer' },
  visits: { zh: '拜访最多', en: 'Most visits' },
  tidy: { zh: '待办清零', en: 'Nothing overdue' },
  firstWin: { zh: '第一单', en: 'First win' },
  comeback: { zh: '起死回生', en: 'Comeback' },
};

export const badgeRules: Record<BadgeKind, ByLanguage> = {
  fastest: {
    zh: `本月首次响应的中位时间最短，至少响应过 ${leastLeads} 条线索`,
    en: `the shortest median first response of the month, of at least ${leastLeads} leads answered`,
  },
  visits: {
    zh: `本月拜访次数最多，至少 ${leastVisits} 次`,
    en: `most visits of the month, at least ${leastVisits}`,
  },
  tidy: {
    zh: `上个整周到期的待办都按时完成，至少 ${leastTasks} 件，也没有更早的逾期`,
    en: `every task due in the last full week was done in time, at least ${leastTasks}, and none was overdue from before`,
  },
  firstWin: { zh: '本月赢下自己的第一单', en: 'the first deal one ever won, won this month' },
  comeback: {
    zh: '本月赢单里，停滞提醒过的商机中金额最大的一单',
    en: 'the largest deal won this month that had been told to be stalled',
  },
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
