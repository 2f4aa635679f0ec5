import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { asksTheSame } from '../../sales/knowledge/article-search.js';
import type { OpenQuestion } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';

/** Open questions compared with a new one. */
export const mostLookedThrough = 200;

/** Lists everybody who asked the question (person ids). */
export const askersOf = ({ askedBy, askers }: OpenQuestion): string[] => [askedBy, ...(askers ?? [])];

/** Finds an unanswered question by id, or undefined. */
export async function openQuestion(db: Db, id: string): Promise<OpenQuestion | undefined> {
  const { openQuestions } = db.t;
  const [row] = await db.q
    .select()
    .from(openQuestions)
    .where(and(eq(openQuestions.id, id), isNull(openQuestions.answeredBy)));
  return row;
}

/** Lists unanswered questions, most often asked first. */
export async function unansweredQuestions(db: Db, limit = mostLookedThrough): Promise<OpenQuestion[]> {
  const { openQuestions } = db.t;
  return await db.q
    .select()
    .from(openQuestions)
    .where(isNull(openQuestions.answeredBy))
    .orderBy(desc(openQuestions.times), asc(openQuestions.createdAt))
    .limit(atMost(limit));
}

/** Finds the article that last answered a question asking the same, or undefined. */
export async function answerGiven(db: Db, words: string): Promise<string | undefined> {
  const { openQuestions } = db.t;
  const rows = await db.q
    .select({ words: openQuestions.words, answeredBy: openQuestions.answeredBy })
    .from(openQuestions)
    .where(isNotNull(openQuestions.answeredBy))
    .orderBy(desc(openQuestions.createdAt))
    .limit(atMost(mostLookedThrough));
  return rows.find((row) => asksTheSame(row.words, words))?.answeredBy ?? undefined;
}
