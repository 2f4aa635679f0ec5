import type { ActRead } from '../../language/reading/sentence-reading.js';
import type { Subject } from './open-subject.js';

export const blankFields = [
  'next',
  'amount',
  'stage',
  'channel',
  'contact',
  'competitor',
  'obstacle',
] as const;

export type Blank = (typeof blankFields)[number];

/** Lists what a sentence left open and its record can store. */
export function sentenceBlanks(act: ActRead, { deal }: Subject): Blank[] {
  const isOpen = deal?.status === 'open';
  return blankFields.filter((field) => {
    if (field === 'contact') return act.contacts.length === 0;
    if (field === 'amount' || field === 'stage') return isOpen && act[field] === undefined;
    if (field === 'channel') return act.act === 'log' && act.channel === undefined;
    return act[field] === undefined;
  });
}
