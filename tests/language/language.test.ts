import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../store/engine/store.js';
import { freshSqlite } from '../support/databases.js';
import { everyNth } from '../support/runs.js';
import { processOfTests } from '../support/world.js';
import { fill, play, stagesOf } from './play.js';
import { type Figures, figuresOf, type Verdict } from './score.js';
import { allSentences } from './set.js';

/** Below these a change has made the reading of sentences worse; docs/language.md has the figures themselves. */
const floors = {
  sentences: { intentF1: 0.995, slotF1: 0.995, allRight: 0.985, wrongWrites: 0, asked: 0.1 },
  held: { intentF1: 0.99, slotF1: 0.99, allRight: 0.975, wrongWrites: 0, asked: 0.1 },
  blind: { intentF1: 0.98, slotF1: 0.99, allRight: 0.975, wrongWrites: 0.001, asked: 0.12 },
};

let store: Store;
beforeAll(async () => {
  ({ store } = await freshSqlite());
  await fill(store);
});
afterAll(async () => await store.close());

function holds(figures: Figures, floor: (typeof floors)['held'], wrong: string): void {
  expect(figures.intentF1, wrong).toBeGreaterThanOrEqual(floor.intentF1);
  expect(figures.slotF1, wrong).toBeGreaterThanOrEqual(floor.slotF1);
  expect(figures.allRight, wrong).toBeGreaterThanOrEqual(floor.allRight);
  expect(figures.wrongWrites, wrong).toBeLessThanOrEqual(floor.wrongWrites);
  expect(figures.asked, wrong).toBeLessThanOrEqual(floor.asked);
}

const missed = (verdicts: Verdict[]): string =>
  verdicts
    .filter((one) => !one.allRight)
    .map((one) => `${one.sentence.say}: ${one.wrong.join(' ')}`)
    .join('\n');

describe('plain sentences', () => {
  it('number over six hundred, in Chinese, English and mixed', () => {
    const kinds = allSentences().map((one) => one.kind);
    expect(kinds.filter((kind) => kind.startsWith('zh')).length).toBeGreaterThanOrEqual(400);
    expect(kinds.filter((kind) => kind.startsWith('en')).length).toBeGreaterThanOrEqual(150);
    expect(kinds.filter((kind) => kind === 'mixed').length).toBeGreaterThanOrEqual(50);
  });

  it('become the right record', async () => {
    const verdicts = await play(store, stagesOf(processOfTests), everyNth(allSentences(), 3, 1));
    holds(figuresOf(verdicts), floors.sentences, missed(verdicts));
    const held = verdicts.filter((one) => one.sentence.held);
    holds(figuresOf(held), floors.held, 'of those held back');
  });

  it('become the right record if they were written after the rules', async () => {
    const verdicts = await play(
      store,
      stagesOf(processOfTests),
      everyNth(allSentences(join(import.meta.dirname, 'blind')), 3, 1),
    );
    holds(figuresOf(verdicts), floors.blind, missed(verdicts));
  });

  it('are read the same on every run', async () => {
    const few = allSentences().filter((_, n) => n % 40 === 0);
    const [once, again] = [
      await play(store, stagesOf(processOfTests), few),
      await play(store, stagesOf(processOfTests), few),
    ];
    expect(again.map((one) => one.got)).toEqual(once.map((one) => one.got));
  });
});
