import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import {
  type Action,
  actionsOf,
  type Button,
  type Call,
  type Card,
  callsOf,
  wordsOf,
} from '../../kernel/card/card.js';
import { openCall } from '../../kernel/card/open-call.js';
import { sureCall } from '../../kernel/card/sure-call.js';
import type { Abilities } from '../../kernel/chat/adapter.js';
import { isRecordNo } from '../../kernel/records/record-number.js';
import { callToken, encodeCall, tokenOf } from '../../kernel/render/call-code.js';
import type { Locale } from '../../texts/languages.js';
import { say } from './random-card.js';
import { bareUrl, type Case, type Seen, squeeze } from './rendering.js';

/**
 * First law: every word of the card can be read, descriptions of images included. On one screen briefer words may stand in
 * place of a node's, or a button that tells the same.
 */
export function noWordDisappears(card: Card, { seen }: Case): void {
  const text = squeeze([seen.text, ...seen.images.map((image) => image.alt)].join('\n'));
  const has = (nodes: Card['nodes']) =>
    wordsOf({ ...card, nodes }).every((word) => text.includes(squeeze(word)));
  const lost = card.nodes.filter((node) => {
    const { brief = undefined, behind = undefined } =
      'text' in node ? node : 'rows' in node ? { behind: node.behind } : {};
    const isBrief = brief !== undefined && text.includes(squeeze(brief));
    const button = actionsOf(card).find(
      (one): one is Button => one.kind === 'button' && isDeepStrictEqual(one.call, behind),
    );
    return !has([node]) && !isBrief && button === undefined;
  });
  expect(lost).toEqual([]);
  expect(has([])).toBe(true);
}

type Item = Pick<Button, 'label' | 'call' | 'row'>;

const items = (action: Action): Item[] => {
  if (action.kind === 'link') return [];
  if (action.kind === 'button') return [action];
  return action.options.map((one) => (action.row === undefined ? one : { ...one, row: action.row }));
};

function controlOf(item: Item, seen: Seen) {
  const line = say(item.call);
  const label = squeeze(item.label) === '' ? line : item.label;
  return seen.controls.find(
    (control) =>
      isCalled(control.label, label, item.row ?? recordIn(item.call)) &&
      (control.call ? isCallOf(control.call, item.call) : control.says === line),
  );
}

const recordIn = ({ input }: Call): string | undefined =>
  Object.values(input).find((value): value is string => typeof value === 'string' && isRecordNo(value));

/** Whether a control is called so, or so with the name of its row. */
function isCalled(shown: string, label: string, row: string | undefined): boolean {
  const [long, short] = [squeeze(shown), squeeze(label)];
  return long === short || (row !== undefined && long.startsWith(short) && long.includes(row));
}

/** The call itself, the token it is kept under, or the call of somebody who was asked before. */
const isCallOf = (carried: Call, call: Call): boolean =>
  isDeepStrictEqual(carried, call) ||
  isDeepStrictEqual(carried, sureCall(call)) ||
  tokenOf(carried) === callToken(call);

/** Whether what is typed for an item stands in the text. */
function isTyped({ label, call, row }: Item, seen: Seen, locale: Locale): boolean {
  const quote = (line: string) => (locale === 'zh' ? `「${squeeze(line)}」` : `"${squeeze(line)}"`);
  const quoted = quote(squeeze(label) === '' ? say(call) : label);
  const reply = locale === 'zh' ? `：回复「${squeeze(say(call))}」` : `:reply"${squeeze(say(call))}"`;
  // Of lines that differ in their row's number one is told.
  const anyRow = (words: string) => words.replace(/[A-Z]-\d+/gu, '#');
  const text = squeeze(seen.text);
  if ([quoted, quote(say(call))].some((one) => anyRow(text).includes(anyRow(one)))) return true;
  if (row !== undefined && anyRow(text).includes(anyRow(quoted.slice(0, -1) + row))) return true;
  return [`${squeeze(label)}${reply}`, reply.slice(1)].some((typed) => text.includes(typed));
}

/** Whether the row that an action is on can be opened: by a control, or by its number as the last line tells. */
function isOnRow(action: Action, seen: Seen, locale: Locale): boolean {
  const row = action.kind === 'link' ? undefined : action.row;
  if (row === undefined) return false;
  const opens = seen.controls.some(({ call, says }) =>
    call ? isDeepStrictEqual(call, openCall(row)) : says === say(openCall(row)),
  );
  const hint = locale === 'zh' ? '直接发编号' : 'sendthenumber';
  return opens || squeeze(seen.text).includes(hint);
}

/**
 * Second law: every action is a real control with its call, or on the card of its row, which something opens, or what is
 * typed for it stands in the text.
 */
