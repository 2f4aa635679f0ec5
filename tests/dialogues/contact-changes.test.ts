import { afterEach, expect, it } from 'vitest';
import { type World, world } from '../support/world.js';

let w: World;
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

it('a contact gets the number or title that words tell of; a known value waits for a tap', async () => {
  w = await world();
  const lei = await w.rep('李雷');
  const mei = await w.rep('韩梅');
  await lei.says('商机 海棠地产 智慧社区 80万 王总');
  await lei.says('商机 云杉科技 看板 20万 王总');
  await lei.says('今天');
  await lei.says('王总换号码了 13811113333').sees('王总的电话 无 → 13811113333', 'C-2');
  await lei.says('海棠地产');
  await lei.says('王总换号码了 13811115555').sees('C-1', '王总的电话 无 → 13811115555').misses('已记');
  await lei.says('王总换号码了 13811114444').sees('13811115555 → 13811114444', '[修改]');
  await lei.says('海棠地产').sees('王总 13811115555').misses('今天 10:00 李雷');
  await lei.says('把王总的电话改成13811114444').sees('13811115555 → 13811114444');
  await lei.says('撤').sees('已撤销');
  await lei.says('海棠地产').sees('王总 13811115555');
  await lei.says('王总升副总裁了').sees('王总的职位 无 → 副总裁');
  await mei.says('海棠地产王总升总裁了').sees('没有权限');
});

it('of several contacts with that name one is picked', async () => {
  w = await world({ locale: 'en' });
  const tom = await w.rep('Tom Baker');
  for (const deal of ['Larkspur Hotels, Fleet app, 80k', 'Harbor Dental, Booking, 60k']) {
    await tom.says(`deal ${deal}`);
    await tom.says(`met Jane Smith of ${deal.split(',')[0]} today`);
  }
  w.later(1);
  await tom.says("Jane Smith's new number is 415-555-0199").sees('Which contact?');
  await tom.taps('Larkspur').sees('Phone for Jane Smith: none → +1 415-555-0199', 'Larkspur Hotels');
});

it('another number for a known contact is never dropped nor taken without a tap', async () => {
  w = await world();
  const lei = await w.rep('李雷');
  const mei = await w.rep('韩梅');
  await lei.says('线索 华信电子 王总 13900002222');
  await lei.says('线索 华信电子 王总 13900004444').sees('可能重复');
  await lei.taps('并入').sees('王总的电话 13900002222 → 13900004444', '[修改王总的电话]');
  await lei.says('华信电子').sees('王总 13900002222');
  await lei
    .says('华信电子王总电话13900005555')
    .sees('要修改华信电子王总的资料吗', '13900002222 → 13900005555')
    .misses('已添加联系人');
  await lei.taps('改').sees('13900002222 → 13900005555', '[撤销]');
  await lei.says('今天拜访了华信电子王总，王总电话13900006666').sees('已记', '13900005555 → 13900006666');
  await lei.says('撤');
  await lei.says('撤');
  await lei.says('华信电子').sees('王总 13900002222');
  await lei.says('线索 华信电子 王总 13900007777');
  await lei.taps('仍要新建').sees('13900002222 → 13900007777', '[修改王总的电话]');
  await lei.says('华信电子王总电话13900002222').sees('王总').misses('→');
  await mei.says('华信电子王总电话13900008888').sees('没有权限');
  await lei.says('华信电子').sees('王总 13900002222').misses('13900008888');
});
