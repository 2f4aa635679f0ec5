import type { Locale } from '../../texts/languages.js';

/**
 * A card is an answer, alert or report as a plain tagged object, which each platform's renderer turns into
 * its own payload. It holds data only, so that it can be stored, compared and replayed.
 */

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** One call of a command: what a button does, a form submits, a typed line is read into. */
export interface Call {
  command: string;
  input: Record<string, Json>;
  /** Words of a typed line that nothing took: the call is not carried out before they are asked about. */
  loose?: string;
}

export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad';

export interface Button {
  kind: 'button';
  label: string;
  call: Call;
  style?: 'primary' | 'danger';
  /**
   * Question asked before the call. Where a platform asks none, the tap comes without `sure` in its call, and the command
   * answers with the question.
   */
  confirm?: string;
  /** The row of the card that it acts on ('D-12'): the card of that record has it too. */
  row?: string;
}

/** A choice of calls, for what would be too many buttons. */
export interface Select {
  kind: 'select';
  label: string;
  options: { label: string; call: Call }[];
  /** The row that all options act on, the likeliest first; see `Button`. */
  row?: string;
}

export interface Link {
  kind: 'link';
  label: string;
  url: string;
}

export type Action = Button | Select | Link;

/** What stands in place of a node where a card has to be one screen. */
export interface OneScreen {
  /** Shorter words. */
  brief?: string;
  /** The call of a button of the card that tells what the node tells: the node is left out. */
  behind?: Call;
}

export type CardNode =
  | ({ kind: 'text'; text: string; style?: 'plain' | 'strong' | 'quote' } & OneScreen)
  | { kind: 'fields'; items: { label: string; value: string }[] }
  | ({
      kind: 'table';
      columns: { label: string; align?: 'left' | 'right' }[];
      rows: string[][];
    } & Pick<OneScreen, 'behind'>)
  | { kind: 'image'; alt: string /** Address of a picture on the web. */; url: string }
  | { kind: 'image'; alt: string; chart: Chart }
  | { kind: 'divider' }
  | ({ kind: 'context'; text: string } & OneScreen)
  | { kind: 'actions'; items: Action[] };

/**
 * A chart as data: it is drawn when it is sent, so that the card can be stored, compared and replayed. A
 * table beside it holds the same figures.
 */
export interface Chart {
  kind: 'bars' | 'lines' | 'funnel' | 'waterfall';
  title: string;
  /** Names along the axis, or of a funnel's steps. */
  labels: string[];
  /** One value per label; a funnel and a waterfall (a sum, its changes, the new sum) have one series. */
  series: { name: string; values: number[] }[];
  /** Unit of the values; 'money' in minor units. */
  unit: 'count' | 'money' | 'percent';
  /** The currency of money. */
  currency?: string;
}

/** Finds a chart's picture in a platform's terms (a file id, an address), or undefined. */
export type Picture = (chart: Chart) => string | undefined;

export interface Card {
  /**
   * Identifies what the card shows ('deal:D-12', 'report:weekly:…'): cards with the same key are one card.
   */
  key: string;
  title: string;
  subtitle?: string;
  tone: Tone;
  nodes: CardNode[];
  /**
   * The id of the person whom the card asks: it may hold words of theirs that are not written yet, so nobody else may tap
   * it. Absent: anybody may who has the right.
   */
  askedOf?: string;
  /** The record that words after it are about ('D-12'); that of its key if absent. */
  about?: string;
  /** Files that go with it to the person who asked, and to nobody else. */
  files?: CardFile[];
  /** The language in which an answer is worded, where no drawing tells it: of a question, a refusal. */
  locale?: Locale;
  /** How the card came about; kept with the message that shows it, so that it can be drawn anew. */
  drawing?: Drawing;
}

/** A file as data: how its bytes are made when it is delivered, never the bytes. */
export interface CardFile {
  /** With its ending. */
  name: string;
  mime: string;
  call: Call;
  /** The id of the person for whom it is made, with the rights that they have by then. */
  by: string;
}

/** A card that is nothing but a file. */
export const aloneOf = (file: CardFile): Card => ({
  key: 'file',
  title: file.name,
  tone: 'neutral',
  nodes: [],
  files: [file],
});

/** The file that a card is, or undefined if it says something itself. */
export const fileAlone = ({ nodes, files }: Card): CardFile | undefined =>
  nodes.length === 0 ? files?.[0] : undefined;

