import { defineCommand } from '../../crm/access/context.js';
import { whoCan } from '../../crm/access/demand-rights.js';
import { undoButton } from '../../crm/cards/deal-card.js';
import { actions, context, fields, text } from '../../kernel/card/card.js';
import { readChoice, spokenChoices } from '../../kernel/command/choices.js';
import { DeniedError, InputError, RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { mayPostReport } from '../../sales/people/policy.js';
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
        ...actions(undoButton(ctx)),
        context(ctx.person.name),
      ],
    };
  },
});

/** Reads the kinds of posts, all if none was said; undefined if a word is no kind. */
function postsSaid(words: string | undefined): string[] | undefined {
  if (!words) return kinds.map(({ value }) => value);
  const said = words.split(/[\s,，、]+/).filter(Boolean);
  const found = said.map((word) => readChoice(kinds, word));
  const known = found.filter((kind) => kind !== undefined);
  return known.length === said.length ? [...new Set(known)] : undefined;
}
