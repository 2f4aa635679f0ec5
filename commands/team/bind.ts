import { type Context, defineCommand } from '../../crm/access/context.js';
import { whoCan } from '../../crm/access/demand-rights.js';
import { placeAudience } from '../../crm/access/place-audience.js';
import { isUnlisted } from '../../crm/access/reduced-audience.js';
import { undoButton } from '../../crm/cards/deal-card.js';
import { actions, context, fields, text } from '../../kernel/card/card.js';
import { readChoice, spokenChoices } from '../../kernel/command/choices.js';
import { DeniedError, InputError, RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { mayPostReport } from '../../sales/people/policy.js';
import { membersOf, saveMembers } from '../../store/people/place-members.js';
import { teamByName } from '../../store/people/team-queries.js';
import { formatsIn, inEachLanguage, textsIn } from '../../texts/languages.js';

/** Kinds of posts for a group, and the words for them. */
const postKinds = ['report', 'stall', 'lead', 'pool', 'win'] as const;
const kinds = spokenChoices(
  postKinds,
  inEachLanguage((t) => t.command.bind.fields.posts.choices),
);

/**
 * `绑群 华东 周报 停滞` ("bind group to East China: weekly report, stalled"): gives the group to the team with these
 * posts, or all if none is named. `绑群 公司 周报` ("bind group to the company: weekly report"): the group belongs
 * to no team and gets the company's reports.
 */
export const bind = defineCommand({
  name: 'bind',
  changes: ['place.bound'],
  role: 'manager',
  fields: {
    team: f.lookup('teamOrCompany', { required: true }),
    posts: f.rest(),
  },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).people;
    const p = textsIn(ctx.locale).permission;
    if (ctx.place.kind !== 'group') throw new InputError(null, t.bindGroup);
    if (ctx.isShared) throw new RuleError(t.bindShared);
    const isCompany = input.team === 'company';
    const team = isCompany ? null : await teamByName(ctx.db, input.team);
    if (team === undefined) throw new InputError('team', textsIn(ctx.locale).lookup.noTeam(input.team, ''));
    const teamId = team?.id ?? null;
    const may = mayPostReport(ctx.person, teamId);
    if (!may.ok) throw new DeniedError(p.report(await whoCan(ctx, may.who, { ownerId: null, teamId })));
    const posts = postsSaid(input.posts);
    if (!posts)
      throw new InputError(
        'posts',
        formatsIn(ctx.locale).list(Object.values(t.postKinds)),
        t.postKinds.report,
      );
    await ctx.unit.change('place.bound', ctx.place, { teamId, posts });
    await trustMembers(ctx);
    const bound = t.bound(ctx.place.name, team?.name ?? textsIn(ctx.locale).weekly.bound);
    return {
      key: `place:${ctx.place.id}`,
      title: bound,
      tone: 'good',
      nodes: [
        text(bound, 'strong'),
        ...fields([
          t.posts,
          formatsIn(ctx.locale).list(
            postKinds.filter((kind) => posts.includes(kind)).map((kind) => t.postKinds[kind]),
          ) || t.noPosts,
        ]),
        ...(await seenLine(ctx, teamId, team?.name ?? textsIn(ctx.locale).weekly.bound)),
        ...actions(undoButton(ctx)),
        context(ctx.person.name),
      ],
    };
  },
});

/** An admin who gives a group to a team says who reads there, also after somebody of outside has spoken in it. */
async function trustMembers(ctx: Context): Promise<void> {
  const isListed = ctx.platforms.of(ctx.platform).can.members === 'listed';
  if (isListed || ctx.person.role !== 'admin' || !(await membersOf(ctx.db, ctx.place.id))?.hasOutsiders)
    return;
  await saveMembers(ctx.db, ctx.place.id, { hasOutsiders: false });
}

/** Says what the group sees from now on, where that is not plain: by who is in it, as far as the platform tells. */
async function seenLine(ctx: Context, teamId: string | null, team: string) {
  const t = textsIn(ctx.locale).members;
  const how = ctx.platforms.of(ctx.platform).can.members;
  if (how === 'team') return [];
  const place = { ...ctx.place, teamId, posts: [...postKinds] };
  const { reduced } = await placeAudience(ctx.db, ctx, place, null);
  if (reduced === undefined && how === undefined) return [context(t.boundUnlisted(team))];
  if (reduced === undefined || reduced === 'unbound') return [];
  return [context(isUnlisted(reduced) ? t.boundUnread : t.held[reduced])];
}

/** Reads the kinds of posts, all if none was said; undefined if a word is no kind. */
function postsSaid(words: string | undefined): string[] | undefined {
  if (!words) return kinds.map(({ value }) => value);
  const said = words.split(/[\s,，、]+/).filter(Boolean);
  const found = said.map((word) => readChoice(kinds, word));
  const known = found.filter((kind) => kind !== undefined);
  return known.length === said.length ? [...new Set(known)] : undefined;
}
