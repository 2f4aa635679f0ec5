import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { freshSqlite } from '../support/databases.js';
import { processOfTests } from '../support/world.js';
import { furnish, play, stagesOf } from './play.js';
import { type Figures, figuresOf } from './score.js';
import { allSentences } from './set.js';

const figures = new Map<string, Figures>();

beforeAll(async () => {
  const { store } = await freshSqlite();
  await furnish(store);
  for (const set of ['sentences', 'blind']) {
    const sentences = allSentences(join(import.meta.dirname, set));
    figures.set(set, figuresOf(await play(store, stagesOf(processOfTests), sentences)));
  }
});

it('the set is as large as it should be, in each language', () => {
  const all = allSentences();
  const of = (start: string) => all.filter(({ kind }) => kind.startsWith(start)).length;
  expect([of('zh') >= 400, of('en') >= 150, of('mixed') >= 50]).toEqual([true, true, true]);
});

it.each([
  ['sentences', { intentF1: 0.95, allRight: 0.9, wrongWrites: 0.012 }],
  ['blind', { intentF1: 0.95, allRight: 0.9, wrongWrites: 0.01 }],
] as const)('%s are read as well as that', (set, floor) => {
  const { intentF1, allRight, wrongWrites } = figures.get(set) as Figures;
  expect({ set, intentF1, isEnough: intentF1 >= floor.intentF1 }).toMatchObject({ isEnough: true });
  expect({ set, allRight, isEnough: allRight >= floor.allRight }).toMatchObject({ isEnough: true });
  expect({ set, wrongWrites, isFew: wrongWrites <= floor.wrongWrites }).toMatchObject({ isFew: true });
});
