import { describe, expect, test } from 'vitest';
import type { Product } from '../../bot/wiring/wire.js';
import type { Message as DingtalkMessage } from '../support/dingtalk/chat.js';
import { DingtalkOffice } from '../support/dingtalk-office.js';
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

describe.each([
  ['Slack', slack],
  ['WeCom', wecom],
  ['DingTalk', dingtalk],
] as const)('on %s', (_name, open) => {
  let office: Office;

  test('a line becomes a record and a card; a tap on it changes the card in place and says who did it', async () => {
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
    await expect.poll(() => card.readable()).toMatch(/需求确认[\s\S]*李雷：推 D-1/);
    const { q, t } = office.product.store.db;
    expect((await q.select().from(t.deals))[0]).toMatchObject({ stage: 'qualify' });
  });

  test('what is missing is asked for, and the answer goes on with it', async () => {
    office = await open();
    await office.says('线索 星河科技');
    await office.sees(/L-1/);
    await office.says('跟 星河科技');
    await office.sees(/跟进了什么/);
    await office.says('电话 价格偏高');
    await office.sees(/已记[\s\S]*价格偏高/);
  });

  test('what is not understood is said, and the words are kept', async () => {
    office = await open();
    await office.says('胡言乱语 一通');
    await office.sees(/没看懂[\s\S]*胡言乱语 一通/);
  });

  test('what is for one pair of eyes stays out of the group', async () => {
    office = await open();
    await office.saysInGroup('我的数据');
    await expect.poll(() => office.privately()).toMatch(/关于李雷/);
    expect(office.publicly()).not.toContain('关于李雷');
  });

  test('the clock’s report and alert arrive in the group, each once', async () => {
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
