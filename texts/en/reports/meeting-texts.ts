import type { Like } from '../../shape/like.js';
import type { meetingTexts as original } from '../../zh/reports/meeting-texts.js';
import { howOften, plural } from '../formats/formats.js';

/** The meeting list, its minutes, and notes. */
export const meetingTexts: Like<typeof original> = {
  noted: (words: string) => `Noted: ${words}`,
  meeting: 'Meeting',
  minutes: 'Minutes',
  yours: 'your deals',
  title: (parts: string[]) => parts.filter(Boolean).join(' · '),
  toDecide: (count: number, amount: string) =>
    `${plural(count, 'deal')} to decide${amount && ` for ${amount}`}, the most value at risk first.`,
  nothing: 'Nothing to decide: no deal is stalled, slipped, past its date, a ghost or without a next step.',
  nothingNow: 'No meeting is going on here.',
  why: {
    stalled: (days: number) => `no follow-up for ${plural(days, 'workday')}`,
    'too-long': (days: number) => `${plural(days, 'workday')} in its stage`,
    'plan-over': () => 'the planned next step is over',
    overdue: (days: number) => `${plural(days, 'day')} past its close date`,
    slipped: (times: number) => `close date put off ${howOften(times)}`,
    ghost: () => 'seems open only for show',
    'no-step': () => 'no next step',
    big: () => 'big deal',
  },
  move: 'Move on',
  redate: 'Re-date',
  hand: 'Hand over',
  giveUp: 'Give up',
  note: 'Note',
  end: 'End meeting',
  list: 'The list',
  decidedNow: (words: string) => `✓ ${words}`,
  isWon: 'won',
  isLost: 'lost',
  startedBy: (who: string, when: string) =>
    `Begun by ${who} ${when}; "End meeting" gives the minutes, without what was taken back`,
  again: (when: string) => `The meeting begun ${when} goes on; the list as it now stands`,
  decided: (done: number, all: number, left: number) =>
    `${done} of ${plural(all, 'item')} decided${left > 0 ? `, ${left} left` : ''}.`,
  none: 'There was nothing on the list and nothing was decided.',
  decisions: 'Decided',
  others: 'Also touched meanwhile',
  undecided: 'Not decided',
  span: (from: string, to: string, who: string) => `${from} – ${to} · ${who}`,
  byClock: 'nobody ended it; minutes at the end of the day',
  endedBy: (who: string) => `ended by ${who}`,
  line: (n: number, when: string, who: string, record: string, what: string) =>
    `${n}. ${when} ${who} · ${record}: ${what}`,
  left: (record: string) => `· ${record}`,
  more: (n: number) => `and ${n} more`,
  did: {
    moved: (stage: string) => `moved to ${stage}`,
    back: (stage: string) => `back to ${stage}`,
    pipelined: (stage: string) => `put into ${stage}`,
    won: (amount: string) => `won${amount && ` for ${amount}`}`,
    lost: (reason: string) => `given up as lost${reason && ` (${reason})`}`,
    assigned: (who: string) => `handed to ${who}`,
    amount: (amount: string) => `amount now ${amount}`,
    date: (date: string) => `close date now ${date}`,
    planned: (date: string, title: string) => `planned for ${date}: ${title}`,
    logged: (words: string) => `follow-up: ${words}`,
    noted: (words: string) => `note: ${words}`,
  },
};
