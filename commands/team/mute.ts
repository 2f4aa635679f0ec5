import { type Context, defineCommand } from '../../crm/access/context.js';
import { momentWords, todayOf } from '../../crm/words/zoned-dates.js';
import { actions, button, text } from '../../kernel/card/card.js';
import { InputError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { addDays } from '../../kernel/time/dates.js';
import { instantOf } from '../../kernel/time/zone.js';
import { textsIn } from '../../texts/languages.js';

/**
 * `静音 2小时` ("mute two hours"), `静音 明天` ("tomorrow"): delays alerts until then, by default until tomorrow
 * morning.
 */
export const mute = defineCommand({
  name: 'mute',
  changes: ['person.muted'],
  role: 'viewer',
  quiet: true,
  fields: {
    until: f.date(),
    length: f.rest(),
  },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).people;
    const until = endOf(ctx, input.until, input.length);
    await ctx.unit.change('person.muted', ctx.person, { mutedUntil: until });
    const said = t.muted(momentWords(ctx, until));
    return {
      key: 'mute',
      title: said,
      tone: 'neutral',
      nodes: [text(said), ...actions(button(t.unmute, 'unmute'))],
    };
  },
});

/** `取消静音` ("unmute"): sends alerts again. */
export const unmute = defineCommand({
  name: 'unmute',
  changes: ['person.muted'],
  seldom: true,
  role: 'viewer',
  quiet: true,
  fields: {},
  async run(_input, ctx) {
    const t = textsIn(ctx.locale).people;
    await ctx.unit.change('person.muted', ctx.person, { mutedUntil: null });
    return { key: 'mute', title: t.unmuted, tone: 'good', nodes: [text(t.unmuted)] };
  },
});

const minutesOf: [RegExp, number][] = [
  [/^(\d{1,3})\s*(?:分钟|分|min|m|minutes?)$/i, 1],
  [/^(\d{1,3})\s*(?:个?小时|h|hours?)$/i, 60],
  [/^(\d{1,3})\s*(?:天|d|days?)$/i, 24 * 60],
];

function endOf(ctx: Context, date: string | undefined, length: string | undefined): Date {
  const t = textsIn(ctx.locale).people;
  const morning = ctx.process.workHours.from;
  if (length) {
    const [pattern, unit] = minutesOf.find(([one]) => one.test(length)) ?? [];
    const count = Number(pattern?.exec(length)?.[1] ?? 0);
    if (!unit || count === 0) throw new InputError('length', t.muteLength(length), t.muteExample);
    return new Date(ctx.now.getTime() + count * unit * 60_000);
  }
  const [day = addDays(todayOf(ctx), 1), time = morning] = date?.split('T') ?? [];
  const end = instantOf(day, time, ctx.zone);
  if (end <= ctx.now) throw new InputError('length', t.muteLength(date ?? ''), t.muteExample);
  return end;
}
