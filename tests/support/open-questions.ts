import { unansweredQuestions } from '../../store/knowledge/open-questions.js';
import type { World } from './world.js';

/** The words of the questions that wait for somebody's answer. */
export const openQuestions = async ({ store }: World): Promise<string[]> =>
  (await unansweredQuestions(store.db, 10)).map(({ words }) => words);
