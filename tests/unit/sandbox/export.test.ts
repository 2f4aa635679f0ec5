import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSandbox } from '../../../adapters/sandbox/chat/sandbox-chat.js';
import { demoOptions, ScriptedHost } from '../../support/sandbox-demo.js';

let sandbox: ReturnType<typeof createSandbox>;
const asked: object[] = [];

beforeEach(async () => {
  asked.length = 0;
  const file = async (wanted: { as: string }) => {
    asked.push(wanted);
    return wanted.as === 'p1'
      ? { name: '报表 · 金额.csv', type: 'text/csv', body: Buffer.from('a,b') }
      : null;
  };
  sandbox = createSandbox({ ...demoOptions(), file });
  await sandbox.start(new ScriptedHost());
});
afterEach(() => sandbox.stop());

test('a report downloads as a file under its own name, only for people who may', async () => {
  const query = new URLSearchParams({ as: 'p1', what: 'amount by product', format: 'csv' });
  const answer = await fetch(`${sandbox.url}export?${query}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent('报表 · 金额.csv')}`,
  );
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await answer.text()).toBe('a,b');
  expect(asked).toEqual([{ as: 'p1', what: 'amount by product', format: 'csv' }]);
  query.set('as', 'p2');
  expect((await fetch(`${sandbox.url}export?${query}`)).status).toBe(404);
});
