import { afterwards, type Context } from '../../crm/access/context.js';
import { redacted } from '../../crm/access/visibility.js';
import { type Action, button, type Call } from '../../kernel/card/card.js';
import { provisionalName } from '../../kernel/names/provisional-name.js';
import { articleNo } from '../../kernel/records/record-number.js';
import { keptArticles } from '../../store/knowledge/article-queries.js';
import { firstStepsOf, hasDone, hasPlannedNext, recordFirstStep } from '../../store/knowledge/first-steps.js';
import { identitiesOf } from '../../store/people/person-queries.js';
import type { Article, Person } from '../../store/schema/row-types.js';
import { locales, textsIn } from '../../texts/languages.js';

/** One step of somebody new: something to read, or something to do here. */
export interface OnboardingStep {
  label: string;
  isDone: boolean;
  call: Call;
}

/** Articles with one of these tags are read by who is new. */
const pathTags = new Set(locales.flatMap((locale) => textsIn(locale).onboarding.pathTags));
/** More to read than that is not read in the first week. */
const mostArticles = 8;

export const isOnPath = ({ tags }: Pick<Article, 'tags'>): boolean =>
  tags.some((tag) => pathTags.has(tag.toLowerCase()));

/** What somebody new reads: by its place, else in the order it was written. */
async function articlesOnPath(ctx: Context): Promise<Article[]> {
  const all = (await keptArticles(ctx.db)).filter(isOnPath);
  const last = Number.MAX_SAFE_INTEGER;
  return all
    .sort((a, b) => (a.position ?? last) - (b.position ?? last) || a.no - b.no)
    .slice(0, mostArticles);
}

/** The way of somebody new, each step ticked from what the database knows. */
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

/** Notes that the speaker has done what leaves no record, once the answer is given. */
export async function noteStep(ctx: Context, step: 'today' | 'ask'): Promise<void> {
  if (ctx.person.role !== 'rep' || (await firstStepsOf(ctx.db, ctx.person.id)).has(step)) return;
  afterwards(ctx, (tx) => recordFirstStep(tx, ctx.person.id, step, ctx.now));
}

/** The tap that says an article was read, for who is new and has not said so. */
export async function readAction(ctx: Context, article: Article): Promise<Action | undefined> {
  if (!isOnPath(article) || article.draftUntil || ctx.person.role !== 'rep') return undefined;
  if ((await firstStepsOf(ctx.db, ctx.person.id)).has(article.id)) return undefined;
  const t = textsIn(ctx.locale).onboarding;
  return button(t.haveRead, 'article-read', { article: articleNo(article) }, { style: 'primary' });
}
