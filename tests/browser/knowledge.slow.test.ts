import { beforeAll, expect, test } from 'vitest';
import { Demo } from '../support/demo.js';

let demo: Demo;
beforeAll(async () => {
  demo = await Demo.open();
});

test('the demo answers from its team’s articles, and replying 「文章」 to a message drafts an article', async () => {
  const lei = await demo.player('lilei');
  await lei.says('问 凌峰怎么打', /三年总成本[\s\S]*摘自 A-1《凌峰怎么打》/);
  await lei.says('问 客户觉得太贵怎么办', /客户嫌贵的三种回应/);
  await lei.says('入门', /已完成 \d+\/8 步[\s\S]*读《第一次拜访提纲》/);
  await lei.openGroup('华东销售群');
  await lei.says('帮', /我能做什么|怎么用/);
  const said = lei.page.locator('.entry.by-me').last();
  await said.getByRole('button', { name: '回复' }).click();
  await lei.says('文章', /草稿/);
  expect(await lei.lastCard().textContent()).toMatch(/A-7 · 帮/);
});
