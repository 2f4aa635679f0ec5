import type { Like } from '../../shape/like.js';
import type { jobTexts as original } from '../../zh/jobs/job-texts.js';
import { plural } from '../formats/formats.js';

/** What scheduled posts say. */
export const jobTexts: Like<typeof original> = {
  late: (minutes: number) =>
    `Sent ${minutes < 120 ? plural(minutes, 'minute') : plural(Math.round(minutes / 60), 'hour')} late`,
  stallTitle: (no: string, customer: string, amount: string) =>
    ['Stalled', no, customer, amount].filter(Boolean).join(' · '),
  escalatedTitle: (no: string, customer: string, amount: string) =>
    ['Still stalled', no, customer, amount].filter(Boolean).join(' · '),
  noActivity: (days: number, limit: number) =>
    `No follow-up in ${plural(days, 'workday')} (limit for this stage: ${limit}).`,
  tooLong: (days: number, limit: number) => `In this stage for ${plural(days, 'workday')} (limit: ${limit}).`,
  stalled: 'The next step is overdue and nothing has been logged since.',
  unanswered: (owner: string) => `${owner} was alerted but hasn't acted yet.`,
  stallsTitle: (count: number, amount: string) =>
    [plural(count, 'stalled deal'), amount].filter(Boolean).join(' · '),
  escalatedStalls: (count: number, amount: string) =>
    [`${plural(count, 'deal')} still stalled`, amount].filter(Boolean).join(' · '),
  stallsSaid: (count: number) => `${plural(count, 'deal has', 'deals have')} stalled. Largest first:`,
  handedOn: (no: string, customer: string) => `Lead reassigned · ${no} · ${customer}`,
  handedToYou: (from: string, until: string) =>
    `${from} didn't follow up, so it's yours now. Please follow up by ${until}.`,
  handedFromYou: (to: string) => `No follow-up in time, so it went to ${to}.`,
  digestTitle: (count: number) => plural(count, 'alert'),
  digestHint: 'Tap one or reply with its number.',
  more: (count: number) => `${count} more. Tap "See all".`,
  all: 'See all',
  redate: 'Reschedule',
  why: 'Why',
  days: 'Workdays',
  deal: 'Deal',
  tasksTitle: (date: string) => `To do · ${date}`,
  tasksSaid: (due: number, overdue: number) =>
    `${due} due today${overdue > 0 ? `, ${overdue} overdue` : ''}.`,
  tasksMore: (count: number) => `${count} more. Tap "See all".`,
  taskNow: (no: string, customer: string) => `Reminder · ${no} · ${customer}`,
  overdue: 'overdue',
  today: 'today',
  task: 'Task',
  due: 'Due',
  newLead: (no: string, customer: string) => `New lead · ${no} · ${customer}`,
  newLeads: (count: number) => `${plural(count, 'new lead')}`,
  newLeadOf: (owner: string) => `Assigned to ${owner}.`,
  newLeadFree: 'Up for grabs',
  claimOf: (no: string) => `Claim ${no}`,
  leadDue: (no: string, customer: string) => `First response due · ${no} · ${customer}`,
  leadDueSaid: (until: string) => `Follow up by ${until}.`,
  leadOver: (until: string) => `Overdue: the first follow-up was due ${until}.`,
  notices: (count: number) => `Your notices · ${count}`,
  noticeColumns: { what: 'About', said: 'What happened' },
  moreNotices: (count: number) => `${count} more.`,
  leadsTold: (count: number) => `No response to ${plural(count, 'lead')}`,
  leadColumns: { lead: 'Lead', owner: 'Owner', due: 'Due' },
  leadTold: (no: string, customer: string) => `No response to lead · ${no} · ${customer}`,
  leadToldSaid: (owner: string, until: string) => `${owner} hasn't followed up yet. It was due ${until}.`,
  returnSoon: (no: string, customer: string) => `Returning to pool soon · ${no} · ${customer}`,
  returnSoonSaid: (at: string) => `It returns to the pool ${at} unless you follow up.`,
  contact: 'Contact',
  note: 'Note',
};
