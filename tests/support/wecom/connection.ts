import type { WebSocket } from 'ws';
import type { Ack, Frame } from './frames.js';

/**
 * opened: nothing said yet. subscribed: gets callbacks, may send. replaced: another connection took over; its
 * pings are still answered. lost: the subscription died while the socket lives (wecom.md, section 3).
 */
export type ConnectionState = 'opened' | 'subscribed' | 'replaced' | 'lost';

/** One WebSocket of a bot. */
export class Connection {
  state: ConnectionState = 'opened';
  lastHeard = Date.now();

  constructor(private readonly socket: WebSocket) {}

  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  /** Resolves with whether the frame was handed to the network. */
  send(frame: Frame | Ack): Promise<boolean> {
    return new Promise((resolve) => {
      if (!this.isOpen) resolve(false);
      else this.socket.send(JSON.stringify(frame), (error) => resolve(!error));
    });
  }

  close(code: number, reason: string): void {
    this.socket.close(code, reason);
  }

  /** As when the network goes: no closing handshake. */
  drop(): void {
    this.socket.terminate();
  }
}
