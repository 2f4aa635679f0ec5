import { beforeAll, expect, test } from 'vitest';
import { answersToQuestion, whatIsAsked } from '../../crm/lookup/article-lookup.js';
import type { Store } from '../../store/engine/store.js';
import { hitsOf } from '../../store/knowledge/article-queries.js';
import { deleteRecord } from '../../store/unit/record-types.js';
import { changeArticle, createArticle } from '../../store/unit/rows/article-rows.js';
import { hard, questions, unseen, written } from '../knowledge/articles.js';
import { eachDatabase } from '../support/databases.js';
import { processOfTests } from '../support/world.js';

const now = new Date('2026-03-02T01:00:00Z');

eachDatabase('search in the team’s articles', (open) => {
  let store: Store;
  beforeAll(async () => {
    store = (await open()).store;
    await store.tx(async (tx) => {
      for (const one of written) await createArticle(tx, { ...one, authorId: null }, now);
    });
  });

  test('skips drafts, removed articles and undone articles', async () => {
    const fresh = (await open()).store;
    const terms = async () => (await hitsOf(fresh.db, ['凌峰'])).length;
    const make = async (more: object) =>
      await fresh.tx((tx) =>
        createArticle(tx, { title: '凌峰', body: '凌峰', authorId: null, ...more }, now),
      );
    const draft = await make({ draftUntil: now });
    expect(await terms()).toBe(0);
    const kept = await fresh.tx((tx) => changeArticle(tx, draft, { draftUntil: null }));
    expect(await terms()).toBe(1);
    await fresh.tx((tx) => changeArticle(tx, kept ?? draft, { removed: true }));
    expect(await terms()).toBe(0);
    const other = await make({});
    expect(await terms()).toBe(1);
    await fresh.tx((tx) => deleteRecord(tx, 'article', other));
    expect(await terms()).toBe(0);
  });

  /** Parts of the questions that are answered by the right article, and of those that are rightly left without one. */
  async function judged(set: readonly [string, string | null][]) {
    const wrong: string[] = [];
    let [right, silent] = [0, 0];
    for (const [question, title] of set) {
      const asked = whatIsAsked({ process: processOfTests }, question);
      const [best] = await answersToQuestion({ db: store.db }, question, asked);
      if ((best?.title ?? null) !== title)
        wrong.push(`${question} → ${best?.title ?? 'nothing'}, not ${title ?? 'nothing'}`);
      else if (title === null) silent++;
      else right++;
    }
    const answered = set.filter(([, title]) => title !== null).length;
    return { hitAt1: right / answered, silence: silent / (set.length - answered), wrong: wrong.join('\n') };
  }

  test('answers rephrased questions, and answers nothing if no article was written', async () => {
    const { hitAt1, silence, wrong } = await judged(questions);
    expect(hitAt1, wrong).toBeGreaterThanOrEqual(0.93);
    expect(silence, wrong).toBeGreaterThanOrEqual(0.83);
  });

  test('answers deliberately hard questions less often', async () => {
    const { hitAt1, silence, wrong } = await judged(hard);
    expect(hitAt1, wrong).toBeGreaterThanOrEqual(0.59);
    expect(silence, wrong).toBeGreaterThanOrEqual(0.6);
  });

  test('answers questions written after the rules were fixed', async () => {
    const { hitAt1, silence, wrong } = await judged(unseen);
    expect(hitAt1, wrong).toBeGreaterThanOrEqual(0.9);
    expect(silence, wrong).toBeGreaterThanOrEqual(0.87);
  });
});
