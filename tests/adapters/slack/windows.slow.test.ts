import { beforeEach, describe, expect, test } from 'vitest';
import { SlackOffice } from '../../support/slack-office.js';

let office: SlackOffice;

beforeEach(async () => {
  office = await SlackOffice.open();
});

describe('Slack modals', () => {
  test('open for a command without arguments, show errors beside the field, and complete the command', async () => {
    const { alice, slack } = office;
    await alice.says('线索 星河科技').sees('L-1');
    await alice.slash('/deal', '');
    const view = await alice.waitForView(/商机/);
    const wrong = await alice.submits(view, { 客户: '星河科技', 金额: '很多钱' });
    expect(wrong).toMatchObject({ kind: 'errors', errors: { 金额: expect.stringMatching(/金额|例如/) } });
    const done = await alice.submits(view, { 金额: '30万' }).sees('D-1');
    expect(done.kind).toBe('closed');
    const opened = slack.calls.to('views.open')[0];
    const asked = slack.calls.all
      .slice(0, slack.calls.all.indexOf(opened as never))
      .map((call) => call.method);
    expect(asked.slice(-1)).not.toContain('users.info');
  });

  test('suggest records while one types', async () => {
    const { alice } = office;
    for (const name of ['星河科技', '星空教育', '云帆物流']) await alice.says(`商机 ${name} 10万`).sees('D-');
    await alice.slash('/move', '');
    const view = await alice.waitForView(/商机或线索/);
    const found = await alice.typesIn(view, '商机', '星');
    expect(found.filter((one) => /星河科技|星空教育/.test(one)).length).toBeGreaterThanOrEqual(2);
    expect(found.join()).not.toContain('云帆');
    await alice.submits(view, { 商机: found[0] ?? '' }).sees('需求确认');
  });

  test('log nothing if they are closed', async () => {
    const { alice } = office;
    await alice.slash('/log', '');
    const view = await alice.waitForView(/备注/);
    await alice.closes(view);
    await alice.says('星河科技').misses('已记');
  });

  test('log a colleague’s message as a follow-up of the chosen customer', async () => {
    const { alice, bob, east } = office;
    await alice.says('线索 星河科技').sees('L-1');
    const said = await bob.writes(east, '刚和星河的王总吃饭，他说预算批了');
    await alice.shortcutOn(said, 'log');
    const view = await alice.waitForView(/预算批了/);
    await alice.submits(view, { 客户或商机: '星河科技' });
    await east.waitFor(/已记[\s\S]*韩梅[\s\S]*预算批了/);
  });

  test('are not opened to draft an article from a colleague’s message, seen only by the speaker', async () => {
    const { alice, bob, east } = office;
    const said = await bob.writes(east, '凌峰要三个月才能上线，先问客户的上线时间');
    await alice.shortcutOn(said, 'article-propose').sees(/A-1 · 凌峰要三个月才能上线[\s\S]*还没有保存/);
    await alice.says('article A-1').sees('先问客户的上线时间');
    await bob.says('article A-1').sees('没有 A-1');
  });

  test('accept one line through the global shortcut', async () => {
    const { alice } = office;
    await alice.globalShortcut('line');
    const view = await alice.waitForView(/说一句/);
    await alice.submits(view, { 说一句: '线索 星河科技' });
    await alice.dm.waitFor(/L-1/);
  });
});

describe('the Home tab on Slack', () => {
  test('shows today’s tasks and the own pipeline, and is updated after each act', async () => {
    const { alice } = office;
    await alice.says('线索 星河科技 王总').sees('L-1');
    await alice.says('跟 星河科技 电话 谈过').sees('已记');
    await alice.says('商机 星河科技 30万').sees('D-1');
    await alice.says('约 星河科技 今天 演示').sees('演示');
    await alice.opensMessages();
    await alice.opensHome();
    await alice.waitForHome(/演示[\s\S]*初步沟通/);
    await alice.says('推 星河科技').sees('推进到「需求确认」');
    await alice.waitForHome(/需求确认/);
  });

  test('shows managers the team’s week, and buttons that open modals', async () => {
    const { alice, zhou } = office;
    await alice.says('商机 星河科技 30万').sees('D-1');
    await zhou.opensHome();
    await zhou.waitForHome(/新增商机/);
    await zhou.tapsInHome('新线索');
    await zhou.waitForView(/线索/);
  });
});
