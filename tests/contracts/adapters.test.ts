import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../bot/config/config.js';
import { makeLog } from '../../bot/config/log.js';
import { adapters } from '../../bot/platforms/adapters.js';
import { type Product, wire } from '../../bot/wiring/wire.js';
import type { PlaceRef } from '../../kernel/chat/chat.js';
import type { Role } from '../../kernel/command/roles.js';
import { decodeCall } from '../../kernel/render/call-code.js';
import type { MovableClock } from '../../kernel/time/clock.js';
import { instantOf } from '../../kernel/time/zone.js';
import { testFolder } from '../support/databases.js';
import type { Message as DingtalkMessage } from '../support/dingtalk/chat.js';
import { DingtalkOffice } from '../support/dingtalk-office.js';
import { afterwards } from '../support/endings.js';
import { furnish } from '../support/furnish.js';
import { PaperPlatform } from '../support/paper-platform.js';
import { everyNth } from '../support/runs.js';
import type { Message as SlackMessage } from '../support/slack/workspace/message.js';
import { SlackOffice } from '../support/slack-office.js';
import type { Message as WecomMessage } from '../support/wecom/message.js';
import { WecomOffice } from '../support/wecom-office.js';

/** One team on one platform, as far as every platform is the same. */
interface Office {
  product: Product;
  /** 李雷 says it in private. */
  says(text: string): Promise<void>;
  /** In the team's group. */
  saysInGroup(text: string): Promise<void>;
  /** The newest message there that reads so. */
  sees(words: RegExp): Promise<Shown>;
  seesInGroup(words: RegExp): Promise<Shown>;
  /** All that stands in 李雷's private chat. */
  privately(): string;
  publicly(): string;
  at(day: string, time: string): Promise<void>;
}

interface Shown {
  readable(): string;
  taps(label: string): Promise<void>;
}

async function slack(): Promise<Office> {
  const office = await SlackOffice.open();
  const { alice, east } = office;
  const shown = (message: SlackMessage): Shown => ({
    readable: () => message.readable(),
    taps: async (label) => void (await alice.taps(message, label)),
  });
  return {
    product: office.product,
    says: async (text) => void (await alice.says(text)),
    saysInGroup: async (text) => void (await alice.mentions(east, text)),
    sees: async (words) => shown(await alice.dm.waitFor(words)),
    seesInGroup: async (words) => shown(await east.waitFor(words)),
    privately: () =>
      alice.dm.readable() +
      alice
        .ephemerals(east)
        .map((one) => one.readable())
        .join(''),
    publicly: () => east.readable(),
    at: (day, time) => office.at(day, time),
  };
}

async function wecom(): Promise<Office> {
  const office = await WecomOffice.open();
  const { lei, east } = office;
  const shown = (message: WecomMessage): Shown => ({
    readable: () => message.readable(),
    taps: async (label) => void (await lei.taps(message, label)),
  });
  return {
    product: office.product,
    says: async (text) => void (await lei.says(text)),
    saysInGroup: async (text) => void (await lei.says(text, { in: east, mention: true })),
    sees: async (words) => shown(await lei.chat.waitFor(words)),
    seesInGroup: async (words) => shown(await east.waitFor(words)),
    privately: () => lei.chat.readable(),
    publicly: () => east.readable(),
    at: (day, time) => office.at(day, time),
  };
}

async function dingtalk(): Promise<Office> {
  const office = await DingtalkOffice.open();
  const { lei, east } = office;
  const shown = (message: DingtalkMessage): Shown => ({
    readable: () => message.readable(lei),
    taps: async (label) => void (await lei.taps(message, label).acked()),
  });
  return {
    product: office.product,
    says: async (text) => void lei.says(text),
    saysInGroup: async (text) => void lei.says(text, { in: east }),
    sees: async (words) => shown(await lei.chat.waitFor(words, { as: lei })),
    seesInGroup: async (words) => shown(await east.waitFor(words, { as: lei })),
    privately: () => lei.chat.readable(),
    publicly: () => east.readable(),
    at: (day, time) => office.at(day, time),
  };
}

