import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseProcess } from '../../sales/process/parse-process.js';
import { openApprovals } from '../../store/deals/approval-queries.js';
import { dealByNo } from '../../store/deals/deal-queries.js';
import { inboxText } from '../support/inbox-text.js';
import { type Actor, type World, world } from '../support/world.js';

const yaml = readFileSync(join(import.meta.dirname, '../../process.yaml'), 'utf8');

/** The shipped process with a gate before the proposal. */
function withGate(gate: string) {
  const parsed = parseProcess(yaml.replace(/(\n {2}- key: proposal\n)/, `$1    gate: ${gate}\n`));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.process;
}

let w: World;
let chen: Actor;
let zhou: Actor;
let lei: Actor;
let mei: Actor;

async function open(gate: string): Promise<void> {
  w = await world({ process: withGate(gate) });
  chen = await w.admin('陈晨');
  zhou = await w.manager('周敏');
  lei = await w.rep('李雷');
  for (const one of [chen, zhou]) await one.says('帮');
  await lei.says('线索 星河科技 王总').sees('L-1');
  await lei.says('跟 星河科技 电话 谈过一次').sees('已记');
  await lei.says('商机 星河科技 ERP 30万').sees('D-1');
  await lei.says('推 D-1').sees('需求确认');
}

const stage = async () => (await dealByNo(w.store.db, 1))?.stage;
const posts = async () => {
  const { q, t } = w.store.db;
  return (await q.select().from(t.outbox)).map(({ card }) => JSON.stringify(card));
};

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

describe('a gate opened by the manager', () => {
  beforeEach(async () => {
    await open('{ role: manager }');
  });

  test('a request past the gate to a later stage waits for the keeper of the gate, whom alone its buttons are for', async () => {
    await lei.says('改 D-1 2027-03-01');
    await lei
      .says('申请审批 D-1 >谈判签约')
      .sees('已申请进入「谈判签约」，等周敏审批', '[催办]')
      .misses('[同意]');
    const asked = (await posts()).find((post) => post.includes('李雷申请进入「谈判签约」'));
    expect(asked).toContain('"label":"同意"');
    expect(asked).toContain('"label":"驳回"');
    await lei.says('批 D-1').sees('由周敏审批');
    expect(await stage()).toBe('qualify');
    await zhou.says('批 D-1').sees('周敏已同意', '谈判签约');
    expect(await stage()).toBe('negotiation');
  });

  test('stops a rep, who requests approval; the manager is notified and approves, and the rep is notified', async () => {
    await lei.says('推 D-1，#x').sees('暂时无法完成', '周敏', '审批');
    expect(await stage()).toBe('qualify');
    await lei.says('推 D-1').sees('审批');
    await lei.taps('申请审批').sees('已申请进入「方案输出」，等周敏审批');
    expect((await posts()).join()).toContain('李雷申请进入「方案输出」');
    await zhou.says('今天').sees('D-1', '李雷', '方案输出', '[同意 D-1]').misses('今天没有待办');
    await lei.says('今天').misses('[同意 D-1]');
    await zhou.says('批').sees('D-1', '李雷', '[同意]', '[驳回]');
    await zhou.taps('同意').sees('周敏已同意', '方案输出');
    expect(await stage()).toBe('proposal');
    expect((await posts()).join()).toContain('周敏已同意');
    await zhou.says('批').sees('没有待审批');
  });

  test('lets the manager through without a request', async () => {
    await zhou.says('推 D-1').sees('方案输出');
    expect(await stage()).toBe('proposal');
  });

  test('asks the manager for a reason when a request is rejected', async () => {
    await lei.says('申请审批 D-1 报价已经过财务').sees('已申请');
    await zhou.says('D-1').sees('等待审批');
    await zhou.taps('驳回').sees('为什么驳回');
    await zhou.says('价格还没定').sees('周敏驳回了', '价格还没定');
    expect(await stage()).toBe('qualify');
    expect((await posts()).join()).toContain('价格还没定');
    await lei.says('推 D-1').sees('申请审批');
  });

  test('cannot be opened by the requester or another rep, takes one request at a time, and allows a reminder', async () => {
    const mei = await w.rep('韩梅');
    await lei.says('申请审批 D-1').sees('已申请');
    await lei.says('批 D-1').sees('没有权限', '周敏');
    await mei.says('批 D-1').sees('没有权限');
    await lei.says('申请审批 D-1').sees('已提交审批');
    await lei.says('推 D-1').sees('正在等周敏审批', '[催办]');
    const before = (await posts()).length;
    await lei.taps('催办').sees('已再次提醒周敏');
    expect((await posts()).length).toBe(before + 1);
    expect(await openApprovals(w.store.db, 10)).toHaveLength(1);
  });

  test('undo withdraws a request, and undo of an approval reopens it', async () => {
    await lei.says('申请审批 D-1').sees('已申请');
    await lei.taps('撤销').sees('已撤销');
    expect(await openApprovals(w.store.db, 10)).toHaveLength(0);
    await lei.says('申请审批 D-1').sees('已申请');
    await zhou.says('批 D-1').sees('方案输出');
    await zhou.taps('撤销').sees('已撤销');
    expect(await stage()).toBe('qualify');
    expect(await openApprovals(w.store.db, 10)).toHaveLength(1);
  });

  test('is opened by the admins while the manager is on leave', async () => {
    await zhou.says('请假 今天-周五').sees('周敏请假');
    await lei.says('申请审批 D-1').sees('等陈晨审批');
    await chen.says('批 D-1').sees('陈晨已同意');
    expect(await stage()).toBe('proposal');
  });

  test('closes the request if the deal is lost', async () => {
    await lei.says('申请审批 D-1').sees('已申请');
    await lei.says('输 D-1 价格').sees('输单');
    expect(await openApprovals(w.store.db, 10)).toHaveLength(0);
    await zhou.says('批 D-1').sees('没有待审批');
  });

  test('does not apply to moving back', async () => {
    await zhou.says('推 D-1').sees('方案输出');
    await lei.says('>需求确认 D-1 因为客户换了负责人').sees('需求确认');
    expect(await stage()).toBe('qualify');
  });
});

