import { type Context, defineCommand } from '../../crm/access/context.js';
import { contextFor } from '../../crm/access/reader.js';
import { notifyPerson } from '../../crm/acts/notify.js';
import { leaveManaging } from '../../crm/acts/person-acts.js';
import { openPerson } from '../../crm/lookup/lookups.js';
import { actions, button, type Card, text } from '../../kernel/card/card.js';
import { DeniedError, InputError, RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { managesTeam } from '../../sales/people/policy.js';
import { privatePlaces } from '../../store/people/place-queries.js';
import { teamByName } from '../../store/people/team-queries.js';
import type { Person } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import { stepsCard } from '../knowledge/onboarding.js';
import { teamCard } from './team.js';

/** Shows a new colleague their first steps: here if they joined by themselves, else in their private chat. */
async function greeted(ctx: Context, card: Card, who: Person): Promise<Card> {
  if (who.role !== 'rep') return card;
  const o = textsIn(ctx.locale).onboarding;
  if (who.id === ctx.person.id) {
    const start = button(o.start, 'onboard', {}, { style: 'primary' });
    return { ...card, nodes: [...card.nodes, text(o.welcome), ...actions(start)] };
  }
  if ((await privatePlaces(ctx.db, who.id)).length === 0) return card;
  const telling = { now: ctx.now, process: ctx.process, locale: ctx.locale, timeZone: ctx.zone };
  const steps = await stepsCard(await contextFor(ctx, who), who);
  await notifyPerson(ctx.db, telling, who, 'report', { key: `welcome:${who.id}:${ctx.actId}`, card: steps });
  return card;
}

/**
 * `入队 华东` ("join East China"): joins the speaker, while in no team; `入队 华东 @张三` is for the team's manager or
 * an admin.
 */
export const teamJoin = defineCommand({
  name: 'join',
  changes: ['person.team', 'team.changed'],
  fields: {
    team: f.lookup('team', { required: true }),
    who: f.person(),
  },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).people;
    const p = textsIn(ctx.locale).permission;
    const team = await teamByName(ctx.db, input.team);
    if (!team) throw new InputError('team', textsIn(ctx.locale).lookup.noTeam(input.team, ''));
    const who = input.who ? await openPerson(ctx, input.who) : ctx.person;
    if (who.teamId === team.id) throw new RuleError(t.alreadyIn(who.name, team.name));
    const own = who.id === ctx.person.id && who.teamId === null;
    const manages = managesTeam(ctx.person, team.id);
    if (!own && !manages && ctx.person.role !== 'admin')
      throw new DeniedError(p.role(p.or(p.manager(null), p.admin)));
    await leaveManaging(ctx, who, team.id);
    await ctx.unit.change('person.team', who, { teamId: team.id });
    const card = await teamCard(ctx, team, t.joined(who.name, team.name));
    return await greeted(ctx, card, { ...who, teamId: team.id });
  },
});
