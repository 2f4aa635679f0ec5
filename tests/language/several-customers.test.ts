import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knownNames } from '../../crm/lookup/known-names.js';
import type { SpeakerContext } from '../../language/reading/sentence-reading.js';
import { readSentence } from '../../language/sentence/read-sentence.js';
import type { Store } from '../../store/engine/store.js';
import { freshSqlite } from '../support/databases.js';
import { processOfTests } from '../support/world.js';
import { fill, stagesOf } from './play.js';
import { colleagues, today } from './world.js';

let store: Store;
let about: SpeakerContext;
beforeAll(async () => {
  ({ store } = await freshSqlite());
  await fill(store);
  const person = { id: 'me', role: 'rep', teamId: 'east', active: true } as const;
  about = { names: knownNames({ db: store.db, person }), colleagues, stages: stagesOf(processOfTests) };
});
afterAll(async () => await store.close());

/** Each customer with what is said of it: channel, obstacle, amount in major units, day to come. */
async function toldOf(words: string): Promise<string[]> {
  const { acts } = await readSentence(words, { today, locale: 'zh' }, about);
  return acts.map(({ mention, channel, obstacle, amount, next }) =>
    [
      mention?.hits[0]?.name ?? '?',
      channel,
      obstacle?.value,
      amount && amount.value.minor / 100,
      next?.value.slice(5),
    ]
      .filter((one) => one !== undefined)
      .join(' '),
  );
}

describe('each fact belongs to the customer of its clause', () => {
  it.each([
    ['云杉科技预算没批，蓝鲸制造推进到谈判，报价20万', '云杉科技 budget', '蓝鲸制造 200000'],
    ['云杉科技 预算没批 蓝鲸制造 推进到谈判 报价20万', '云杉科技 budget', '蓝鲸制造 200000'],
    ['云杉没批预算、蓝鲸推进到谈判、报价20万', '云杉科技', '蓝鲸制造 200000'],
    ['云杉预算没批蓝鲸推进到谈判报价20万', '云杉科技 budget', '蓝鲸制造 200000'],
    ['云杉嫌贵但是蓝鲸挺满意下周三签合同', '云杉科技 price', '蓝鲸制造 12-02'],
    ['除了云杉嫌贵，蓝鲸挺好的，下周二签', '云杉科技 price', '蓝鲸制造 12-01'],
    [
      '云杉科技、蓝鲸制造今天都拜访了，云杉嫌贵，蓝鲸报价90万',
      '云杉科技 visit price',
      '蓝鲸制造 visit 900000',
    ],
    ['云杉科技25万蓝鲸制造82万都报了', '云杉科技 250000', '蓝鲸制造 820000'],
    ['云杉的报价20万青禾说太贵了', '云杉科技 200000', '青禾食品 price'],
    ['Oakline says too expensive but Northwind quoted 90k', 'Oakline price', 'Northwind Labs 90000'],
    ['Oakline has no budget Kestrel quoted 90k', 'Oakline budget', 'Kestrel Systems 90000'],
    [
      'Oakline said the price is too high while Northwind agreed to 75k',
      'Oakline price',
      'Northwind Labs 75000',
    ],
    [
      'met Oakline, price too high, and Northwind wants a demo next Friday',
      'Oakline visit price',
      'Northwind Labs 12-04',
    ],
  ])('%s', async (words, ...told) => {
    expect(await toldOf(words)).toEqual(told);
  });
});

describe('what is said of a row is of all in it', () => {
  it.each([
    ['云杉科技和蓝鲸制造都嫌贵', '云杉科技 price', '蓝鲸制造 price'],
    ['今天拜访了云杉科技和蓝鲸制造', '云杉科技 visit', '蓝鲸制造 visit'],
    ['both Oakline and Northwind want a discount', 'Oakline price', 'Northwind Labs price'],
    [
      'visited Oakline and Northwind, both say too expensive',
      'Oakline visit price',
      'Northwind Labs visit price',
    ],
  ])('%s', async (words, ...told) => {
    expect(await toldOf(words)).toEqual(told);
  });
});

it('a task is titled with the words about its customer', async () => {
  const { acts } = await readSentence('云杉嫌贵，而蓝鲸下周三演示', { today, locale: 'zh' }, about);
  expect(acts.map(({ words }) => words)).toEqual(['云杉嫌贵', '蓝鲸下周三演示']);
});
