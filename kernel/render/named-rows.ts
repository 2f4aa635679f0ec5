import type { Action, Call, Card, CardNode } from '../card/card.js';
import { isRecordNo, recordNumbersIn } from '../records/record-number.js';
import { tableGrid } from './lines.js';
import { charWidth, isBlank, oneLine } from './text-width.js';

/** Widest label that a name is added to, in full-width characters: more is cut by some clients. */
const widest = { han: 10, words: 15 };

/** Widest label that opens a row, in full-width characters: what a phone shows of an option. */
const widestOpening = 10;

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

/** A label with its row's number, and as much of the row's name as there is room for. */
export function labelWith(
  label: string,
  number: string | undefined,
  rows: ReadonlyMap<string, string>,
): string {
  const name = number === undefined ? undefined : rows.get(number);
  // What to type names the row by itself.
  if (number === undefined || name === undefined || isBlank(label)) return label;
  if (label.includes(number) || (name !== '' && label.includes(name))) return label;
  const start = `${oneLine(label)} ${number}`.trim();
  return withName(start, name, /\p{Script=Han}/u.test(name) ? widest.han : widest.words);
}

/** What opens a row is called: `D-12 长风汽车`. */
export const openingLabel = (number: string, name: string): string => withName(number, name, widestOpening);

/** Adds as much of a name as fits: whole words, or letters of the first one where it is Chinese. */
function withName(start: string, name: string, most: number): string {
  const fits = (shown: string) => charWidth(`${start} ${shown}`) <= most;
  const words = name.split(/\s+/u);
  let shown = words
    .slice(
      0,
      longest(words.length, (count) => fits(words.slice(0, count).join(' '))),
    )
    .join(' ');
  const [first = ''] = words;
  if (shown === '' && /^\p{Script=Han}/u.test(first)) {
    const letters = [...first];
    // A single letter of a name says nothing.
    const count = longest(letters.length, (some) => fits(letters.slice(0, some).join('')));
    shown = count < 2 ? '' : letters.slice(0, count).join('');
  }
  const told = shown === name ? shown : shown.replace(/(?:\s+(?:&|and|of|the|for|in)|[,，、])+$/iu, '');
  return told === '' ? start : `${start} ${told}`;
}

/** The greatest count up to `all` that fits, if each smaller one does; 0 if none. */
function longest(all: number, fits: (count: number) => boolean): number {
  let count = 0;
  while (count < all && fits(count + 1)) count += 1;
  return count;
}

/** The record that a call acts on, or undefined if it names none. */
const recordOf = ({ input }: Call): string | undefined =>
  Object.values(input).find((value): value is string => typeof value === 'string' && isRecordNo(value));

/** The record that the whole card is about ('D-12'): the one that its key ends with. */
export function recordAbout({ key }: Pick<Card, 'key'>): string | undefined {
  const last = key.split(':').at(-1) ?? '';
  return isRecordNo(last) ? last : undefined;
}

/** The rows of a card: each record that begins a line or a table's row, and what it is called there. */
export function rowNames({ nodes }: Pick<Card, 'nodes'>): Map<string, string> {
  const rows = new Map<string, string>();
  for (const cells of nodes.flatMap(linesOf)) {
    const [line = '', next = ''] = cells;
    const [number] = recordNumbersIn(line);
    if (number === undefined || rows.has(number) || !startsRow(line, number)) continue;
    const after = line.slice(line.indexOf(number) + number.length).replace(/^[\s·:：]+/u, '');
    const [name = ''] = after.split(/\s+[·|]\s+|[|]/u);
    rows.set(number, oneLine(name) || oneLine(next));
  }
  return rows;
}

/** Whether a record begins the line; "3. D-12 …" does too. */
export const startsRow = (line: string, number: string): boolean =>
  /^(?:\d+[.、]\s*)?$/u.test(line.slice(0, line.indexOf(number)).trim());

/** The lines of a text, and the rows of a table, each in cells. */
function linesOf(node: CardNode): string[][] {
  if (node.kind === 'text') return node.text.split('\n').map((line) => [line]);
  return node.kind === 'table' ? tableGrid(node).rows : [];
}
