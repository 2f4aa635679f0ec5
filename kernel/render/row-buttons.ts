import type { Action, Button, Card, Select } from '../card/card.js';
import { isRecordNo } from '../records/record-number.js';

/** Buttons before the picker; some platforms have room for six. */
const firstButtons = 4;

/** Whether a select is called after its row ('T-5') and holds what can be done with it, the likeliest first. */
const isOfRow = (action: Action): action is Select =>
  action.kind === 'select' &&
  isRecordNo(action.label) &&
  action.options.every(({ call }) => Object.values(call.input).includes(action.label));

/**
 * The card for a platform that draws no menu for each row: the first choice of each row is a button named after the row
 * ('完成 T-5', "done T-5"), and the others are together in pickers of at most `most` options, called `label`.
 */
export function withRowButtons(card: Card, { label, most }: { label: string; most: number }): Card {
  const nodes = card.nodes.map((node) => {
    if (node.kind !== 'actions' || !node.items.some(isOfRow)) return node;
    const rows = node.items.filter(isOfRow);
    const others = rows.flatMap((row) =>
      row.options.slice(1).map((one) => ({ ...one, label: `${row.label} ${one.label}` })),
    );
    const pickers: Select[] = [];
    for (let at = 0; at < others.length; at += most)
      pickers.push({ kind: 'select', label, options: others.slice(at, at + most) });
    const [first, ...further] = pickers;
    const buttons = rows.flatMap((row) => firstOf(row));
    return {
      ...node,
      // The first picker stands among the buttons that there is room for.
      items: [
        ...buttons.slice(0, firstButtons),
        ...(first ? [first] : []),
        ...buttons.slice(firstButtons),
        ...node.items.filter((one) => !isOfRow(one)),
        ...further,
      ],
    };
  });
  return { ...card, nodes };
}

const firstOf = ({ label, options: [first] }: Select): Button[] =>
  first ? [{ kind: 'button', label: `${first.label} ${label}`.trim(), call: first.call }] : [];
