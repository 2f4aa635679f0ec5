import type { Like } from '../../shape/like.js';
import type { forecastTexts as original } from '../../zh/crm/forecast-texts.js';
import { howOften, plural } from '../formats/formats.js';

/** Closed deals and how many of them were won (counts). */
type Standing = { won: number; closed: number };

export const forecastTexts: Like<typeof original> = {
  forecast: 'Forecast',
  said: (label: string, total: string, low: string, high: string) =>
    `${label} is expected to bring ${total}; eight times out of ten between ${low} and ${high}.`,
  weighted: (label: string, total: string) => `${label}, weighted by stage: ${total}.`,
  over: (label: string, won: string) => `${label} is over: ${won} won.`,
  lacking: (closed: number, needed: number) =>
    `${plural(closed, 'deal has', 'deals have')} ended so far; from ${needed} on (won and lost) the model tells. Until then deals are weighted by stage.`,
  parts: (won: string, open: string, fresh: string) =>
    `${won} won + ${open} of open deals + ${fresh} still to come (as in spans of that length before)`,
  chart: 'Ways of telling',
  chartAlt: (total: string) => `The model tells ${total}; beside it stage weighting, commit and best case`,
  ways: {
    won: 'Won',
    stage: 'By stage',
    commit: 'Commit',
    best: 'Best case',
    reps: "Reps' calls",
    said: "Manager's call",
    model: 'Model',
  },
  columns: { way: 'Way', amount: 'Amount', low: 'Low', high: 'High' },
  likely: (count: number) => `The ${count} likeliest`,
  line: (parts: string[]) => parts.filter(Boolean).join(' · '),
  chance: (percent: number, days: number) => `${percent}% to win, mostly within ${plural(days, 'day')}`,
  chanceAlone: (percent: number) => `${percent}% to win`,
  call: 'Call',
  callExample: 'call D-1 commit, or call this quarter 3m',
  called: { commit: 'commit', best: 'best case', pipeline: 'pipeline', omit: 'omit' },
  ghosts: (count: number, amount: string) =>
    `Left out: ${count} open only for show${amount && `, ${amount}`} ("ghosts" shows why)`,
  calibration: (told: number, happened: number, count: number) =>
    `of those told ${told}%, ${happened}% were won within 90 days (${plural(count, 'time')})`,
  scored: (label: string, became: string, parts: string) =>
    `${label}, told at its beginning: became ${became}; ${parts}`,
  method: (closed: number) => `learnt from ${plural(closed, 'deal')} that ended`,
  reasons: {
    stageTime: (days: number, usual?: number) =>
      `${plural(days, 'day')} in the stage${usual === undefined ? '' : `, won ones a median of ${usual}`}`,
    age: (days: number) => `${plural(days, 'day')} old`,
    amount: () => 'its amount',
    silence: (days: number, count: number, usual: number) =>
      `no follow-up for ${plural(days, 'day')} (${count} in 30 days; won ones ${usual})`,
    recent: (days: number, count: number, usual: number) =>
      `followed up ${days === 0 ? 'today' : `${plural(days, 'day')} ago`} (${count} in 30 days; won ones ${usual})`,
    slips: (count: number) =>
      count === 0 ? 'close date never put off' : `close date put off ${howOften(count)}`,
    closeDate: (days?: number) =>
      days === undefined
        ? 'no close date'
        : days < 0
          ? `${plural(-days, 'day')} past its close date`
          : `closes in ${plural(days, 'day')}`,
    owner: ({ won, closed }: Standing) => `owner won ${won} of ${closed}`,
    product: ({ won, closed }: Standing) => `product won ${won} of ${closed}`,
    customer: ({ won, closed }: Standing) =>
      closed === 0 ? 'new customer' : `customer won ${won} of ${closed}`,
  },
  effect: (percent: number, reason: string) =>
    percent > 0 ? `↑ +${percent}% ${reason}` : `↓ −${-percent}% ${reason}`,
  callMade: (name: string, called: string) => `${name} is called "${called}".`,
  totalMade: (whose: string, label: string, commit: string, best: string) =>
    `${whose}, ${label}: commit ${commit}${best && `, best case ${best}`}.`,
  ghostTitle: 'Ghost deals',
  ghostSaid: (count: number, amount: string) =>
    `${plural(count, 'deal looks', 'deals look')} open only for show${amount && `, ${amount}`}.`,
  noGhosts: 'No deal is open only for show.',
  evidence: {
    silent: (n: number) => `no follow-up for ${plural(n, 'day')}`,
    stuck: (n: number, usual?: number) =>
      `${plural(n, 'day')} in its stage${usual === undefined ? '' : ` (won ones a median of ${usual})`}`,
    overdue: (n: number) => `${plural(n, 'day')} past its close date`,
    slipped: (n: number) => `close date put off ${howOften(n)}`,
    'no-step': () => 'no next step',
    unlikely: (n: number) => `the model says ${n}%`,
  },
  plan: 'Next step',
  byTeam: 'By team',
};
