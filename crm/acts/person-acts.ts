import type { Card } from '../../kernel/card/card.js';
import { RuleError } from '../../kernel/command/errors.js';
import { higherRole } from '../../kernel/command/roles.js';
import { listPeople, personById } from '../../store/people/person-queries.js';
import { privatePlaces } from '../../store/people/place-queries.js';
import { listTeams, teamById } from '../../store/people/team-queries.js';
import type { Person } from '../../store/schema/row-types.js';
import { type Locale, textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { localeFor, noticesOf } from '../access/reader.js';
import { notifyPerson } from '../notices/notify.js';

/** Removes the person as manager of their teams, except `teamId`. */
export async function leaveManaging(ctx: Context, person: Person, teamId: string | null): Promise<void> {
  for (const team of await listTeams(ctx.db)) {
    if (team.managerId === person.id && team.id !== teamId) {
      await ctx.unit.asConsequence('managed').change('team.changed', team, { managerId: null });
    }
  }
}

/** Throws RuleError if the act has left the company without an admin. */
export async function demandAdminLeft(ctx: Context): Promise<void> {
  const admins = (await listPeople(ctx.db)).filter(({ role }) => role === 'admin');
  if (admins.length === 0) throw new RuleError(textsIn(ctx.locale).people.lastAdmin);
}

/** Combines the rights of both accounts of a person. */
export function together(from: Person, into: Person): Pick<Person, 'role' | 'teamId' | 'email'> {
  return {
    role: higherRole(into.role, from.role),
    teamId: into.teamId ?? from.teamId,
    email: into.email ?? from.email,
  };
}

/** A card in the language of whoever reads it. */
type CardIn = (locale: Locale) => Card;

/**
 * Sends the team's manager a card in private, or the admins if the team has none whom the bot can reach; never the
 * speaker. Returns how many people it goes to.
 */
export async function tellLead(
  ctx: Context,
  teamId: string | null,
  key: string,
  card: CardIn,
): Promise<number> {
  const team = teamId ? await teamById(ctx.db, teamId) : undefined;
  const manager = team?.managerId ? await personById(ctx.db, team.managerId) : undefined;
  const told = manager ? await tellAlone(ctx, [manager], key, card) : 0;
  return told > 0 ? told : await tellAdmins(ctx, key, card);
}

/** Sends each admin but the speaker a card in private. Returns how many there are whom the bot can reach. */
export async function tellAdmins(ctx: Context, key: string, card: CardIn): Promise<number> {
  const admins = (await listPeople(ctx.db)).filter(({ role }) => role === 'admin');
  return await tellAlone(ctx, admins, key, card);
}

/** Sends people a card in private; never the speaker. Returns how many it goes to. */
export async function tellAlone(
  ctx: Context,
  people: readonly Person[],
  key: string,
  card: CardIn,
): Promise<number> {
  let told = 0;
  for (const person of people) {
    if (!person.active || person.id === ctx.person.id) continue;
    if ((await privatePlaces(ctx.db, person.id)).length === 0) continue;
    const post = { key: `${key}:${person.id}`, card: card(localeFor(ctx, person)) };
    await notifyPerson(ctx.db, noticesOf(ctx), person, 'report', post);
    told += 1;
  }
  return told;
}
