import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { Connection } from './connection.js';
import type { Faults } from './faults.js';
import type { Frame } from './frames.js';
import { Signal } from './signal.js';

export interface WireHandlers {
  /** A frame came in. */
  frame(connection: Connection, text: string): void;
  /** What tells a connection that another one took over. */
  replaced(): Frame;
  /** Somebody fetches a file over HTTP. */
  http(request: IncomingMessage, response: ServerResponse): void;
}

/** The sockets: who is connected, who is subscribed. */
export class Wire {
  readonly connections = new Set<Connection>();
  readonly changed = new Signal();
  private subscriber: Connection | undefined;
  private readonly sockets = new Set<Duplex>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly webSockets = new WebSocketServer({ noServer: true });
  private readonly server: Server;
  private handlers!: WireHandlers;
  private faults!: Faults;

  /**
   * @param closesReplacedMs until a replaced connection is closed; the server takes 2 s to 5 min.
   * @param heartbeatMs closes a connection that has said nothing for so long; the vendor names no figure.
   */
  constructor(
    private readonly closesReplacedMs: number,
    private readonly heartbeatMs: number | undefined,
  ) {
    this.server = createServer((request, response) => this.handlers.http(request, response));
    this.server.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head));
    this.server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
  }

  async listen(handlers: WireHandlers, faults: Faults): Promise<void> {
    this.handlers = handlers;
    this.faults = faults;
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    if (this.heartbeatMs !== undefined) this.watchHeartbeats(this.heartbeatMs);
  }

  get httpUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get isSubscribed(): boolean {
    return this.subscriber?.state === 'subscribed' && this.subscriber.isOpen;
  }

  /** The connection that gets callbacks now, if there is one. */
  get receiver(): Connection | undefined {
    return this.isSubscribed && !this.faults.silent ? this.subscriber : undefined;
  }

  /** The newest subscription wins: wecom.md, section 3. */
  subscribe(connection: Connection): void {
    if (this.subscriber !== connection) this.kick();
    connection.state = 'subscribed';
    this.subscriber = connection;
    this.changed.notify();
  }

  kick(): void {
    const old = this.subscriber;
    this.subscriber = undefined;
    if (!old?.isOpen) return;
    old.state = 'replaced';
    void old.send(this.handlers.replaced());
    this.after(this.closesReplacedMs, () => old.drop());
  }

  loseSubscription(): void {
    if (this.subscriber) this.subscriber.state = 'lost';
  }

  dropAll(): void {
    for (const connection of this.connections) connection.drop();
  }

  closeAll(code: number, reason: string): void {
    for (const connection of this.connections) connection.close(code, reason);
  }

  /** Runs it later, unless everything is closed before. */
  after(ms: number, run: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      run();
    }, ms);
    this.timers.add(timer);
  }

  async close(): Promise<void> {
    for (const timer of this.timers) clearTimeout(timer);
    this.dropAll();
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    if (this.faults.hangsHandshakes) return;
    if (this.faults.unreachable) {
      socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
      return;
    }
    this.webSockets.handleUpgrade(request, socket, head, (webSocket) => {
      const connection = new Connection(webSocket);
      this.connections.add(connection);
      webSocket.on('message', (data) => {
        connection.lastHeard = Date.now();
        this.handlers.frame(connection, data.toString());
      });
      webSocket.on('close', () => {
        this.connections.delete(connection);
        if (this.subscriber === connection) this.subscriber = undefined;
        this.changed.notify();
      });
      webSocket.on('error', () => connection.drop());
      this.changed.notify();
    });
  }

  private watchHeartbeats(allowedMs: number): void {
    for (const connection of this.connections) {
      if (Date.now() - connection.lastHeard > allowedMs) connection.drop();
    }
    this.after(allowedMs / 4, () => this.watchHeartbeats(allowedMs));
  }
}
