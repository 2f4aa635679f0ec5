import { DWClient, type DWClientDownStream } from 'dingtalk-stream';
import type { WebSocket } from 'ws';
import type { PlatformLog } from '../../../kernel/chat/adapter.js';
import { plainReason } from '../../../kernel/command/plain-reason.js';

/** What a push is about. Source: https://open-dingtalk.github.io/developerpedia/docs/learn/stream/protocol */
export const topics = {
  message: '/v1.0/im/bot/messages/get',
  tap: '/v1.0/card/instances/callback',
} as const;

/** One push: its content, and the way to answer it, once. */
export interface Push {
  id: string;
  topic: string;
  data: unknown;
  /** Nothing, or for a tap what the card becomes in the eyes of who tapped. */
  acknowledge(response?: object): void;
}

export interface ClientOptions {
  clientId: string;
  clientSecret: string;
  /** The address with its ticket, good for one connection. */
  address: string;
  heartbeat?: typeof usualHeartbeat;
  log: PlatformLog;
  heard(push: Push): void;
  /** The server has announced the end, or there is one. */
  ending(): void;
}

/** How often a sign of life is asked for, and how long without one a connection counts as dead, in ms. */
export const usualHeartbeat = { pingMs: 20_000, deadMs: 50_000 };
const handshakeMs = 10_000;

/**
 * The SDK's client for one connection, without its own reconnecting and keep-alive, which multiply connections and
 * kill healthy ones; malformed frames and throwing listeners end nothing.
 */
export class OneConnection extends DWClient {
  private lastSign = performance.now();
  private pinging: NodeJS.Timeout | undefined;

  constructor(private readonly parts: ClientOptions) {
    const { clientId, clientSecret, address } = parts;
    const config = { clientId, clientSecret, keepAlive: false, autoReconnect: false, subscriptions: [] };
    super(config);
    Reflect.set(this, 'dw_url', address);
  }

  /** Resolves when it is open. */
  async open(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('the gateway did not answer')), handshakeMs);
    });
    try {
      await Promise.race([this._connect(), late]);
    } catch (error) {
      this.close();
      throw error;
    } finally {
      clearTimeout(timer);
    }
    this.wire?.on('close', () => this.end());
    this.wire?.on('pong', () => this.sign());
    this.pinging = setInterval(() => this.look(), this.signs.pingMs).unref();
  }

  close(): void {
    clearInterval(this.pinging);
    this.wire?.terminate();
  }

  override onDownStream(data: string): void {
    this.sign();
    try {
      super.onDownStream(data);
    } catch (error) {
      this.parts.log.warn(
        { reason: plainReason(error).slice(0, 200) },
        'a frame of DingTalk could not be read',
      );
    }
  }

  override onSystem(frame: DWClientDownStream): void {
    super.onSystem(frame);
    // Nothing is delivered here any more, and the close comes seconds later.
    if (frame.headers.topic === 'disconnect') this.parts.ending();
  }

  override onCallback(frame: DWClientDownStream): void {
    const { messageId: id, topic } = frame.headers;
    let answered = false;
    const acknowledge = (response?: object) => {
      if (answered) return;
      answered = true;
      this.socketCallBackResponse(id, response ?? null);
    };
    try {
      this.parts.heard({ id, topic, data: JSON.parse(frame.data), acknowledge });
    } catch (error) {
      this.parts.log.warn(
        { reason: plainReason(error).slice(0, 200) },
        'a push of DingTalk could not be read',
      );
      acknowledge();
    }
  }

  private get signs(): typeof usualHeartbeat {
    return this.parts.heartbeat ?? usualHeartbeat;
  }

  private get wire(): WebSocket | undefined {
    return Reflect.get(this, 'socket') as WebSocket | undefined;
  }

  private sign(): void {
    this.lastSign = performance.now();
  }

  private look(): void {
    if (performance.now() - this.lastSign > this.signs.deadMs) {
      this.parts.log.warn({}, 'DingTalk is silent; the connection is replaced');
      this.close();
      this.end();
    } else this.wire?.ping();
  }

  private end(): void {
    clearInterval(this.pinging);
    this.parts.ending();
  }
}
