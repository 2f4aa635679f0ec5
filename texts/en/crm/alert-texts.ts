import type { Like } from '../../shape/like.js';
import type { alertTexts as original } from '../../zh/crm/alert-texts.js';
import { plural } from '../formats/formats.js';

/** What is said about alert rules and about how one gets alerts. */
export const alertTexts: Like<typeof original> = {
  title: 'My alerts',
  titleRules: (days: number) => `Alert rules · last ${plural(days, 'day')}`,
  modes: { on: 'on', shadow: 'shadow', off: 'off' },
  sent: { sent: 'by itself', digest: 'in the list', none: 'shadow, not sent' },
  columns: {
    rule: 'Rule',
    mode: 'Mode',
    told: 'Sent',
    shadow: 'Would have',
    acted: 'Acted on in 2 days',
    what: 'When and what',
    to: 'To',
    value: 'Amount',
  },
  details: 'Details',
  rulesHint:
    '"alerts slipped" shows the last ones; "rules slipped alert on" switches it; in shadow nothing is sent.',
  ruleTitle: (name: string, mode: string) => `Alert ${name} · ${mode}`,
  lastOnes: (n: number) => `The last ${n}:`,
  noneYet: 'It has not come up yet.',
  switchTo: (mode: string) => `Switch to ${mode}`,
  acted: 'acted on',
  ignored: 'no act',
  open: 'open',
  channel: 'channel',
  sentToday: (sent: number, budget: number) => `${sent} came by themselves today, of at most ${budget}.`,
  nowDigest: (at: string) => `Alerts come as one list a day, at ${at}.`,
  nowEach: 'Alerts come one by one.',
  ownHint: (budget: number) =>
    `At most ${budget} a day come by themselves; the others come in the day's list, by amount.`,
  asDigest: 'As a list',
  asEach: 'One by one',
};
