import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSandbox } from '../../adapters/sandbox/chat/sandbox-chat.js';
import type { GuideState } from '../../adapters/sandbox/room/options.js';
import { launchBrowser } from '../support/browser.js';
import { afterwards } from '../support/endings.js';
import { patienceMs } from '../support/patience.js';
import { dealCard, demoOptions, east, ScriptedHost, stallCard, weeklyCard } from '../support/sandbox-demo.js';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let host: ScriptedHost;
let sandbox: ReturnType<typeof createSandbox>;
let faults: string[];

beforeAll(async () => {
  browser = await launchBrowser();
});

beforeEach(async () => {
  host = new ScriptedHost();
  sandbox = createSandbox(demoOptions());
  afterwards(() => sandbox.stop());
  await sandbox.start(host);
  afterwards(() => context.close());
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  page = await newPage();
});
afterEach(() => expect(faults).toEqual([]));

async function newPage(): Promise<Page> {
  faults = [];
  const opened = await context.newPage();
  opened.setDefaultTimeout(patienceMs);
  opened.on('pageerror', (error) => faults.push(error.message));
  return opened;
}

const open = (query = '') => page.goto(`${sandbox.url}${query}`);
const cards = () => page.locator('.card');
const lastCard = () => page.locator('.card').last();
const line = () => page.locator('#line');

async function say(text: string, at = page): Promise<void> {
  await at.locator('#line').fill(text);
  await at.locator('#line').press('Enter');
}

test('a typed line is sent as the chosen person, and the card comes back', async () => {
  await open('?as=han');
  await say('跟 星河 电话');
  await expect.poll(() => cards().count()).toBe(1);
  expect(await page.locator('.by-me .bubble-text').textContent()).toBe('跟 星河 电话');
  expect(host.received[0]).toMatchObject({
    platform: 'sandbox',
    speaker: { id: 'han', name: '韩梅', locale: 'zh', timeZone: 'Asia/Shanghai' },
    place: { id: 'dm-han', kind: 'private' },
    act: { kind: 'say', text: '跟 星河 电话' },
  });
  expect(host.posts[0]?.messageId).toBe(await page.locator('.by-bot').getAttribute('data-id'));
});

test('group messages are seen by its members only, and a private answer by one person only', async () => {
  const manager = await newPage();
  const admin = await newPage();
  await manager.goto(`${sandbox.url}?as=zhou&in=east`);
  await admin.goto(`${sandbox.url}?as=chen`);
  await open('?as=lilei&in=east');
  await say('@跟进 星河科技');
  await manager.locator('.card').waitFor();
  expect(await manager.locator('.by-other .bubble-text').textContent()).toBe('星河科技');
  await say('悄悄');
  await page.getByText('仅您可见').waitFor();
  await manager.reload();
  expect(await manager.locator('.by-other').count()).toBe(2);
  expect(await manager.getByText('只给你看').count()).toBe(0);
  expect(await admin.locator('.entry').count()).toBe(0);
});

test('tapping a button replaces its card in place for everybody', async () => {
  const other = await newPage();
  await other.goto(`${sandbox.url}?as=han&in=east`);
  await open('?as=lilei&in=east');
  await say('星河科技');
  await page.getByRole('button', { name: '推进' }).click();
  await page.getByText('（4/6）').waitFor();
  await other.getByText('（4/6）').waitFor();
  expect(await cards().count()).toBe(1);
  expect(host.received[1]?.act).toEqual({
    kind: 'tap',
    call: { command: 'move', input: { deal: 'D-12', v: 3 } },
    messageId: await page.locator('.by-bot').getAttribute('data-id'),
  });
});

