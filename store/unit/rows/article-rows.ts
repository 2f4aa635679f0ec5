import { and, eq, isNotNull, lt } from 'drizzle-orm';
import { termsOf } from '../../../sales/knowledge/article-search.js';
import { stageTerm } from '../../knowledge/article-queries.js';
import type { Article } from '../../schema/row-types.js';
import { nextNumber } from '../../statements/counters.js';
import type { Db } from '../../statements/db.js';
import { newId } from '../../statements/ids.js';
import { changeRow, insertRow } from '../../statements/rows.js';
export type NewArticle = Pick<Article, 'title' | 'body' | 'authorId'> & Partial<Article>;

/** Creates an article under the next number and indexes it. */
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
  await indexArticle(tx, article);
  return article;
}

/**
 * Changes an article and its index entries, or returns undefined if it is no longer at `article.version`. A
 * removed article is no longer found.
 */
export async function changeArticle(
  tx: Db,
  article: Pick<Article, 'id' | 'version'>,
  patch: Partial<Omit<Article, 'id' | 'no' | 'version'>>,
): Promise<Article | undefined> {
  const changed = await changeRow(tx, tx.t.articles, article, patch);
  if (changed) await indexArticle(tx, changed);
  return changed;
}

async function indexArticle(tx: Db, article: Article): Promise<void> {
  const { articleTerms } = tx.t;
  await tx.q.delete(articleTerms).where(eq(articleTerms.articleId, article.id));
  if (article.removed || article.draftUntil) return;
  const { title, tags, product, competitor, stage, body } = article;
  // Title and subject words count three times.
  const about = [title, tags.join(' '), product ?? '', competitor ?? ''].join('\n');
  const terms = termsOf([about, about, about, body].join('\n'));
  if (stage) terms.set(stageTerm(stage), 3);
  for (const [term, times] of terms)
    await insertRow(tx, articleTerms, { term, articleId: article.id, times });
}

/** Deletes proposals that expired before `before`; returns how many. */
export async function dropProposals(tx: Db, before: Date): Promise<number> {
  const { articles } = tx.t;
  const gone = await tx.q
    .delete(articles)
    .where(and(isNotNull(articles.draftUntil), lt(articles.draftUntil, before)))
    .returning({ id: articles.id });
  return gone.length;
}