/** The call that drew a card, the moment as of which it did (ISO), and the language. */
export interface Drawing {
  call: Call;
  at: string;
  locale: Locale;
  /** The person who asked, and the act that the card answers; absent if the clock asked. */
  by?: string;
  act?: string;
}

/** The language that a card was drawn in, or `reader` if it does not tell. */
export const localeOfCard = ({ drawing, locale }: Pick<Card, 'drawing' | 'locale'>, reader: Locale): Locale =>
  drawing?.locale ?? locale ?? reader;

/** Writes a call as the line a person would type (`推 D-12`, "move D-12"); every action has one. */
export type Say = (call: Call) => string;
/** The same in the reader's language, by default the company's. */
export type SayIn = (call: Call, locale?: Locale) => string;

/** A change of form that a renderer made; changes are reported, words are never dropped. */
export interface Loss {
  /** What was changed: the node's kind, or 'title', 'subtitle', 'tone', 'confirm'. */
  what: CardNode['kind'] | 'title' | 'subtitle' | 'tone' | 'confirm' | 'select' | 'link' | 'style';
  /** What it became ('as typed replies', 'as lines', 'second message'). */
  how: string;
}

export interface Rendered<Message> {
  messages: Message[];
  losses: Loss[];
}

/**
 * Lists every word of a card that people read, in reading order: the first law of rendering keeps them all.
 */
export function wordsOf(card: Card): string[] {
  const words = [card.title, card.subtitle ?? ''];
  for (const node of card.nodes) {
    if (node.kind === 'text' || node.kind === 'context') words.push(node.text);
    else if (node.kind === 'fields') words.push(...node.items.flatMap((item) => [item.label, item.value]));
    else if (node.kind === 'table') words.push(...node.columns.map((c) => c.label), ...node.rows.flat());
    else if (node.kind === 'image') words.push(node.alt);
  }
  return words.filter((word) => word !== '');
}

/** Lists a card's charts in reading order. */
export function chartsOf(card: Card): Chart[] {
  return card.nodes.flatMap((node) => (node.kind === 'image' && 'chart' in node ? [node.chart] : []));
}

/** Lists a card's actions in reading order: the second law of rendering keeps them all. */
export function actionsOf(card: Card): Action[] {
  return card.nodes.flatMap((node) => (node.kind === 'actions' ? node.items : []));
}

/** Lists every call that a card offers, including those in selects. */
export function callsOf(card: Card): Call[] {
  return actionsOf(card).flatMap((action) => {
    if (action.kind === 'button') return [action.call];
    return action.kind === 'select' ? action.options.map((option) => option.call) : [];
  });
}

export const text = (
  text: string,
  style?: 'plain' | 'strong' | 'quote',
): Extract<CardNode, { kind: 'text' }> => ({
  kind: 'text',
  text,
  ...(style ? { style } : {}),
});

/** A right-aligned column of figures. */
export const right = (label: string) => ({ label, align: 'right' as const });

export const context = (text: string): Extract<CardNode, { kind: 'context' }> => ({ kind: 'context', text });

export const divider: CardNode = { kind: 'divider' };

/** Builds a node of label/value facts; leaves out empty values, and the node if nothing is left. */
export function fields(...items: [label: string, value: string | null | undefined][]): CardNode[] {
  const filled = items.flatMap(([label, value]) => (value ? [{ label, value }] : []));
  return filled.length > 0 ? [{ kind: 'fields', items: filled }] : [];
}

export const table = (
  columns: (string | { label: string; align: 'right' })[],
  rows: string[][],
): CardNode => ({
  kind: 'table',
  columns: columns.map((column) => (typeof column === 'string' ? { label: column } : column)),
  rows,
});

/** Builds a row of actions, or nothing if it would be empty. */
export function actions(...items: (Action | false | null | undefined)[]): CardNode[] {
  const shown = items.filter((item): item is Action => Boolean(item));
  return shown.length > 0 ? [{ kind: 'actions', items: shown }] : [];
}

export const button = (
  label: string,
  command: string,
  input: Record<string, Json> = {},
  more: Pick<Button, 'style' | 'confirm'> = {},
): Button => ({ kind: 'button', label, call: { command, input }, ...more });

/** Marks what acts on a row of the card, and is on the card of that record too. */
export const ofRow = <A extends Button | Select>(row: string, action: A): A => ({ ...action, row });

/** Whether a card is short enough for a digest: an alert is, a report or a file is not. */
export const digestible = (card: Card): boolean =>
  card.files === undefined && card.nodes.every((node) => node.kind !== 'table' && node.kind !== 'image');
