import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { like } from '../fixtures.js';
import { randomHex } from '../ids.js';
import type { JsonObject } from '../json.js';
import { eventually } from '../waiting.js';
import type { Delivery } from './delivery.js';
import { envelopeOf } from './envelopes.js';
import { AppSocket } from './socket.js';
import type { Attempted, Transport, Turn } from './transport.js';

/** Sockets an app may hold at a time (slack.md, section 1). */
const mostSockets = 10;

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled';

/** Which sockets something happens to. */
export interface Which {
  /** The one opened first, unless all. */
  which?: 'one' | 'all';
}

export interface SocketOptions {
  appId: string;
  onAck: (envelopeId: string, via: string, payload: JsonObject) => void;
  pingMs?: number;
  /** Leave TCP open after the close frames, as slack.com does: the SDK then takes 9 s and more to come back. */
  lingersAfterClose?: boolean;
}

/** Slack's side of Socket Mode (https://docs.slack.dev/apis/events-api/using-socket-mode). */
export class Sockets implements Transport {
  private readonly server = new WebSocketServer({ noServer: true });
  private readonly tickets = new Set<string>();
  private readonly open = new Set<AppSocket>();
  private readonly pings: NodeJS.Timeout;
  private refusesUntil = 0;
  private opened = 0;
  private turn = 0;

  constructor(private readonly options: SocketOptions) {
    this.pings = setInterval(() => {
      for (const socket of this.open) socket.ping();
    }, options.pingMs ?? 10_000);
  }

  /** How many are open now. */
  get count(): number {
    return this.list.length;
  }

  /** How many were ever opened. */
  get total(): number {
    return this.opened;
  }

  /** Waits until the app holds so many. */
  async waitFor(count: number): Promise<void> {
    await eventually(
      () => this.count >= count,
      () => `${count} open sockets; there are ${this.count}`,
    );
  }

  async untilDisconnected(): Promise<void> {
    await eventually(
      () => this.count === 0,
      () => `no open socket; there are ${this.count}`,
    );
  }

  /** The path of a one-time address. */
  issue(): string {
    const ticket = randomHex(32);
    this.tickets.add(ticket);
    return `/link/?ticket=${ticket}&app_id=${this.options.appId}`;
  }

  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '', 'http://slack').searchParams.get('ticket') ?? '';
    if (Date.now() < this.refusesUntil || !this.tickets.delete(ticket)) {
      stream.destroy();
      return;
    }
    this.server.handleUpgrade(request, stream, head, (webSocket) => {
      const id = `socket-${++this.opened}`;
      const socket = new AppSocket(id, webSocket, request.socket as Socket, (envelopeId, payload) =>
        this.options.onAck(envelopeId, id, payload),
      );
      if (this.count >= mostSockets) {
        socket.send(like('disconnect-too-many-websockets', { num_connections: this.count }));
        socket.close();
        return;
      }
      if (this.options.lingersAfterClose) socket.linger();
      webSocket.on('close', () => this.open.delete(socket));
      this.open.add(socket);
      socket.send(
        like('hello', { num_connections: this.count, connection_info: { app_id: this.options.appId } }),
      );
    });
  }

  /** To any one socket: here they take turns. */
  async attempt(delivery: Delivery, turn: Turn, deadlineMs: number): Promise<Attempted> {
    const { list } = this;
    const socket = list[this.turn++ % Math.max(1, list.length)];
    if (!socket) return { kind: 'unreachable', reason: 'timeout' };
    delivery.sent({ envelopeId: turn.envelopeId, retryAttempt: turn.retryAttempt, via: socket.id });
    const acked = delivery.nextAck(deadlineMs);
    socket.send(envelopeOf(delivery, turn));
    return (await acked) ? { kind: 'acked' } : { kind: 'timeout', reason: 'timeout' };
  }

  /** Tells the app to go; it reconnects on its own. Resolves when it has let go. */
  async disconnect(reason: DisconnectReason, { which = 'one' }: Which = {}): Promise<void> {
    const name = `disconnect-${reason.replace('_', '-')}`;
    const told = this.chosen(which);
    for (const socket of told) socket.send(like(name, {}));
    await Promise.all(told.map(({ closed }) => closed));
  }

  /** The TCP connection breaks. Resolves when it has. */
  async drop({ which = 'all' }: Which = {}): Promise<void> {
    const broken = this.chosen(which);
    for (const socket of broken) socket.drop();
    await Promise.all(broken.map(({ closed }) => closed));
  }

  /** A dead link: open on both sides, but nothing gets through. */
  freeze({ which = 'all' }: Which = {}): void {
    for (const socket of this.chosen(which)) socket.freeze();
  }

  /** New sockets are turned away for a while. */
  refuse(ms: number): void {
    this.refusesUntil = Date.now() + ms;
  }

  close(): void {
    clearInterval(this.pings);
    for (const socket of this.open) socket.drop();
    this.server.close();
  }

  private get list(): AppSocket[] {
    return [...this.open].filter((socket) => socket.isOpen);
  }

  private chosen(which: 'one' | 'all'): AppSocket[] {
    return which === 'all' ? this.list : this.list.slice(0, 1);
  }
}
