import type { Like } from '../../shape/like.js';
import type { alertTexts as original } from '../../zh/crm/alert-texts.js';
import { capital, plural } from '../formats/formats.js';

/** What is said about alert rules and about how one gets alerts. */
export const alertTexts: Like<typeof original> = {
  title: 'My alerts',
  titleRules: (days: number) => `Alert rules · last ${plural(days, 'day')}`,
  modes: { on: 'on', shadow: 'test mode', off: 'off' },
  sent: { sent: 'sent', digest: 'in the daily list', none: 'test mode, not sent' },
  columns: {
    rule: 'Rule',
    mode: 'Mode',
    told: 'Sent',
    shadow: 'Would have sent',
    acted: 'Acted on within 2 days',
    what: 'Alert',
    to: 'Sent to',
    value: 'Amount',
  },
  details: 'Details',
  rulesHint:
    'Rules in test mode are tracked but nothing is sent. Try "alerts close-date" for recent alerts or "rules close-date alert on" to turn one on.',
  ruleTitle: (name: string, mode: string) => `${capital(name)} alert · ${mode}`,
  lastOnes: (n: number) => `Last ${n}:`,
  noneYet: 'No alerts yet.',
  switchTo: (mode: string) => (mode === 'on' || mode === 'off' ? `Turn ${mode}` : `Use ${mode}`),
  acted: 'acted on',
  ignored: 'no action',
  open: 'open',
  channel: 'channel',
  sentToday: (sent: number, budget: number) => `${sent} of up to ${budget} sent today.`,
  nowDigest: (at: string) => `You'll get your alerts as one list a day at ${at}.`,
  noticesAt: (at) => `You'll get your notices as one list a day at ${at}.`,
  noticesEach: 'You get each notice as it happens.',
  noticesHint: 'Reminders at their time, approval requests and lead response reminders still come at once.',
  eachAgain: 'One by one',
  oneList: 'Once a day at 9',
  noHour: (words) => `I can't read a time of day in "${words}".`,
  hourExample: 'daily at 9:00',
  nowEach: "You'll get alerts as they happen.",
  ownHint: (budget: number) =>
    `You get up to ${plural(budget, 'alert')} a day as they happen. The rest come in one daily list, largest amount first.`,
  asDigest: 'Daily list',
  asEach: 'As they happen',
};
