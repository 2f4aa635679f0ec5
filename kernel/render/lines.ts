import type { Locale } from '../../texts/languages.js';
import { textsIn } from '../../texts/languages.js';
import type { Action, Button, CardNode, Link, Say, Select } from '../card/card.js';
import { isBlank, oneLine } from './text-width.js';

/** What to type for a control that cannot be shown. */
export interface TypedReplies {
  /** Label of a select, above the lines of its options. */
  heading: string;
  lines: string[];
}

/**
 * Writes `推进：回复「推 D-12」` ("Move: reply 'move D-12'") for a button; for a select, its label and one such line
 * per option.
 */
export function typedReplies(action: Button | Select, say: Say, locale: Locale): TypedReplies {
  const texts = textsIn(locale).reply;
  const line = (item: Pick<Button, 'label' | 'call'>) => {
    const typed = texts.typed(say(item.call));
    return isBlank(item.label) ? typed : texts.pair(oneLine(item.label), typed);
  };
  if (action.kind === 'button') return { heading: '', lines: [line(action)] };
  const heading = isBlank(action.label) ? '' : oneLine(action.label);
  const one = inOneLine(action.options, say);
  return {
    heading,
    lines: one ? [texts.typedOneOf(one.said, one.first, one.others)] : action.options.map(line),
  };
}

/** Fewest options that are told in one line. */
const many = 3;

/**
 * What to type for the first of many options whose lines differ in their labels alone, and the other labels; undefined if
 * they differ in more.
 */
function inOneLine(
  options: Select['options'],
  say: Say,
): { said: string; first: string; others: string[] } | undefined {
  const [first, ...others] = options.map(({ label, call }) => ({ label: oneLine(label), said: say(call) }));
  if (!first || options.length < many || isBlank(first.label)) return undefined;
  const [before, after, ...more] = first.said.split(first.label);
  if (before === undefined || after === undefined || more.length > 0) return undefined;
  const isAlike = others.every(({ label, said }) => !isBlank(label) && said === `${before}${label}${after}`);
  return isAlike
    ? { said: first.said, first: first.label, others: others.map(({ label }) => label) }
    : undefined;
}

/** Words on a control: its label, or what to type for it if the label is empty. */
export function actionLabel(item: Pick<Button, 'label' | 'call'>, say: Say): string {
  return oneLine(isBlank(item.label) ? say(item.call) : item.label);
}

/** Words on a link: its label, or "open" if the label is empty. */
export function linkLabel(link: Link, locale: Locale): string {
  return isBlank(link.label) ? textsIn(locale).reply.open : oneLine(link.label);
}

/** Writes a link that cannot be made live as plain text. */
export function linkLine(link: Link, locale: Locale): string {
  const [label, url] = [oneLine(link.label), oneLine(link.url)];
  if (isBlank(label) || isBlank(url)) return isBlank(label) ? url : label;
  return textsIn(locale).reply.pair(label, url);
}

/** Writes a fact as `标签：值` ("label: value"); leaves out an empty label. */
export function fieldLine(item: { label: string; value: string }, locale: Locale): string {
  if (isBlank(item.label)) return item.value;
  return textsIn(locale).reply.pair(
    oneLine(item.label),
    isBlank(item.value) ? textsIn(locale).reply.blank : item.value,
  );
}

export type TableNode = Extract<CardNode, { kind: 'table' }>;

/** Pads header and rows to the same width, so that no cell is lost in a row longer than the header. */
export function tableGrid(table: TableNode): { header: string[] | null; rows: string[][]; width: number } {
  const width = Math.max(table.columns.length, ...table.rows.map((row) => row.length), 0);
  const full = (cells: string[]) => Array.from({ length: width }, (_, at) => oneLine(cells[at] ?? ''));
  const header = full(table.columns.map((column) => column.label));
  return { header: header.every(isBlank) ? null : header, rows: table.rows.map(full), width };
}

/** Writes a table as lines, `阶段 · 数量 · 金额` ("stage · count · amount"), with its header apart. */
export function tableLines(table: TableNode): { header: string | null; rows: string[] } {
  const { header, rows } = tableGrid(table);
  const line = (cells: string[]) => cells.map((cell) => (isBlank(cell) ? '–' : cell)).join(' · ');
  return { header: header && line(header), rows: rows.filter((row) => row.length > 0).map(line) };
}

export const isLink = (action: Action): action is Link => action.kind === 'link';
