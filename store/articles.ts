import { and, asc, count, desc, eq, inArray, isNull } from 'drizzle-orm';
import { type Hit, termsOf } from '../sales/knowledge.js';
import { nextNumber } from './counters.js';
import type { Db } from './db.js';
import { newId } from './ids.js';
import { atMost } from './limit.js';
import { changeRow, insertRow } from './rows.js';
import type { Tables } from './tables.pg.js';
import { total } from './total.js';

export type Article = Tables['articles']['$inferSelect'];
export type NewArticle = Pick<Article, 'title' | 'body' | 'tags' | 'stage' | 'sourceKey' | 'authorId'>;
export type OpenQuestion = Tables['openQuestions']['$inferSelect'];

export async function createArticle(tx: Db, given: NewArticle, now: Date): Promise<Article> {
  const article: Article = {
    ...given,
    id: newId(),
    no: await nextNumber(tx, 'articles'),
    removed: false,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  await insertRow(tx, tx.t.articles, article);
  await index(tx, article);
  return article;
}

/** Changes an article; undefined where somebody was faster. A removed one is found no more. */
export async function changeArticle(
  tx: Db,
  article: Pick<Article, 'id' | 'version'>,
  patch: Partial<Omit<Article, 'id' | 'no' | 'version'>>,
): Promise<Article | undefined> {
  const changed = await changeRow(tx, tx.t.articles, article, patch);
  if (changed) await index(tx, changed);
  return changed;
}

async function index(tx: Db, article: Article): Promise<void> {
  const { articleTerms } = tx.t;
  await tx.q.delete(articleTerms).where(eq(articleTerms.articleId, article.id));
  if (article.removed) return;
  // What a title says counts three times.
  const text = [article.title, article.title, article.title, article.tags.join(' '), article.body].join('\n');
  for (const [term, times] of termsOf(text))
    await insertRow(tx, articleTerms, { term, articleId: article.id, times });
}

export async function articleByNo(db: Db, no: number): Promise<Article | undefined> {
  const { articles } = db.t;
  const [row] = await db.q
    .select()
    .from(articles)
    .where(and(eq(articles.no, no), eq(articles.removed, false)));
  return row;
}

export async function articleBySource(db: Db, sourceKey: string): Promise<Article | undefined> {
  const { articles } = db.t;
  const [row] = await db.q.select().from(articles).where(eq(articles.sourceKey, sourceKey));
  return row;
}

export async function articlesById(db: Db, ids: readonly string[]): Promise<Map<string, Article>> {
  const { articles } = db.t;
  if (ids.length === 0) return new Map();
  const rows = await db.q
    .select()
    .from(articles)
    .where(inArray(articles.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** The last written, the newest first; of one stage where it is given. */
export async function latestArticles(db: Db, limit: number, stage?: string): Promise<Article[]> {
  const { articles } = db.t;
  return await db.q
    .select()
    .from(articles)
    .where(and(eq(articles.removed, false), stage === undefined ? undefined : eq(articles.stage, stage)))
    .orderBy(desc(articles.updatedAt), desc(articles.no))
    .limit(atMost(limit));
}

export async function countArticles(db: Db): Promise<number> {
  const { articles } = db.t;
  return total(await db.q.select({ all: count() }).from(articles).where(eq(articles.removed, false)));
}

/** Where the terms stand. */
export async function hitsOf(db: Db, terms: readonly string[]): Promise<Hit[]> {
  const { articleTerms } = db.t;
  if (terms.length === 0) return [];
  return await db.q
    .select({ articleId: articleTerms.articleId, term: articleTerms.term, times: articleTerms.times })
    .from(articleTerms)
    .where(inArray(articleTerms.term, [...terms]));
}

/** Notes a question without an answer; asked again in the same words it only counts. */
export async function noteOpenQuestion(
  tx: Db,
  given: Pick<OpenQuestion, 'words' | 'askedBy' | 'teamId'>,
  now: Date,
): Promise<OpenQuestion> {
  const { openQuestions } = tx.t;
  const [known] = await tx.q
    .select()
    .from(openQuestions)
    .where(and(eq(openQuestions.words, given.words), isNull(openQuestions.answeredBy)));
  if (known) return (await changeRow(tx, openQuestions, known, { times: known.times + 1 })) ?? known;
  const question = { ...given, id: newId(), times: 1, answeredBy: null, version: 1, createdAt: now };
  await insertRow(tx, openQuestions, question);
  return question;
}

/** A question that nobody has answered yet. */
export async function openQuestion(db: Db, id: string): Promise<OpenQuestion | undefined> {
  const { openQuestions } = db.t;
  const [row] = await db.q
    .select()
    .from(openQuestions)
    .where(and(eq(openQuestions.id, id), isNull(openQuestions.answeredBy)));
  return row;
}

/** What nobody has answered yet, asked most often first. */
export async function unansweredQuestions(db: Db, limit: number): Promise<OpenQuestion[]> {
  const { openQuestions } = db.t;
  return await db.q
    .select()
    .from(openQuestions)
    .where(isNull(openQuestions.answeredBy))
    .orderBy(desc(openQuestions.times), asc(openQuestions.createdAt))
    .limit(atMost(limit));
}

/** An article answers the question. */
export async function answerQuestion(tx: Db, question: OpenQuestion, articleId: string): Promise<void> {
  await changeRow(tx, tx.t.openQuestions, question, { answeredBy: articleId });
}
