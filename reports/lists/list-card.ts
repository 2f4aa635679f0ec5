import type { Context } from '../../crm/access/context.js';
import { type Action, actions, button, type Card, context, table, text } from '../../kernel/card/card.js';
import { openSelect } from '../../kernel/card/open-call.js';
import type { ListKind } from '../../language/look-up/list-words.js';
import { textsIn } from '../../texts/languages.js';
import type { ListedOwner } from './list-owner.js';

/** Rows that a phone shows. */
const perPage = 8;

/** Which page of which list: the words it was asked in, the first page being 1. */
export interface ListPage {
  words?: string;
  page: number;
}

/** A row of a list: the number of its record, what the record is called, and its cells, the first of which names it. */
export interface ListRow {
  number: string;
  name: string;
  cells: string[];
}

export interface ListWords {
  kind: Exclude<ListKind, 'board'>;
  owner: ListedOwner;
  /** What narrows it, in words. */
  narrowed: readonly string[];
  /** How many there are and what they are worth. */
  conclusion: string;
  columns: (string | { label: string; align: 'right' })[];
  rows: readonly ListRow[];
  /** What can be done, with the rows that the page shows among others. */
  actions?: (shown: readonly ListRow[]) => (Action | false)[];
}

/** Makes the card of one page of a list: its rows, a picker that opens one, and the way to the next page. */
export function rowsCard(ctx: Context, { words, page }: ListPage, list: ListWords): Card {
  const t = textsIn(ctx.locale).list;
  const { kind, owner, rows } = list;
  const last = Math.max(1, Math.ceil(rows.length / perPage));
  const at = Math.min(page, last);
  const shown = rows.slice((at - 1) * perPage, at * perPage);
  const turn = (label: string, to: number) =>
    button(label, kind, { ...(words ? { words } : {}), page: String(to) });
  return {
    key: `list:${kind}:${owner.person?.id ?? owner.name ?? ''}:${words ?? ''}:${at}`,
    title: owner.name ? t.titleOf[kind](owner.name) : t.title[kind],
    ...(list.narrowed.length > 0 ? { subtitle: list.narrowed.join(' · ') } : {}),
    tone: 'info',
    nodes: [
      text(rows.length === 0 ? (owner.name ? t.noneOf[kind] : t.none[kind]) : list.conclusion, 'strong'),
      ...(shown.length > 0
        ? [
            table(
              list.columns,
              shown.map(({ cells }) => cells),
            ),
          ]
        : []),
      ...actions(
        shown.length > 0 && openSelect(t.open, shown),
        at < last && turn(t.next, at + 1),
        at > 1 && turn(t.previous, at - 1),
        ...(list.actions?.(shown) ?? []),
      ),
      ...(last > 1 ? [context(t.page(at, last))] : []),
    ],
  };
}
