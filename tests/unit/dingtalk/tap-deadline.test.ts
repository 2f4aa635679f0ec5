import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DingtalkInbound } from '../../../adapters/dingtalk/chat/inbound.js';
import { topics } from '../../../adapters/dingtalk/connection/client.js';
import { encodeCall } from '../../../kernel/render/call-code.js';
import { like } from '../../support/dingtalk/fixtures.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** DingTalk takes the answer to a tap for two seconds (dingtalk.md, section 6.3). */
const limitMs = 2_000;

test('a tap whose work does not end is acknowledged within two seconds', async () => {
  const acknowledge = vi.fn();
  const inbound = new DingtalkInbound({
    host: { receive: () => new Promise(() => undefined) },
    people: { speaker: async (id: string) => ({ id }) },
    usage: { count: () => undefined },
    log: { error: () => undefined },
    acts: {
      receive: async () => true,
      done: () => undefined,
      isBehind: () => false,
      holdUp: () => undefined,
      putOff: () => undefined,
      takeOpen: async () => [],
    },
  } as never);
  const call = encodeCall({ command: 'move', input: { deal: 'D-1' } });
  const content = JSON.stringify({ cardPrivateData: { actionIds: ['move'], params: { call } } });
  inbound.hear({ id: 'push-1', topic: topics.tap, data: like('card-callback', { content }), acknowledge });
  expect(acknowledge).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(limitMs - 1);
  expect(acknowledge).toHaveBeenCalledOnce();
});
