import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, printed, type World, world } from '../support/world.js';

let w: World;
let lei: Actor;
let zhou: Actor;

beforeEach(async () => {
  w = await world();
  zhou = await w.manager('周敏');
  lei = await w.rep('李雷');
  await w.rep('韩梅');
  await lei.says('商机 华为 ERP二期 30万 12月1日').sees('D-1');
  await lei.says('商机 中兴 CRM 20万').sees('D-2');
  await lei.says('商机 星河科技 HR 5万').sees('D-3');
  await zhou.in('华东群').says('绑群 华东').sees('已绑定');
});

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

const posts = async () => {
  const { q, t } = w.store.db;
  const places = new Map((await q.select().from(t.places)).map((place) => [place.id, place.name]));
  return (await q.select().from(t.outbox)).map(({ placeId, card }) => ({
    to: places.get(placeId),
    text: printed(card as never),
  }));
};

describe('a note', () => {
  test('is stored with the deal, does not count as a follow-up, and can be undone', async () => {
    await lei.says('备注 D-1 等总部批预算').sees('已备注：等总部批预算', '撤');
    await lei.says('华为').sees('李雷 备注 D-1：等总部批预算');
    await zhou.says('周报 本周').sees('0 次');
    await lei.says('撤').sees('已撤销', '备注');
    await lei.says('华为').misses('等总部批预算');
    await lei.says('备注 D-1').sees('记什么');
    await lei.says('客户换了采购').sees('已备注：客户换了采购');
  });

  test('is allowed only to people who may change the deal', async () => {
    const han = w.actor('韩梅');
    await han.says('备注 D-1 随便写').sees('没有权限');
    await zhou.says('备注 D-1 请总监出面').sees('已备注');
  });
});

describe('a meeting', () => {
  test('lists the deals to decide on, with the reasons and the possible decisions', async () => {
    w.later(20);
    await zhou
      .says('例会')
      .sees(
        '例会 · 华东',
        '需决策的商机 3 个，共 55万',
        /1\. D-1 华为|1\. D-1 · 华为/,
        '没有跟进',
        '没有下一步',
      )
      .sees('已过预计成交日', '[推进] [改期] [换负责人] [放弃] [备注]', '[散会]');
  });

  test('ends with minutes: decisions in order with their makers, deals left open, and no undone act', async () => {
    w.later(20);
    await zhou.says('例会').sees('例会');
    const list = zhou.last;
    await zhou.calls(zhou.callOf('放弃')).sees('为什么输单');
    await zhou.says('价格').sees('输单');
    zhou.last = list;
    await zhou.says('备注 D-2 下周上门').sees('已备注');
    await zhou.says('派 D-2 @韩梅').sees('韩梅');
    await zhou.says('撤').sees('已撤销');
    await zhou.says('例会').sees('仍在进行', '✓ 输单（价格）', '✓ 备注：下周上门');
    await lei.says('商机 北辰电气 MES 8万').sees('D-4');
    await zhou
      .says('散会')
      .sees('会议纪要 · 华东', '议题 3 个，已决定 2 个，未决定 1 个')
      .sees(/1\. \d\d:\d\d 周敏 · D-1 华为：输单（价格）/, /2\. \d\d:\d\d 周敏 · D-2 中兴：备注：下周上门/)
      .sees('会上其他变更', 'D-4 北辰电气：新商机', '未决定', 'D-3', '由周敏散会')
      .misses('交给');
    await zhou.says('散会').sees('没有进行中的例会');
    // Li Lei did something himself meanwhile: he was there, and was told of his deal alone.
    const told = (await posts()).filter(({ to }) => to === '李雷').map(({ text }) => text);
    expect(told).toEqual([expect.stringContaining('转给了韩梅'), expect.stringContaining('周敏转给了您')]);
    await zhou.says('例会').sees('需决策的商机 3 个');
  });

  test('sends an absent owner the decisions on their deals, including deals given to somebody else', async () => {
    w.later(20);
    await zhou.says('例会');
    await zhou.says('派 D-2 @韩梅').sees('韩梅');
    await zhou.says('改 D-1 12月25日').sees('12月25日');
    await zhou.says('散会').sees('转给韩梅', '预计成交日改为 12月25日');
    const own = (await posts()).filter(({ to }) => to === '李雷').at(-1);
    expect(own?.text).toMatch(/您的商机[\s\S]*D-2 中兴：转给韩梅[\s\S]*未决定[\s\S]*D-3/);
  });

  test('ending a meeting can be undone', async () => {
    w.later(20);
    await zhou.says('例会').sees('需决策的');
    await zhou.says('散会').sees('会议纪要');
    await zhou.says('撤').sees('已撤销', '散会');
    await zhou.says('例会').sees('仍在进行');
    await zhou.says('散会').sees('会议纪要');
  });

  test('is held only by managers, for their own team', async () => {
    await lei.says('例会').sees('没有权限');
    const south = await w.team('华南');
    await w.manager('吴刚', south);
    await zhou.says('例会 华南').sees('没有权限');
    await zhou.says('例会').sees('例会 · 华东', '没有');
  });

  test('「meeting with」 and a customer name logs a follow-up', async () => {
    const leo = await w.rep('Leo');
    await leo.says('deal Acme ERP 200k').sees('D-4');
    await leo.says('meeting with Acme about the price').sees('已记', '会议');
  });
});

test('a meeting works in English', async () => {
  await w.close();
  w = await world({ locale: 'en' });
  const ann = await w.manager('Ann');
  const leo = await w.rep('Leo');
  await leo.says('deal Acme ERP 200k').sees('D-1');
  w.later(20);
  await ann.in('East').says('bind-group 华东').sees('华东');
  await ann
    .says('meeting')
    .sees(
      '1 deal to review',
      'no next step',
      '[Next stage] [Change close date] [Reassign] [Mark lost] [Note]',
    );
  await ann.says('note D-1 waits for their budget').sees('Noted: waits for their budget');
  await ann
    .says('end-meeting')
    .sees('Minutes · 华东', '1 of 1 deal decided', 'note: waits for their budget', 'ended by Ann');
});
