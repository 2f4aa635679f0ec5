import type { Like } from '../../shape/like.js';
import type { chartTexts as original } from '../../zh/reports/chart-texts.js';

export const chartTexts: Like<typeof original> = {
  noData: 'No data yet',
  allZero: 'All values are zero',
  overall: (percent: string) => `Overall ${percent}`,
};
