import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSandbox } from '../../../adapters/sandbox/chat/sandbox-chat.js';
import { InputError } from '../../../kernel/command/errors.js';
import { demoOptions, ScriptedHost } from '../../support/sandbox-demo.js';

let host: ScriptedHost;
let sandbox: ReturnType<typeof createSandbox>;

beforeEach(async () => {
  host = new ScriptedHost();
  sandbox = createSandbox(demoOptions());
  await sandbox.start(host);
});
afterEach(() => sandbox.stop());

const origin = () => sandbox.url.slice(0, -1);

async function token(): Promise<string> {
  const page = await (await fetch(sandbox.url)).text();
  return /name="page-token" content="([^"]+)"/u.exec(page)?.[1] ?? '';
}

const line = (more: object = {}) => ({
  id: 'inbound-1',
  as: 'lilei',
  in: 'dm-lilei',
  lang: 'zh',
  act: { kind: 'say', text: '今天' },
  ...more,
});

async function post(body: unknown, headers: Record<string, string>, path = 'act'): Promise<Response> {
  return fetch(`${sandbox.url}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

const own = async () => ({ Origin: origin(), 'X-Page-Token': await token() });

test.each(['0.0.0.0', '::', '192.168.1.10', 'example.com', '127.0.0.1.example.com', '', '127.0.0.1:80'])(
  'the sandbox refuses to listen on %j',
  (address) => {
    expect(() => createSandbox(demoOptions({ host: address }))).toThrow(InputError);
  },
);

test.each(['127.0.0.1', 'localhost', '::1', '127.3.2.1'])('the sandbox may listen on %j', (address) => {
  expect(createSandbox(demoOptions({ host: address })).platform).toBe('sandbox');
});

test('a port in use is an input error', async () => {
  const second = createSandbox(demoOptions({ port: Number(new URL(sandbox.url).port) }));
  await expect(second.start(host)).rejects.toThrow(InputError);
});

test('a request with an unknown Host is refused', async () => {
  const { request } = await import('node:http');
  const { port } = new URL(sandbox.url);
  const status = (name: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path: '/', headers: { Host: name } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      asked.on('error', reject).end();
    });
  expect(await status('evil.example')).toBe(403);
  expect(await status('127.0.0.1.evil.example')).toBe(403);
  expect(await status(`localhost:${port}`)).toBe(200);
});

test('writing needs the page’s own origin and the token of this process', async () => {
  const right = await own();
  const { 'X-Page-Token': good } = right;
  expect((await post(line(), {})).status).toBe(403);
  expect((await post(line(), { Origin: origin() })).status).toBe(403);
  expect((await post(line(), { Origin: 'http://evil.example', 'X-Page-Token': good })).status).toBe(403);
  expect((await post(line(), { Origin: 'null', 'X-Page-Token': good })).status).toBe(403);
  expect((await post(line(), { ...right, 'X-Page-Token': `${good}x` })).status).toBe(403);
  expect((await post({ jump: 'hour' }, { Origin: origin() }, 'clock')).status).toBe(403);
  expect(host.received).toHaveLength(0);
  expect((await post(line(), right)).status).toBe(200);
  expect(host.received).toHaveLength(1);
});

test('the token of an earlier process is refused', async () => {
  const old = await own();
  const port = Number(new URL(sandbox.url).port);
  await sandbox.stop();
  sandbox = createSandbox(demoOptions({ port }));
  await sandbox.start(host);
  expect((await post(line(), old)).status).toBe(403);
});

test.each([
  ['no JSON', '{'],
  ['nothing', 'null'],
  ['no words', line({ act: { kind: 'say', text: '  ' } })],
  ['too many words', line({ act: { kind: 'say', text: 'x'.repeat(4_001) } })],
  ['nobody', line({ as: 'nobody' })],
  ["another's private chat", line({ in: 'dm-zhou' })],
  ['a strange id', line({ id: '../../etc' })],
  ['a broken call', line({ act: { kind: 'tap', call: '{"command":1}' } })],
])('the sandbox refuses an act with %s', async (_what, body) => {
  expect((await post(body, await own())).status).toBe(400);
  expect(host.received).toHaveLength(0);
});

test('a request body beyond the limit is refused', async () => {
  const huge = line({ act: { kind: 'say', text: 'x'.repeat(100_000) } });
  expect((await post(huge, await own())).status).toBe(413);
});

test('the same act sent several times at once is received once', async () => {
  const headers = await own();
  const answers = await Promise.all([post(line(), headers), post(line(), headers), post(line(), headers)]);
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
  expect(host.received).toHaveLength(1);
});

test('pages have a strict content policy and cannot be framed', async () => {
  const { headers } = await fetch(sandbox.url);
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('unsafe');
  expect(policy).toContain("frame-ancestors 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test.each(['assets/..%2f..%2fpackage.json', 'fonts/..%2fpackage.json', 'assets/none.js'])(
  'the sandbox serves no other file (%s)',
  async (path) => {
    expect((await fetch(`${sandbox.url}${path}`)).status).toBe(404);
  },
);

test('the card preview of another person is not served', async () => {
  const sent = await sandbox.send({
    key: 'k',
    place: { id: 'dm-zhou', kind: 'private' },
    card: { key: 'c', title: '秘密', tone: 'neutral', nodes: [] },
    locale: 'zh',
  });
  if (!sent.ok) throw new Error(sent.reason);
  const look = (as: string) => fetch(`${sandbox.url}look?message=${sent.messageId}&look=slack&as=${as}`);
  expect((await look('lilei')).status).toBe(404);
  expect(await (await look('zhou')).text()).toContain('秘密');
});
