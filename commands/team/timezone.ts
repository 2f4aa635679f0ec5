import { defineCommand } from '../../crm/access/context.js';
import { undoButton } from '../../crm/cards/deal-card.js';
import { actions, button, type Card, text } from '../../kernel/card/card.js';
import { InputError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { zoneNamed, zoneSaid } from '../../kernel/pieces/dates/named-zones.js';
import { formatTimeOf, zoneWords } from '../../kernel/time/format-time.js';
import { textsIn } from '../../texts/languages.js';

/** `时区 伦敦` ("timezone London"): the zone in which the speaker's days and hours are read and written from now on. */
export const timezone = defineCommand({
  name: 'timezone',
  changes: ['person.zone'],
  seldom: true,
  role: 'viewer',
  quiet: true,
  fields: {
    /** Offers the zone first, for somebody who only told where they are. */
    asks: f.id(),
    zone: f.rest(),
  },
  async run({ zone: words, asks }, ctx) {
    const t = textsIn(ctx.locale).people;
    const said = words && zoneSaid(words);
    if (!said) return zoneCard(t.zoneIs(zoneWords(ctx.zone, ctx.locale), formatTimeOf(ctx.now, ctx)));
    const zone = zoneNamed(said, ctx.zone);
    if (!zone) throw new InputError('zone', t.zoneUnknown(said), t.zoneExample);
    if (asks && zone === ctx.zone)
      return zoneCard(t.zoneIs(zoneWords(zone, ctx.locale), formatTimeOf(ctx.now, { ...ctx, zone })));
    if (asks)
      return {
        key: 'ask:zone',
        title: t.zoneAsk(zoneWords(zone, ctx.locale)),
        tone: 'info',
        nodes: actions(button(t.zoneUse(zoneWords(zone, ctx.locale)), 'timezone', { zone })),
      };
    await ctx.unit.change('person.zone', ctx.person, { timeZone: zone });
    const card = zoneCard(t.zoneSet(zoneWords(zone, ctx.locale), formatTimeOf(ctx.now, { ...ctx, zone })));
    return { ...card, tone: 'good', nodes: [...card.nodes, ...actions(undoButton(ctx))] };
  },
});

const zoneCard = (title: string): Card => ({
  key: 'timezone',
  title,
  tone: 'info',
  nodes: [text(title)],
});
