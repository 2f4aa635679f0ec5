import { type Context, defineCommand } from '../../crm/access/context.js';
import { demandLeave } from '../../crm/access/demand-rights.js';
import { undoButton } from '../../crm/cards/deal-card.js';
import { openPerson } from '../../crm/lookup/open-person.js';
import { todayOf } from '../../crm/words/zoned-dates.js';
import { actions, button, type Card, context, text } from '../../kernel/card/card.js';
import { InputError } from '../../kernel/command/errors.js';
import { f, named } from '../../kernel/command/fields.js';
import { readDate } from '../../kernel/pieces/date.js';
import { addDays } from '../../kernel/time/dates.js';
import { formatDate } from '../../kernel/time/format-time.js';
import { instantOf } from '../../kernel/time/zone.js';
import { isBareWeekday, spanSaid } from '../../language/order/leave-wish.js';
import type { Person } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';

/**
 * `请假 明天-周五 代理=韩梅` ("on leave tomorrow to Friday, deputy Han Mei"), by a manager `请假 @张三 明天`: an absent
 * person gets no leads, and their deputy decides what waits for them; `销假` ends the leave.
 */
export const leave = defineCommand({
  name: 'leave',
  changes: ['person.away'],
  role: 'viewer',
  fields: {
    who: f.person(),
    deputy: named(f.person()),
    days: f.rest(),
    /** The words need not mean leave, or only a part of a day: a tap confirms it. */
    isUnsure: f.flag(),
  },
  looks: ({ isUnsure }) => isUnsure === true,
  asks: (input) => (input.days ? undefined : 'days'),
  async run(input, ctx) {
    const t = textsIn(ctx.locale).people;
    const who = await whose(ctx, input.who);
    const [first, last] = daysOf(ctx, input.days ?? '');
    const deputy = input.deputy ? await openPerson(ctx, input.deputy) : undefined;
    if (deputy?.id === who.id) throw new InputError('deputy', t.ownDeputy, t.deputyExample);
    if (input.isUnsure) return askCard(ctx, who, [first, last], deputy);
    const zone = who.timeZone ?? ctx.zone;
    const change = {
      deputyId: deputy?.id ?? null,
      awayFrom: instantOf(first, '00:00', zone),
      awayUntil: instantOf(addDays(last, 1), '00:00', zone),
    };
    const person = await ctx.unit.change('person.away', who, change);
    const said = t.onLeave(who.name, spanWords(ctx, first, last));
    return {
      key: `person:${person.id}`,
      title: said,
      tone: 'neutral',
      nodes: [
        text(deputy ? t.leaveDeputy(deputy.name) : t.leaveMeans),
        ...actions(button(t.back, 'back', { who: who.id }), undoButton(ctx)),
        context(ctx.person.name),
      ],
    };
  },
});

function spanWords(ctx: Context, first: string, last: string): string {
  const span = [first, last].map((day) => formatDate(day, ctx, todayOf(ctx)));
  return first === last ? (span[0] ?? '') : span.join(' – ');
}

/** Asks whether those whole days are meant. */
function askCard(ctx: Context, who: Person, [first, last]: [string, string], deputy?: Person): Card {
  const t = textsIn(ctx.locale).people;
  const days = spanSaid(first, last);
  const span = spanWords(ctx, first, last);
  const isOwn = who.id === ctx.person.id;
  return {
    key: 'ask:leave',
    title: isOwn ? t.askLeave(span) : t.askLeaveOf(who.name, span),
    tone: 'info',
    askedOf: ctx.person.id,
    nodes: [
      text(ctx.words, 'quote'),
      text(deputy ? t.leaveDeputy(deputy.name) : t.leaveMeans),
      ...actions(
        button(isOwn ? t.takeLeave : t.enterLeave, 'leave', {
          days,
          ...(isOwn ? {} : { who: who.id }),
          ...(deputy ? { deputy: deputy.id } : {}),
        }),
      ),
    ],
  };
}

/** `销假` ("back at work"): ends the leave. */
export const back = defineCommand({
  name: 'back',
  changes: ['person.away'],
  seldom: true,
  role: 'viewer',
  fields: { who: f.person() },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).people;
    const who = await whose(ctx, input.who);
    const change = { awayFrom: null, awayUntil: null, deputyId: null };
    await ctx.unit.change('person.away', who, change);
    const said = t.isBack(who.name);
    return {
      key: `person:${who.id}`,
      title: said,
      tone: 'good',
      nodes: [...actions(undoButton(ctx)), context(ctx.person.name)],
    };
  },
});

async function whose(ctx: Context, named: string | undefined): Promise<Person> {
  if (!named) return ctx.person;
  const who = await openPerson(ctx, named);
  if (who.id !== ctx.person.id) await demandLeave(ctx, who);
  return who;
}

/**
 * Reads the first and last day: '明天' ("tomorrow"), '明天-周五' ("tomorrow to Friday"), '12月1日到12月5日' ("1 to 5
 * December").
 */
function daysOf(ctx: Context, words: string): [first: string, last: string] {
  const t = textsIn(ctx.locale).people;
  const wrong = () => new InputError('days', t.leaveDays(words), t.leaveExample);
  const [from = '', to = from, ...more] = words
    .replace(/^(?:from|从)\s*/iu, '')
    .split(/\s*(?:[-–—~～至到]|\b(?:to|through|thru|until|till)\b)\s*/u)
    .filter(Boolean);
  const first = readDate(from, { ...ctx.at, prefer: 'future' })?.value;
  // A weekday alone is the next one after the first day: 下周三到周五 ("next Wednesday to Friday").
  const today = first && isBareWeekday(to) ? first : ctx.at.today;
  const last = first && readDate(to, { ...ctx.at, today, prefer: 'future' })?.value;
  if (!first || !last || more.length > 0 || last < first || last < todayOf(ctx)) throw wrong();
  return [first, last];
}
