import type { Like } from '../../shape/like.js';
import type { badgeTexts as original } from '../../zh/reports/badge-texts.js';

export const badgeTexts: Like<typeof original> = {
  badges: 'Badges',
  own: 'Badges of the month',
  held: (name: string, people: string) => `${name} · ${people}`,
  rule: (name: string, rule: string, who: string) => `${name}: ${rule}${who && `. ${who}`}`,
  has: (people: string) => `At present: ${people}`,
  rulesHint: 'rules: say "badges"',
  off: 'Badges are off; with badges: true in the process file they stand beside the ranking and in "mydata".',
  on: 'Within a team; whoever is equal has it as well.',
};
