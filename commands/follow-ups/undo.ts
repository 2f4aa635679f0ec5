import { type Context, defineCommand } from '../../crm/access/context.js';
import { recentActs } from '../../crm/corrections/recent-acts.js';
import { deleteNote, takeBack, undoneAct } from '../../crm/corrections/take-back.js';
import type { Card } from '../../kernel/card/card.js';
import { RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { recordNumber, recordNumbersIn } from '../../kernel/records/record-number.js';
import { readTakeBack, stepSaid, type TakeBack } from '../../language/correction/take-back-order.js';
import { currentRecord } from '../../store/unit/stored-records.js';
import { textsIn } from '../../texts/languages.js';

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
    // What only was asked about is not done yet: nothing before it is meant.
    if (what !== 'about' && what !== 'named' && waitsForYes(ctx)) return droppedCard(ctx);
    const [number] = what || !words ? [] : recordNumbersIn(words);
    if (number) return await undoneAct(ctx, await actOn(ctx, number), undefined);
    const isKnown = orders.some((one) => one === what);
    const step = stepSaid(words);
    if (isKnown && step) return await takeBack(ctx, { what: what as TakeBack['what'], step });
    if (isKnown) return await takeBack(ctx, { what: what as TakeBack['what'], about: words });
    return await takeBack(ctx, (words && readTakeBack(`undo ${words}`)) || { what: 'step' });
  },
});

/** The speaker's last act that made or changed the record of that number. Throws RuleError if none can be undone. */
async function actOn(ctx: Context, number: string): Promise<string> {
  const wanted = recordNumber(number);
  for (const { actId, events } of await recentActs(ctx))
    for (const { recordType: type, recordId, before } of events) {
      if (type !== wanted?.type) continue;
      const record = (await currentRecord(ctx.db, type, recordId)) ?? before;
      if (Number(record?.no) === wanted.no) return actId;
    }
  throw new RuleError(textsIn(ctx.locale).work.undoneEmpty(ctx.process.undoMinutes));
}

/** Whether the last answer asked before something was done, and was not answered. */
const waitsForYes = ({ labels = [], subject }: Context): boolean => {
  const calls = labels.flatMap(({ does }) => does.map(({ call }) => call));
  const asks = calls.some(({ input }) => input.confirmed === true || input.sure === true);
  // What was written can be undone from its own card.
  return subject === undefined && asks && calls.every(({ command }) => command !== 'undo');
};

const droppedCard = ({ locale }: Context): Card => ({
  key: 'undo:dropped',
  title: textsIn(locale).dispatch.cancelled,
  tone: 'neutral',
  nodes: [],
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
