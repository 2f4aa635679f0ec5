import { afterEach, beforeEach, describe, it } from 'vitest';
import { type Actor, type World, world } from '../support/world.js';

let w: World;
let min: Actor;
let lei: Actor;
let mei: Actor;
afterEach(async () => await w.close());

describe('a task that a manager gives to a colleague', () => {
  beforeEach(async () => {
    w = await world();
    min = await w.manager('周敏');
    lei = await w.rep('李雷');
    mei = await w.rep('韩梅');
    await lei.says('商机 海棠地产 智慧社区 80万');
    await mei.says('商机 银狐科技 数据平台 60万');
  });

  it('is the task of the one who is named, whatever the words', async () => {
    await min.says('李雷你明天去一趟海棠地产').sees('T-1', '负责人: 李雷');
    await min.says('提醒韩梅周五给银狐科技打电话').sees('T-2', '负责人: 韩梅');
    await min.says('海棠地产的合同李雷明天送过去').sees('T-3', '负责人: 李雷');
    await min.says('@韩梅 银狐科技的方案周五前给到').sees('T-4', '负责人: 韩梅');
    await min.says('李雷抽空去一趟海棠地产').sees('请补充：日期');
    await min.says('下周三').sees('T-5', '负责人: 李雷');
    await min.says('明天和李雷一起去海棠地产').sees('T-6', '负责人: 周敏');
    await min.says('我的待办').sees('海棠地产').misses('T-1', 'T-5');
    await lei.says('我的待办').sees('T-1', 'T-3', 'T-5').misses('T-6');
  });

  it('says whether the colleague has been told, or when', async () => {
    await min.says('提醒李雷明天给海棠地产打电话').sees('已通知李雷');
    w.clock.advance(11 * 3_600_000);
    await min.says('提醒李雷后天给海棠地产打电话').sees('免打扰', '通知李雷');
  });

  it('is about one of their customers if none is named', async () => {
    await min.says('提醒李雷明天给客户打电话').sees('哪个客户', '海棠地产').misses('银狐科技');
    await min.says('海棠地产').sees('T-1', '负责人: 李雷');
  });

  it('is asked about if the customer is another colleague’s', async () => {
    await min.says('韩梅你明天去一趟海棠地产').sees('韩梅不是海棠地产的负责人').misses('T-1');
    await min.taps('李雷').sees('T-1', '负责人: 李雷');
  });

  it('is asked about or refused if a rep gives it', async () => {
    await lei.says('韩梅明天去海棠地产送合同').sees('这是给韩梅的待办吗');
    await lei.taps('记在我名下').sees('T-1', '负责人: 李雷');
    await lei.says('提醒韩梅明天给银狐科技打电话').sees('没有权限');
  });

  it('goes to another colleague by a correction of who does it, and both are told', async () => {
    await min.says('提醒李雷明天给海棠地产打电话').sees('T-1', '负责人: 李雷');
    await min
      .says('不对，是韩梅去')
      .sees('T-1', '待办已转给韩梅', '负责人: 韩梅', '韩梅不是海棠地产的负责人', '已通知韩梅');
    await min.says('sorry, I meant 李雷').sees('T-1', '负责人: 李雷');
    await min.says('撤').sees('已撤销');
    await mei.says('我的待办').sees('T-1');
    await lei.says('我的待办').misses('T-1');
    await lei.says('提醒我明天给海棠地产打电话').sees('T-2');
    await lei.says('不对，韩梅去').sees('没有权限', '没有改动');
    await min.says('今天拜访了银狐科技');
    await min.says('不对，是韩梅去的').misses('待办');
  });

  it('goes to whoever owns the record that is talked about, if him or her is told', async () => {
    for (const words of [
      '告诉他明天去送合同',
      '提醒她周五给客户打电话',
      'tell him to send the contract tomorrow',
    ]) {
      await min.says('海棠地产');
      await min.says(words).sees('负责人: 李雷', '已通知李雷');
    }
    await min.says('银狐科技');
    await min.says('让他明天把方案发过去').sees('负责人: 韩梅');
    await min.says('告诉他预算批了').misses('已记', '已约');
    await mei.says('海棠地产');
    await mei.says('告诉他明天去送合同').sees('这是给李雷的待办吗');
    await mei.says('让他明天发合同').misses('李雷的待办');
    await lei.says('海棠地产');
    await lei.says('tell him to send the contract tomorrow').misses('已约', '已记');
  });
});
