import type { Like } from '../../shape/like.js';
import type { deliveryTexts as original } from '../../zh/jobs/delivery-texts.js';
import { plural } from '../formats/formats.js';

/** What admins are told of posts that did not arrive, and of acts that were given up. */
export const deliveryTexts: Like<typeof original> = {
  title: (count) => `${plural(count, 'message')} not delivered`,
  said: "I couldn't send these messages and have stopped trying.",
  saidPeople: (people) =>
    `I couldn't deliver these messages. ${people === 1 ? 'One person has' : `${people} people have`} never messaged me: ask them to say hello first.`,
  what: 'Message',
  toWhom: 'To',
  why: 'Reason',
  neverSpoke: 'Has never messaged the bot',
  andMore: (title, more) => `${title} and ${more} more`,
  more: (count) => `${count} more not shown.`,
  sendAgain: 'Resend',
  all: 'all',
  queuedAgain: (count) => `Resending ${plural(count, 'message')}.`,
  nothingDead: 'No failed messages.',
  deadAct: "A message couldn't be processed",
  givenUp: (name) =>
    `This message from ${name} failed repeatedly, so I've stopped trying. Ask them to send it again:`,
  seeLog: (incident) => `Details are in the log under ${incident}.`,
};
