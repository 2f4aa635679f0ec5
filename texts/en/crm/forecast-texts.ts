import type { Like } from '../../shape/like.js';
import type { forecastTexts as original } from '../../zh/crm/forecast-texts.js';
import { howOften, plural } from '../formats/formats.js';

/** Closed deals and how many of them were won (counts). */
type Standing = { won: number; closed: number };

export const forecastTexts: Like<typeof original> = {
  forecast: 'Forecast',
  said: (label: string, total: string, low: string, high: string) =>
    `Forecast for ${label}: ${total} (80% range: ${low}–${high}).`,
  weighted: (label: string, total: string) => `Stage-weighted forecast for ${label}: ${total}.`,
  over: (label: string, won: string) => `${label} is closed: ${won} won.`,
  lacking: (closed: number, needed: number) =>
    `Deals are weighted by stage until ${plural(needed, 'deal has', 'deals have')} closed (${closed} so far). After that, the model takes over.`,
  parts: (won: string, open: string, fresh: string) =>
    `${won} won + ${open} from the open pipeline + ${fresh} expected from new business, based on past periods`,
  chart: 'Forecast by method',
  chartAlt: (total: string) => `Model: ${total}, next to stage-weighted, commit and best case`,
  ways: {
    won: 'Won',
    stage: 'Stage-weighted',
    commit: 'Commit',
    best: 'Best case',
    reps: "Reps' calls",
    said: "Manager's call",
    model: 'Model',
  },
  columns: { way: 'Method', amount: 'Amount', low: 'Low', high: 'High' },
  likely: (count: number) => `Top ${count} by likelihood`,
  line: (parts: string[]) => parts.filter(Boolean).join(' · '),
  chance: (percent: number, days: number) => `${percent}% to win, most likely within ${plural(days, 'day')}`,
  chanceAlone: (percent: number) => `${percent}% to win`,
  call: 'Set forecast',
  callExample: 'call D-1 commit, or call this quarter 3m',
  called: { commit: 'commit', best: 'best case', pipeline: 'pipeline', omit: 'omit' },
  ghosts: (count: number, amount: string) =>
    `${plural(count, 'inactive deal')} excluded${amount && ` (${amount})`}. Type "ghosts" to see why.`,
  calibration: (told: number, happened: number, count: number) =>
    `deals predicted at ${told}%: ${happened}% won within 90 days (${plural(count, 'case')})`,
  scored: (label: string, became: string, parts: string) =>
    `${label} came in at ${became}. Forecast at the start: ${parts}`,
  method: (closed: number) => `Based on ${plural(closed, 'closed deal')}`,
  reasons: {
    stageTime: (days: number, usual?: number) =>
      `${plural(days, 'day')} in stage${usual === undefined ? '' : ` (median for won deals: ${usual})`}`,
    age: (days: number) => `${plural(days, 'day')} old`,
    amount: () => 'deal size',
    silence: (days: number, count: number, usual: number) =>
      `no follow-up in ${plural(days, 'day')} (${count} in 30 days, won deals average ${usual})`,
    recent: (days: number, count: number, usual: number) =>
      `followed up ${days === 0 ? 'today' : `${plural(days, 'day')} ago`} (${count} in 30 days, won deals average ${usual})`,
    slips: (count: number) =>
      count === 0 ? 'close date never pushed' : `close date pushed ${howOften(count)}`,
    closeDate: (days?: number) =>
      days === undefined
        ? 'no close date'
        : days < 0
          ? `${plural(-days, 'day')} past its close date`
          : `closes in ${plural(days, 'day')}`,
    owner: ({ won, closed }: Standing) => `owner has won ${won} of ${closed}`,
    product: ({ won, closed }: Standing) => `product has won ${won} of ${closed}`,
    customer: ({ won, closed }: Standing) =>
      closed === 0 ? 'new customer' : `won ${won} of ${closed} with this customer`,
  },
  effect: (percent: number, reason: string) =>
    percent > 0 ? `↑ +${percent}% ${reason}` : `↓ −${-percent}% ${reason}`,
  callMade: (name: string, called: string) => `${name} is now in "${called}".`,
  totalMade: (whose: string, label: string, commit: string, best: string) =>
    `${whose}, ${label}: commit ${commit}${best && `, best case ${best}`}.`,
  ghostTitle: 'Inactive deals',
  ghostSaid: (count: number, amount: string) =>
    `${plural(count, 'deal looks', 'deals look')} inactive${amount && ` (${amount})`}.`,
  noGhosts: 'No inactive deals.',
  evidence: {
    silent: (n: number) => `no follow-up in ${plural(n, 'day')}`,
    stuck: (n: number, usual?: number) =>
      `${plural(n, 'day')} in stage${usual === undefined ? '' : ` (median for won deals: ${usual})`}`,
    overdue: (n: number) => `${plural(n, 'day')} past its close date`,
    slipped: (n: number) => `close date pushed ${howOften(n)}`,
    'no-step': () => 'no next step',
    unlikely: (n: number) => `${n}% likely to win`,
  },
  plan: 'Next step',
  byTeam: 'By team',
};
