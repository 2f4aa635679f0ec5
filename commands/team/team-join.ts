import { type Context, defineCommand } from '../../crm/access/context.js';
import { whoCan } from '../../crm/access/demand-rights.js';
import { contextFor, localeFor, noticesOf } from '../../crm/access/reader.js';
import { leaveManaging, tellLead } from '../../crm/acts/person-acts.js';
import { openPerson } from '../../crm/lookup/open-person.js';
import { notifyPerson } from '../../crm/notices/notify.js';
import { actions, button, type Card, context, text } from '../../kernel/card/card.js';
import { DeniedError, InputError, RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { hasRole } from '../../kernel/command/roles.js';
import { bareName } from '../../kernel/names/self-given-name.js';
import { dayMs } from '../../kernel/time/moments.js';
import { mayMoveTo } from '../../sales/people/policy.js';
import { lastEventOf } from '../../store/leads/pool-queries.js';
import { privatePlaces } from '../../store/people/place-queries.js';
import { teamByName } from '../../store/people/team-queries.js';
import type { Person, Team } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import { stepsCard } from '../knowledge/onboarding.js';
import { teamCard } from './team.js';

const teamField = f.lookup('team', { required: true });

/**
 * `入队 华东` ("join East China"): asks the team's manager to take in the speaker, while in no team; `入队 华东 @张三` is
 * for the managers of the teams that Zhang San leaves and joins, or an admin.
 */
export const teamJoin = defineCommand({
  name: 'join',
  changes: ['person.asked', 'person.team', 'team.changed'],
  fields: {
    team: teamField,
    who: f.person(),
  },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).people;
    const team = await openTeam(ctx, input.team);
    const who = input.who ? await openPerson(ctx, input.who) : ctx.person;
    if (who.teamId === team.id) throw new RuleError(t.alreadyIn(who.name, team.name));
    if (!mayMoveTo(ctx.person, who, team.id).ok) {
      if (who.id !== ctx.person.id || who.teamId !== null) throw await refusal(ctx, who, team);
      return await askToJoin(ctx, team);
    }
    await leaveManaging(ctx, who, team.id);
    // Whoever takes somebody in knows who they are.
    const name = bareName(who.name);
    const joined = await ctx.unit.change('person.team', who, { teamId: team.id, name });
    await greet(ctx, joined, team);
    return await teamCard(ctx, team, t.joined(name, team.name));
  },
});

/** Declines somebody who asked to join; called from the card that asks. */
export const joinDecline = defineCommand({
  name: 'join-decline',
  changes: ['person.declined'],
  role: 'manager',
  hidden: true,
  fields: { team: teamField, who: f.word({ required: true }) },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).people;
    const team = await openTeam(ctx, input.team);
    const who = await openPerson(ctx, input.who);
    if (who.teamId !== null) throw new RuleError(t.notAsking(who.name));
    await ctx.unit.note('person.declined', who, { teamId: team.id });
    await tellAsker(ctx, who, textsIn(localeFor(ctx, who)).people.joinDeclined(team.name));
    return {
      key: `join:${who.id}:${team.id}`,
      title: t.declinedOf(who.name),
      tone: 'neutral',
      nodes: [text(t.declinedOf(who.name)), context(ctx.person.name)],
    };
  },
});

async function openTeam(ctx: Context, name: string): Promise<Team> {
  const team = await teamByName(ctx.db, name);
  if (!team) throw new InputError('team', textsIn(ctx.locale).lookup.noTeam(name, ''));
  return team;
}

async function refusal(ctx: Context, who: Person, team: Team): Promise<DeniedError> {
  const p = textsIn(ctx.locale).permission;
  const isNew = who.teamId === null && !hasRole(who.role, 'manager');
  const names = isNew ? await whoCan(ctx, 'manager', { ownerId: null, teamId: team.id }) : p.admin;
  return new DeniedError(p.join(who.name, isNew ? p.or(names, p.admin) : names));
}

/** Asks whoever leads the team; the answer tells the newcomer nothing about the people in it. */
async function askToJoin(ctx: Context, team: Team): Promise<Card> {
  const t = textsIn(ctx.locale).people;
  const { person } = ctx;
  const waits: Card = {
    key: `join:${person.id}`,
    title: t.joinWaits(team.name),
    tone: 'info',
    nodes: [text(t.joinWaits(team.name)), context(t.joinMeanwhile)],
  };
  if (await hasAsked(ctx, team)) return waits;
  const told = await tellLead(ctx, team.id, `join:${ctx.actId}`, (locale) => {
    const { joinAsked, approve, decline } = textsIn(locale).people;
    const call = { team: team.name, who: person.id };
    return {
      key: `join:${person.id}:${team.id}`,
      title: joinAsked(person.name, team.name),
      tone: 'info',
      nodes: actions(
        button(approve, 'join', call, { style: 'primary' }),
        button(decline, 'join-decline', call),
      ),
    };
  });
  if (told === 0) throw new RuleError(t.nobodyAsked);
  await ctx.unit.note('person.asked', person, { teamId: team.id });
  return waits;
}

/** How long a request keeps from being sent again, in ms. */
const askedForMs = dayMs;

/** Whether the speaker asked for the same team a short while ago, and nobody has declined. */
async function hasAsked(ctx: Context, team: Team): Promise<boolean> {
  const last = await lastEventOf(ctx.db, 'person', ctx.person.id, ['person.asked', 'person.declined']);
  const isSame = last?.kind === 'person.asked' && last.after?.teamId === team.id;
  return isSame && ctx.now.getTime() - last.at.getTime() < askedForMs;
}

/** Tells a new colleague that they are in, with their first steps if they are a rep. */
async function greet(ctx: Context, who: Person, team: Team): Promise<void> {
  const said = textsIn(localeFor(ctx, who)).people.youJoined(team.name);
  if (who.role !== 'rep') return await tellAsker(ctx, who, said);
  const steps = await stepsCard(await contextFor(ctx, who), who);
  const { welcome } = textsIn(localeFor(ctx, who)).onboarding;
  await tellAsker(ctx, who, `${said}${welcome}`, steps);
}

/** Tells a person in their private chat, if they have one. */
async function tellAsker(ctx: Context, who: Person, said: string, card?: Card): Promise<void> {
  if (who.id === ctx.person.id || (await privatePlaces(ctx.db, who.id)).length === 0) return;
  const plain: Card = { key: `joined:${who.id}`, title: said, tone: 'info', nodes: [] };
  const told = card ? { ...card, nodes: [text(said, 'strong'), ...card.nodes] } : plain;
  await notifyPerson(ctx.db, noticesOf(ctx), who, 'report', {
    key: `welcome:${who.id}:${ctx.actId}`,
    card: told,
  });
}
