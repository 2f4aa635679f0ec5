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
    `${plural(count, 'deal')} to review${amount && ` worth ${amount}`}, highest value at risk first.`,
  nothing: 'No deals to review: none are stalled, pushed, overdue, inactive or missing a next step.',
  nothingNow: 'No meeting in progress here.',
  why: {
    stalled: (days: number) => `no follow-up in ${plural(days, 'workday')}`,
    'too-long': (days: number) => `${plural(days, 'workday')} in stage`,
    'plan-over': () => 'next step overdue',
    overdue: (days: number) => `${plural(days, 'day')} past its close date`,
    slipped: (times: number) => `close date pushed ${howOften(times)}`,
    ghost: () => 'looks inactive',
    'no-step': () => 'no next step',
    big: () => 'big deal',
  },
  move: 'Next stage',
  redate: 'Change close date',
  hand: 'Reassign',
  giveUp: 'Mark lost',
  note: 'Note',
  end: 'End meeting',
  list: 'Agenda',
  decidedNow: (words: string) => `✓ ${words}`,
  isWon: 'won',
  isLost: 'lost',
  startedBy: (who: string, when: string) => `Started by ${who} ${when}. End the meeting to get the minutes`,
  again: (when: string) => `In progress since ${when}. Here's the current agenda`,
  decided: (done: number, all: number, left: number) =>
    `${done} of ${plural(all, 'deal')} decided${left > 0 ? `, ${left} left` : ''}.`,
  none: 'No agenda items and no decisions.',
  decisions: 'Decisions',
  others: 'Other changes during the meeting',
  undecided: 'Still open',
  span: (from: string, to: string, who: string) => `${from} – ${to} · ${who}`,
  byClock: 'ended automatically at the end of the day',
  endedBy: (who: string) => `ended by ${who}`,
  line: (n: number, when: string, who: string, record: string, what: string) =>
    `${n}. ${when} ${who} · ${record}: ${what}`,
  left: (record: string) => `· ${record}`,
  more: (n: number) => `and ${n} more`,
  did: {
    moved: (stage: string) => `moved to ${stage}`,
    back: (stage: string) => `moved back to ${stage}`,
    pipelined: (stage: string) => `pipeline changed, now in ${stage}`,
    won: (amount: string) => `won${amount && ` for ${amount}`}`,
    lost: (reason: string) => `marked as lost${reason && ` (${reason})`}`,
    assigned: (who: string) => `reassigned to ${who}`,
    amount: (amount: string) => `amount changed to ${amount}`,
    date: (date: string) => `close date changed to ${date}`,
    planned: (date: string, title: string) => `planned for ${date}: ${title}`,
    logged: (words: string) => `follow-up: ${words}`,
    noted: (words: string) => `note: ${words}`,
  },
};
