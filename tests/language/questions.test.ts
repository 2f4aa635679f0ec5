import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isUntracked } from '../../language/question/question-reading.js';
import { writeQuestion } from '../../language/question/write-question.js';
import { builtInDimensions } from '../../sales/figures/slice-names.js';
import type { Store } from '../../store/engine/store.js';
import { freshSqlite } from '../support/databases.js';
import { everyNth } from '../support/runs.js';
import { fillForQuestions, type Question, questionsOf, readAsked, written } from './questions.js';
import { allSentences } from './set.js';

let store: Store;
beforeAll(async () => {
  ({ store } = await freshSqlite());
  await fillForQuestions(store);
});
afterAll(async () => await store.close());

/** The share that is read as expected, and the lines that are not. */
async function judged(questions: Question[]): Promise<{ right: number; wrong: string[] }> {
  const wrong: string[] = [];
  for (const question of questions) {
    const got = written(await readAsked(store, question));
    try {
      expect(got).toEqual(question.expect);
    } catch {
      wrong.push(`${question.say}\n   got ${JSON.stringify(got)}\n   not ${JSON.stringify(question.expect)}`);
    }
  }
  return { right: 1 - wrong.length / questions.length, wrong };
}

const files = ['zh', 'zh-none', 'en', 'mixed', 'after'];

test('questions are read as intended', async () => {
  const all = files.flatMap((file) => questionsOf(`questions/${file}`));
  expect(all.length).toBeGreaterThanOrEqual(150);
  const { right, wrong } = await judged(everyNth(all, 2));
  expect(right, wrong.join('\n')).toBeGreaterThanOrEqual(0.95);
});

test('a question is written back in words that read the same', async () => {
  const wrong: unknown[] = [];
  for (const question of everyNth(
    files.flatMap((file) => questionsOf(`questions/${file}`)),
    5,
  )) {
    const reading = await readAsked(store, question);
    if (!reading || reading.which || isUntracked(reading.measure)) continue;
    for (const locale of ['zh', 'en'] as const) {
      const said = writeQuestion(reading, locale, builtInDimensions);
      const again = written(await readAsked(store, { say: said, isAsked: true, expect: null }));
      if (!isDeepStrictEqual(again, written(reading))) wrong.push([said, again, written(reading)]);
    }
  }
  expect(wrong).toEqual([]);
});

test('questions written independently of the rules are read as intended', async () => {
  const all = ['zh', 'en', 'mixed', 'second', 'third'].flatMap((file) =>
    questionsOf(`questions-unseen/${file}`),
  );
  expect(all.length).toBeGreaterThanOrEqual(120);
  const { right, wrong } = await judged(everyNth(all, 2));
  expect(right, wrong.join('\n')).toBeGreaterThanOrEqual(0.93);
});

test('sentences that report something are not taken for questions', async () => {
  const told = [...allSentences(), ...allSentences(join(import.meta.dirname, 'blind'))]
    .filter(({ expect: { intent } }) => intent !== 'question')
    .map(({ say }) => say);
  expect(told.length).toBeGreaterThan(900);
  const taken: string[] = [];
  for (const say of everyNth(told, 5)) if (await readAsked(store, { say, expect: null })) taken.push(say);
  expect(taken).toEqual([]);
});
