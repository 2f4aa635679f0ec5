import { afterEach, expect, it } from 'vitest';
import { type World, winsAtOnce, world } from '../support/world.js';

let w: World;
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

it('a sentence that tells of a win or a loss offers it, for each deal that may be meant', async () => {
  w = await world({ process: winsAtOnce });
  const lei = await w.rep('李雷');
  for (const deal of ['海棠地产 智慧社区 80万', '海棠地产 二期 20万', '银狐科技 平台 60万'])
    await lei.says(`商机 ${deal}`);
  await lei.says('海棠地产赢了三十万').sees('已记', '[赢单「二期」] [赢单「智慧社区」]').misses('恭喜');
  await lei.taps('赢单「二期」').sees('D-2 · 海棠地产 · 30万', '恭喜');
  await lei.says('我们赢了银狐科技，30万').sees('已记', '[赢单]').misses('恭喜');
  await lei.says('竞品赢了银狐科技').sees('已记', '[输单]').misses('[赢单]');
  await lei.says('银狐科技被用友赢了').sees('[输单]').misses('[赢单]');
  await lei.says('银狐科技没赢').misses('[赢单]', '恭喜');
  await lei.says('银狐科技要是赢了请吃饭').misses('[赢单]', '恭喜');
});

it('a verb said with the number of a deal closes it, with the reason that the words tell', async () => {
  w = await world({ process: winsAtOnce });
  const lei = await w.rep('李雷');
  const mei = await w.rep('韩梅');
  for (const name of ['海棠地产', '银狐科技', '云杉科技', '玉衡制造', '白鹭旅游'])
    await lei.says(`商机 ${name} ERP 30万`);
  await mei.says('D-1赢了').sees('没有权限');
  await lei.says('D-1赢了').sees('恭喜，赢单 30万');
  await lei.says('D-2 赢单 28万').sees('恭喜，赢单 28万');
  await lei.says('D-3输了，价格太高').sees('已记为输单，原因：价格');
  await lei.says('D-4输了，领导换人了').sees('没有「领导换人」这个输单原因', '[价格]').misses('已记为输单');
  await lei.says('D-5 lost, they went with a competitor').sees('已记为输单，原因：竞品');
});