test('a gate for large deals lets smaller deals through', async () => {
  await open('{ role: manager, above: 500000 }');
  await lei.says('推 D-1').sees('方案输出');
  await lei.says('>需求确认 D-1 因为客户换了负责人').sees('需求确认');
  await lei.says('改 D-1 60万').sees('60万');
  await lei.says('推 D-1').sees('申请审批');
});

test('a gate that needs everybody’s approval opens with the last one', async () => {
  await open('{ people: [周敏, 陈晨], need: all }');
  await lei.says('申请审批 D-1').sees('周敏', '陈晨');
  await zhou.says('批 D-1').sees('周敏已同意');
  expect(await stage()).toBe('qualify');
  await zhou.says('批 D-1').sees('您已同意');
  await chen.says('批 D-1').sees('陈晨已同意');
  expect(await stage()).toBe('proposal');
});

test('the deputy of an approver on leave approves requests', async () => {
  await open('{ role: manager }');
  const mei = await w.rep('韩梅');
  await zhou.says('请假 今天-明天 代理=韩梅').sees('周敏请假', '由韩梅代理');
  await lei.says('申请审批 D-1').sees('等韩梅审批');
  await lei.says('批 D-1').sees('由韩梅审批');
  await mei.says('批 D-1').sees('韩梅已同意');
  expect(await stage()).toBe('proposal');
  await zhou.says('请假 明天 代理=周敏').sees('另一位同事');
});

test('the words of an approval request are stored', async () => {
  await open('{ role: manager }');
  await lei.says('申请审批 D-1 报价已经过财务').sees('已申请');
  expect(await inboxText(w.store.db)).toContain('报价已经过财务');
});

test('an undo that a vote has overtaken names the request in words', async () => {
  await open('{ people: [周敏, 陈晨], need: all }');
  await lei.says('申请审批 D-1').sees('已申请');
  const undo = lei.callOf('撤');
  await zhou.says('批 D-1').sees('周敏已同意');
  await lei.calls(undo).sees('之后又有改动，不能撤销：审批').misses('approval');
});

describe('a win whose sum passes a gate', () => {
  test('is asked for once with that sum, which the approval sets', async () => {
    await open('{ role: manager, above: 500000 }');
    await lei.says('赢 D-1 100万').sees('周敏审批', '[申请审批]');
    await lei.taps('申请审批').sees('已申请', '等周敏审批', '100万').misses('无需审批');
    expect((await posts()).join()).toContain('100万');
    await lei.says('赢 D-1 100万').sees('正在等周敏审批');
    await zhou.says('批').sees('100万', '[同意]');
    await zhou.taps('同意').sees('D-1', '100万', '已赢单');
    expect(await dealByNo(w.store.db, 1)).toMatchObject({ status: 'won', amount: 100_000_000 });
    await chen.says('批 D-1').sees('没有');
    await zhou.says('撤').sees('已撤销');
    expect(await dealByNo(w.store.db, 1)).toMatchObject({ status: 'open', amount: 30_000_000 });
    expect(await openApprovals(w.store.db, 10)).toHaveLength(1);
    await lei.says('赢 D-1 40万').sees('赢单 40万');
    expect(await openApprovals(w.store.db, 10)).toHaveLength(0);
  });

  test('a request sent in quiet hours says when it will arrive', async () => {
    await open('{ role: manager }');
    w.clock.advance(12 * 3_600_000);
    await lei.says('申请审批 D-1').sees('免打扰', '08:00');
    await lei.taps('催办').sees('已再次提醒周敏', '免打扰', '08:00');
  });
});

