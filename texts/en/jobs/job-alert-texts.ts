import type { Like } from '../../shape/like.js';
import type { jobAlertTexts as original } from '../../zh/jobs/job-alert-texts.js';
import { plural } from '../formats/formats.js';

/** What the alert rules say: why, in a sentence. */
export const jobAlertTexts: Like<typeof original> = {
  title: (rule: string, no: string, customer: string, amount: string) =>
    [rule, no, customer, amount].filter(Boolean).join(' · '),
  slipped: (from: string, to: string, days: number, who: string) =>
    `${who} moved the close date from ${from} to ${to}, ${plural(days, 'day')} later.`,
  cut: (from: string, to: string, percent: number, who: string) =>
    `${who} cut the amount from ${from} to ${to}, ${percent}% less.`,
  back: (from: string, to: string, who: string, words: string) =>
    `${who} went back from "${from}" to "${to}"${words ? `: ${words}` : ''}`,
  bigDeal: (amount: string, who: string) => `${who} has a big deal: ${amount}.`,
  won: (amount: string, who: string) => `${who} won ${amount}. Congratulations!`,
  stalled: (days: number) => `Nothing has moved for ${plural(days, 'workday')}.`,
  silent: (days: number, rhythm: number) =>
    `Usually in touch every ${rhythm === 1 ? 'day' : `${rhythm} days`}; now silent for ${plural(days, 'day')}.`,
  falling: (who: string, last: number, usual: number, percent: number) =>
    `${who}: ${plural(last, 'follow-up')} last week, usually about ${usual}; ${percent}% fewer.`,
  incomplete: (gaps: string) => `The forecast lacks: ${gaps}.`,
  gaps: { amount: 'no amount', closeDate: 'no close date', pastDate: 'the close date is over' },
  team: (name: string) => `Team ${name}`,
  digest: (count: number) => `Today's list · ${plural(count, 'alert')}`,
  digestSaid: 'By what is at stake, the most first:',
  more: (count: number) => `${count} more: reply with a number to see it.`,
  columns: { what: 'What', rule: 'Alert', why: 'Why', value: 'Amount' },
  ranking: 'Ranking',
  redate: 'Re-date',
  reprice: 'Change amount',
  fill: 'Fill in',
};