export function noActionDisappears(card: Card, { seen }: Case, locale: Locale): void {
  const text = squeeze(seen.text);
  for (const action of actionsOf(card)) {
    if (action.kind === 'link') {
      const label = squeeze(action.label);
      const live = seen.links.some(
        (link) =>
          URL.canParse(action.url) &&
          bareUrl(link.url) === bareUrl(action.url) &&
          (label === '' || squeeze(link.label) === label),
      );
      const asText = text.includes(label) && text.includes(squeeze(action.url));
      expect(live || asText, `link ${action.label}`).toBe(true);
      continue;
    }
    const hasName = action.kind === 'select' && squeeze(action.label) !== '';
    for (const item of items(action)) {
      const kept =
        controlOf(item, seen) !== undefined ||
        isOnRow(action, seen, locale) ||
        isTyped(item, seen, locale) ||
        (hasName && isTyped({ ...item, label: action.label }, seen, locale));
      expect(kept, `action ${item.label} ${JSON.stringify(item.call)}`).toBe(true);
    }
  }
}

/** Only calls that are kept, since they are longer than every control carries, stand as a token. */
export function tokensAreKept(card: Card, { seen }: Case, mostBytes = Number.POSITIVE_INFINITY): void {
  const long = callsOf(card).filter((call) => Buffer.byteLength(encodeCall(call)) > mostBytes);
  const kept = new Set(long.map(callToken));
  const tokens = seen.controls.flatMap(({ call }) => (call && tokenOf(call)) ?? []);
  expect(tokens.filter((token) => !kept.has(token))).toEqual([]);
}

/** Third law: every change of form is told; `shows` is what the platform draws as what it is. */
export function everyChangeIsTold(card: Card, result: Case, shows: Abilities['shows']): void {
  const { seen, losses, messages } = result;
  const can = (what: (typeof shows)[number]) => shows.includes(what);
  const told = new Set(losses.map((loss) => loss.what));
  const actions = actionsOf(card);
  const must = (what: (typeof losses)[number]['what'], changed: boolean) => {
    if (changed) expect([...told], `told: ${what}`).toContain(what);
  };
  const of = <K extends Card['nodes'][number]['kind']>(kind: K) =>
    card.nodes.filter((node): node is Extract<Card['nodes'][number], { kind: K }> => node.kind === kind);
  const filledTables = of('table').filter(
    (node) =>
      node.rows.some((row) => row.length > 0) || node.columns.some((column) => squeeze(column.label) !== ''),
  );

  must('tone', card.tone !== 'neutral');
  if (messages > 1) expect(losses.some((loss) => /message \d/u.test(loss.how))).toBe(true);
  must('table', !can('tables') && filledTables.length > 0);
  must('table', seen.tables < filledTables.length);
  must('divider', seen.dividers < of('divider').length);
  must('image', seen.images.length < of('image').length);
  must(
    'link',
    seen.links.filter((link) => link.button).length <
      actions.filter((action) => action.kind === 'link').length,
  );
  for (const action of actions) {
    if (action.kind === 'button') {
      const control = controlOf(action, seen);
      must('actions', control === undefined);
      must('confirm', control !== undefined && action.confirm !== undefined && !can('confirm'));
    }
    if (action.kind === 'select') {
      must('select', !can('menus') || action.options.some((option) => controlOf(option, seen) === undefined));
    }
  }
  const styled = of('text').some(
    (node) => (node.style === 'strong' || node.style === 'quote') && squeeze(node.text) !== '',
  );
  must('style', styled && !can('styles'));
  noIdleLosses(card, result);
}

/** A loss may only speak of what the card has. */
function noIdleLosses(card: Card, { losses }: Case): void {
  const actions = actionsOf(card);
  const has: Record<(typeof losses)[number]['what'], boolean> = {
    title: squeeze(card.title) !== '',
    subtitle: squeeze(card.subtitle ?? '') !== '',
    tone: card.tone !== 'neutral',
    confirm: actions.some((action) => action.kind === 'button' && action.confirm !== undefined),
    // A picker may open the rows.
    select: actions.some((action) => action.kind === 'select' || (action.kind === 'button' && action.row)),
    link: actions.some((action) => action.kind === 'link'),
    style: true,
    text: true,
    fields: card.nodes.some((node) => node.kind === 'fields'),
    table: card.nodes.some((node) => node.kind === 'table'),
    image: card.nodes.some((node) => node.kind === 'image'),
    divider: card.nodes.some((node) => node.kind === 'divider'),
    context: card.nodes.some((node) => node.kind === 'context'),
    actions:
      actions.some((action) => action.kind !== 'link') || card.nodes.some((node) => node.kind === 'actions'),
  };
  expect(losses.filter((loss) => !has[loss.what])).toEqual([]);
}

/** Nothing that people wrote may notify, format or lead anywhere; live addresses are the card's own. */
export function nothingIsInjected(card: Card, { seen }: Case): void {
  expect(seen.live).toEqual([]);
  const own = [
    ...actionsOf(card).flatMap((action) => (action.kind === 'link' ? [action.url] : [])),
    ...card.nodes.flatMap((node) => (node.kind === 'image' && 'url' in node ? [node.url] : [])),
  ].flatMap((url) => (URL.canParse(url) ? [bareUrl(url)] : []));
  for (const { url } of [...seen.links, ...seen.images]) {
    expect(own).toContain(bareUrl(url));
    expect(url).toMatch(/^https?:\/\//u);
  }
}
