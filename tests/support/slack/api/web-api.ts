import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { Faults, Mishap } from '../faults.js';
import type { JsonObject } from '../json.js';
import { sleep } from '../waiting.js';
import { type Args, argsOf } from './args.js';
import type { ApiCall, CallLog } from './call-log.js';
import type { Api, Method } from './method.js';
import { chatMethods } from './methods/chat.js';
import { conversationMethods } from './methods/conversations.js';
import { fileMethods } from './methods/files.js';
import { otherMethods } from './methods/others.js';
import { userMethods } from './methods/users.js';
import { viewMethods } from './methods/views.js';
import type { RateLimiter } from './rate-limits.js';
import { invalidArguments, missingScope, Refusal } from './refusal.js';

const methods: Record<string, Method> = {
  ...chatMethods,
  ...conversationMethods,
  ...fileMethods,
  ...otherMethods,
  ...userMethods,
  ...viewMethods,
};

/** A page that a broken proxy or gateway answers with. */
const page = '<!DOCTYPE html><html><body><h1>Slack is down for maintenance</h1></body></html>';

/** Answers `/api/METHOD` as https://docs.slack.dev/apis/web-api describes. */
export class WebApi {
  constructor(
    private readonly api: Api,
    private readonly calls: CallLog,
    private readonly faults: Faults,
    private readonly limiter: RateLimiter,
  ) {}

  async answer(
    name: string,
    request: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
  ): Promise<void> {
    const method = methods[name];
    const query = new URL(request.url ?? '', 'http://slack').searchParams;
    const args = argsOf(body, request.headers, method?.takesJson ?? true, query);
    const { token: _token, ...logged } = args.values;
    const call = this.calls.start(name, logged);
    response.once('finish', () => {
      call.answered = true;
    });
    const mishap = this.faults.take(name);
    if (mishap?.kind === 'hang') await sleep(mishap.ms);
    else if (mishap && this.fail(mishap, call, response)) return;
    this.carryOut(name, request.headers, args, call, response, mishap?.kind === 'answer lost');
  }

  /** Whether the call ends here. */
  private fail(mishap: Mishap, call: ApiCall, response: ServerResponse): boolean {
    switch (mishap.kind) {
      case 'rate limited':
        this.limited(mishap.retryAfter, call, response);
        return true;
      case 'server error':
        call.outcome = { kind: 'failed', why: `HTTP ${mishap.status}` };
        response.writeHead(mishap.status, { 'content-type': 'text/plain' }).end('server error');
        return true;
      case 'html page':
        call.outcome = { kind: 'failed', why: mishap.kind };
        response.writeHead(200, { 'content-type': 'text/html' }).end(page);
        return true;
      case 'request lost':
        call.outcome = { kind: 'failed', why: mishap.kind };
        response.destroy();
        return true;
      case 'refused':
        this.send(new Refusal(mishap.error), call, response);
        return true;
      default:
        return false;
    }
  }

  private carryOut(
    name: string,
    headers: IncomingHttpHeaders,
    args: Args,
    call: ApiCall,
    response: ServerResponse,
    isLost: boolean,
  ): void {
    const method = methods[name];
    if (method) {
      const wait = this.limiter.take(name, method.perMinute, args.text('channel'));
      if (wait > 0) {
        this.limited(wait, call, response);
        return;
      }
      this.tellScopes(method, response);
    }
    const answer = this.run(method, headers, args);
    if (isLost) {
      call.outcome = outcomeOf(answer);
      response.destroy();
    } else this.send(answer, call, response);
  }

  private run(method: Method | undefined, headers: IncomingHttpHeaders, args: Args): JsonObject | Refusal {
    const { tokens } = this.api;
    try {
      if (!method) throw new Refusal('unknown_method');
      if (method.token !== 'none') tokens.check(headers, args, method.token);
      const [needed] = method.scopes;
      const scopes = method.token === 'none' ? new Set<string>() : tokens.scopesOf(method.token);
      if (needed && !method.scopes.some((scope) => scopes.has(scope))) throw missingScope(needed, scopes);
      const missing = method.required.filter((one) => !args.has(one));
      if (missing.length > 0)
        throw invalidArguments(...missing.map((one) => `missing required field: ${one}`));
      return method.run(args, this.api);
    } catch (error) {
      if (error instanceof Refusal) return error;
      // A fault of the emulator itself: slack.com would say so too.
      return new Refusal('fatal_error', {
        emulator: error instanceof Error ? (error.stack ?? '') : String(error),
      });
    }
  }

  private send(answer: JsonObject | Refusal, call: ApiCall, response: ServerResponse): void {
    call.outcome = outcomeOf(answer);
    const body = answer instanceof Refusal ? { ok: false, error: answer.code, ...answer.details } : answer;
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
  }

  private limited(retryAfter: number, call: ApiCall, response: ServerResponse): void {
    call.outcome = { kind: 'rate limited', retryAfter };
    response
      .writeHead(429, { 'content-type': 'application/json', 'retry-after': String(retryAfter) })
      .end(JSON.stringify({ ok: false, error: 'ratelimited' }));
  }

  private tellScopes(method: Method, response: ServerResponse): void {
    if (method.token === 'none') return;
    response.setHeader('x-oauth-scopes', [...this.api.tokens.scopesOf(method.token)].join(','));
    if (method.scopes.length > 0) response.setHeader('x-accepted-oauth-scopes', method.scopes.join(','));
  }
}

const outcomeOf = (answer: JsonObject | Refusal): NonNullable<ApiCall['outcome']> =>
  answer instanceof Refusal ? { kind: 'refused', error: answer.code } : { kind: 'ok', answer };
