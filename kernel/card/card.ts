/**
 * A Card is what every answer, alert and report is made of: a plain tagged object that each platform's
 * renderer turns into its own payload. It holds data only, so it can be stored, compared and replayed.
 */

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** One call of a command: what a button does, what a form submits, what a line of text is read into. */
export interface Call {
  command: string;
  input: Record<string, Json>;
}

export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad';

export interface Button {
  kind: 'button';
  label: string;
  call: Call;
  style?: 'primary' | 'danger';
  /** Asked before the call is made; for what cannot be undone. */
  confirm?: string;
}

/** A choice among calls; used where a row of buttons would be too long. */
export interface Select {
  kind: 'select';
  label: string;
  options: { label: string; call: Call }[];
}

export interface Link {
  kind: 'link';
  label: string;
  url: string;
}

export type Action = Button | Select | Link;

export type CardNode =
  | { kind: 'text'; text: string; style?: 'plain' | 'strong' | 'quote' }
  | { kind: 'fields'; items: { label: string; value: string }[] }
  | { kind: 'table'; columns: { label: string; align?: 'left' | 'right' }[]; rows: string[][] }
  | { kind: 'image'; alt: string /** Of a picture on the web. */; url: string }
  | { kind: 'image'; alt: string; chart: Chart }
  | { kind: 'divider' }
  | { kind: 'context'; text: string }
  | { kind: 'actions'; items: Action[] };

/**
 * A chart as data: it is drawn only where it is sent, so a card can be stored, compared and replayed. The same
 * figures stand in a table beside it.
 */
export interface Chart {
  kind: 'bars' | 'lines' | 'funnel' | 'waterfall';
  title: string;
  /** Names along the axis, or of the steps of a funnel. */
  labels: string[];
  /** One value for each label; a funnel and a waterfall (a sum, what changed it, the sum after) have one series. */
  series: { name: string; values: number[] }[];
  /** How values are written: 'money' in minor units. */
  unit: 'count' | 'money' | 'percent';
}

/** Where a chart's picture is, in a platform's own words (a file's id, an address); undefined where it has none. */
export type Picture = (chart: Chart) => string | undefined;

export interface Card {
  /** Names the thing the card shows ('deal:D-12', 'report:weekly:…'): cards with one key are one card. */
  key: string;
  title: string;
  subtitle?: string;
  tone: Tone;
  nodes: CardNode[];
}

/** Writes a call as the line a person would type for it (`推 D-12`); every action has one. */
export type Say = (call: Call) => string;

/** One change of form a renderer had to make; a change is told, a word is never dropped. */
export interface Loss {
  /** What was changed: the node's kind, or 'title', 'subtitle', 'tone', 'confirm'. */
  what: CardNode['kind'] | 'title' | 'subtitle' | 'tone' | 'confirm' | 'select' | 'link' | 'style';
  /** What became of it, in a few words ('as typed replies', 'as lines', 'second message'). */
  how: string;
}

export interface Rendered<Message> {
  messages: Message[];
  losses: Loss[];
}

/** Every word of a card that people read, in reading order; what the first law of rendering protects. */
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

/** Every chart of a card in reading order. */
export function chartsOf(card: Card): Chart[] {
  return card.nodes.flatMap((node) => (node.kind === 'image' && 'chart' in node ? [node.chart] : []));
}

/** Every action of a card in reading order; what the second law of rendering protects. */
export function actionsOf(card: Card): Action[] {
  return card.nodes.flatMap((node) => (node.kind === 'actions' ? node.items : []));
}

/** Every call that a card offers, those inside selects included. */
export function callsOf(card: Card): Call[] {
  return actionsOf(card).flatMap((action) => {
    if (action.kind === 'button') return [action.call];
    return action.kind === 'select' ? action.options.map((option) => option.call) : [];
  });
}

export const text = (text: string, style?: 'plain' | 'strong' | 'quote'): CardNode => ({
  kind: 'text',
  text,
  ...(style ? { style } : {}),
});

/** A column of figures. */
export const right = (label: string) => ({ label, align: 'right' as const });

export const context = (text: string): CardNode => ({ kind: 'context', text });

export const divider: CardNode = { kind: 'divider' };

/** Label/value facts; those without a value are left out, an empty list is no node. */
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

/** A row of actions; an empty row is no node. */
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

/** Whether a card is short enough to be a line among others: an alert is, a report is not. */
export const digestible = (card: Card): boolean =>
  card.nodes.every((node) => node.kind !== 'table' && node.kind !== 'image');
