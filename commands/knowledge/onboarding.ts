import { type Context, defineCommand } from '../../crm/access/context.js';
import { openArticle } from '../../crm/lookup/article-fields.js';
import { openPerson } from '../../crm/lookup/open-person.js';
import { actions, button, type Card, context, text } from '../../kernel/card/card.js';
import { DeniedError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { hasRole } from '../../kernel/command/roles.js';
import { dayMs } from '../../kernel/time/moments.js';
import { managesTeam } from '../../sales/people/policy.js';
import { listPeople } from '../../store/people/person-queries.js';
import type { Person } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import { pathOf } from './onboarding-steps.js';

/**
 * `入门` ("onboarding"): a new colleague's first steps; for a manager, the progress of new reps, and `入门 @韩梅`
 * one rep's steps.
 */
export const onboarding = defineCommand({
  name: 'onboard',
  role: 'rep',
  reads: true,
  quiet: true,
  seldom: true,
  fields: { who: f.person() },
  async run(input, ctx) {
    if (input.who) return await stepsCard(ctx, await openNewcomer(ctx, input.who));
    return hasRole(ctx.person.role, 'manager') ? await newcomersCard(ctx) : await stepsCard(ctx, ctx.person);
  },
});

/** `读完了` ("read it"): ticks an article to read. */
export const articleRead = defineCommand({
  name: 'article-read',
  changes: ['step.done'],
  hidden: true,
  quiet: true,
  fields: { article: f.word({ required: true }) },
  async run(input, ctx) {
    const article = await openArticle(ctx, input.article);
    await ctx.unit.create('step.done', { personId: ctx.person.id, step: article.id });
    return await stepsCard(ctx, ctx.person);
  },
});

async function openNewcomer(ctx: Context, name: string): Promise<Person> {
  const who = await openPerson(ctx, name);
  const may = who.id === ctx.person.id || ctx.person.role === 'admin' || managesTeam(ctx.person, who.teamId);
  if (!may) throw new DeniedError(textsIn(ctx.locale).onboarding.notYours);
  return who;
}

/** Shows a person's steps; on the person's own card, the next step is the first button. */
export async function stepsCard(ctx: Context, person: Person): Promise<Card> {
  const t = textsIn(ctx.locale).onboarding;
  const steps = await pathOf(ctx, person);
  const open = steps.filter(({ isDone }) => !isDone);
  const [next] = open;
  const isOwn = person.id === ctx.person.id;
  return {
    key: `onboard:${person.id}`,
    title: t.title(person.name),
    tone: next ? 'info' : 'good',
    nodes: [
      text(t.progress(steps.length - open.length, steps.length), 'strong'),
      text(steps.map(({ label, isDone }) => `${isDone ? '✓' : '○'} ${label}`).join('\n')),
      ...actions(
        ...(isOwn
          ? open
              .slice(0, 2)
              .map(({ label, call }, n) =>
                button(label, call.command, call.input, n === 0 ? { style: 'primary' } : {}),
              )
          : []),
      ),
      ...(isOwn ? [] : [context(t.how)]),
    ],
  };
}

/** Days since joining for which a colleague counts as new. */
const newFor = 180;
/** Lines of the list, and buttons to open a person's steps. */
const shown = { lines: 10, buttons: 4 };

async function newcomersCard(ctx: Context): Promise<Card> {
  const t = textsIn(ctx.locale).onboarding;
  const since = ctx.now.getTime() - newFor * dayMs;
  const fresh = (await listPeople(ctx.db))
    .filter(({ role, createdAt }) => role === 'rep' && createdAt.getTime() > since)
    .filter(({ teamId }) => ctx.person.role === 'admin' || managesTeam(ctx.person, teamId))
    .reverse();
  const lines: string[] = [];
  for (const person of fresh.slice(0, shown.lines)) {
    const steps = await pathOf(ctx, person);
    const open = steps.filter(({ isDone }) => !isDone);
    lines.push(t.line(person.name, steps.length - open.length, steps.length, open[0]?.label ?? ''));
  }
  return {
    key: `onboard:team:${ctx.person.id}`,
    title: t.newcomers,
    tone: 'info',
    nodes: [
      text(fresh.length > 0 ? t.count(fresh.length) : t.nobody, 'strong'),
      ...(lines.length > 0 ? [text(lines.join('\n'))] : []),
      ...actions(
        ...fresh.slice(0, shown.buttons).map(({ id, name }) => button(name, 'onboard', { who: id })),
      ),
      context(t.how),
    ],
  };
}
