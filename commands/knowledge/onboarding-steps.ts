import { afterwards, type Context } from '../../crm/access/context.js';
import { redacted } from '../../crm/access/visibility.js';
import { type Action, button, type Call } from '../../kernel/card/card.js';
import { provisionalName } from '../../kernel/names/provisional-name.js';
import { articleNo } from '../../kernel/records/record-number.js';
import { keptArticles } from '../../store/knowledge/article-queries.js';
import { firstStepsOf, hasDone, hasPlannedNext } from '../../store/knowledge/first-steps.js';
import { identitiesOf } from '../../store/people/person-queries.js';
import type { Article, Person } from '../../store/schema/row-types.js';
import { locales, textsIn } from '../../texts/languages.js';

/** One onboarding step: an article to read, or an act to try. */
export interface OnboardingStep {
  label: string;
  isDone: boolean;
  call: Call;
}

/** Tags of articles that new colleagues read. */
const pathTags = new Set(locales.flatMap((locale) => textsIn(locale).onboarding.pathTags));
/** Most articles to read in the first week. */
const mostArticles = 8;

export const isOnPath = ({ tags }: Pick<Article, 'tags'>): boolean =>
  tags.some((tag) => pathTags.has(tag.toLowerCase()));

/** Lists the articles to read: by their place, else in the order they were written. */
async function articlesOnPath(ctx: Context): Promise<Article[]> {
  const all = (await keptArticles(ctx.db)).filter(isOnPath);
  const last = Number.MAX_SAFE_INTEGER;
  return all
    .sort((a, b) => (a.position ?? last) - (b.position ?? last) || a.no - b.no)
    .slice(0, mostArticles);
}

/** Lists a person's onboarding steps, ticked from the database. */
export async function pathOf(ctx: Context, person: Person): Promise<OnboardingStep[]> {
  const t = textsIn(ctx.locale).onboarding;
  const { db } = ctx;
  const taken = await firstStepsOf(db, person.id);
  const identities = await identitiesOf(db, person.id);
  const isNamed = identities.every(({ externalId }) => person.name !== provisionalName(externalId));
  const doing = (command: string) => ({ command, input: {} });
  const steps: OnboardingStep[] = [
    {
      label: t.name,
      isDone: isNamed || (await hasDone(db, person.id, ['person.renamed'])),
      call: doing('call-me'),
    },
  ];
  for (const one of await articlesOnPath(ctx)) {
    steps.push({
      label: t.read(redacted(ctx, one.title)),
      isDone: taken.has(one.id),
      call: { command: 'article', input: { words: articleNo(one) } },
    });
  }
  steps.push(
    { label: t.lead, isDone: await hasDone(db, person.id, ['lead.created']), call: doing('lead') },
    { label: t.log, isDone: await hasPlannedNext(db, person.id), call: doing('log') },
    {
      label: t.move,
      isDone: await hasDone(db, person.id, ['deal.moved', 'lead.converted', 'deal.won']),
      call: doing('move'),
    },
    { label: t.today, isDone: taken.has('today'), call: doing('today') },
    { label: t.ask, isDone: taken.has('ask'), call: doing('ask') },
  );
  return steps;
}

/** Ticks a step that leaves no record of its own, after the answer. */
export async function noteStep(ctx: Context, step: 'today' | 'ask'): Promise<void> {
  if (ctx.person.role !== 'rep' || (await firstStepsOf(ctx.db, ctx.person.id)).has(step)) return;
  afterwards(ctx, (unit) => unit.create('step.noted', { personId: ctx.person.id, step }));
}

/**
 * Makes the button that ticks an article as read, for a new colleague who has not ticked it; otherwise
 * undefined.
 */
export async function readAction(ctx: Context, article: Article): Promise<Action | undefined> {
  if (!isOnPath(article) || article.draftUntil || ctx.person.role !== 'rep') return undefined;
  if ((await firstStepsOf(ctx.db, ctx.person.id)).has(article.id)) return undefined;
  const t = textsIn(ctx.locale).onboarding;
  return button(t.haveRead, 'article-read', { article: articleNo(article) }, { style: 'primary' });
}
