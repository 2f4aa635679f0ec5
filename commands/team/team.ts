import { type Context, defineCommand } from '../../crm/access/context.js';
import { leaveManaging } from '../../crm/acts/person-acts.js';
import { undoButton } from '../../crm/cards/deal-card.js';
import { openPerson } from '../../crm/lookup/open-person.js';
import { actions, type Card, type CardNode, context, fields, text } from '../../kernel/card/card.js';
import { InputError, RuleError } from '../../kernel/command/errors.js';
import { f, named } from '../../kernel/command/fields.js';
import { bareName } from '../../kernel/names/self-given-name.js';
import { monthOf } from '../../kernel/time/zone.js';
import { teamList } from '../../language/look-up/list-words.js';
import { teamsWithin } from '../../sales/people/policy.js';
import { listPeople, unreachablePeople } from '../../store/people/person-queries.js';
import { listPlaces } from '../../store/people/place-queries.js';
import { listTeams, teamByName } from '../../store/people/team-queries.js';
import { usageOf } from '../../store/running/usage-counters.js';
import type { Team } from '../../store/schema/row-types.js';
import { formatsIn, textsIn } from '../../texts/languages.js';

/**
 * `团队 华东 @经理 上级=中国区` ("team East China, manager, parent China"): creates a team or sets its manager or parent
 * team; without a name, lists all teams.
 */
export const team = defineCommand({
  name: 'team',
  changes: ['person.role', 'team.changed', 'team.created'],
  role: 'admin',
  instead: teamList,
  fields: {
    name: f.word(),
    manager: f.person(),
    parent: named(f.lookup('team')),
  },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).people;
    if (!input.name) return await teamsCard(ctx);
    const known = await teamByName(ctx.db, input.name);
    if (!known && verbs.test(input.name))
      throw new InputError('name', t.noTeamName(input.name), t.teamExample);
    const team = known ?? (await ctx.unit.create('team.created', { name: input.name, timeZone: ctx.zone }));
    const manager = input.manager ? await openPerson(ctx, input.manager) : undefined;
    if (manager) {
      await leaveManaging(ctx, manager, team.id);
      await ctx.unit.change('team.changed', team, { managerId: manager.id });
      const role = manager.role === 'admin' ? 'admin' : 'manager';
      await ctx.unit.change('person.role', manager, {
        role,
        teamId: team.id,
        name: bareName(manager.name),
      });
    }
    const parent = input.parent ? await teamByName(ctx.db, input.parent) : undefined;
    if (parent) {
      const below = teamsWithin(await listTeams(ctx.db), team.id);
      if (below.includes(parent.id)) throw new RuleError(t.ring(team.name, parent.name));
      await ctx.unit.change('team.changed', team, { parentId: parent.id });
    }
    const said = known ? t.teamChanged(team.name) : t.teamCreated(team.name);
    return await teamCard(
      ctx,
      { ...team, managerId: manager?.id ?? team.managerId, parentId: parent?.id ?? team.parentId },
      said,
    );
  },
});

/** Words that tell what is to be done, and are no team's name. */
const verbs =
  /^(?:add|new|create|remove|delete|join|move|set|to|加|添加|新建|新增|创建|建|删|删除|移除|加入|移到)$/iu;

/** A team with its people and groups. */
export async function teamCard(ctx: Context, team: Team, said: string): Promise<Card> {
  const t = textsIn(ctx.locale).people;
  const { list } = formatsIn(ctx.locale);
  const people = await listPeople(ctx.db, team.id);
  const manager = people.find((person) => person.id === team.managerId);
  const teams = await listTeams(ctx.db);
  const nameOf = (id: string | null) => teams.find((one) => one.id === id)?.name ?? null;
  const places = (await listPlaces(ctx.db)).filter((place) => place.teamId === team.id);
  return {
    key: `team:${team.id}`,
    title: team.name,
    tone: 'good',
    nodes: [
      text(said, 'strong'),
      ...fields(
        [t.parent, nameOf(team.parentId)],
        [t.children, list(teams.filter((one) => one.parentId === team.id).map((one) => one.name)) || null],
        [t.manager, manager?.name ?? t.noManager],
        [t.members, list(people.filter((one) => one !== manager).map((one) => one.name)) || t.none],
        [t.places, list(places.map((place) => place.name)) || t.none],
      ),
      ...actions(undoButton(ctx)),
      context(ctx.person.name),
    ],
  };
}

async function teamsCard(ctx: Context): Promise<Card> {
  const t = textsIn(ctx.locale).people;
  const { list } = formatsIn(ctx.locale);
  const people = await listPeople(ctx.db);
  const teams = await listTeams(ctx.db);
  const items = teams.map((one): [string, string] => [
    [one.name, teams.find(({ id }) => id === one.parentId)?.name].filter(Boolean).join(' ← '),
    list(people.filter((person) => person.teamId === one.id).map((person) => person.name)) || t.none,
  ]);
  const body = items.length > 0 ? fields(...items) : [text(t.noTeams)];
  const silent = (await unreachablePeople(ctx.db)).map((person) => person.name);
  const reach = silent.length > 0 ? [text(t.unreachable(list(silent)))] : [];
  const used = await quotaLines(ctx);
  return {
    key: 'teams',
    title: t.teamList,
    tone: 'info',
    nodes: [...body, ...reach, ...used, context(ctx.person.name)],
  };
}

/** What platforms that allow so much a month were used for, a line each; those not used have none. */
async function quotaLines({ db, now, locale, platforms }: Context): Promise<CardNode[]> {
  const month = monthOf(now, 'Asia/Shanghai');
  const lines: CardNode[] = [];
  for (const { id, quota } of platforms.all) {
    const used = new Map<string, number>();
    for (const what of quota?.counts ?? []) used.set(what, await usageOf(db, id, what, month));
    if (quota && [...used.values()].some((times) => times > 0))
      lines.push(text(quota.line((what) => used.get(what) ?? 0, locale)));
  }
  return lines;
}
