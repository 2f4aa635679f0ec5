import type { Like } from '../../shape/like.js';
import type { jobAlertTexts as original } from '../../zh/jobs/job-alert-texts.js';
import { capital, plural } from '../formats/formats.js';

/** What the alert rules say: why, in a sentence. */
export const jobAlertTexts: Like<typeof original> = {
  title: (rule: string, no: string, customer: string, amount: string) =>
    [`${capital(rule)} alert`, no, customer, amount].filter(Boolean).join(' · '),
  slipped: (from: string, to: string, days: number, who: string) =>
    `${who} pushed the close date back ${plural(days, 'day')}: ${from} → ${to}.`,
  cut: (from: string, to: string, percent: number, who: string) =>
    `${who} cut the amount by ${percent}%: ${from} → ${to}.`,
  back: (from: string, to: string, who: string, words: string) =>
    `${who} moved it back from ${from} to ${to}${words ? `: ${words}` : ''}`,
  bigDeal: (amount: string, who: string) => `${who} added a big deal: ${amount}.`,
  won: (amount: string, who: string) => `${who} won ${amount}. Congratulations!`,
  stalled: (days: number) => `No activity in ${plural(days, 'workday')}.`,
  silent: (days: number, rhythm: number) =>
    `No contact in ${plural(days, 'day')} (usually every ${rhythm === 1 ? 'day' : `${rhythm} days`}).`,
  falling: (who: string, last: number, usual: number, percent: number) =>
    `${who} logged ${plural(last, 'follow-up')} last week, ${percent}% below the usual ${usual}.`,
  fallingLeave: (days: number) =>
    ` (${plural(days, 'day')} of leave; the usual number is for the days worked)`,
  fallingHolidays: ' (a week with holidays; the usual number is for its workdays)',
  incomplete: (gaps: string) => `This deal can't be forecast: ${gaps}.`,
  gaps: { amount: 'no amount', closeDate: 'no close date', pastDate: 'close date has passed' },
  team: (name: string) => `Team ${name}`,
  digest: (count: number) => `Today's list · ${plural(count, 'alert')}`,
  digestSaid: 'Highest value at stake first:',
  more: (count: number) => `${count} more. Reply with a number to open one.`,
  columns: { what: 'Record', rule: 'Alert', why: 'Why', value: 'Amount' },
  ranking: 'Ranking',
  redate: 'Change close date',
  reprice: 'Change amount',
  fill: 'Fill in details',
};
