import { RuleError } from '../../kernel/command/errors.js';
import { articleNo } from '../../kernel/records/record-number.js';
import { dayMs } from '../../kernel/time/moments.js';
import { passageFor } from '../../sales/knowledge/article-passage.js';
import { holdsAll } from '../../sales/knowledge/article-search.js';
import { askersOf, unansweredQuestions } from '../../store/knowledge/open-questions.js';
import { personById } from '../../store/people/person-queries.js';
import { privatePlaces } from '../../store/people/place-queries.js';
import type { Article, OpenQuestion } from '../../store/schema/row-types.js';
import type { NewArticle } from '../../store/unit/rows/article-rows.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { contextFor, noticesOf } from '../access/reader.js';
import { answeredCard } from '../cards/article-card.js';
import { demandFits } from '../lookup/article-fields.js';
import { answersTo, whatIsAsked, wordsOfArticle } from '../lookup/article-lookup.js';
import { notifyPerson } from '../notices/notify.js';

/** What writing an article may change: it answers open questions. */
export const writingChanges = [
  'article.written',
  'article.changed',
  'article.kept',
  'question.answered',
] as const;

/**
 * Stores a new article by the speaker, which answers questions from now on; `question` is the one it was
 * written for.
 */
export async function writeArticle(
  ctx: Context,
  given: Omit<NewArticle, 'authorId'>,
  question?: OpenQuestion,
): Promise<Article> {
  const made = await create(ctx, 'article.written', given);
  if (question) await answer(ctx, question, made);
  await settleQuestions(ctx, made);
  return made;
}

/** How long a proposed article is stored, in days. */
const draftDays = 14;

/** Stores a proposed article, which only its author sees until they accept it. */
export const proposeArticle = async (ctx: Context, given: Omit<NewArticle, 'authorId'>): Promise<Article> =>
  await create(ctx, 'article.proposed', {
    ...given,
    draftUntil: new Date(ctx.now.getTime() + draftDays * dayMs),
  });

async function create(
  ctx: Context,
  kind: 'article.written' | 'article.proposed',
  given: Omit<NewArticle, 'authorId'>,
): Promise<Article> {
  demandFits(ctx, given.body);
  return await ctx.unit.create(kind, { ...given, authorId: ctx.person.id });
}

/**
 * Changes an article; the log stores its former text. Closes the open questions that the new text answers.
 */
export async function editArticle(
  ctx: Context,
  article: Article,
  kind: 'article.changed' | 'article.kept' | 'article.removed',
  change: Partial<Omit<Article, 'id' | 'no' | 'version'>>,
): Promise<Article> {
  const t = textsIn(ctx.locale).knowledge;
  if (change.body !== undefined) demandFits(ctx, change.body);
  const whole = { ...change, updatedAt: ctx.now };
  const isStale = ctx.v !== undefined && ctx.v !== article.version;
  const changed = isStale ? undefined : await ctx.unit.changeIfCurrent(kind, article, whole);
  if (!changed) {
    const no = articleNo(article);
    throw new RuleError(t.stale(no), {
      label: t.whole(no),
      call: { command: 'article', input: { words: no } },
    });
  }
  if (!changed.removed && !changed.draftUntil) await settleQuestions(ctx, changed);
  return changed;
}

/** Closes the open questions that the article now answers completely. */
async function settleQuestions(ctx: Context, article: Article): Promise<void> {
  const terms = wordsOfArticle(article);
  for (const question of await unansweredQuestions(ctx.db)) {
    const asked = whatIsAsked(ctx, question.words);
    if (!holdsAll(asked, terms)) continue;
    const [best] = await answersTo(ctx, asked);
    if (best?.id === article.id) await answer(ctx, question, article);
  }
}

/** Closes the question and notifies those who asked, in private. */
async function answer(ctx: Context, question: OpenQuestion, article: Article): Promise<void> {
  const answers = ctx.unit.asConsequence('answered');
  if (!(await answers.changeIfCurrent('question.answered', question, { answeredBy: article.id }))) return;
  const telling = noticesOf(ctx);
  for (const id of askersOf(question)) {
    const person = id === ctx.person.id ? undefined : await personById(ctx.db, id);
    if (!person || (await privatePlaces(ctx.db, id)).length === 0) continue;
    const reader = await contextFor(ctx, person);
    const passage = passageFor(whatIsAsked(ctx, question.words), article.body);
    const card = answeredCard(reader, question, article, passage);
    await notifyPerson(ctx.db, telling, person, 'report', {
      key: `answered:${question.id}:${article.id}:${id}`,
      card,
      waits: true,
    });
  }
}
