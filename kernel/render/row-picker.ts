import type { Locale } from '../../texts/languages.js';
import { textsIn } from '../../texts/languages.js';
import { type Action, actionsOf, type Button, type Card, type CardNode, type Select } from '../card/card.js';
import { openCall, openedBy } from '../card/open-call.js';
import type { LossList } from './losses.js';
import { labelWith, openingLabel, recordAbout, rowNames, withNamedRows } from './named-rows.js';

/** What a platform draws below a card. */
export interface RoomBelow {
  buttons: number;
  /** Options of its one picker, whose choice a button sends; 0 if it draws none. */
  options: number;
}

/** Rows that open by a button where there is no picker, even if that leaves other buttons of the card out. */
const fewestOpening = 2;

/** The card as a platform without buttons beside its rows draws it. */
export interface PickedRows {
  card: Card;
  /** Rows that nothing on the card opens, or not to the end: their number does, typed. */
  byNumber: string[];
}

/**
 * The card for a platform that draws no button beside each row. One picker opens the row that is chosen, or buttons called
 * after their rows do, and the verbs stand on the row's own card; on the list stand those of a single row, or one of
 * each row if all fit ('完成 T-5', "done T-5").
 */
export function withRowPicker(
  given: Card,
  room: RoomBelow,
  to: { locale: Locale; losses: LossList },
): PickedRows {
  const names = rowNames(given);
  const about = recordAbout(given);
  const isOfRow = (action: Action): action is Button | Select =>
    action.kind !== 'link' && action.row !== undefined && action.row !== about;
  const verbs = actionsOf(given).filter(isOfRow);
  const openers = actionsOf(given).filter(opensRows);
  const opened = openers.flatMap(openedIn);
  if (verbs.length + openers.length === 0) return { card: withNamedRows(given), byNumber: [] };
  const numbers = inOrder([...verbs.map(({ row = '' }) => row), ...opened], names, about);
  if (numbers.length === 1 && openers.length === 0) return { card: withNamedRows(given), byNumber: [] };

  const whole = actionsOf(given).filter((one) => one.kind === 'button' && !isOfRow(one) && !opensRows(one));
  const left = room.buttons - whole.length;
  const acted = new Set(verbs.map(({ row }) => row));
  // What a row has besides the button, or has no button for, is on its own card.
  const opensMore = verbs.some(({ kind }) => kind === 'select') || acted.size < numbers.length;
  const submit = opensMore && room.options > 0 ? 1 : 0;
  const areVerbs = acted.size > 0 && verbs.length === acted.size && acted.size + submit <= left;
  const shown = areVerbs ? verbs.map((one) => likeliestOf(one, names)) : [];
  const opening = areVerbs && !opensMore ? [] : openingOf(numbers, names, { room, left, areVerbs, ...to });
  const reached = areVerbs && !opensMore ? numbers : opening.flatMap(openedIn);

  const replaced = [...verbs, ...openers];
  for (const one of verbs)
    to.losses.add(
      one.kind === 'select' ? 'select' : 'actions',
      areVerbs ? 'the likeliest as a button' : 'on the card of each row',
    );
  for (const one of openers)
    to.losses.add(one.kind === 'select' ? 'select' : 'actions', 'with shorter names');
  return {
    card: withNamedRows(withActions(given, replaced, [...shown, ...opening])),
    byNumber: numbers.filter((number) => !reached.includes(number)),
  };
}

/** What opens one row, or one of several that are chosen from. */
const opensRows = (action: Action): action is Button | Select =>
  action.kind === 'select'
    ? action.options.length > 0 && action.options.every(({ call }) => openedBy(call) !== undefined)
    : action.kind === 'button' && openedBy(action.call) === action.label;

/** The records that an action opens. */
const openedIn = (action: Button | Select): string[] =>
  (action.kind === 'button' ? [action] : action.options).flatMap(({ call }) => openedBy(call) ?? []);

/** All rows of the card, then those of the numbers that begin none. */
const inOrder = (numbers: readonly string[], names: ReadonlyMap<string, string>, about: string | undefined) =>
  [...new Set([...names.keys(), ...numbers])].filter((one) => one !== about);

/** The likeliest that can be done with a row, as a button called after it. */
function likeliestOf(action: Button | Select, names: ReadonlyMap<string, string>): Button {
  const { row = '' } = action;
  const first = action.kind === 'button' ? action : action.options[0];
  const call = first?.call ?? openCall(row);
  const label = labelWith(first?.label ?? '', row, new Map([[row, names.get(row) ?? '']]));
  return { ...(action.kind === 'button' ? action : {}), kind: 'button', label, call };
}

function openingOf(
  numbers: readonly string[],
  names: ReadonlyMap<string, string>,
  { room, left, areVerbs, locale }: { room: RoomBelow; left: number; areVerbs: boolean; locale: Locale },
): (Button | Select)[] {
  const options = numbers.map((number) => ({
    label: openingLabel(number, names.get(number) ?? ''),
    call: openCall(number),
  }));
  if (room.options > 0)
    return [
      { kind: 'select', label: textsIn(locale).reply.openRow, options: options.slice(0, room.options) },
    ];
  if (areVerbs) return [];
  const count = Math.min(room.buttons, Math.max(left, fewestOpening));
  return options.slice(0, count).map((one) => ({ kind: 'button', ...one }));
}

/** The card with some actions in place of others, before all that it has. */
function withActions(card: Card, replaced: readonly Action[], items: readonly Action[]): Card {
  const first = card.nodes.findIndex((node) => node.kind === 'actions');
  const nodes = card.nodes.flatMap((node, at): CardNode[] => {
    if (node.kind !== 'actions') return [node];
    const own = node.items.filter((one) => !replaced.includes(one));
    const all = at === first ? [...items, ...own] : own;
    return all.length > 0 ? [{ ...node, items: all }] : [];
  });
  return { ...card, nodes };
}
