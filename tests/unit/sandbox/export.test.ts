import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSandbox } from '../../../adapters/sandbox/chat/sandbox-chat.js';
import type { CardFile } from '../../../kernel/card/card.js';
import { demoOptions, ScriptedHost } from '../../support/sandbox-demo.js';

let sandbox: ReturnType<typeof createSandbox>;
let isTheirs: boolean;
const asked: CardFile[] = [];

const csv: CardFile = {
  name: '报表 · 金额.csv',
  mime: 'text/csv',
  call: { command: 'export', input: { what: 'amount by product', format: 'csv' } },
  by: 'p1',
};

beforeEach(async () => {
  asked.length = 0;
  isTheirs = true;
  const make = async (file: CardFile) => {
    asked.push(file);
    return isTheirs ? Buffer.from('a,b') : undefined;
  };
  sandbox = createSandbox({ ...demoOptions(), make });
  await sandbox.start(new ScriptedHost());
});
afterEach(() => sandbox.stop());

const card = { key: 'export:x', title: '导出', tone: 'good' as const, nodes: [], files: [csv] };
const place = { id: 'dm-zhou', kind: 'private' as const };

async function page(as: string): Promise<string> {
  return await (await fetch(`${sandbox.url}?as=${as}`)).text();
}

async function addressOnPage(): Promise<string> {
  await sandbox.send({ key: 'k', place, card, locale: 'zh' });
  const [, address = ''] = /href="\/(file\?[^"]+)"/.exec(await page('zhou')) ?? [];
  expect(address).not.toBe('');
  return `${sandbox.url}${address.replaceAll('&amp;', '&')}`;
}

test('a file downloads from its card under its own name', async () => {
  const address = await addressOnPage();
  expect(await page('zhou')).toContain('下载 报表 · 金额.csv');
  const answer = await fetch(address);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/csv');
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent('报表 · 金额.csv')}`,
  );
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await answer.text()).toBe('a,b');
  expect(asked).toEqual([csv]);
});

test('a file downloads for nobody who does not see its card, and not without the rights', async () => {
  const address = await addressOnPage();
  expect((await fetch(address.replace('as=zhou', 'as=lilei'))).status).toBe(404);
  expect((await fetch(address.replace('file=0', 'file=1'))).status).toBe(404);
  expect(asked).toEqual([]);
  isTheirs = false;
  expect((await fetch(address)).status).toBe(404);
});
