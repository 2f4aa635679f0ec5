import { and, asc, count, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Hit } from '../../sales/knowledge/article-search.js';
import type { Article } from '../schema/row-types.js';
import { run } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { countTotal } from '../statements/total.js';

/** What an article is about, besides its text. */
export type AboutArticle = Pick<Article, 'tags' | 'stage' | 'product' | 'competitor'>;

/** The index term of articles about a stage. */
export const stageTerm = (stage: string): string => `>${stage}`;

/** Finds an article by its number, or undefined; removed ones are left out. */
export async function articleByNo(db: Db, no: number): Promise<Article | undefined> {
  const { articles } = db.t;
  const [row] = await db.q
    .select()
    .from(articles)
    .where(and(eq(articles.no, no), eq(articles.removed, false)));
  return row;
}

/** Finds an imported article by its source key, or undefined. */
export async function articleBySource(db: Db, sourceKey: string): Promise<Article | undefined> {
  const { articles } = db.t;
  const [row] = await db.q.select().from(articles).where(eq(articles.sourceKey, sourceKey));
  return row;
}

/** Reads articles by id into a map; unknown ids are left out. */
export async function articlesById(db: Db, ids: readonly string[]): Promise<Map<string, Article>> {
  const { articles } = db.t;
  if (ids.length === 0) return new Map();
  const rows = await db.q
    .select()
    .from(articles)
    .where(inArray(articles.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Published: neither removed nor a proposal. */
const isPublished = ({ t: { articles } }: Db) =>
  and(eq(articles.removed, false), isNull(articles.draftUntil));

/** Lists all published articles, newest first; teams write hundreds, not more. */
export async function keptArticles(db: Db): Promise<Article[]> {
  const { articles } = db.t;
  return await db.q
    .select()
    .from(articles)
    .where(isPublished(db))
    .orderBy(desc(articles.updatedAt), desc(articles.no));
}

/** Lists published articles about a stage, newest first. */
export async function articlesOfStage(db: Db, stage: string): Promise<Article[]> {
  const { articles } = db.t;
  return await db.q
    .select()
    .from(articles)
    .where(and(isPublished(db), eq(articles.stage, stage)))
    .orderBy(desc(articles.updatedAt), desc(articles.no));
}

export type CompetitorArticle = Pick<Article, 'no' | 'title' | 'product' | 'stage'> & { competitor: string };

/** Lists published articles about competitors, newest first; prepared, as every follow-up reads them. */
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

/** Counts published articles. */
export async function countArticles(db: Db): Promise<number> {
  return countTotal(await db.q.select({ all: count() }).from(db.t.articles).where(isPublished(db)));
}

/** Lists the index entries of the given terms. */
export async function hitsOf(db: Db, terms: readonly string[]): Promise<Hit[]> {
  const { articleTerms } = db.t;
  if (terms.length === 0) return [];
  return await db.q
    .select({ articleId: articleTerms.articleId, term: articleTerms.term, times: articleTerms.times })
    .from(articleTerms)
    .where(inArray(articleTerms.term, [...terms]));
}
