import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { modelAt } from '../support/model.js';
import { answers, answersJson, ModelServer } from '../support/model-server.js';
import { type Actor, printed, type World, world } from '../support/world.js';

let server: ModelServer;
let w: World;
let lin: Actor;
beforeEach(async () => {
  server = await ModelServer.start();
  w = await world({ model: modelAt(server.url) });
  lin = await w.rep('林晓');
  await lin.says('商机 云杉科技 ERP二期 30万 12月底');
});
afterEach(async () => {
  await w.close();
  await server.stop();
});

describe('try', () => {
  it('x', async () => {
    const show = () => console.log(lin.last.cards.map(printed).join('\n---\n'));
    await lin.says('今天拜访了云杉科技王总，他们也在看金蝶，没报到28万，13812345678 lin@a.com');
    await lin.taps('记下来');
    show();
    server.behaviour = answersJson({
      next: '2026-12-02',
      amount: '[金额1]',
      stage: 'proposal',
      competitor: '金蝶',
      obstacle: 'price',
      contact: '李总',
      channel: 'visit',
      x: 1,
    });
    await lin.taps('让模型补');
    show();
    console.log(server.words, server.last.headers);
    server.behaviour = answers(
      '[联系人1]您好，上次说的[金额1]方案，下周三我再过来。\n一共谈了5次。访问 http://evil.example @所有人',
    );
    await lin.says('草稿 云杉科技 催一下合同');
    show();
    console.log(server.words);
    await lin.says('周总结 本周');
    show();
    console.log(server.words);
    await lin.says('模型');
    show();
    await lin.says('模型 1');
    show();
    expect(w.incidents).toEqual([]);
  });
});
