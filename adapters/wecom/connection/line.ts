import { WSClient, type WsFrame } from '@wecom/aibot-node-sdk';
import type { PlatformLog } from '../../../kernel/chat/adapter.js';
import { asError, codes, WecomRefused } from '../api/failure.js';
import { wecomSdkLogger } from '../log/sdk-logger.js';

export interface LineOptions {
  botId: string;
  secret: string;
  /** A private deployment has its own address. */
  wsUrl?: string;
  log: PlatformLog;
  heard(frame: WsFrame): void;
}

/** Why a connection ended. */
export type LineEnding = 'lost' | 'kicked' | 'closed';

/** Handshake and subscription that are not answered by then are given up, in ms; the SDK would wait for ever. */
const patienceMs = 10_000;
/** The SDK finds a dead link at the third ping without an answer. */
const heartbeatMs = 10_000;

/** One connection, from its subscription to its end. */
export interface WecomLine {
  client: WSClient;
  ended: Promise<LineEnding>;
  /** Gives it up, so that another one is made. */
  drop(): void;
  close(): void;
}

/**
 * Connects and subscribes. Rejects with Refused where WeCom does not take the secret, otherwise with what went
 * wrong. The SDK's client is used for one connection only: once it has given up it does not come back.
 */
export async function openLine({ botId, secret, wsUrl, log, heard }: LineOptions): Promise<WecomLine> {
  const client = new WSClient({
    botId,
    secret,
    ...(wsUrl ? { wsUrl } : {}),
    wsOptions: { handshakeTimeout: patienceMs },
    heartbeatInterval: heartbeatMs,
    maxReconnectAttempts: 0,
    maxAuthFailureAttempts: 0,
    logger: wecomSdkLogger(log),
  });
  let end!: (ending: LineEnding) => void;
  const ended = new Promise<LineEnding>((resolve) => {
    end = resolve;
  });
  const close = (ending: LineEnding) => {
    end(ending);
    client.removeAllListeners();
    // Its error event has no listener any more, which the SDK's emitter lets pass.
    client.disconnect();
  };
  const take = (frame: WsFrame) => {
    try {
      if (isKick(frame)) end('kicked');
      else heard(frame);
    } catch (error) {
      log.error({ err: error }, 'something WeCom sent could not be handled');
    }
  };
  client.on('message', take);
  client.on('event', take);
  try {
    await subscribed(client);
  } catch (error) {
    close('closed');
    throw error;
  }
  client.on('disconnected', () => end('lost'));
  client.on('error', () => end('lost'));
  return { client, ended, drop: () => close('lost'), close: () => close('closed') };
}

function subscribed(client: WSClient): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('WeCom did not answer the subscription')), patienceMs);
    const settle = (done: () => void) => {
      clearTimeout(timer);
      done();
    };
    client.once('authenticated', () => settle(resolve));
    client.on('error', (error) => settle(() => reject(refusalOf(error))));
    client.on('disconnected', (reason) => settle(() => reject(new Error(reason))));
    client.connect();
  });
}

/** The SDK tells a refused subscription in words only. */
function refusalOf(error: Error): Error {
  const code = Number(/\(code: (\d+)\)/.exec(error.message)?.[1]);
  return code > 0
    ? new WecomRefused(code, code === codes.wrongSecret ? 'wrong bot id or secret' : '')
    : asError(error);
}

const isKick = (frame: WsFrame): boolean => frame.body?.event?.eventtype === 'disconnected_event';
