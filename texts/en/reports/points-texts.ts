import type { Like } from '../../shape/like.js';
import type { pointsTexts as original } from '../../zh/reports/points-texts.js';
import { plural } from '../formats/formats.js';

export const pointsTexts: Like<typeof original> = {
  line: (label: string, points: number, pending: number) =>
    `${label}: ${plural(points, 'point')}${pending > 0 ? `, ${pending} of them provisional` : ''}.`,
  doing: 'What',
  count: 'Times',
  each: 'Each',
  without: (count: number) => `${count} earned nothing`,
  said: (words: string) => (words === '' ? '(no words)' : `"${words}"`),
  fates: {
    useful: '→ useful',
    pending: '→ provisional',
    undone: '→ undone',
    thin: '→ no words, or a single one',
    double: '→ nearly the same was said of the customer within two days',
    alone: '→ no next step within 14 days (a task, another follow-up, a move, a new deal, a win or a loss)',
  },
  allCount:
    'Everything counts at present; with ranking: { usefulOnly: true } in the process file only what is useful does',
};
