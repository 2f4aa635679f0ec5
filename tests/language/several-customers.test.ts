import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knownNames } from '../../crm/lookup/known-names.js';
import { actsOfMessage } from '../../language/arbiter/whole-message.js';
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

describe('each new customer of a sentence is a lead of its own', () => {
  it.each([
    ['今天认识了两个新客户，蓝天机械的张总和绿源食品的刘总', '蓝天机械 张总', '绿源食品 刘总'],
    ['新客户金桥电子和大成建材', '金桥电子', '大成建材'],
    ['转介绍了两个客户：金桥电子、大成建材', '金桥电子', '大成建材'],
    ['有一家叫金桥电子的想要报价，另外一家叫大成建材的要演示', '金桥电子', '大成建材'],
    [
      '展会上认识了蓝天机械的张总13800002222，还有绿源食品的刘总13900003333',
      '蓝天机械 张总 13800002222',
      '绿源食品 刘总 13900003333',
    ],
    ['New customers: Redwood Machinery and Green Foods', 'Redwood Machinery', 'Green Foods'],
    [
      'At the trade show I met Tom Hill from Redwood Machinery and Ann Lee from Green Foods',
      'Redwood Machinery Tom Hill',
      'Green Foods Ann Lee',
    ],
  ])('%s', async (words, ...leads) => {
    const { acts } = await readSentence(words, { today, locale: 'zh' }, about);
    expect(acts.every(({ act, isStatedLead }) => act === 'lead' && isStatedLead)).toBe(true);
    expect(
      acts.map(({ mention, contacts, phone }) =>
        [mention?.words, ...contacts, phone].filter(Boolean).join(' '),
      ),
    ).toEqual(leads);
  });

  it.each([
    ['今天跟云杉科技聊了，嫌贵，还认识了个新客户金桥电子', 'log 云杉科技', 'lead 金桥电子'],
    ['今天拜访了云杉科技，报价80万；又去了大成建材，嫌贵', 'log 云杉科技', 'log 大成建材'],
    ['新客户金桥电子，跟云杉科技聊了，嫌贵', 'lead 金桥电子', 'log 云杉科技'],
    ['已经把合同寄给明月酒店了', 'log 明月酒店'],
    ['蓝鲸制造想看看我们在其他工厂的案例', 'log 蓝鲸制造'],
  ])('beside a known one: %s', async (words, ...told) => {
    const { acts } = await readSentence(words, { today, locale: 'zh' }, about);
    expect(acts.map(({ act, mention }) => `${act} ${mention?.hits[0]?.name ?? mention?.words}`)).toEqual(
      told,
    );
  });
});

describe('the acts of a message', () => {
  it.each([
    [['线索 金桥电子 张总，线索 大成建材 刘总'], ['线索 金桥电子 张总', '线索 大成建材 刘总']],
    [['线索 金桥电子 张总，还有一个大成建材 刘总'], ['线索 金桥电子 张总', '线索 大成建材 刘总']],
    [['new lead Redwood, and new lead Green Foods'], ['new lead Redwood', 'new lead Green Foods']],
    [['线索 金桥电子 张总，想看线索管理'], ['线索 金桥电子 张总，想看线索管理']],
    [
      ['lead Smith and Sons wants a lead time of a week'],
      ['lead Smith and Sons wants a lead time of a week'],
    ],
    [
      ['明天计划：', '1. 去云杉', '2. 周五去蓝鲸'],
      ['明天去云杉', '周五去蓝鲸'],
    ],
    [
      ['To do tomorrow:', '- call Jane', '- send Bill the contract Friday'],
      ['call Jane tomorrow', 'send Bill the contract Friday'],
    ],
    [["Friday's plan:", '- call Jane'], ['call Jane Friday']],
    [['Visit notes:', '- met Jane', '- too expensive'], ['Visit notes: met Jane, too expensive']],
    [
      ['去了云杉', '去了蓝鲸'],
      ['去了云杉', '去了蓝鲸'],
    ],
  ])('%j', (lines, acts) => {
    expect(actsOfMessage(lines)).toEqual(acts);
  });
});

describe('what happens on their side on a day is only offered as a step', () => {
  it.each(['云杉科技确认了12月7日试点', '云杉科技定了12月7号上线', 'Oakline confirmed the pilot for Dec 7'])(
    '%s',
    async (words) => {
      const { acts } = await readSentence(words, { today, locale: 'zh' }, about);
      expect(acts.map(({ act, next }) => `${act} ${next?.how}`)).toEqual(['log proposed']);
    },
  );

  it.each(['云杉科技12月7号去安装', '云杉科技说下周二给答复', 'call Oakline on Dec 7'])(
    'a step: %s',
    async (words) => {
      const { acts } = await readSentence(words, { today, locale: 'zh' }, about);
      expect(acts.map(({ next }) => next?.how)).toEqual(['sure']);
    },
  );
});
