/** The records people know by a number, and the letter before it: deal 12 is 'D-12'. */
export const recordLetters = { deal: 'D', lead: 'L', customer: 'C', task: 'T' } as const;

export type NumberedType = keyof typeof recordLetters;

interface Numbered {
  no: number;
}

/** Writes a record's number: 'D-12'. */
export const recordNo = (type: NumberedType, no: number): string => `${recordLetters[type]}-${no}`;

export const dealNo = ({ no }: Numbered): string => recordNo('deal', no);
export const leadNo = ({ no }: Numbered): string => recordNo('lead', no);
export const customerNo = ({ no }: Numbered): string => recordNo('customer', no);
export const taskNo = ({ no }: Numbered): string => recordNo('task', no);

/** Whether a type of record is one that people know by a number. */
export const isNumbered = (type: string): type is NumberedType => Object.hasOwn(recordLetters, type);

/** The letters as a class of a regular expression. */
export const recordLetterClass = `[${Object.values(recordLetters).join('')}]`;

const typed = new RegExp(`^(${recordLetterClass})[-\\s]?(\\d{1,9})$`, 'i');
const types = new Map(Object.entries(recordLetters).map(([type, letter]) => [letter, type as NumberedType]));

/** Reads 'd12', 'D-12' or 'D 12' where that is the whole text, or undefined if it is no record number. */
export function recordNumber(words: string): { type: NumberedType; no: number } | undefined {
  const [, letter = '', no] = typed.exec(words.trim()) ?? [];
  const type = types.get(letter.toUpperCase() as 'D');
  return type && { type, no: Number(no) };
}

/** A number exactly as `recordNo` writes it. */
const written = new RegExp(`\\b${recordLetterClass}-\\d+\\b`, 'g');

/** The numbers in a text, as `recordNo` writes them and in their order. */
export const recordNumbersIn = (text: string): string[] => text.match(written) ?? [];

/** Whether the whole text is a number as `recordNo` writes it. */
export const isRecordNo = (text: string): boolean => recordNumbersIn(text)[0] === text;

/** Articles have numbers of their own, which no act on records takes: 'A-3'. */
export const articleNo = ({ no }: Numbered): string => `A-${no}`;

/** Reads 'a3' or 'A-3', or undefined if the text is no article number. */
export function articleNumber(words: string): number | undefined {
  const [, no] = /^A-?(\d{1,9})$/i.exec(words.trim()) ?? [];
  return no === undefined ? undefined : Number(no);
}
