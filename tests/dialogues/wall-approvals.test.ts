import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Card } from '../../kernel/card/card.js';
import { parseProcess } from '../../sales/process/parse-process.js';
import { Wall, type WallMessage } from '../support/wall.js';
import { type Actor, type World, world } from '../support/world.js';

/** A card of requests for approval follows what becomes of them. */

const yaml = readFileSync(join(import.meta.dirname, '../../process.yaml'), 'utf8');
const group = '华东群';

let w: World;
let wall: Wall;
let lei: Actor;
let zhou: Actor;

beforeEach(async () => {
  const parsed = parseProcess(yaml.replace(/(\n {2}- key: proposal\n)/, '$1    gate: { role: manager }\n'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  w = await world({ process: parsed.process });
  wall = new Wall(w);
  zhou = await w.manager('周敏');
  lei = await w.rep('李雷');
  await wall.says(zhou, group, '绑群 华东');
  for (const [index, name] of ['云杉科技', '星河科技'].entries()) {
    await wall.says(lei, 'private', `线索 ${name} 王总`);
    await wall.says(lei, 'private', `跟 ${name} 电话 谈过一次`);
    await wall.says(lei, 'private', `商机 ${name} ERP 30万`);
    await wall.says(lei, 'private', `推 D-${index + 1}`);
  }
});
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  expect(wall.warnings).toEqual([]);
  await w.close();
});

const first = ([message]: WallMessage[]): WallMessage => {
  if (!message) throw new Error('nothing was shown');
  return message;
};

const requests = async (...numbers: string[]): Promise<WallMessage> => {
  let last: WallMessage | undefined;
  for (const number of numbers) last = first(await wall.says(lei, 'private', `申请审批 ${number}`));
  return last as WallMessage;
};

/** What is said of a request, where it was asked for and where others see it. */
const pushed = async (): Promise<Card> => {
  const { q, t } = w.store.db;
  return (await q.select().from(t.outbox)).at(-1)?.card as Card;
};

describe('the only request', () => {
  test('is no longer offered once it was taken back', async () => {
    const request = await requests('D-1');
    const waiting = first(await wall.says(zhou, group, '批'));
    const told = await wall.posts(zhou, 'private', await pushed());
    for (const one of [waiting, told]) expect(Wall.words(one)).toContain('[同意]');
    await wall.taps(lei, request, '撤销');
    for (const one of [waiting, told]) expect(Wall.words(one)).not.toMatch(/\[同意\]|等待审批/);
  });

  test.each([
    ['批 D-1', '方案输出'],
    ['驳回 D-1 价格还没定', '需求确认'],
  ])('is no longer offered after %s elsewhere', async (line, stage) => {
    await requests('D-1');
    const waiting = first(await wall.says(zhou, group, '批'));
    const told = await wall.posts(zhou, 'private', await pushed());
    await wall.says(zhou, 'private', line);
    for (const one of [waiting, told]) {
      expect(Wall.words(one)).not.toContain('[同意]');
      expect(Wall.words(one)).toContain(stage);
    }
  });
});

describe('a list of requests', () => {
  test('says that one was taken back', async () => {
    const request = await requests('D-1', 'D-2');
    const list = first(await wall.says(zhou, group, '批'));
    await wall.taps(lei, request, '撤销');
    expect(Wall.words(list)).toMatch(/D-2 .*撤销审批申请 · 李雷/);
    expect(Wall.words(list)).not.toMatch(/D-1 .*撤销审批申请 · 李雷/);
  });

  test('says that one was decided elsewhere', async () => {
    await requests('D-1', 'D-2');
    const list = first(await wall.says(zhou, group, '批'));
    await wall.says(zhou, 'private', '批 D-1');
    expect(Wall.words(list)).toMatch(/D-1 .*周敏/);
    await wall.says(zhou, 'private', '驳回 D-2 价格还没定');
    expect(Wall.words(list)).toMatch(/D-2 .*驳回 · 周敏/);
  });
});
