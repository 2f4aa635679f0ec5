import { type Context, defineCommand } from '../../crm/access/context.js';
import { undoButton } from '../../crm/cards/deal-card.js';
import { nextAt } from '../../crm/notices/notify.js';
import { actions, button, type Card, text } from '../../kernel/card/card.js';
import { InputError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { formatTime } from '../../kernel/time/format-time.js';
import { listHour } from '../../language/order/list-hour.js';
import { redateNotices } from '../../store/messages/held-notices.js';
import { textsIn } from '../../texts/languages.js';

/**
 * `汇总通知 每天9点` ("notices daily at 9"): all notices that can wait come as one list a day, at the speaker's own hour;
 * `汇总通知 逐条` ("each"): each comes at once again.
 */
export const notices = defineCommand({
  name: 'notices',
  changes: ['person.alerts'],
  role: 'viewer',
  quiet: true,
  seldom: true,
  fields: { each: f.flag(), at: f.rest() },
  looks: (input) => !input.each && !input.at,
  async run(input, ctx): Promise<Card> {
    const t = textsIn(ctx.locale).alert;
    if (input.each) return await set(ctx, null);
    if (!input.at) return card(ctx, ctx.person.digestAt, false);
    const at = listHour(input.at);
    if (!at) throw new InputError('at', t.noHour(input.at), t.hourExample);
    return await set(ctx, at);
  },
});

async function set(ctx: Context, digestAt: string | null): Promise<Card> {
  await ctx.unit.change('person.alerts', ctx.person, { digestAt });
  const due = digestAt ? nextAt(ctx.now, digestAt, ctx.zone) : ctx.now;
  await redateNotices(ctx.db, ctx.person.id, due);
  return card(ctx, digestAt, true);
}

function card(ctx: Context, digestAt: string | null, isNew: boolean): Card {
  const t = textsIn(ctx.locale).alert;
  return {
    key: `notices:${ctx.person.id}`,
    title: digestAt ? t.noticesAt(formatTime(digestAt, ctx)) : t.noticesEach,
    tone: isNew ? 'good' : 'info',
    askedOf: ctx.person.id,
    nodes: [
      text(t.noticesHint),
      ...actions(
        digestAt
          ? button(t.eachAgain, 'notices', { each: true })
          : button(t.oneList, 'notices', { at: t.hourExample }),
        isNew && undoButton(ctx),
      ),
    ],
  };
}
