import { defineCommand } from '../../crm/access/context.js';
import { deleteNote, takeBack, undoneAct } from '../../crm/corrections/take-back.js';
import { f } from '../../kernel/command/fields.js';
import { readTakeBack, stepSaid, type TakeBack } from '../../language/correction/take-back-order.js';

/**
 * `撤` ("undo"): undoes the speaker's last act, or the act of the tapped card. With words it takes back what they mean:
 * "undo that please", `撤销 刚才那条`.
 */
export const undo = defineCommand({
  name: 'undo',
  role: 'viewer',
  fields: {
    act: f.id(),
    /** The follow-up that was picked. */
    note: f.id(),
    /** What a line in words takes back. */
    what: f.id(),
    words: f.rest(),
  },
  async run({ act, note, what, words }, ctx) {
    if (act) return await undoneAct(ctx, act, what);
    if (note) return await deleteNote(ctx, note);
    const isKnown = orders.some((one) => one === what);
    const step = stepSaid(words);
    if (isKnown && step) return await takeBack(ctx, { what: what as TakeBack['what'], step });
    if (isKnown) return await takeBack(ctx, { what: what as TakeBack['what'], about: words });
    return await takeBack(ctx, (words && readTakeBack(`undo ${words}`)) || { what: 'step' });
  },
});

const orders: readonly TakeBack['what'][] = [
  'step',
  'record',
  'note',
  'named',
  'about',
  'mistake',
  'perhaps',
];
