import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, loadConfig } from '../../bot/config/config.js';
import { variablesWith } from '../../bot/config/variables.js';
import { adapters } from '../../bot/platforms/adapters.js';
import { generated } from '../../bot/wiring/generated.js';

function refused(env: Record<string, string>): string[] {
  try {
    loadConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).problems.map((problem) => problem.variable);
  }
  throw new Error('it was accepted');
}

describe('the configuration', () => {
  it('starts the sandbox on loopback if nothing is set', () => {
    expect(loadConfig({})).toMatchObject({
      databaseUrl: 'file:./data/genjin.db',
      host: '127.0.0.1',
      port: 3000,
      sandbox: true,
      chats: [],
      model: null,
    });
  });

  it('turns the sandbox off if a platform is configured, unless SANDBOX is on', () => {
    const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
    expect(loadConfig(slack)).toMatchObject({
      sandbox: false,
      chats: [{ adapter: { id: 'slack' }, settings: { botToken: 'xoxb-1', appToken: 'xapp-1' } }],
    });
    expect(loadConfig({ ...slack, SANDBOX: 'on' }).sandbox).toBe(true);
    expect(loadConfig({ ...slack, HOST: '0.0.0.0' }).host).toBe('0.0.0.0');
  });

  it.each(['0.0.0.0', '10.0.0.4', '::', 'example.com', '127.0.0.1.example.com'])(
    'refuses %s while the sandbox is on',
    (host) => expect(refused({ HOST: host })).toEqual(['HOST']),
  );

  it('names every wrong variable, and shows no secret', () => {
    expect(refused({ PORT: '70000', LOCALE: 'fr', TZ_DEFAULT: 'Mars/Base' })).toEqual([
      'TZ_DEFAULT',
      'LOCALE',
      'PORT',
    ]);
    expect(refused({ SLACK_BOT_TOKEN: 'xoxb-1' })).toEqual(['SLACK_APP_TOKEN or SLACK_SIGNING_SECRET']);
    expect(refused({ WECOM_BOT_ID: 'bot' })).toEqual(['WECOM_BOT_SECRET']);
    expect(() => loadConfig({ SLACK_BOT_TOKEN: 'hush', SLACK_APP_TOKEN: 'xapp-1' })).toThrow(
      /^(?!.*hush).*SLACK_BOT_TOKEN/,
    );
  });

  it('has a model if URL and name are set, with everything masked by default', () => {
    const model = { MODEL_URL: 'http://localhost:11434/v1', MODEL_NAME: 'qwen3:8b' };
    expect(loadConfig(model).model).toEqual({
      url: 'http://localhost:11434/v1',
      name: 'qwen3:8b',
      apiKey: undefined,
      masks: ['names', 'phones', 'amounts'],
      timeoutSeconds: 15,
      monthlyTokens: 1_000_000,
      monthlyCost: null,
      prices: { in: 0, out: 0 },
    });
    expect(loadConfig({ ...model, MODEL_MASK: 'amounts, names' }).model?.masks).toEqual(['names', 'amounts']);
    expect(loadConfig({ ...model, MODEL_MASK: 'none' }).model?.masks).toEqual([]);
    const priced = { ...model, MODEL_MONTHLY_COST: '20', MODEL_PRICE_IN: '0.5', MODEL_PRICE_OUT: '2' };
    expect(loadConfig(priced).model).toMatchObject({ monthlyCost: 20, prices: { in: 0.5, out: 2 } });
    expect(refused({ MODEL_URL: model.MODEL_URL })).toEqual(['MODEL_NAME']);
    expect(refused({ MODEL_NAME: 'x' })).toEqual(['MODEL_URL']);
    expect(refused({ ...model, MODEL_URL: 'file:///etc/passwd' })).toEqual(['MODEL_URL']);
    expect(refused({ ...model, MODEL_URL: 'http://me:secret@host/v1' })).toEqual(['MODEL_URL']);
    expect(() => loadConfig({ ...model, MODEL_URL: 'http://me:hush@host/v1' })).toThrow(
      /^(?!.*hush).*MODEL_URL/,
    );
    expect(refused({ ...model, MODEL_MASK: 'name' })).toEqual(['MODEL_MASK']);
    expect(refused({ ...model, MODEL_MASK: 'none,names' })).toEqual(['MODEL_MASK']);
    expect(refused({ ...model, MODEL_TIMEOUT_S: '0' })).toEqual(['MODEL_TIMEOUT_S']);
    expect(refused({ ...model, MODEL_MONTHLY_COST: '20' })).toEqual(['MODEL_PRICE_OUT']);
  });

  it('treats an empty variable as absent', () => {
    expect(loadConfig({ PORT: '', LOCALE: '  ' })).toMatchObject({ port: 3000, locale: 'zh' });
  });

  it('describes each variable in both languages', () => {
    for (const variable of variablesWith(adapters)) {
      expect(variable.about.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(variable.about.en).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });
});

describe.each(Object.entries(generated))('%s', (path, make) => {
  it('is what `npm run generate` makes', () => {
    expect(readFileSync(join(import.meta.dirname, '../..', path), 'utf8')).toBe(make());
  });
});
