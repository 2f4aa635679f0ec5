import type { MovableClock } from '../../../kernel/time/clock.js';
import type { Chat } from './chat.js';
import type { Command } from './frames.js';
import type { ErrorCode } from './refusal.js';

/** What goes wrong with one request of the bot. */
export type Mishap =
  /** Neither done nor answered. */
  | { kind: 'request lost' }
  /** Done, never answered. */
  | { kind: 'ack lost' }
  /** Done, answered late. */
  | { kind: 'ack late'; ms: number }
  /** Not done; the connection drops instead. */
  | { kind: 'drop before' }
  /** Done; the connection drops instead of an answer. */
  | { kind: 'drop after' }
  /** Not done; refused. */
  | { kind: 'refused'; errcode: ErrorCode };

export interface Which {
  /** Only requests with that command. */
  cmd?: Command;
  /** The next one, or so many. */
  times?: number;
}

export interface Span {
  seconds?: number;
  minutes?: number;
  hours?: number;
}

export function milliseconds({ seconds = 0, minutes = 0, hours = 0 }: Span): number {
  return ((hours * 60 + minutes) * 60 + seconds) * 1_000;
}

/** What the wire can do to its connections. */
export interface Breakable {
  dropAll(): void;
  closeAll(code: number, reason: string): void;
  kick(): void;
  loseSubscription(): void;
}

/** Everything that can go wrong, each in one line. */
export class Faults {
  private readonly mishaps: { mishap: Mishap; cmd: Command | undefined; left: number }[] = [];
  private unreachableUntil = Number.NEGATIVE_INFINITY;
  private duplicates = 0;
  private dropsAfterCallback = 0;
  private limitedChats = new Set<Chat>();
  private limitsAll = false;
  /** Every ack takes so long. */
  ackDelayMs = 0;
  /** Takes everything, says nothing, keeps the sockets open. */
  silent = false;
  /** Takes TCP connections but never answers the WebSocket handshake. */
  hangsHandshakes = false;

  constructor(
    private readonly wire: Breakable,
    private readonly clock: MovableClock,
  ) {}

  /** Every socket goes, without a closing handshake; the bot may come back at once. */
  dropAll(): void {
    this.wire.dropAll();
  }

  /** The server closes every socket properly. */
  closeAll(code = 1_000, reason = ''): void {
    this.wire.closeAll(code, reason);
  }

  /** Nobody gets a connection for so long, by the emulator's clock; open ones stay. */
  refuseConnections(span: Span): void {
    this.unreachableUntil = this.clock.now().getTime() + milliseconds(span);
  }

  /** All sockets drop and nobody gets a new one for so long, by the emulator's clock. */
  outage(span: Span): void {
    this.refuseConnections(span);
    this.wire.dropAll();
  }

  /** Another connection of the same bot took over, somewhere else. */
  kick(): void {
    this.wire.kick();
  }

  /** 846609 from now on, no callbacks, the socket stays open. */
  loseSubscription(): void {
    this.wire.loseSubscription();
  }

  loseRequests(which: Which = {}): void {
    this.plan({ kind: 'request lost' }, which);
  }

  loseAcks(which: Which = {}): void {
    this.plan({ kind: 'ack lost' }, which);
  }

  delayAcks(ms: number, which: Which = {}): void {
    this.plan({ kind: 'ack late', ms }, which);
  }

  dropBeforeRequests(which: Which = {}): void {
    this.plan({ kind: 'drop before' }, which);
  }

  dropBeforeAcks(which: Which = {}): void {
    this.plan({ kind: 'drop after' }, which);
  }

  refuse(errcode: ErrorCode, which: Which = {}): void {
    this.plan({ kind: 'refused', errcode }, which);
  }

  /** 846607 in that chat, or in all, until `clear`. */
  rateLimit(chat?: Chat): void {
    if (chat) this.limitedChats.add(chat);
    else this.limitsAll = true;
  }

  /** The next callbacks come twice, with the same msgid. */
  duplicateCallbacks(times = 1): void {
    this.duplicates += times;
  }

  /** The connection drops right after the next callbacks. */
  dropAfterCallbacks(times = 1): void {
    this.dropsAfterCallback += times;
  }

  /** Nothing is wrong any more. */
  clear(): void {
    this.mishaps.length = 0;
    this.unreachableUntil = Number.NEGATIVE_INFINITY;
    this.duplicates = 0;
    this.dropsAfterCallback = 0;
    this.limitedChats.clear();
    this.limitsAll = false;
    this.ackDelayMs = 0;
    this.silent = false;
    this.hangsHandshakes = false;
  }

  get unreachable(): boolean {
    return this.clock.now().getTime() < this.unreachableUntil;
  }

  limits(chat: Chat): boolean {
    return this.limitsAll || this.limitedChats.has(chat);
  }

  /** What happens to this request. */
  takeMishap(cmd: string): Mishap | undefined {
    const planned = this.mishaps.find((one) => one.left > 0 && (one.cmd === undefined || one.cmd === cmd));
    if (planned) planned.left -= 1;
    return planned?.mishap;
  }

  takeDuplicate(): boolean {
    if (this.duplicates === 0) return false;
    this.duplicates -= 1;
    return true;
  }

  takeDropAfterCallback(): boolean {
    if (this.dropsAfterCallback === 0) return false;
    this.dropsAfterCallback -= 1;
    return true;
  }

  private plan(mishap: Mishap, { cmd, times = 1 }: Which): void {
    this.mishaps.push({ mishap, cmd, left: times });
  }
}
