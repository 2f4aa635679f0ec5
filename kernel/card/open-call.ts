import { isRecordNo } from '../records/record-number.js';
import type { Call, Select } from './card.js';

/** The call that opens a record: the one that its number, typed by itself, is read as. */
export const openCall = (number: string): Call => ({ command: 'find', input: { name: number } });

/** The record that a call opens and does nothing else with, or undefined. */
export function openedBy({ command, input }: Call): string | undefined {
  const { name, ...more } = input;
  const opens = command === 'find' && typeof name === 'string' && Object.keys(more).length === 0;
  return opens && isRecordNo(name) ? name : undefined;
}

/** A picker that opens one of some records. */
export const openSelect = (label: string, rows: readonly { number: string; name: string }[]): Select => ({
  kind: 'select',
  label,
  options: rows.map(({ number, name }) => ({ label: `${number} ${name}`.trim(), call: openCall(number) })),
});
