import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../../bot/config/config.js';
import { examineModel } from '../../bot/model/examine-model.js';
import { longestAnswer, ModelClient, type ModelEndpoint } from '../../bot/model/model-client.js';
import { wire } from '../../bot/wiring/wire.js';
import { ModelFault, type ModelFaultReason } from '../../kernel/model/model-port.js';
import { testFolder } from '../support/databases.js';
import { afterwards } from '../support/endings.js';
import {
  answers,
  type Behaviour,
  broken,
  dripping,
  endless,
  failure,
  json,
  ModelServer,
  noJson,
  redirects,
  silent,
  withoutJsonMode,
  withoutMaxTokens,
} from '../support/model-server.js';
import { addRows } from '../support/rows.js';

let server: ModelServer;
beforeEach(async () => {
  server = await ModelServer.start();
});
afterEach(async () => await server.stop());

const messages = [{ role: 'user' as const, content: '你好' }];
const endpoint = (more: Partial<ModelEndpoint> = {}): ModelEndpoint => ({
  url: server.url,
  name: 'stub',
  timeoutSeconds: 5,
  ...more,
});
const ask = async (more: Partial<ModelEndpoint> = {}, asked = { json: true }) =>
  await new ModelClient(endpoint(more)).complete(messages, asked);

/** The reason there was no answer, and how long it took to know, in ms. */
async function fault(
  behaviour: Behaviour,
  more: Partial<ModelEndpoint> = {},
): Promise<[ModelFaultReason, number]> {
  server.behaviour = behaviour;
  const began = performance.now();
  try {
    const answer = await ask(more);
    throw new Error(`it answered ${JSON.stringify(answer)}`);
  } catch (error) {
    if (!(error instanceof ModelFault)) throw error;
    // What the server said, and the key, are left behind.
    expect(JSON.stringify([error, error.message, error.cause])).not.toMatch(/secret|你好/);
    return [error.reason, performance.now() - began];
  }
}

describe('the client of the OpenAI protocol', () => {
  it('sends a request in the protocol’s format, and reads answer and tokens', async () => {
    server.behaviour = answers('好', { in: 12, out: 3 });
    expect(await ask({ apiKey: 'sk-secret' })).toEqual({ text: '好', tokens: { in: 12, out: 3 } });
    expect(server.last).toMatchObject({
      method: 'POST',
      path: '/v1/chat/completions',
      headers: { authorization: 'Bearer sk-secret' },
      body: { model: 'stub', messages, max_tokens: longestAnswer, response_format: { type: 'json_object' } },
    });
  });

  it('works without a token count and without a key', async () => {
    server.behaviour = answers('好', null);
    expect(await ask()).toEqual({ text: '好' });
    expect(server.last.headers.authorization).toBeUndefined();
  });

  it('retries without a parameter that the server refuses, and remembers that', async () => {
    const client = new ModelClient(endpoint());
    server.behaviour = withoutJsonMode(withoutMaxTokens(answers('好')));
    expect(await client.complete(messages, { json: true })).toMatchObject({ text: '好' });
    expect(server.last.body).not.toHaveProperty('response_format');
    expect(server.last.body).toMatchObject({ max_completion_tokens: longestAnswer });
    const before = server.received.length;
    await client.complete(messages, { json: true });
    expect(server.received).toHaveLength(before + 1);
  });

  it.each<[string, Behaviour, ModelFaultReason]>([
    ['the key is refused', failure(401, 'invalid_api_key', 'Incorrect API key: sk-secret'), 'key'],
    ['the account may not', failure(403, 'forbidden'), 'key'],
    ['the model is not there', failure(404, 'model_not_found'), 'refused'],
    ['the request is refused', failure(400, 'bad_request'), 'refused'],
    ['it is too busy', failure(429, 'rate_limit_exceeded'), 'busy'],
    ['it fails', failure(500, 'server_error'), 'failed'],
    ['something before it fails', failure(502, 'bad_gateway'), 'failed'],
    ['it answers a web page', noJson, 'unreadable'],
    ['it hangs up in the middle', broken, 'failed'],
    ['it answers other JSON', (_, response) => json(response, 200, { hello: 'world' }), 'unreadable'],
    ['it answers a list', (_, response) => json(response, 200, []), 'unreadable'],
    ['it answers null', (_, response) => json(response, 200, null), 'unreadable'],
    ['it has no words', answers(null), 'empty'],
    ['it has empty words', answers('  \n'), 'empty'],
    ['it only thinks', answers('<think>hm, well'), 'empty'],
    ['it never ends', endless, 'huge'],
  ])('throws the matching fault if %s, after one try', async (_, behaviour, reason) => {
    const [found] = await fault(behaviour);
    expect(found).toBe(reason);
    // Only a request that was refused for what it holds is put differently.
    expect(server.received.length).toBeLessThanOrEqual(reason === 'refused' ? 2 : 1);
  });

  it.each<[string, Behaviour]>([
    ['says nothing', silent],
    ['drips', dripping],
  ])('times out if a server %s', async (_, behaviour) => {
    const [reason, ms] = await fault(behaviour, { timeoutSeconds: 0.3 });
    expect(reason).toBe('timeout');
    expect(ms).toBeGreaterThan(250);
  });

  it('throws "unreachable" if no server listens', async () => {
    const { url } = server;
    await server.stop();
    const [reason] = await fault(silent, { url });
    expect(reason).toBe('unreachable');
    server = await ModelServer.start();
  });

  it('does not follow redirects: neither key nor words are sent there', async () => {
    const other = await ModelServer.start();
    afterwards(() => other.stop());
    const [reason] = await fault(redirects(`${other.url}/chat/completions`), { apiKey: 'sk-secret' });
    expect(reason).toBe('redirected');
    expect(other.connections).toBe(0);
  });

  it('removes text in think tags from the answer', async () => {
    server.behaviour = answers('<think>hm</think>\n好');
    expect((await ask()).text).toBe('好');
  });

  it('ignores the OpenAI library’s environment variables', async () => {
    const set = {
      OPENAI_API_KEY: 'sk-other',
      OPENAI_BASE_URL: 'http://127.0.0.1:1/v1',
      OPENAI_ORG_ID: 'org-1',
      OPENAI_PROJECT_ID: 'proj-1',
      OPENAI_CUSTOM_HEADERS: 'X-Spy: yes',
    };
    const before = { ...process.env };
    Object.assign(process.env, set);
    try {
      await ask({ apiKey: 'sk-secret' });
    } finally {
      for (const name of Object.keys(set)) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
    }
    expect(JSON.stringify(server.last.headers)).not.toMatch(/sk-other|org-1|proj-1|spy/i);
  });
});

