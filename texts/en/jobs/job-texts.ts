import type { Like } from '../../shape/like.js';
import type { jobTexts as original } from '../../zh/jobs/job-texts.js';
import { plural } from '../formats/formats.js';

/** What the clock says of its own accord. */
export const jobTexts: Like<typeof original> = {
  late: (minutes: number) =>
    minutes < 120 ? `${plural(minutes, 'minute')} late` : `${plural(Math.round(minutes / 60), 'hour')} late`,
  stallTitle: (no: string, customer: string, amount: string) =>
    ['Stalled', no, customer, amount].filter(Boolean).join(' · '),
  escalatedTitle: (no: string, customer: string, amount: string) =>
    ['Still stalled', no, customer, amount].filter(Boolean).join(' · '),
  noActivity: (days: number, limit: number) =>
    `No follow-up for ${plural(days, 'workday')} (${limit} allowed in this stage).`,
  tooLong: (days: number, limit: number) =>
    `In this stage for ${plural(days, 'workday')} (${limit} allowed).`,
  stalled: 'The planned next step is over and nothing was logged since.',
  unanswered: (owner: string) => `${owner} was alerted and has not acted on it.`,
  stallsTitle: (count: number, amount: string) =>
    ['Stalled', plural(count, 'deal'), amount].filter(Boolean).join(' · '),
  escalatedStalls: (count: number, amount: string) =>
    ['Still stalled', plural(count, 'deal'), amount].filter(Boolean).join(' · '),
  stallsSaid: (count: number) => `${plural(count, 'deal has', 'deals have')} stalled. The largest first:`,
  handedOn: (no: string, customer: string) => `Lead reassigned · ${no} · ${customer}`,
  handedToYou: (from: string, until: string) =>
    `${from} has not touched it; it is yours now. Please follow up by ${until}.`,
  handedFromYou: (to: string) => `Untouched for too long, it went to ${to}.`,
  digestTitle: (count: number) => plural(count, 'alert'),
  digestHint: 'Tap or reply with a number to see it and act.',
  more: (count: number) => `${count} more: tap "All".`,
  all: 'All',
  redate: 'Re-date',
  why: 'Why',
  days: 'Workdays',
  deal: 'Deal',
  tasksTitle: (date: string) => `To do · ${date}`,
  tasksSaid: (due: number, overdue: number) => `${due} today${overdue > 0 ? `, ${overdue} overdue` : ''}.`,
  tasksMore: (count: number) => `${count} more: tap "All".`,
  taskNow: (no: string, customer: string) => `It is time · ${no} · ${customer}`,
  overdue: 'overdue',
  today: 'today',
  task: 'What',
  due: 'When',
  leadDue: (no: string, customer: string) => `First follow-up due · ${no} · ${customer}`,
  leadDueSaid: (until: string) => `The first follow-up is due by ${until}.`,
  leadOver: (until: string) => `The first follow-up was due by ${until}.`,
  leadTold: (no: string, customer: string) => `Lead not answered · ${no} · ${customer}`,
  leadToldSaid: (owner: string, until: string) => `${owner} has not followed it up; it was due by ${until}.`,
  returnSoon: (no: string, customer: string) => `Back to the pool soon · ${no} · ${customer}`,
  returnSoonSaid: (at: string) => `Without a follow-up it goes back to the pool at ${at}.`,
  contact: 'Contact',
  note: 'Note',
};
