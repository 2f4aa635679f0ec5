/**
 * Codes and words of refusals, as seen in recorded acks; those marked with * are known by number and meaning
 * only (https://developer.work.weixin.qq.com/document/path/96213), their English is ours.
 */
const texts = {
  40004: 'invalid media type', // *
  40006: 'invalid file size', // *
  40007: 'invalid media_id',
  40008: 'invalid message type',
  40058: 'invalid Request Parameter',
  41016: 'missing title',
  42014: 'Template_Card task_id Missing or Invalid', // *
  42039: 'Template_Card button_list.key Missing or Invalid',
  42045: 'Template_Card card_action Missing or Invalid',
  44004: 'empty content', // *
  45002: 'content size out of limit', // *
  45009: 'api freq out of limit', // *
  86201: 'missing chatid', // *
  93006: 'invalid chatid',
  846604: 'websocket request expired, response is invalid',
  846605: 'invalid req_id',
  846607: 'aibot send msg frequency limit exceeded',
  846608: 'stream message update expired',
  846609: 'aibot websocket not subscribed',
  853000: 'invalid bot_id or secret',
} as const;

export type ErrorCode = keyof typeof texts;

/** The server says no. */
export class Refusal extends Error {
  constructor(
    readonly errcode: ErrorCode,
    text: string = texts[errcode],
  ) {
    super(text);
  }

  /** As the server words it, with its hint and link. */
  get errmsg(): string {
    const link = `https://open.work.weixin.qq.com/devtool/query?e=${this.errcode}`;
    return `${this.message}, hint: [1700000000000000000000001], from ip: 203.0.113.7, more info at ${link}`;
  }
}

/**
 * A field is missing or of another JSON type. Recorded: such acks carry no headers, so whoever waits for the
 * req_id waits in vain; the SDK reports its own ack time-out after 5 s.
 */
export class Unreadable extends Refusal {
  constructor(what: string) {
    super(40058, `${what}. invalid Request Parameter`);
  }
}

/**
 * A part of a card breaks a rule whose own code the vendor does not publish; the number is assumed, the words
 * follow those of 42039 and 42045.
 */
export function badPart(field: string): Refusal {
  return new Refusal(40058, `Template_Card ${field} Missing or Invalid`);
}
