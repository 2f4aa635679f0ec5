import type { Like } from '../../shape/like.js';
import type { deliveryTexts as original } from '../../zh/jobs/delivery-texts.js';
import { plural } from '../formats/formats.js';

/** What admins are told of posts that did not arrive, and of acts that were given up. */
export const deliveryTexts: Like<typeof original> = {
  title: (count) => `${plural(count, 'message')} not delivered`,
  said: 'These messages could not be sent, and no further attempt is made.',
  saidPeople: (people) =>
    `These messages were not delivered. ${people === 1 ? 'One person has' : `${people} people have`} never written to the bot: ask them to send it a word first.`,
  what: 'Message',
  toWhom: 'To',
  why: 'Reason',
  neverSpoke: 'Has never written to the bot',
  andMore: (title, more) => `${title} and ${more} more`,
  more: (count) => `${count} more not listed.`,
  sendAgain: 'Send again',
  all: 'all',
  queuedAgain: (count) => `${plural(count, 'message')} queued again.`,
  nothingDead: 'No message has failed.',
  deadAct: 'A message could not be handled',
  givenUp: (name) =>
    `This message from ${name} failed again and again, and no further attempt is made. Check with them and have it sent again:`,
  seeLog: (incident) => `The log has the details under ${incident}.`,
};
