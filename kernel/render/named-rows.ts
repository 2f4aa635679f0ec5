import type { Action, Call, Card, CardNode } from '../card/card.js';
import { isRecordNo, recordNumbersIn } from '../records/record-number.js';
import { charWidth, oneLine } from './text-width.js';

/** Widest label that a name is added to, in full-width characters: more is cut by some clients. Words are kept whole. */
const widest = { han: 10, words: 15 };

/**
 * The card with each action on one of its rows named after the row: 推进 ("advance") beside L-4 becomes 推进 L-4 华星光电.
 * Where a platform draws all buttons below the card, a bare verb would act on a row that nobody chose.
 */
export function withNamedRows(card: Card): Card {
  const rows = rowNames(card);
  if (rows.size === 0 || !card.nodes.some((node) => node.kind === 'actions')) return card;
  const about = recordAbout(card);
  const nodes = card.nodes.map((node) =>
    node.kind === 'actions' ? { ...node, items: node.items.map((item) => named(item, rows, about)) } : node,
  );
  return { ...card, nodes };
}

function named(item: Action, rows: ReadonlyMap<string, string>, about: string | undefined): Action {
  if (item.kind === 'link') return item;
  const needs = (calls: readonly Call[]): string | undefined => {
    const numbers = new Set(calls.map(recordOf));
    const [number] = numbers;
    return numbers.size === 1 && number !== about ? number : undefined;
  };
  if (item.kind === 'button') return { ...item, label: labelWith(item.label, needs([item.call]), rows) };
  const row = needs(item.options.map(({ call }) => call));
  const isNamed = row !== undefined && item.options.every(({ label }) => label.includes(row));
  if (isNamed) return item;
  if (row !== undefined) return { ...item, label: labelWith(item.label, row, rows) };
  const options = item.options.map((one) => ({
    ...one,
    label: labelWith(one.label, needs([one.call]), rows),
  }));
  return { ...item, options };
}

function labelWith(label: string, number: string | undefined, rows: ReadonlyMap<string, string>): string {
  const name = number === undefined ? undefined : rows.get(number);
  if (number === undefined || name === undefined) return label;
  if (label.includes(number) || (name !== '' && label.includes(name))) return label;
  const start = `${oneLine(label)} ${number}`.trim();
  const isHan = /\p{Script=Han}/u.test(name);
  let shown = name;
  while (shown !== '' && charWidth(`${start} ${shown}`) > (isHan ? widest.han : widest.words))
    shown = isHan ? [...shown].slice(0, -1).join('') : '';
  // A single letter of a name says nothing.
  return [...shown].length < Math.min(2, [...name].length) || shown === '' ? start : `${start} ${shown}`;
}

/** The record that a call acts on, or undefined if it names none. */
const recordOf = ({ input }: Call): string | undefined =>
  Object.values(input).find((value): value is string => typeof value === 'string' && isRecordNo(value));

/** The record that the whole card is about ('D-12'): the one that its key ends with. */
function recordAbout({ key }: Card): string | undefined {
  const last = key.split(':').at(-1) ?? '';
  return isRecordNo(last) ? last : undefined;
}

/** The rows of a card: each record that begins a line or a table's row, and what it is called there. */
function rowNames({ nodes }: Card): Map<string, string> {
  const rows = new Map<string, string>();
  for (const line of nodes.flatMap(linesOf)) {
    const [number] = recordNumbersIn(line);
    if (number === undefined || rows.has(number) || !startsRow(line, number)) continue;
    const after = line.slice(line.indexOf(number) + number.length).replace(/^[\s·:：]+/u, '');
    rows.set(number, (/^[^·|]+?(?=\s|·|\||$)/u.exec(after)?.[0] ?? '').trim());
  }
  return rows;
}

/** Whether a record begins the line; "3. D-12 …" does too. */
export const startsRow = (line: string, number: string): boolean =>
  /^(?:\d+[.、]\s*)?$/u.test(line.slice(0, line.indexOf(number)).trim());

function linesOf(node: CardNode): string[] {
  if (node.kind === 'text') return node.text.split('\n');
  return node.kind === 'table' ? node.rows.map((row) => row.join(' · ')) : [];
}