test('a button with a confirmation asks first, and a menu offers its options', async () => {
  await open('?as=lilei');
  await say('星河科技');
  await page.getByRole('button', { name: '输单' }).click();
  await page.getByRole('dialog').getByText('把 D-12 记为输单').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
  await page.getByText('转给', { exact: true }).click();
  await page.getByRole('button', { name: '周敏' }).click();
  await page.getByText('收到：assign').waitFor();
  expect(host.received.slice(1).map(({ act }) => act.kind === 'tap' && act.call.command)).toEqual(['assign']);
  await page.getByRole('button', { name: '输单' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  await page.getByText('D-12 已记为输单').waitFor();
});

test('a form shows errors beside the field, keeps typed values, and is sent as a form', async () => {
  await open('?as=lilei');
  await say('线索');
  await page.getByLabel('金额').fill('30万');
  await page.getByText('转介绍').click();
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('请写客户的名字').waitFor();
  expect(await page.getByLabel('客户').getAttribute('aria-invalid')).toBe('true');
  expect(await page.getByLabel('金额').inputValue()).toBe('30万');
  expect(await page.getByLabel('转介绍').isChecked()).toBe(true);
  expect(await page.evaluate(`document.activeElement.getAttribute('name')`)).toBe('customer');
  await page.keyboard.type('星河');
  await page.keyboard.press('Enter');
  await page.getByText('L-1 星河').waitFor();
  expect(await page.locator('form.form').count()).toBe(0);
  expect(host.received.at(-1)?.act).toMatchObject({
    kind: 'form',
    call: { command: 'lead' },
    fields: { customer: '星河', amount: '30万', source: '转介绍', note: '' },
  });
});

test('replying to a card sends its message id', async () => {
  await open('?as=lilei');
  await say('星河科技');
  await lastCard().hover();
  await page.locator('.entry.by-bot').last().getByRole('button', { name: '回复' }).click();
  await say('价格偏高');
  await page.getByText('已记：价格偏高').waitFor();
  expect(host.received[1]?.act).toMatchObject({ replyTo: host.posts[0]?.messageId });
  expect(await page.locator('.bubble-quote').textContent()).toBe(dealCard().title);
});

test('posts and updates arrive without reloading, and other chats get an unread mark', async () => {
  await open('?as=lilei&in=east');
  const sent = await sandbox.send({
    key: 'stall:D-7',
    place: east,
    card: stallCard,
    locale: 'zh',
    mention: ['lilei'],
  });
  expect(await sandbox.send({ key: 'stall:D-7', place: east, card: stallCard, locale: 'zh' })).toEqual(sent);
  await page.getByText('@李雷').waitFor();
  expect(await cards().count()).toBe(1);
  await sandbox.send({
    key: 'for:zhou',
    place: { id: 'dm-zhou', kind: 'private' },
    card: weeklyCard,
    locale: 'zh',
  });
  await expect.poll(() => page.getByRole('link', { name: /周敏/ }).textContent()).toContain('1 条未读');
  if (!sent.ok) throw new Error(sent.reason);
  await sandbox.update(east, sent.messageId, { ...stallCard, title: '已处理 D-7' }, 'zh');
  await page.getByRole('heading', { name: '已处理 D-7' }).waitFor();
  expect(await cards().count()).toBe(1);
  await page.getByRole('link', { name: /周敏/ }).click();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('华东销售群');
});

test('sending to an unknown place and updating an unknown message are refused', async () => {
  const nowhere = { id: 'nowhere', kind: 'group' as const };
  expect(await sandbox.send({ key: 'k', place: nowhere, card: stallCard, locale: 'zh' })).toMatchObject({
    ok: false,
    final: true,
  });
  expect(await sandbox.update(east, 'unknown', stallCard, 'zh')).toMatchObject({ ok: false, final: true });
});

test('each platform look has working controls and lists its losses', async () => {
  await open('?as=lilei&in=east');
  await say('星河科技');
  await lastCard().waitFor();
  for (const [look, frame] of [
    ['slack', '.slack'],
    ['wecom', '.wecom'],
    ['dingtalk', '.dingtalk'],
  ] as const) {
    await open(`?as=lilei&in=east&look=${look}`);
    await page.locator(frame).getByText('D-12 星河科技').waitFor();
    await page.getByText('色条：改为标题前的圆点').waitFor();
    const before = host.stage;
    await page.locator(frame).getByRole('button', { name: '推进' }).click();
    await page
      .locator(frame)
      .getByText(`（${before + 1}/6）`)
      .waitFor();
  }
  await open('?as=lilei&in=east');
  await lastCard().hover();
  await page.getByLabel('这张卡片的外观').selectOption('wecom');
  await page.locator('[data-selection]').selectOption({ label: '周敏' });
  await page.locator('.wecom').getByRole('button', { name: '转给' }).click();
  await page.getByText('"to":"周敏"').waitFor();
});

test('moving the clock shows the new time', async () => {
  await open('?as=lilei');
  await expect.poll(() => page.locator('#clock-time').textContent()).toBe('09:00');
  await page.getByRole('button', { name: '明早' }).click();
  await expect.poll(() => page.locator('#clock-day').textContent()).toBe('2026年11月26日 周四');
  await page.getByLabel('跳到指定时间').fill('2026-12-01T18:30');
  await page.getByRole('button', { name: '跳转' }).click();
  await expect.poll(() => page.locator('#clock-time').textContent()).toBe('18:30');
});

test('while the server is away a line is kept, and it is sent once when the server is back', async () => {
  await open('?as=lilei');
  await page.route('**/act', (route) => route.abort());
  await say('跟 星河 断线时说的');
  await page.getByText('无法连接服务器').waitFor();
  expect(await page.locator('.pending .bubble-text').textContent()).toBe('跟 星河 断线时说的');
  await page.unroute('**/act');
  // The act arrives, but its answer is lost on the way back.
  let lost = 0;
  await page.route('**/act', async (route) => {
    if (lost++ > 0) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await page.reload();
  await lastCard().waitFor();
  await expect.poll(() => page.locator('.pending').count()).toBe(0);
  await expect.poll(() => lost).toBe(2);
  expect(host.received).toHaveLength(1);
  expect(await page.locator('.bubble-text').count()).toBe(1);
});

test('a page survives a restart of the process', async () => {
  const port = Number(new URL(sandbox.url).port);
  await open('?as=lilei');
  await line().fill('还没说完的话');
  await sandbox.stop();
  await page.getByText('与服务器的连接已断开').waitFor();
  await page.evaluate(`document.body.classList.add('before')`);
  sandbox = createSandbox(demoOptions({ port }));
  await sandbox.start(host);
  await page.locator('body:not(.before)').waitFor();
  expect(await line().inputValue()).toBe('还没说完的话');
  await line().press('Enter');
  await page.getByText('已记：还没说完的话').waitFor();
});

test('a broken event stream continues where it ended', async () => {
  await open('?as=lilei&in=east');
  await context.setOffline(true);
  await page.evaluate(`dispatchEvent(new Event('pagehide'))`);
  await sandbox.send({ key: 'a', place: east, card: stallCard, locale: 'zh' });
  await sandbox.send({ key: 'b', place: east, card: weeklyCard, locale: 'zh' });
  await context.setOffline(false);
  await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
  await expect.poll(() => cards().count()).toBe(2);
});

test('a slow answer shows that the bot is typing', async () => {
  let release = () => {};
  host.gate = new Promise((resolve) => {
    release = resolve;
  });
  await open('?as=lilei');
  await say('今天');
  await page.getByText('跟进正在输入').waitFor();
  release();
  await lastCard().waitFor();
  await expect.poll(() => page.locator('#typing').textContent()).toBe('');
});

test('Shift+Enter breaks the line, Up recalls lines, and an input method keeps its Enter', async () => {
  await open('?as=lilei');
  await line().fill('第一行');
  await line().press('Shift+Enter');
  await page.keyboard.type('第二行');
  await line().press('Enter');
  await lastCard().waitFor();
  expect(host.received[0]?.act).toMatchObject({ text: '第一行\n第二行' });
  await say('今天');
  await line().press('ArrowUp');
  expect(await line().inputValue()).toBe('今天');
  await line().press('ArrowUp');
  expect(await line().inputValue()).toBe('第一行\n第二行');
  await line().fill('zhong');
  await line().dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true });
  expect(await line().inputValue()).toBe('zhong');
  expect(host.received).toHaveLength(2);
});

test('text typed by people is never markup', async () => {
  const nasty = '<img src=x onerror="document.title=1"><b>粗</b> [x](javascript:alert(1))';
  await sandbox.send({
    key: 'nasty',
    place: east,
    locale: 'zh',
    card: {
      key: 'n',
      title: nasty,
      tone: 'neutral',
      nodes: [
        { kind: 'text', text: nasty },
        { kind: 'image', url: 'https://example.com/x.png', alt: nasty },
        { kind: 'actions', items: [{ kind: 'link', label: '坏链接', url: 'javascript:alert(1)' }] },
      ],
    },
  });
  for (const look of ['native', 'slack', 'wecom', 'dingtalk']) {
    await open(`?as=lilei&in=east&look=${look}`);
    await page.getByText('坏链接').first().waitFor();
    expect(await page.locator('#messages img, #messages .look b').filter({ hasText: '粗' }).count()).toBe(0);
    expect(await page.locator('#messages img').count()).toBe(0);
    expect(await page.locator('#messages a[href^="javascript"]').count()).toBe(0);
    const words = await page.locator('#messages .look').first().textContent();
    // Renderers break live text with zero-width spaces.
    expect(words?.replaceAll('\u200b', '')).toContain('<b>粗</b>');
  }
  await say(nasty);
  await expect.poll(() => page.locator('.by-me .bubble-text').last().textContent()).toBe(nasty);
});

test('the page loads nothing from other origins and obeys its content policy', async () => {
  const seen: string[] = [];
  page.on('request', (request) => seen.push(new URL(request.url()).origin));
  const refused: string[] = [];
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
  await sandbox.send({ key: 'w', place: east, card: weeklyCard, locale: 'zh' });
  for (const look of ['native', 'slack', 'wecom', 'dingtalk']) await open(`?as=lilei&in=east&look=${look}`);
  expect(new Set(seen)).toEqual(new Set([new URL(sandbox.url).origin]));
  expect(refused).toEqual([]);
});

test('on a phone the page fits the width, drawers open and close, and touch targets are large', async () => {
  await context.close();
  context = await browser.newContext({
    viewport: { width: 390, height: 800 },
    hasTouch: true,
    isMobile: true,
  });
  page = await newPage();
  await sandbox.send({ key: 'w', place: east, card: weeklyCard, locale: 'zh' });
  for (const look of ['native', 'slack', 'wecom', 'dingtalk']) {
    await open(`?as=lilei&in=east&look=${look}`);
    await page.getByText('华东 周报').first().waitFor();
    expect(await page.evaluate(`document.documentElement.scrollWidth`)).toBe(390);
  }
  await open('?as=lilei&in=east');
  const small = await page.evaluate(`
    [...document.querySelectorAll('main button, main a.button, main select, main summary')]
      .filter((control) => control.getClientRects().length > 0)
      .filter((control) => control.getBoundingClientRect().height < 44)
      .map((control) => control.outerHTML)`);
  expect(small).toEqual([]);
  await page.getByRole('button', { name: '人员与会话' }).click();
  await page.getByRole('link', { name: /韩梅/ }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('link', { name: /韩梅/ }).count()).toBe(0);
  expect(await page.evaluate(`document.activeElement.getAttribute('data-open')`)).toBe('people-panel');
  await page.getByRole('button', { name: '时钟与外观' }).click();
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByPlaceholder('@Genjin').waitFor();
});

test('the chat is reachable by keyboard, and its parts are named for screen readers', async () => {
  await open('?as=lilei&in=east');
  await page.evaluate(`document.body.tabIndex = -1; document.body.focus()`);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(`document.activeElement.textContent.trim()`)).toBe('跳到聊天');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(`location.hash`)).toBe('#messages');
  expect(await page.getByRole('log').getAttribute('aria-live')).toBe('polite');
  for (const role of ['main', 'complementary', 'navigation'] as const) {
    expect(await page.getByRole(role).count()).toBeGreaterThan(0);
  }
  const nameless = await page.evaluate(`
    [...document.querySelectorAll('button, a, input, select, textarea')]
      .filter((control) => !control.textContent.trim() || control.matches('textarea, select'))
      .filter((control) => !control.getAttribute('aria-label') && !control.labels?.length)
      .map((control) => control.outerHTML)`);
  expect(nameless).toEqual([]);
});

