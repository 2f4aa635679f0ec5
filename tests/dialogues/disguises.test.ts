import { afterEach, beforeEach, expect, test } from 'vitest';
import { redacted } from '../../crm/access/visibility.js';
import { visibilityOf } from '../../sales/people/policy.js';
import { type Actor, processOfTests, type World, world } from '../support/world.js';

/** Names that look like another one, and numbers that look like another thing. */

let w: World;
let lei: Actor;

beforeEach(async () => {
  w = await world();
  await w.manager('周敏');
  lei = await w.rep('李雷');
});
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

test.each(['周敏\u200B', '\u202E周敏', '周\uFE0F敏'])(
  'a name that looks like a colleague’s is theirs: %j',
  async (name) => {
    await lei.says(`我叫 ${name}`).misses('好的');
  },
);

test.each(['周 敏', '周敏经理', '撤', '周报', '帮助', 'undo', '好的', '谢谢', 'D-1', '华东', '星河科技'])(
  '%s means something else here, so nobody takes it as a name',
  async (name) => {
    await lei.says('商机 星河科技 30万');
    await lei.says(`我叫 ${name}`).misses(/^# 好的/);
    await lei.says('D-1').sees('负责人: 李雷');
  },
);

test('who goes back to a name that was confirmed needs no second confirmation', async () => {
  await lei.says('我叫 阿雷').sees('阿雷（自报）');
  await lei.says('我叫 李雷').sees('好的，李雷').misses('自报');
});

test.each(['管理员', '所有人', 'ALL', 'Genjin', '跟进', '!channel'])('nobody is called %s', async (name) => {
  await lei.says(`我叫 ${name}`).misses('好的');
});

test.each([
  ['电话 138.5980.4861', '电话 ***'],
  ['+86 138 5980 4861 找她', '*** 找她'],
  ['发 wang@lm.com.cn', '发 ***'],
  ['在走流程 2026-11-29 前', '在走流程 2026-11-29 前'],
])('who may not see phones reads "%s" as "%s"', (words, shown) => {
  const process = { ...processOfTests, access: { ...processOfTests.access } };
  process.access.rep = { sees: 'all', amount: 'all', phone: 'none' };
  const sight = visibilityOf(process, { role: 'rep', teamId: null }, []);
  const person = { id: 'me', role: 'rep' as const, teamId: null, active: true, sight };
  const hidden = redacted({ person }, words, { ownerId: 'other' });
  expect(hidden.replace(/^\+?\*\*\*/, '***')).toBe(shown);
});

test('the button that would win a deal says so', async () => {
  await lei.says('商机 华为 ERP 30万 王总 2027-03-01').sees('[推进]');
  for (let step = 0; step < 6; step++) {
    const said = await lei.says('D-1');
    if (JSON.stringify(said.cards).includes('"command":"won"')) break;
    await lei.says('跟 华为 电话 谈过一次');
    await lei.says('推 华为 ERP');
  }
  await lei.says('D-1').sees('[赢单]').misses('[推进]');
});
