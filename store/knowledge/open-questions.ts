import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { asksTheSame } from '../../sales/knowledge/article-search.js';
import type { OpenQuestion } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';
import { newId } from '../statements/ids.js';
import { atMost } from '../statements/limit.js';
import { changeRow, insertRow } from '../statements/rows.js';

/** Open questions compared with a new one. */
const mostLookedThrough = 200;

/** Stores an unanswered question; if an open one asks the same, only counts it there. */
export async function noteOpenQuestion(
  tx: Db,
  given: Pick<OpenQuestion, 'words' | 'askedBy' | 'teamId'>,
  now: Date,
): Promise<OpenQuestion> {
  const { openQuestions } = tx.t;
  const open = await unansweredQuestions(tx, mostLookedThrough);
  const known =
    open.find(({ words }) => words === given.words) ??
    open.find(({ words }) => asksTheSame(words, given.words));
  if (known) {
    const askers = new Set([...(known.askers ?? []), given.askedBy]);
    askers.delete(known.askedBy);
    const change = { times: known.times + 1, askers: [...askers] };
    return (await changeRow(tx, openQuestions, known, change)) ?? known;
  }
  const question = {
    ...given,
    id: newId(),
    askers: null,
    times: 1,
    answeredBy: null,
    version: 1,
    createdAt: now,
  };
  await insertRow(tx, openQuestions, question);
  return question;
}

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

/** Records that an article answers the question. */
export async function answerQuestion(
  tx: Db,
  question: OpenQuestion,
  articleId: string,
): Promise<OpenQuestion | undefined> {
  return await changeRow(tx, tx.t.openQuestions, question, { answeredBy: articleId });
}
