import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lt } from 'drizzle-orm';
import { type Hit, termsOf } from '../sales/knowledge.js';
import { run } from './compiled.js';
import { nextNumber } from './counters.js';
import type { Db } from './db.js';
import { newId } from './ids.js';
import { changeRow, insertRow } from './rows.js';
import type { Tables } from './tables.pg.js';
import { total } from './total.js';

export type Article = Tables['articles']['$inferSelect'];
/** What an article is about, beside its words. */
export type AboutArticle = Pick<Article, 'tags' | 'stage' | 'product' | 'competitor'>;
export type NewArticle = Pick<Article, 'title' | 'body' | 'authorId'> & Partial<Article>;

export async function createArticle(tx: Db, given: NewArticle, now: Date): Promise<Article> {
  const article: Article = {
    tags: [],
    stage: null,
    product: null,
    competitor: null,
    sourceKey: null,
    url: null,
    position: null,
    draftUntil: null,
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

/** The term under which articles of a stage are found. */
export const stageTerm = (stage: string): string => `>${stage}`;

async function index(tx: Db, article: Article): Promise<void> {
  const { articleTerms } = tx.t;
  await tx.q.delete(articleTerms).where(eq(articleTerms.articleId, article.id));
  if (article.removed || article.draftUntil) return;
  const { title, tags, product, competitor, stage, body } = article;
  // What a title says counts three times, and so does what it is about.
  const about = [title, tags.join(' '), product ?? '', competitor ?? ''].join('\n');
  const terms = termsOf([about, about, about, body].join('\n'));
  if (stage) terms.set(stageTerm(stage), 3);
  for (const [term, times] of terms)
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

/** Those that everybody may read. */
const isKept = ({ t: { articles } }: Db) => and(eq(articles.removed, false), isNull(articles.draftUntil));

/** All that is kept, the newest first: a team writes hundreds, not more. */
export async function keptArticles(db: Db): Promise<Article[]> {
  const { articles } = db.t;
  return await db.q
    .select()
    .from(articles)
    .where(isKept(db))
    .orderBy(desc(articles.updatedAt), desc(articles.no));
}

/** What the team does in a stage, the newest first. */
export async function articlesOfStage(db: Db, stage: string): Promise<Article[]> {
  const { articles } = db.t;
  return await db.q
    .select()
    .from(articles)
    .where(and(isKept(db), eq(articles.stage, stage)))
    .orderBy(desc(articles.updatedAt), desc(articles.no));
}

export type CompetitorArticle = Pick<Article, 'no' | 'title' | 'product' | 'stage'> & { competitor: string };

/** What is known of competitors, the newest first; few, and asked for with every follow-up. */
export async function competitorArticles(db: Db): Promise<CompetitorArticle[]> {
  const rows = await run(db, 'competitorArticles', {}, ({ q, t: { articles } }) =>
    q
      .select({
        no: articles.no,
        title: articles.title,
        product: articles.product,
        stage: articles.stage,
        competitor: articles.competitor,
      })
      .from(articles)
      .where(and(isNotNull(articles.competitor), eq(articles.removed, false), isNull(articles.draftUntil)))
      .orderBy(desc(articles.updatedAt), asc(articles.no)),
  );
  return rows as CompetitorArticle[];
}

export async function countArticles(db: Db): Promise<number> {
  return total(await db.q.select({ all: count() }).from(db.t.articles).where(isKept(db)));
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

/** Takes proposals away that nobody has kept. */
export async function dropDrafts(tx: Db, before: Date): Promise<number> {
  const { articles } = tx.t;
  const gone = await tx.q
    .delete(articles)
    .where(and(isNotNull(articles.draftUntil), lt(articles.draftUntil, before)))
    .returning({ id: articles.id });
  return gone.length;
}
