import OpenAI, { APIConnectionError, APIError } from 'openai';
import { ModelFault, type ModelFaultReason, type Tokens } from '../../kernel/model/model-port.js';

export interface ModelEndpoint {
  /** 'http://localhost:11434/v1' */
  url: string;
  apiKey?: string;
  name: string;
  timeoutSeconds: number;
}

export interface Message {
  role: 'system' | 'user';
  content: string;
}

/** The server's answer; tokens if it counts them. */
export interface Completion {
  text: string;
  tokens?: Tokens;
}

/** Most tokens of an answer. */
export const longestAnswer = 1200;

/** Most bytes of a response: an answer has a page at most. */
const mostBytes = 256 * 1024;

/** Headers sent; the client would add this machine's system, version and more. */
const headersSent = ['accept', 'authorization', 'content-type', 'user-agent'];

/** Client of one address that speaks the OpenAI protocol. It never retries: a waiting person taps again. */
export class ModelClient {
  private readonly client: OpenAI;
  /** Parameters the server has refused; later calls leave them out. */
  private readonly unsupported = { json: false, maxTokens: false };

  constructor(private readonly endpoint: ModelEndpoint) {
    this.client = new OpenAI({
      baseURL: endpoint.url,
      apiKey: endpoint.apiKey ?? 'none',
      adminAPIKey: null,
      organization: null,
      project: null,
      maxRetries: 0,
      timeout: endpoint.timeoutSeconds * 1000,
      logLevel: 'off',
      defaultHeaders: { 'User-Agent': 'genjin', ...(endpoint.apiKey ? {} : { Authorization: null }) },
      fetch: fetchOnce,
    });
  }

  /** Throws ModelFault. */
  async complete(messages: readonly Message[], { json }: { json: boolean }): Promise<Completion> {
    const signal = AbortSignal.timeout(this.endpoint.timeoutSeconds * 1000);
    for (;;) {
      try {
        const answer = await this.client.chat.completions.create(
          {
            model: this.endpoint.name,
            messages: [...messages],
            ...(this.unsupported.maxTokens
              ? { max_completion_tokens: longestAnswer }
              : { max_tokens: longestAnswer }),
            ...(json && !this.unsupported.json ? { response_format: { type: 'json_object' as const } } : {}),
          },
          { signal },
        );
        return readCompletion(answer);
      } catch (error) {
        if (signal.aborted) throw new ModelFault('timeout');
        if (this.dropsParameter(error, json)) continue;
        throw faultOf(error);
      }
    }
  }

  /** Lists the models of the server. Throws ModelFault. */
  async models(): Promise<string[]> {
    const signal = AbortSignal.timeout(this.endpoint.timeoutSeconds * 1000);
    try {
      const { data } = await this.client.models.list({ signal });
      return Array.isArray(data) ? data.flatMap(({ id }) => (typeof id === 'string' ? [id] : [])) : [];
    } catch (error) {
      throw signal.aborted ? new ModelFault('timeout') : faultOf(error);
    }
  }

  /**
   * Whether to ask again without a parameter: local servers do not know every one, new models not every old
   * one.
   */
  private dropsParameter(error: unknown, json: boolean): boolean {
    if (!(error instanceof APIError) || ![400, 422, 501].includes(error.status ?? 0)) return false;
    if (!this.unsupported.maxTokens && /max_completion_tokens|max_tokens/.test(error.message)) {
      this.unsupported.maxTokens = true;
      return true;
    }
    if (!json || this.unsupported.json) return false;
    this.unsupported.json = true;
    return true;
  }
}

/** Reads a server's answer, which may be anything. Throws ModelFault. */
function readCompletion(answer: unknown): Completion {
  const { choices, usage } = (answer ?? {}) as {
    choices?: { message?: { content?: unknown } }[];
    usage?: { prompt_tokens?: unknown; completion_tokens?: unknown };
  };
  const content = Array.isArray(choices) ? choices[0]?.message?.content : undefined;
  if (content === undefined) throw new ModelFault('unreadable');
  // Reasoning models write their thoughts before the answer.
  const text = typeof content === 'string' ? content.replace(/^[\s\S]*<\/think>/u, '').trim() : '';
  if (text === '' || text.startsWith('<think>')) throw new ModelFault('empty');
  const [sent, made] = [usage?.prompt_tokens, usage?.completion_tokens];
  const isCounted = isCount(sent) && isCount(made);
  return { text, ...(isCounted ? { tokens: { in: sent, out: made } } : {}) };
}

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) < 1_000_000_000;

/** Keeps only the reason: the client's error may contain the key and what was sent. */
function faultOf(error: unknown): ModelFault {
  for (let cause = error; cause instanceof Error; cause = cause.cause as Error)
    if (cause instanceof ModelFault) return cause;
  if (error instanceof APIConnectionError) return new ModelFault('unreachable');
  if (error instanceof APIError) return new ModelFault(reasonOf(error.status ?? 0));
  return new ModelFault(error instanceof SyntaxError ? 'unreadable' : 'failed');
}

function reasonOf(status: number): ModelFaultReason {
  if (status >= 300 && status < 400) return 'redirected';
  if (status === 401 || status === 403) return 'key';
  if (status === 429) return 'busy';
  return status >= 400 && status < 500 ? 'refused' : 'failed';
}

/** Follows no redirect, sends no other headers, and stops reading endless responses. */
const fetchOnce: typeof fetch = async (url, init) => {
  const given = new Headers(init?.headers);
  const headers = new Headers();
  for (const name of headersSent) {
    const value = given.get(name);
    if (value !== null) headers.set(name, value);
  }
  const response = await fetch(url, { ...init, headers, redirect: 'manual' });
  const { status, statusText, body } = response;
  return new Response(body?.pipeThrough(limitedTo(mostBytes)), {
    status,
    statusText,
    headers: response.headers,
  });
};

function limitedTo(most: number): TransformStream<Uint8Array, Uint8Array> {
  let seen = 0;
  return new TransformStream({
    transform(chunk, controller) {
      seen += chunk.byteLength;
      if (seen > most) controller.error(new ModelFault('huge'));
      else controller.enqueue(chunk);
    },
  });
}
