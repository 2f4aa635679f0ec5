import { asksTheSame } from '../../../sales/knowledge/article-search.js';
import { mostLookedThrough, unansweredQuestions } from '../../knowledge/open-questions.js';
import type { OpenQuestion } from '../../schema/row-types.js';
import type { Db } from '../../statements/db.js';
import { newId } from '../../statements/ids.js';
import { changeRow, insertRow } from '../../statements/rows.js';
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