describe('a request that two people decide', () => {
  test('tells the second who decided it', async () => {
    await open('{ people: [周敏, 陈晨] }');
    await lei.says('申请审批 D-1').sees('已申请');
    await zhou.says('批 D-1').sees('周敏已同意');
    await chen.says('批 D-1').sees('没有待审批的申请', '已由周敏在今天', '同意');
  });
});

describe('a win', () => {
  beforeEach(async () => {
    w = await world();
    zhou = await w.manager('周敏');
    lei = await w.rep('李雷');
    mei = await w.rep('韩梅');
    await zhou.says('帮');
  });

  test('asks for what all stages require, one after the other, and keeps what was answered', async () => {
    await lei.says('商机 小单公司 1万').sees('D-1');
    await lei.says('赢 小单公司 1万').sees('记为赢单前请先补齐：联系人、跟进记录、产品', '王总');
    await lei.says('王总').sees('补齐：跟进记录、产品');
    await lei.says('电话 需求已确认').sees('补齐：产品');
    await lei.says('ERP标准版').sees('赢单 1万');
    await lei.says('小单公司').sees('电话 需求已确认', '王总').misses('ERP标准版 ERP');
  });

  test('is asked about again if the amount outgrew a gate that was passed, also after an undo', async () => {
    await lei.says('商机 谈判公司 ERP 45万 王总 12月31日');
    await lei.says('跟 谈判公司 电话 需求已确认');
    await lei.says('>谈判 谈判公司').sees('推进到「谈判签约」');
    await lei.says('改 D-1 60万');
    await lei.says('赢 谈判公司').sees('金额已超过「谈判签约」的审批标准，需周敏审批');
    await lei.taps('申请审批').sees('等周敏审批');
    await zhou.says('赢 谈判公司').sees('赢单 60万');
    await zhou.says('撤').sees('已撤销');
    await lei.says('>交付 谈判公司').sees('正在等周敏审批');
    await zhou.says('批').sees('[同意]');
    await zhou.taps('同意').sees('周敏已同意');
    expect((await dealByNo(w.store.db, 1))?.status).toBe('won');
  });

  test('needs no further approval where the amount was that large when it passed', async () => {
    await lei.says('商机 大单公司 ERP 60万 王总 12月31日');
    await lei.says('跟 大单公司 电话 需求已确认');
    await lei.says('>谈判 大单公司').sees('周敏审批');
    await lei.taps('申请审批').sees('等周敏审批');
    await zhou.says('批 D-1').sees('周敏已同意');
    await lei.says('赢 D-1').sees('赢单 60万');
  });

  test('is filled and approved by the approver, whom a typed win of their own is not told to remind', async () => {
    await lei.says('商机 星光公司 90万');
    await lei.says('申请审批 D-1 >谈判').sees('等周敏审批');
    await zhou.says('批 D-1').sees('补齐：联系人、跟进记录、产品、预计成交日');
    for (const words of ['王总 13812345678', '电话 确认了', 'ERP标准版']) await zhou.says(words).sees('补齐');
    await zhou.says('12月20日').sees('周敏已同意', '预计成交: 12月20日');
    await lei.says('星光公司').sees('电话 确认了').misses('ERP标准版 12月20日');
    await mei.says('批 D-1').sees('没有待审批');
  });
});

test('a stage is left only once its needed standard actions are done', async () => {
  const parsed = parseProcess(yaml.replace('{ key: pain, name:', '{ key: pain, needed: true, name:'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  w = await world({ process: parsed.process });
  lei = await w.rep('李雷');
  await lei.says('商机 星河科技 ERP 30万 王总');
  await lei.says('跟 D-1 电话 谈过');
  for (const line of ['推 D-1', '赢 D-1'])
    await lei.says(line).sees('离开「初步沟通」前请先完成标准动作：问清现状和痛点');
  await lei.taps('完成：问清现状和痛点').sees('已完成');
  await lei.says('推 D-1').sees('推进到「需求确认」');
});
