import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import { patienceMs } from '../patience.js';
import { eventually } from '../slack/waiting.js';
import type { Faults } from './faults.js';
import { type JsonObject, like } from './fixtures.js';

export const topics = {
  message: '/v1.0/im/bot/messages/get',
  tap: '/v1.0/card/instances/callback',
} as const;

/** Something pushed to the app. */
export interface Sent {
  topic: string;
  payload: JsonObject;
  /** Times it was written to a connection. */
  deliveries: number;
  /** When it was acknowledged, in ms since it was sent; undefined while it is not. */
  ackedAfter?: number;
  /** The acknowledgement's `data.response`. */
  answer?: JsonObject;
  /** Resolves with the acknowledgement, or when it should long have come. */
  acked(): Promise<this>;
}

interface Connection {
  id: string;
  socket: WebSocket;
  topics: Set<string>;
  /** Told to go: nothing is sent to it any more. */
  leaving: boolean;
}

const ticketMs = 90_000;

/** The stream gateway: https://open-dingtalk.github.io/developerpedia/docs/learn/stream/protocol (dingtalk.md, section 2). */
export class Gateway {
  readonly connections = new Set<Connection>();
  /** How often one was opened. */
  opened = 0;
  /** Tickets asked for. */
  asked = 0;
  private readonly server = new WebSocketServer({ noServer: true, autoPong: false });
  private readonly tickets = new Map<string, { until: number; topics: Set<string> }>();
  private readonly waiting = new Map<string, (data: JsonObject) => void>();
  private turn = 0;

  constructor(
    private readonly faults: Faults,
    private readonly onTapAnswer: (sent: Sent) => void,
    /** What is not acknowledged by then comes again, once. */
    private readonly redeliverMs: number,
  ) {}

  /** A ticket for one connection. */
  open(body: JsonObject): string {
    this.asked += 1;
    const ticket = `${randomUUID()}+/=`;
    const subscriptions = (body.subscriptions ?? []) as { type: string; topic: string }[];
    const known = subscriptions.filter(({ type }) => type === 'CALLBACK').map(({ topic }) => topic);
    this.tickets.set(ticket, { until: Date.now() + ticketMs, topics: new Set(known) });
    return ticket;
  }

  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '', 'http://x').searchParams.get('ticket') ?? '';
    const known = this.tickets.get(ticket);
    this.tickets.delete(ticket);
    if (this.faults.refusedHandshakes > 0 || !known || known.until < Date.now()) {
      if (this.faults.refusedHandshakes > 0) this.faults.refusedHandshakes -= 1;
      stream.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
      return;
    }
    this.server.handleUpgrade(request, stream, head, (socket) => {
      this.opened += 1;
      const connection = { id: randomUUID(), socket, topics: known.topics, leaving: false };
      this.connections.add(connection);
      socket.on('close', () => this.connections.delete(connection));
      socket.on('message', (data) => this.receive(String(data)));
      socket.on('ping', (data) => {
        if (!this.faults.silent) socket.pong(data);
      });
    });
  }

  /** To any one connection that asked for the topic. */
  send(topic: string, payload: JsonObject): Sent {
    const began = Date.now();
    const messageId = randomUUID();
    let settle: () => void = () => undefined;
    const done = new Promise<void>((resolve) => {
      settle = resolve;
    });
    const sent: Sent = {
      topic,
      payload,
      deliveries: 0,
      async acked() {
        const late = new AbortController();
        const options = { ref: false, signal: late.signal };
        await Promise.race([done, wait(patienceMs, undefined, options).catch(() => undefined)]);
        late.abort();
        return sent;
      },
    };
    this.waiting.set(messageId, (data) => {
      if (sent.ackedAfter !== undefined) return;
      sent.ackedAfter = Date.now() - began;
      sent.answer = (data.response ?? {}) as JsonObject;
      settle();
      if (topic === topics.tap) this.onTapAnswer(sent);
    });
    this.write(topic, messageId, sent);
    if (topic === topics.message && this.faults.duplicates > 0) {
      this.faults.duplicates -= 1;
      this.write(topic, messageId, sent);
    }
    const again = setTimeout(() => {
      if (sent.ackedAfter === undefined) this.write(topic, messageId, sent);
    }, this.redeliverMs);
    again.unref();
    return sent;
  }

  /** The same payload once more, as after a lost acknowledgement. */
  redeliver(sent: Sent): void {
    this.write(sent.topic, randomUUID(), sent);
  }

  /** Announces the end, stays silent, and closes a moment later. */
  disconnectAll(closeAfterMs = 300): void {
    for (const connection of this.connections) {
      if (connection.leaving) continue;
      connection.leaving = true;
      connection.socket.send(JSON.stringify(like('frame-disconnect', {})));
      setTimeout(() => connection.socket.close(), closeAfterMs).unref();
    }
  }

  dropAll(): void {
    for (const { socket } of this.connections) socket.terminate();
  }

  /** Something that is no frame. */
  sendRubbish(): void {
    for (const { socket } of this.connections) socket.send('{"type": "CALLBACK", "headers":');
  }

  async waitFor(count: number): Promise<void> {
    await eventually(
      () => [...this.connections].filter(({ leaving }) => !leaving).length >= count,
      () => `${count} connections; there are ${this.connections.size}`,
    );
  }

  async untilDisconnected(): Promise<void> {
    await eventually(
      () => this.connections.size === 0,
      () => `no connection; there are ${this.connections.size}`,
    );
  }

  close(): void {
    this.dropAll();
    this.server.close();
  }

  private write(topic: string, messageId: string, sent: Sent): void {
    const able = [...this.connections].filter((one) => !one.leaving && one.topics.has(topic));
    const connection = able[this.turn++ % Math.max(1, able.length)];
    if (!connection || this.faults.silent) return;
    sent.deliveries += 1;
    const frame = like('frame-callback', { data: JSON.stringify(sent.payload) });
    const headers = { ...(frame.headers as JsonObject), topic, messageId, connectionId: connection.id };
    connection.socket.send(JSON.stringify({ ...frame, headers }));
  }

  private receive(text: string): void {
    if (this.faults.silent) return;
    const ack = JSON.parse(text) as { code: number; headers: { messageId: string }; data: string };
    if (ack.code === 200) this.waiting.get(ack.headers.messageId)?.(JSON.parse(ack.data) as JsonObject);
  }
}