/** The platform that only tests know: it is plugged in by its descriptor, and all of its taps come as tokens. */
async function onPaper(): Promise<Office> {
  const database = `file:${join(testFolder(), `paper-${++papers}.db`)}`;
  const env = { DATABASE_URL: database, SANDBOX: 'off', PAPER_INK: 'black' };
  const config = loadConfig(env, [...adapters, paper.adapter]);
  const product = await wire(config, makeLog('silent'));
  const clock = product.ground.clock as MovableClock;
  clock.moveTo(instantOf('2026-11-26', '10:00', 'Asia/Shanghai'));
  await product.start();
  const hired = (name: string, role: Role) => ({ id: name, chat: name, name, role });
  const people = [
    hired('陈晨', 'admin'),
    hired('周敏', 'manager'),
    hired('李雷', 'rep'),
    hired('韩梅', 'rep'),
  ];
  await furnish(
    product.store,
    'paper',
    { people, groups: [{ id: 'east', name: '华东销售群' }] },
    clock.now(),
  );
  const alone: PlaceRef = { id: '李雷', kind: 'private' };
  const east: PlaceRef = { id: 'east', kind: 'group' };
  const textOf = (id: string): string => paper.sheets.get(id)?.message.lines.join('\n') ?? '';
  const idsIn = ({ id }: PlaceRef): string[] =>
    [...paper.sheets].flatMap(([sheet, { place }]) => (place === id ? [sheet] : []));
  const all = (place: PlaceRef): string => idsIn(place).map(textOf).join('\n');
  const seen = async (place: PlaceRef, words: RegExp): Promise<Shown> => {
    await expect.poll(() => all(place)).toMatch(words);
    const id = idsIn(place).findLast((one) => words.test(textOf(one))) ?? '';
    return {
      readable: () => textOf(id),
      taps: async (label) => {
        const box = paper.sheets.get(id)?.message.boxes.find((one) => one.label === label);
        const call = decodeCall(box?.code ?? '');
        if (!call) throw new Error(`no box ${label}`);
        await paper.act('李雷', place, { kind: 'tap', call, messageId: id });
      },
    };
  };
  afterwards(async () => {
    await product.stop();
    expect(paper.failures).toEqual([]);
    paper.sheets.clear();
  });
  return {
    product,
    says: (text) => paper.act('李雷', alone, { kind: 'say', text }),
    saysInGroup: (text) => paper.act('李雷', east, { kind: 'say', text }),
    sees: (words) => seen(alone, words),
    seesInGroup: (words) => seen(east, words),
    privately: () => all(alone),
    publicly: () => all(east),
    at: async (day, time) => {
      clock.moveTo(instantOf(day, time, 'Asia/Shanghai'));
      await product.runner.runDue(clock.now());
    },
  };
}

const paper = new PaperPlatform();
let papers = 0;

const offices: Record<string, () => Promise<Office>> = { slack, wecom, dingtalk, paper: onPaper };

const platforms = [...adapters, paper.adapter];

describe.each(platforms)('on $title.en', ({ id }) => {
  /** In an ordinary run the platforms take turns with what follows the first test. */
  const inTurn = (turn: number) =>
    test.runIf(everyNth(platforms, platforms.length, turn).some((one) => one.id === id));
  const open = offices[id] ?? (() => Promise.reject(new Error(`no office on ${id} to test it in`)));
  let office: Office;

  test('a line becomes a record and a card; a tap on the card updates it in place and names the person', async () => {
    office = await open();
    await office.says('线索 星河科技 王总');
    await office.sees(/L-1 · 星河科技/);
    await office.says('跟 星河科技 电话 谈过');
    await office.sees(/已记/);
    await office.says('商机 星河科技 30万');
    await office.sees(/D-1/);
    await office.saysInGroup('D-1');
    const card = await office.seesInGroup(/初步沟通/);
    await card.taps('推进');
    await expect.poll(() => card.readable()).toMatch(/✓ 推进到需求确认 · 李雷/);
    const { q, t } = office.product.store.db;
    expect((await q.select().from(t.deals))[0]).toMatchObject({ stage: 'qualify' });
  });

  inTurn(0)('a missing value is asked for, and the answer completes the command', async () => {
    office = await open();
    await office.says('线索 星河科技');
    await office.sees(/L-1/);
    await office.says('跟 星河科技');
    await office.sees(/跟进了什么/);
    await office.says('电话 价格偏高');
    await office.sees(/已记[\s\S]*价格偏高/);
  });

  inTurn(1)('a line that is not understood is answered with its words', async () => {
    office = await open();
    await office.says('胡言乱语 一通');
    await office.sees(/没看懂[\s\S]*胡言乱语 一通/);
  });

  inTurn(2)('private answers are not posted to the group', async () => {
    office = await open();
    await office.saysInGroup('我的数据');
    await expect.poll(() => office.privately()).toMatch(/关于李雷/);
    expect(office.publicly()).not.toContain('关于李雷');
  });

  inTurn(3)('the weekly report and a stall alert are posted to the group, each once', async () => {
    office = await open();
    await office.says('商机 青禾食品 60万 2027-02-01');
    await office.sees(/D-1/);
    await office.at('2026-11-30', '09:00');
    await office.seesInGroup(/周报 · 华东/);
    await office.at('2026-12-10', '09:30');
    await office.seesInGroup(/停滞 · D-1/);
    expect(office.publicly().match(/停滞 · D-1/g)).toHaveLength(1);
  });
});
