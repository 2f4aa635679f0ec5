import type { Locale } from '../../texts/languages.js';
import { textsIn } from '../../texts/languages.js';
import type { Action, Button, CardNode, Link, Say, Select } from '../card/card.js';
import { isBlank, oneLine } from './text-width.js';

/** Where a control cannot be shown, people are told what to type for it. */
export interface TypedReplies {
  /** The label of a select, above the lines of its options. */
  heading: string;
  lines: string[];
}

/** `推进：回复「推 D-12」` for a button; the label and one such line per option for a select. */
export function typedReplies(action: Button | Select, say: Say, locale: Locale): TypedReplies {
  const texts = textsIn(locale).reply;
  const line = (item: Pick<Button, 'label' | 'call'>) => {
    const typed = texts.typed(say(item.call));
    return isBlank(item.label) ? typed : texts.pair(oneLine(item.label), typed);
  };
  if (action.kind === 'button') return { heading: '', lines: [line(action)] };
  return { heading: isBlank(action.label) ? '' : oneLine(action.label), lines: action.options.map(line) };
}

/** The words on a control: its label, or what one would type for it when the label is empty. */
export function actionLabel(item: Pick<Button, 'label' | 'call'>, say: Say): string {
  return oneLine(isBlank(item.label) ? say(item.call) : item.label);
}

export function linkLabel(link: Link, locale: Locale): string {
  return isBlank(link.label) ? textsIn(locale).reply.open : oneLine(link.label);
}

/** A link that cannot be made live, as plain text. */
export function linkLine(link: Link, locale: Locale): string {
  const [label, url] = [oneLine(link.label), oneLine(link.url)];
  if (isBlank(label) || isBlank(url)) return isBlank(label) ? url : label;
  return textsIn(locale).reply.pair(label, url);
}

/** `标签：值` of a fact; an empty half is left out. */
export function fieldLine(item: { label: string; value: string }, locale: Locale): string {
  if (isBlank(item.label)) return item.value;
  return textsIn(locale).reply.pair(
    oneLine(item.label),
    isBlank(item.value) ? textsIn(locale).reply.blank : item.value,
  );
}

export type TableNode = Extract<CardNode, { kind: 'table' }>;

/** Header and rows made equally wide (no cell is lost when a row is longer than the header). */
export function tableGrid(table: TableNode): { header: string[] | null; rows: string[][]; width: number } {
  const width = Math.max(table.columns.length, ...table.rows.map((row) => row.length), 0);
  const full = (cells: string[]) => Array.from({ length: width }, (_, at) => oneLine(cells[at] ?? ''));
  const header = full(table.columns.map((column) => column.label));
  return { header: header.every(isBlank) ? null : header, rows: table.rows.map(full), width };
}

/** A table as lines, `阶段 · 数量 · 金额`; the header, if any, comes first. */
export function tableLines(table: TableNode): { header: string | null; rows: string[] } {
  const { header, rows } = tableGrid(table);
  const line = (cells: string[]) => cells.map((cell) => (isBlank(cell) ? '–' : cell)).join(' · ');
  return { header: header && line(header), rows: rows.filter((row) => row.length > 0).map(line) };
}

export const isLink = (action: Action): action is Link => action.kind === 'link';
