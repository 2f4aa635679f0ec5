import type { Chat } from './chat.js';
import type { Connection } from './connection.js';
import type { Message } from './message.js';
import type { Person } from './person.js';
import { Refusal } from './refusal.js';

/** What a callback was about, which decides how it may be answered: wecom.md, section 6. */
export interface Occasion {
  kind: 'message' | 'enter_chat' | 'card' | 'feedback';
  chat: Chat;
  person: Person;
  /** The card that was tapped. */
  card?: Message;
}

export interface OpenRequest extends Occasion {
  reqId: string;
  at: Date;
  connection: Connection;
  /** A welcome or a card update was given; there is one only (the second is assumed to be refused). */
  answered: boolean;
}

/** The callbacks that may still be answered, by req_id. */
export class Requests {
  private readonly open = new Map<string, OpenRequest>();

  /**
   * Whether a req_id outlives its connection is not documented (wecom.md, section 15); unless told otherwise it
   * does not, so that nobody comes to depend on it.
   */
  constructor(private readonly surviveReconnect: boolean) {}

  add(reqId: string, occasion: Occasion, connection: Connection, at: Date): void {
    this.open.set(reqId, { ...occasion, reqId, connection, at, answered: false });
  }

  /** The request, if that kind of answer belongs to it and its time is not over. */
  answer(
    reqId: string,
    connection: Connection,
    allowed: { kind: Occasion['kind']; withinMs: number; now: Date },
  ): OpenRequest {
    const request = this.open.get(reqId);
    if (request?.kind !== allowed.kind || request.answered) throw new Refusal(846605);
    if (request.connection !== connection && !this.surviveReconnect) throw new Refusal(846605);
    if (allowed.now.getTime() - request.at.getTime() > allowed.withinMs) throw new Refusal(846604);
    return request;
  }
}