describe('the doctor’s check of the model', () => {
  const options = (more: Partial<Parameters<typeof examineModel>[0]> = {}) => ({
    url: server.url,
    name: 'stub',
    masks: [],
    timeoutSeconds: 1,
    monthlyTokens: 1,
    monthlyCost: null,
    prices: { in: 0, out: 0 },
    ...more,
  });

  it('finds that the server answers, and sends it no question', async () => {
    expect(await examineModel(options())).toMatchObject([{ check: 'model', state: 'ok' }]);
    expect(server.received.map(({ path }) => path)).toEqual(['/v1/models']);
  });

  it('says what to fix', async () => {
    expect(await examineModel(options({ name: 'qwen' }))).toMatchObject([
      { state: 'warn', found: expect.stringContaining('It has stub'), fix: 'check MODEL_NAME' },
    ]);
    expect(await examineModel(options({ url: `${server.url}/wrong` }))).toMatchObject([{ state: 'warn' }]);
    const { url } = server;
    await server.stop();
    expect(await examineModel(options({ url }))).toMatchObject([
      { state: 'warn', found: expect.stringContaining('unreachable') },
    ]);
    server = await ModelServer.start();
  });

  it('warns of plain http to a remote server', async () => {
    const [first] = await examineModel(options({ url: 'http://models.example.invalid/v1' }));
    expect(first).toMatchObject({ state: 'warn', found: expect.stringContaining('over http') });
  });
});

describe('the wired product', () => {
  const off = {
    DATABASE_URL: `file:${join(testFolder(), 'model.db')}`,
    SANDBOX: 'off',
    PROCESS_FILE: 'process.yaml',
  };
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });

  it('has a model if one is configured, and logs neither its key nor the words', async () => {
    server.behaviour = failure(500, 'oops', '云杉科技 sk-secret');
    const model = { MODEL_URL: server.url, MODEL_NAME: 'stub', MODEL_KEY: 'sk-secret', MODEL_MASK: 'none' };
    const product = await wire(loadConfig({ ...off, ...model }), log);
    afterwards(() => product.stop());
    await addRows(product.store, { people: ['p1'] });
    const asked = product.deps.model?.ask({
      purpose: 'reply',
      actId: 'a1',
      personId: 'p1',
      record: null,
      locale: 'zh',
      task: '写',
      material: '云杉科技',
      names: { customers: [], contacts: [], colleagues: [] },
      json: false,
    });
    await expect(asked).rejects.toMatchObject({ reason: 'failed' });
    expect(server.last.headers.authorization).toBe('Bearer sk-secret');
    expect(lines.join('')).toContain('a model gave no answer');
    expect(lines.join('')).not.toMatch(/sk-secret|云杉/);
  });

  it('has no model if none is configured', async () => {
    const product = await wire(loadConfig(off), log);
    afterwards(() => product.stop());
    expect(product.deps.model).toBeUndefined();
  });
});
