import type { PlatformLog } from '../../../kernel/chat/adapter.js';
import type { Speaker } from '../../../kernel/chat/chat.js';
import { plainReason } from '../../../kernel/command/plain-reason.js';
import { type Clock, systemClock } from '../../../kernel/time/clock.js';

/** A self-built app (自建应用) beside the bot: it may ask the directory, which the bot may not. */
export interface SelfBuiltApp {
  corpId: string;
  secret: string;
  /** A private deployment's address. */
  apiUrl?: string;
}

/** How long what the directory says of a person is believed, in ms; a failure is, for as long. */
const believedMs = 60 * 60_000;
const timeoutMs = 5_000;
/** A token is asked for anew so long before it lapses. */
const earlyMs = 5 * 60_000;
const kept = 10_000;

/** The token of the app is gone or was never good: https://developer.work.weixin.qq.com/document/path/90313 */
const badToken = new Set([40014, 42001]);

type Json = Record<string, unknown>;

/**
 * Who speaks. Frames carry an id, at times an encrypted one, and no name; where a self-built app is configured the
 * directory tells the name, and otherwise people are asked for it.
 */
export class WecomPeople {
  private readonly known = new Map<string, { at: number; speaker: Promise<Speaker> }>();
  private token: { value: string; until: number } | undefined;

  constructor(
    private readonly app: SelfBuiltApp | undefined,
    private readonly log: PlatformLog,
    private readonly clock: Clock = systemClock,
  ) {}

  speaker(id: string): Promise<Speaker> {
    if (!this.app) return Promise.resolve({ id });
    const now = this.now();
    const before = this.known.get(id);
    if (before && now - before.at < believedMs) return before.speaker;
    const speaker = this.ask(id);
    if (this.known.size >= kept) this.known.clear();
    this.known.set(id, { at: now, speaker });
    return speaker;
  }

  private async ask(id: string): Promise<Speaker> {
    try {
      const userid = await this.plainId(id);
      const { name, biz_mail: mail, email } = await this.call('GET', '/cgi-bin/user/get', { userid });
      const address = email || mail;
      return { id, ...(name ? { name: String(name) } : {}), ...(address ? { email: String(address) } : {}) };
    } catch (error) {
      const reason = plainReason(error);
      this.log.warn({ reason }, 'the directory did not tell who this is');
      return { id };
    }
  }

  /** The company's own id; one that is plain already comes back as invalid. */
  private async plainId(id: string): Promise<string> {
    const answer = await this.call('POST', '/cgi-bin/batch/openuserid_to_userid', { open_userid_list: [id] });
    const list = (answer.userid_list ?? []) as { open_userid: string; userid: string }[];
    return list.find((one) => one.open_userid === id)?.userid ?? id;
  }

  /** A call with the app's token; one that turns out to be worth nothing is replaced once. */
  private async call(method: 'GET' | 'POST', path: string, body: Json): Promise<Json> {
    for (let attempt = 0; ; attempt++) {
      const query = new URLSearchParams({ access_token: await this.accessToken() });
      if (method === 'GET') for (const [name, value] of Object.entries(body)) query.set(name, String(value));
      const answer = await this.fetch(`${path}?${query}`, method === 'POST' ? body : undefined);
      if (attempt === 0 && badToken.has(Number(answer.errcode))) this.token = undefined;
      else return demandOk(answer, path);
    }
  }

  private async accessToken(): Promise<string> {
    if (this.token && this.token.until > this.now()) return this.token.value;
    const { corpId = '', secret = '' } = this.app ?? {};
    const query = new URLSearchParams({ corpid: corpId, corpsecret: secret });
    const answer = demandOk(await this.fetch(`/cgi-bin/gettoken?${query}`), '/cgi-bin/gettoken');
    const value = String(answer.access_token);
    const lives = Number(answer.expires_in ?? 7_200) * 1_000;
    this.token = { value, until: this.now() + Math.max(lives - earlyMs, lives / 2) };
    return value;
  }

  private async fetch(path: string, body?: Json): Promise<Json> {
    const base = (this.app?.apiUrl ?? 'https://qyapi.weixin.qq.com').replace(/\/$/, '');
    const answer = await fetch(base + path, {
      signal: AbortSignal.timeout(timeoutMs),
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    return (await answer.json()) as Json;
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}

/** The path only stands in the message: the address carries the token. */
function demandOk(answer: Json, path: string): Json {
  const code = Number(answer.errcode ?? 0);
  if (code !== 0) throw new Error(`${path}: ${code} ${String(answer.errmsg ?? '').slice(0, 200)}`);
  return answer;
}
