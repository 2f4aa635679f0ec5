import type { Like } from '../../shape/like.js';
import type { badgeTexts as original } from '../../zh/reports/badge-texts.js';

export const badgeTexts: Like<typeof original> = {
  badges: 'Badges',
  own: "This month's badges",
  held: (name: string, people: string) => `${name} · ${people}`,
  rule: (name: string, rule: string, who: string) => `${name}: ${rule}${who && `. ${who}`}`,
  has: (people: string) => `Held by: ${people}`,
  rulesHint: 'type "badges" for the rules',
  off: 'Badges are off. To show them in the ranking and in "mydata", set badges: true in the process file.',
  on: 'Awarded within each team. Ties share the badge.',
};
