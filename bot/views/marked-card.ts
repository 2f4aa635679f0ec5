import { hidden } from '../../crm/access/visibility.js';
import {
  type Action,
  actions,
  type Call,
  type Card,
  type CardNode,
  context,
} from '../../kernel/card/card.js';
import { recordNumbersIn } from '../../kernel/records/record-number.js';
import { startsRow } from '../../kernel/render/named-rows.js';
import { isQuestionCard, isReceipt, recordsOfCall } from './view-rows.js';

/** What became of a record since the card was drawn. */
export interface RowNow {
  /** 'D-12'. */
  number: string;
  /** Its present version, or undefined if it is gone. */
  version: number | undefined;
  /** What has happened to it. */
  mark?: string | undefined;
  /** Readers may no longer see of it what the card shows; `customer` is then hidden with it. */
  isLost: boolean;
  customer: string;
}

/**
 * A list as it was drawn, with what has happened since beside each of its rows. Buttons that could only answer that a
 * record has changed are left out, and so is what readers may no longer see.
 */
export function markedCard(card: Card, rows: readonly RowNow[]): Card {
  const { drawing: _, ...rest } = card;
  const marks = isMarked(card.key)
    ? rows.flatMap(({ number, mark }) => (mark ? [{ number, mark }] : []))
    : [];
  const waiting = new Map(marks.map(({ number, mark }) => [number, mark]));
  const lost = rows.filter(({ isLost }) => isLost);
  const kept = rest.nodes
    .map((node) => withoutLost(node, lost))
    .flatMap((node) => withActions(marked(node, waiting), rows));
  // A receipt tells what became of all it wrote; elsewhere only rows have marks.
  const left = [...waiting].flatMap(([number, mark]) =>
    isReceipt(card.key) || card.key.includes(number) ? [context(`${number} ${mark}`)] : [],
  );
  return { ...rest, nodes: [...kept, ...left] };
}

/** Whether what has happened stands on a card: a question, a refusal, help and what was taken back tell of no rows. */
const isMarked = (key: string): boolean =>
  !isQuestionCard(key) && !/^(?:help|undo|welcome|small-talk)\b/.test(key);

/** Puts each mark behind the first line or cell that begins with its record's number. */
function marked(node: CardNode, waiting: Map<string, string>): CardNode {
  const tell = (words: string): string => {
    const found = recordNumbersIn(words)
      .slice(0, 1)
      .filter((number) => waiting.has(number) && startsRow(words, number));
    const marks = found.map((number) => waiting.get(number));
    for (const number of found) waiting.delete(number);
    return marks.length > 0 ? `${words} ${marks.join(' ')}` : words;
  };
  return mapWords(node, tell);
}

function withoutLost(node: CardNode, lost: readonly RowNow[]): CardNode {
  if (lost.length === 0) return node;
  const names = lost.flatMap(({ number, customer }) => [number, customer].filter(Boolean));
  const shows = (words: string) => names.some((name) => words.includes(name));
  if (node.kind === 'table') {
    const rows = node.rows.map((row) =>
      row.some(shows) ? row.map((cell) => recordNumbersIn(cell)[0] ?? hidden) : row,
    );
    return { ...node, rows };
  }
  if (node.kind === 'image') return shows(JSON.stringify(node)) ? context(hidden) : node;
  const hide = (text: string) => (shows(text) ? [...recordNumbersIn(text), hidden].join(' ') : text);
  // The lines below those of one record are about it.
  return mapTexts(node, (text) =>
    new Set(recordNumbersIn(text)).size > 1 ? text.split('\n').map(hide).join('\n') : hide(text),
  );
}

function withActions(node: CardNode, rows: readonly RowNow[]): CardNode[] {
  if (node.kind !== 'actions') return [node];
  return actions(...node.items.map((item) => presentAction(item, rows)));
}

function presentAction(item: Action, rows: readonly RowNow[]): Action | undefined {
  if (item.kind === 'link') return item;
  if (item.kind === 'button') {
    const call = presentCall(item.call, rows);
    return call && { ...item, call };
  }
  const options = item.options.flatMap((option) => {
    const call = presentCall(option.call, rows);
    return call ? [{ ...option, call }] : [];
  });
  return options.length > 0 ? { ...item, options } : undefined;
}

/** The call as it works now, or undefined if it could only be refused. */
function presentCall(call: Call, rows: readonly RowNow[]): Call | undefined {
  const [number] = recordsOfCall(call);
  const row = rows.find((one) => one.number === number);
  if (!row) return call;
  if (row.isLost || row.version === undefined) return undefined;
  if (typeof call.input.v !== 'number' || call.input.v === row.version) return call;
  // What was done was taken back, or told without a mark: the row is as it was.
  return row.mark ? undefined : { ...call, input: { ...call.input, v: row.version } };
}

/** Changes each line of text and each cell. */
const mapWords = (node: CardNode, change: (words: string) => string): CardNode =>
  mapTexts(node, (text) => text.split('\n').map(change).join('\n'));

function mapTexts(node: CardNode, change: (words: string) => string): CardNode {
  switch (node.kind) {
    case 'text':
      return { ...node, text: change(node.text) };
    case 'table':
      return { ...node, rows: node.rows.map((row) => row.map(change)) };
    case 'fields':
      return { ...node, items: node.items.map((item) => ({ ...item, value: change(item.value) })) };
    default:
      return node;
  }
}
