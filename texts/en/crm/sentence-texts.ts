import type { Like } from '../../shape/like.js';
import type { sentenceTexts as original } from '../../zh/crm/sentence-texts.js';
import { plural } from '../formats/formats.js';

/** What cards say of a sentence that was told as to a colleague. */
export const sentenceTexts: Like<typeof original> = {
  whose: (who: string) => `Did ${who} do this?`,
  whoseBody: (who: string) =>
    `What others did is noted by them or by a manager. Tap below to note it as yours; if it is ${who}'s, let them say it.`,
  mine: 'It is mine',
  whoseTask: (who: string) => `Is this a task for ${who}?`,
  whoseTaskHint: (who: string) => `Only a manager can give ${who} a task. Tap below to make it your own.`,
  notTheirs: (customer: string, who: string) => `${who} does not look after ${customer}. Whose task is it?`,
  whoseTaskBody: 'Nothing was written yet. A tap creates the task.',
  contactsAdded: (names: string) => `New contact: ${names}`,
  forwarded: 'Is this a forwarded message?',
  logAt: (name: string) => `Log at ${name}`,
  forwardedBody: 'Nothing was written. Tap below to log it.',
  takeDown: 'Log it',
  unsure: 'Nothing was written yet. A tap logs it as a follow-up.',
  unknown: (name: string) => `There is no customer "${name}"`,
  create: (name: string) => `Create "${name}"`,
  near: (words: string) => `Which customer is "${words}"?`,
  keptWords: 'Your words are kept; pick one and it is logged.',
  onDeal: (name: string) => `On ${name}`,
  whichCustomer: 'Which customer is this about?',
  customerExample: 'Acme',
  introduced: (customer: string) => `Contact added · ${customer}`,
  price: 'Quoted',
  budget: 'Budget',
  about: (words: string) => `about ${words}`,
  competitor: 'Competitor',
  obstacle: 'Obstacle',
  obstacles: {
    price: 'price',
    budget: 'budget',
    timing: 'timing',
    fit: 'not a fit',
    silent: 'no answer',
    decision: 'decision',
  } as Record<string, string>,
  who: 'By',
  proposed: (what: string) => `Written by a tap only: ${what}`,
  setAmount: (words: string) => `Amount ${words}`,
  setNext: (words: string) => `Plan ${words}`,
  moveTo: (stage: string) => `Move to ${stage}`,
  newDeal: (name: string) => `New deal for ${name}`,
  whichContact: (said: string) => `Which ${said}?`,
  learnt: (words: string, name: string) => `Learnt: "${words}" = ${name}`,
  notLearnt: (words: string) =>
    `"${words}" was not saved: such names belong to a team, so join one first. One letter is too short.`,
  taught: (words: string, name: string) => `Noted: "${words}" = ${name}. Say "learnt" to see and remove it.`,
  forget: 'Forget',
  forgotten: (words: string) => `"${words}" is forgotten`,
  learntTitle: 'Names learnt',
  learntNone: 'Nothing yet. Each correction teaches one.',
  learntColumns: { said: 'Said', means: 'Means', by: 'Taught by' },
  noSuch: 'There is no such name.',
  mended: (name: string) => `Corrected · ${name}`,
  nothingToMend: (minutes: number) =>
    `There is no follow-up from the last ${plural(minutes, 'minute')} to correct.`,
  whichRecord: 'Which one should I change?',
  mendWhich: 'That line was about several customers. Which one shall be changed?',
  mendWaiting:
    'The last line is not written yet, so nothing was changed. Tap a button above or say the whole line again; name the customer to change something earlier.',
  mendOthersTask:
    "This is a colleague's task, so nothing was changed. To give it to somebody else, undo it and say who shall do what, and when.",
  noSuchDate: (words: string) =>
    `There is no such day as "${words}", so nothing was written. Say it again with another date.`,
  noSuchAmount: (words: string) =>
    `I cannot read "${words}" as an amount, so nothing was written. Say it again with a plain sum.`,
  dateExample: '30 December',
  amountExample: '300k',
  mendUnclear: 'I do not see what it should be instead.',
  mendExample: 'no, Thursday',
  several: (names: string) => `Logged · ${names}`,
  waiting: (words: string) => `Not logged yet: ${words}`,
  question: 'This is a question; nothing was written.',
};