test('tapping an example line puts it into the input without sending it', async () => {
  await open('?as=lilei');
  await page.locator('#empty').getByRole('button', { name: '跟 星河 电话' }).click();
  expect(await line().inputValue()).toBe('跟 星河 电话 价格偏高 下周三再约');
  expect(host.received).toHaveLength(0);
  await line().press('Enter');
  await lastCard().waitFor();
  expect(await page.locator('#empty').isVisible()).toBe(false);
});

test('three steps are ticked as they are done, over a reload, until they are put away', async () => {
  await sandbox.stop();
  let state: GuideState = { done: [], isAway: false };
  const guide = {
    state: async () => state,
    set: async (next: GuideState) => {
      state = next;
    },
  };
  sandbox = createSandbox({ ...demoOptions(), guide });
  await sandbox.start(host);
  const ticked = () =>
    page.locator('#guide [data-done="true"]').evaluateAll((all) => all.map((one) => one.dataset.step));
  await open('?as=lilei');
  expect(await ticked()).toEqual([]);
  await page.locator('#guide').getByRole('button', { name: '输入：' }).click();
  await line().press('Enter');
  await lastCard().waitFor();
  await expect.poll(ticked).toEqual(['type']);
  await page.getByRole('button', { name: '推进' }).first().click();
  await expect.poll(ticked).toEqual(['type', 'tap']);
  await page.locator('#guide').getByRole('link', { name: '华东销售群' }).click();
  await page.getByText('三步已完成').waitFor();
  expect(await ticked()).toEqual(['type', 'tap', 'look']);
  await page.getByRole('button', { name: '收起这三步' }).click();
  await expect.poll(() => page.locator('#guide').count()).toBe(0);
  await expect.poll(() => state.isAway).toBe(true);
  await page.reload();
  expect(await page.locator('#guide').count()).toBe(0);
});

test('an address with a chat that is not there says so', async () => {
  await open('?as=lilei&in=group-nowhere');
  await page.getByText('这个地址里的会话不存在').waitFor();
  await open('?as=lilei&in=east');
  expect(await page.locator('#elsewhere').count()).toBe(0);
});
