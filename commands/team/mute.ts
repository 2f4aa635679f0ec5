import { type Context, defineCommand } from '../../crm/access/context.js';
import { momentWords, todayOf } from '../../crm/words/zoned-dates.js';
import { actions, button, text } from '../../kernel/card/card.js';
import { InputError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { readNumber } from '../../kernel/pieces/base/numerals.js';
import { addDays } from '../../kernel/time/dates.js';
import { instantOf } from '../../kernel/time/zone.js';
import { spelledNumbers } from '../../kernel/words/english-words.js';
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
  [/^(\d{1,3}|半)\s*(?:分钟|分|min|m|mins?|minutes?)$/i, 1],
  [/^(\d{1,3}|半)\s*(?:个?小时|个?钟头?|h|hrs?|hours?)$/i, 60],
  [/^(\d{1,3})\s*(?:天|d|days?)$/i, 24 * 60],
  [/^(\d{1,3})\s*(?:周|个?(?:星期|礼拜)|w|weeks?)$/i, 7 * 24 * 60],
];

/** A length without the words round it, its number in digits: "for the next two hours" is 2 hours. */
const plainLength = (said: string): string =>
  said
    .trim()
    .replace(
      /^(?:(?:me|my|all|yourself|alerts?|notifications?|reminders?|for|until|till|the|next|about)(?:\s+|$))+|(?:先|直到|到|再)(?=\S)/giu,
      '',
    )
    .replace(/^(?:half an hour|半个?(?:小时|钟头?))$/iu, '30min')
    .replace(/^[一二两三四五六七八九十]+(?=个|小|天|周|分|星)/u, (word) => String(readNumber(word) ?? word))
    .replace(/^(?=(?:minute|hour|day|week)s?$)/iu, '1 ')
    .replace(/^[a-z]+(?= )/iu, (word) => String(spelled[word.toLowerCase()] ?? word));
const spelled: Readonly<Record<string, number>> = { a: 1, an: 1, ...spelledNumbers };

function endOf(ctx: Context, date: string | undefined, length: string | undefined): Date {
  const t = textsIn(ctx.locale).people;
  const morning = ctx.process.workHours.from;
  const said = plainLength(length ?? '');
  if (length && said !== '') {
    const [pattern, unit] = minutesOf.find(([one]) => one.test(said)) ?? [];
    const count = Number(pattern?.exec(said)?.[1] ?? 0);
    if (!unit || count === 0) throw new InputError('length', t.muteLength(length), t.muteExample);
    return new Date(ctx.now.getTime() + count * unit * 60_000);
  }
  const [day = addDays(todayOf(ctx), 1), time = morning] = date?.split('T') ?? [];
  const end = instantOf(day, time, ctx.zone);
  if (end <= ctx.now) throw new InputError('length', t.muteLength(date ?? ''), t.muteExample);
  return end;
}
