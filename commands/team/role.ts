import { type Context, defineCommand } from '../../crm/access/context.js';
import { whoCan } from '../../crm/access/demand-rights.js';
import { leaveManaging } from '../../crm/acts/person-acts.js';
import { undoButton } from '../../crm/cards/deal-card.js';
import { openPerson } from '../../crm/lookup/open-person.js';
import { teamName } from '../../crm/words/owner-names.js';
import { actions, context, fields, text } from '../../kernel/card/card.js';
import { DeniedError, RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { hasRole } from '../../kernel/command/roles.js';
import { mayGiveRole } from '../../sales/people/policy.js';
import { listPeople } from '../../store/people/person-queries.js';
import { teamById } from '../../store/people/team-queries.js';
import type { Person } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';

/** `角色 @张三 只读` ("role of Zhang San: viewer"): sets a colleague's role. */
export const role = defineCommand({
  name: 'role',
  changes: ['person.role', 'team.changed'],
  role: 'manager',
  fields: {
    who: f.person({ required: true }),
    role: f.choice(['viewer', 'rep', 'manager', 'admin'], { required: true }),
  },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).people;
    const who = await openPerson(ctx, input.who);
    const wanted = input.role as typeof who.role;
    const may = mayGiveRole(ctx.person, who, wanted);
    if (!may.ok)
      throw new DeniedError(
        textsIn(ctx.locale).permission.role(
          await whoCan(ctx, may.who, { ownerId: null, teamId: who.teamId }),
        ),
      );
    const admins = (await listPeople(ctx.db)).filter((one) => one.role === 'admin');
    if (who.role === 'admin' && wanted !== 'admin' && admins.length === 1) throw new RuleError(t.lastAdmin);
    const changed = await ctx.unit.change('person.role', who, { role: wanted });
    await updateManagers(ctx, changed);
    return {
      key: `person:${who.id}`,
      title: t.roleTitle(who.name),
      tone: 'good',
      nodes: [
        text(t.roleSet(who.name, t.roles[changed.role]), 'strong'),
        ...fields([textsIn(ctx.locale).common.team, await teamName(ctx, who)]),
        ...actions(undoButton(ctx)),
        context(ctx.person.name),
      ],
    };
  },
});

/** Makes a new manager lead a team that has none, and removes a rep as manager. */
async function updateManagers(ctx: Context, person: Person): Promise<void> {
  if (!hasRole(person.role, 'manager')) return await leaveManaging(ctx, person, null);
  const team = person.teamId ? await teamById(ctx.db, person.teamId) : undefined;
  if (person.role === 'manager' && team && team.managerId === null) {
    await ctx.unit.asConsequence('managed').change('team.changed', team, { managerId: person.id });
  }
}
