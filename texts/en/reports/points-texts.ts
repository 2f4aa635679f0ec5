import type { Like } from '../../shape/like.js';
import type { pointsTexts as original } from '../../zh/reports/points-texts.js';
import { plural } from '../formats/formats.js';

export const pointsTexts: Like<typeof original> = {
  line: (label: string, points: number, pending: number) =>
    `${label}: ${plural(points, 'point')}${pending > 0 ? ` (${pending} provisional)` : ''}.`,
  doing: 'Activity',
  count: 'Count',
  each: 'Points each',
  without: (count: number) => `${count} earned no points`,
  said: (words: string) => (words === '' ? '(no note)' : `"${words}"`),
  fates: {
    useful: '→ counted',
    pending: '→ provisional',
    undone: '→ undone',
    thin: '→ no note, or only one word',
    double: '→ nearly the same as another note on this customer within two days',
    alone: '→ nothing followed within 14 days (task, follow-up, stage change, new deal, win or loss)',
  },
  allCount:
    'Everything counts right now. To count only useful activity, set ranking: { usefulOnly: true } in the process file',
};
