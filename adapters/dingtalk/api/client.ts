import type { Usage } from '../../../kernel/job/usage-port.js';
import { type Clock, systemClock } from '../../../kernel/time/clock.js';
import { DingtalkRefused, meaningOf, quotaCode } from './failure.js';

export interface ApiOptions {
  clientId: string;
  clientSecret: string;
  /** Hosts of the new and of the older API. */
  apiUrl?: string;
  oapiUrl?: string;
  usage: Usage;
  /** Calls that count a month; no limit if absent. */
  mostCalls?: number;
  clock?: Clock;
}

/** What is uploaded. */
export interface Media {
  type: 'image' | 'file';
  name: string;
  mime: string;
}

type Json = Record<string, unknown>;

/** A request that is not answered by then is given up, in ms. */
const timeoutMs = 10_000;
/** A token is asked for anew so long before it lapses. */
const earlyMs = 5 * 60_000;

/** Both hosts of the API, with one token for both, cached and renewed. No secret is ever part of a message. */
export class Api {
  readonly apiUrl: string;
  private readonly oapiUrl: string;
  private token: { value: string; until: number } | undefined;
  private asking: Promise<string> | undefined;
  private underWay = 0;

  constructor(private readonly options: ApiOptions) {
    this.apiUrl = (options.apiUrl ?? 'https://api.dingtalk.com').replace(/\/$/, '');
    this.oapiUrl = (options.oapiUrl ?? 'https://oapi.dingtalk.com').replace(/\/$/, '');
  }

  /**
   * A call of the new API, which counts towards the month's quota. Throws Refused, or what went wrong on the way; a call
   * beyond the quota is not made, since DingTalk would refuse it.
   */
  async call(method: 'POST' | 'PUT', path: string, body: Json): Promise<Json> {
    const { usage, mostCalls = Number.POSITIVE_INFINITY } = this.options;
    if (usage.of('api') + this.underWay >= mostCalls) throw new DingtalkRefused(quotaCode, 'not asked');
    this.underWay++;
    try {
      return await this.withToken(async (token) => {
        const answer = await json(`${this.apiUrl}${path}`, method, body, {
          'x-acs-dingtalk-access-token': token,
        });
        usage.count('api');
        return answer;
      });
    } finally {
      this.underWay--;
    }
  }

  /** A call of the older API; 200 may carry a refusal. */
  async old(path: string, body: Json): Promise<Json> {
    return await this.withToken((token) =>
      json(`${this.oapiUrl}${path}?access_token=${token}`, 'POST', body),
    );
  }

  /** Uploads a picture or a file, and answers its media id. */
  async upload(bytes: Uint8Array, { type, name, mime }: Media): Promise<string> {
    const answer = await this.withToken(async (token) => {
      const form = new FormData();
      form.append('type', type);
      form.append('media', new Blob([new Uint8Array(bytes)], { type: mime }), name);
      const url = `${this.oapiUrl}/media/upload?access_token=${token}&type=${type}`;
      return await read(
        await fetch(url, { method: 'POST', body: form, signal: AbortSignal.timeout(timeoutMs) }),
      );
    });
    return String(answer.media_id);
  }

  /** An address for one connection; the gateway takes the credentials themselves. */
  async gateway(topics: readonly string[]): Promise<string> {
    const { clientId, clientSecret } = this.options;
    const subscriptions = topics.map((topic) => ({ type: 'CALLBACK', topic }));
    const body = { clientId, clientSecret, subscriptions, ua: 'genjin' };
    const { endpoint, ticket } = await json(`${this.apiUrl}/v1.0/gateway/connections/open`, 'POST', body);
    if (!endpoint || !ticket) throw new Error('the gateway gave no address');
    return `${endpoint}?ticket=${encodeURIComponent(String(ticket))}`;
  }

  /** The token; for what only wants to know whether there is one. */
  async accessToken(): Promise<string> {
    const now = this.now();
    if (this.token && this.token.until > now) return this.token.value;
    this.asking ??= this.fetchToken().finally(() => {
      this.asking = undefined;
    });
    return await this.asking;
  }

  private async fetchToken(): Promise<string> {
    const { clientId: appKey, clientSecret: appSecret } = this.options;
    const answer = await json(`${this.apiUrl}/v1.0/oauth2/accessToken`, 'POST', { appKey, appSecret });
    const value = String(answer.accessToken);
    const lives = Number(answer.expireIn ?? 7_200) * 1_000;
    this.token = { value, until: this.now() + Math.max(lives - earlyMs, lives / 2) };
    return value;
  }

  /** A token that turns out to be worth nothing is replaced once. */
  private async withToken(call: (token: string) => Promise<Json>): Promise<Json> {
    try {
      return await call(await this.accessToken());
    } catch (error) {
      if (meaningOf(error) !== 'token') throw error;
      this.token = undefined;
      return await call(await this.accessToken());
    }
  }

  private now(): number {
    return (this.options.clock ?? systemClock).now().getTime();
  }
}

/** A JSON request without a token of ours: webhooks, the gateway. */
export async function json(
  url: string,
  method: 'POST' | 'PUT',
  body: Json,
  headers: Record<string, string> = {},
): Promise<Json> {
  const answer = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(timeoutMs),
  });
  return await read(answer);
}

async function read(answer: Response): Promise<Json> {
  const text = await answer.text();
  let parsed: Json;
  try {
    parsed = JSON.parse(text) as Json;
  } catch {
    // The wall before the API answers with a page for people.
    const status = answer.ok ? 503 : answer.status;
    throw new DingtalkRefused(`HTTP ${status}`, 'not JSON', status);
  }
  if (!answer.ok)
    throw new DingtalkRefused(
      String(parsed.code ?? `HTTP ${answer.status}`),
      String(parsed.message ?? ''),
      answer.status,
    );
  const errcode = Number(parsed.errcode ?? 0);
  if (errcode !== 0) throw new DingtalkRefused(String(errcode), String(parsed.errmsg ?? ''));
  return parsed;
}
