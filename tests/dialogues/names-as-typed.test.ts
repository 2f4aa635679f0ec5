import { afterEach, expect, it } from 'vitest';
import { type World, world } from '../support/world.js';

let w: World;
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

it('names and notes stay as they were typed, and are found in either script and width', async () => {
  w = await world();
  const lei = await w.rep('李雷');
  await lei
    .says('线索 東昇科技（北京） 陳大文 13800000031 想看系統')
    .sees('東昇科技（北京）', '陳大文', '想看系統');
  await lei.says('东升科技').sees('東昇科技（北京）', '陳大文');
  await lei.says('東昇科技(北京)').sees('東昇科技（北京）');
  await lei.says('今天拜访了东升科技，陈大文想看方案').sees('已记录 · 東昇科技（北京）').misses('新联系人');
  await lei
    .says('商机 東昇科技 二期（含硬件）擴容 30万')
    .sees('D-1 · 東昇科技（北京）', '二期（含硬件）擴容');
  await lei.says('線索 ＡＢＣ工業 李總 13800000033').sees('ＡＢＣ工業', '李總');
  await lei.says('abc工业').sees('ＡＢＣ工業');
  await lei.says('联系人 ＡＢＣ工業 陈小昇 13800000034').sees('陈小昇');
});

it('a name in traditional characters is no second customer', async () => {
  w = await world();
  const lei = await w.rep('李雷');
  await lei.says('线索 東昇科技 王總 13800000031');
  await lei.says('线索 东昇科技 13800000039').sees('可能重复');
});
