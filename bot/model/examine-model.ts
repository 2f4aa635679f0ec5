import type { Finding } from '../../kernel/chat/finding.js';
import { ModelFault, type ModelFaultReason } from '../../kernel/model/model-port.js';
import type { ModelOptions } from './configured-model.js';
import { ModelClient } from './model-client.js';

const check = 'model';

const fixes: Partial<Record<ModelFaultReason, string>> = {
  key: 'check MODEL_KEY',
  redirected: 'set MODEL_URL to where it is now; it is followed nowhere by itself',
  timeout: 'check that the server runs, or raise MODEL_TIMEOUT_S',
};

/**
 * Checks whether the model answers, and reports where words go; sends no one's data. A failure does not stop
 * the bot.
 */
export async function examineModel(options: ModelOptions): Promise<Finding[]> {
  const { url, name, masks } = options;
  const { host, protocol, hostname } = new URL(url);
  const where = `${name} at ${host}, masked: ${masks.join(', ') || 'nothing'}`;
  const isOpen = protocol === 'http:' && !isInOwnNetwork(hostname);
  const open: Finding[] = isOpen
    ? [
        {
          check,
          state: 'warn',
          found: `${host} is reached over http: what is sent can be read on the way`,
          fix: 'use https, or a server in your own network',
        },
      ]
    : [];
  try {
    const names = await new ModelClient(options).models();
    if (names.includes(name)) return [...open, { check, state: 'ok', found: `${where}; it answers` }];
    const others = names.slice(0, 5).join(', ').replace(/\p{C}/gu, '').slice(0, 200);
    const found = `${where}; it answers, but does not list that model${others ? `. It has ${others}` : ''}`;
    return [...open, { check, state: 'warn', found, fix: 'check MODEL_NAME' }];
  } catch (error) {
    if (!(error instanceof ModelFault)) throw error;
    if (error.reason === 'refused')
      return [
        ...open,
        { check, state: 'warn', found: `${where}; it answers, but lists no models`, fix: 'check MODEL_URL' },
      ];
    const fix = fixes[error.reason] ?? 'check MODEL_URL, and that the server runs';
    return [...open, { check, state: 'warn', found: `${where}; ${error.reason}`, fix }];
  }
}

/** Whether a host is this machine or in one's own network. */
const isInOwnNetwork = (hostname: string): boolean =>
  /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[::1\]|\[f[cd])/iu.test(hostname) ||
  !/[.:]/.test(hostname) ||
  /\.(?:local|internal|lan)$/iu.test(hostname);
