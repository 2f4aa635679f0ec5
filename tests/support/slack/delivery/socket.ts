import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import { isObject, type JsonObject, parsed, stringOf } from '../json.js';

/** One open WebSocket of the app. */
export class AppSocket {
  /** A dead link: nothing gets through in either direction, and nobody is told. */
  private isFrozen = false;
  readonly closed: Promise<void>;

  constructor(
    readonly id: string,
    private readonly socket: WebSocket,
    private readonly tcp: Socket,
    onAck: (envelopeId: string, payload: JsonObject) => void,
  ) {
    socket.on('message', (data) => {
      const frame = parsed(String(data));
      if (!isObject(frame)) return;
      const payload = isObject(frame.payload) ? frame.payload : {};
      onAck(stringOf(frame.envelope_id), payload);
    });
    this.closed = new Promise((resolve) => socket.on('close', () => resolve()));
    // A connection that the app resets is no error of ours.
    socket.on('error', () => undefined);
  }

  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  send(frame: JsonObject): void {
    if (!this.isFrozen && this.isOpen) this.socket.send(JSON.stringify(frame));
  }

  ping(): void {
    if (!this.isFrozen && this.isOpen) this.socket.ping();
  }

  close(): void {
    this.socket.close(1000);
  }

  /** The TCP connection breaks, without a word. */
  drop(): void {
    this.tcp.resetAndDestroy();
  }

  freeze(): void {
    this.isFrozen = true;
    this.tcp.pause();
  }

  /** Like slack.com, leaves TCP open after the close frames (slack.md, section 1). */
  linger(): void {
    this.tcp.end = () => this.tcp;
  }
}
