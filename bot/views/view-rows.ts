import { type Call, type Card, type CardNode, callsOf } from '../../kernel/card/card.js';
import { isNumbered, isRecordNo, recordNumbersIn } from '../../kernel/records/record-number.js';

/** Most records kept of one card. */
const most = 60;

/** What a card about one record begins its key with once its receipt is what it shows. */
const receiptSign = 'receipt:';

/** The record that a card is about and always shows as it is now ('D-12'), or undefined for every other card. */
export function recordOfKey(key: string): string | undefined {
  const [type = '', number = '', ...more] = key.split(':');
  return more.length === 0 && isNumbered(type) && isRecordNo(number) ? number : undefined;
}

/** The record that words in answer to a card are about: the one that its key ends with, or undefined. */
export function recordOfAnswer(key: string): string | undefined {
  const number = key.split(':').at(-1) ?? '';
  return isRecordNo(number) ? number : undefined;
}

/** The record that the next words of a talk are about once a card was shown, or undefined if it is about none. */
export const topicOf = ({ about, key }: Card): string | undefined => about ?? recordOfAnswer(key);

/** Whether a card says what was written down, and goes on saying it. */
export const isReceipt = (key: string): boolean => key.startsWith(receiptSign);

/** Whether a card asks, and becomes what is answered. */
export const isQuestionCard = (key: string): boolean => /^(ask|choose|duplicates|error)\b/.test(key);

/** The records that a card shows or offers to act on, in their order. */
export function recordsOn(card: Card): string[] {
  const only = recordOfKey(card.key);
  if (only) return [only];
  const found = new Set(recordNumbersIn(card.key));
  for (const node of card.nodes) for (const number of recordsIn(node)) found.add(number);
  return [...found].slice(0, most);
}

function recordsIn(node: CardNode): string[] {
  switch (node.kind) {
    case 'text':
      return recordNumbersIn(node.text);
    case 'table':
      return node.rows.flatMap((row) => row.flatMap(recordNumbersIn));
    case 'fields':
      return node.items.flatMap(({ value }) => recordNumbersIn(value));
    case 'actions':
      return callsOf({ nodes: [node] } as unknown as Card).flatMap(recordsOfCall);
    default:
      return [];
  }
}

/** The records that a call names. */
export const recordsOfCall = ({ input }: Call): string[] =>
  Object.values(input).filter((value): value is string => typeof value === 'string' && isRecordNo(value));
