import OpenAI, { APIConnectionError, APIError } from 'openai';
import { ModelFault, type ModelFaultReason, type Tokens } from '../../kernel/model/model-port.js';

export interface Endpoint {
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

/** What came back; tokens where the server counts them. */
export interface Completion {
  text: string;
  tokens?: Tokens;
}

/** So many tokens an answer may have. */
export const longestAnswer = 1200;

/** An answer is a page at most; what is longer is not read to its end. */
const mostBytes = 256 * 1024;

/** Nothing else of this machine is told: the client would add its system, its version and more. */
const headersSent = ['accept', 'authorization', 'content-type', 'user-agent'];

/** One address that speaks the OpenAI protocol. Nothing is retried by itself: a person who waits taps again. */
export class ModelClient {
  private readonly client: OpenAI;
  /** What the server was found not to take; asked without from then on. */
  private readonly lacks = { json: false, maxTokens: false };

  constructor(private readonly endpoint: Endpoint) {
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
            ...(this.lacks.maxTokens
              ? { max_completion_tokens: longestAnswer }
              : { max_tokens: longestAnswer }),
            ...(json && !this.lacks.json ? { response_format: { type: 'json_object' as const } } : {}),
          },
          { signal },
        );
        return read(answer);
      } catch (error) {
        if (signal.aborted) throw new ModelFault('timeout');
        if (this.learns(error, json)) continue;
        throw faultOf(error);
      }
    }
  }

  /** The names of the models that are there. Throws ModelFault. */
  async models(): Promise<string[]> {
    const signal = AbortSignal.timeout(this.endpoint.timeoutSeconds * 1000);
    try {
      const { data } = await this.client.models.list({ signal });
      return Array.isArray(data) ? data.flatMap(({ id }) => (typeof id === 'string' ? [id] : [])) : [];
    } catch (error) {
      throw signal.aborted ? new ModelFault('timeout') : faultOf(error);
    }
  }

  /** Local servers do not know every parameter, new models not every old one: whether to ask again without. */
  private learns(error: unknown, json: boolean): boolean {
    if (!(error instanceof APIError) || ![400, 422, 501].includes(error.status ?? 0)) return false;
    if (!this.lacks.maxTokens && /max_completion_tokens|max_tokens/.test(error.message)) {
      this.lacks.maxTokens = true;
      return true;
    }
    if (!json || this.lacks.json) return false;
    this.lacks.json = true;
    return true;
  }
}

/** What a server sends is not taken on trust: it may be anything. */
function read(answer: unknown): Completion {
  const { choices, usage } = (answer ?? {}) as {
    choices?: { message?: { content?: unknown } }[];
    usage?: { prompt_tokens?: unknown; completion_tokens?: unknown };
  };
  const content = Array.isArray(choices) ? choices[0]?.message?.content : undefined;
  if (content === undefined) throw new ModelFault('unreadable');
  // Models that think aloud do so before they answer.
  const text = typeof content === 'string' ? content.replace(/^[\s\S]*<\/think>/u, '').trim() : '';
  if (text === '' || text.startsWith('<think>')) throw new ModelFault('empty');
  const [sent, made] = [usage?.prompt_tokens, usage?.completion_tokens];
  const isCounted = isCount(sent) && isCount(made);
  return { text, ...(isCounted ? { tokens: { in: sent, out: made } } : {}) };
}

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) < 1_000_000_000;

/** What the client says is left behind here: it may hold the key and what was sent. */
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

/** Follows nobody elsewhere, tells nothing of the machine, and stops reading what does not end. */
const fetchOnce: typeof fetch = async (url, init) => {
  const given = new Headers(init?.headers);
  const headers = new Headers();
  for (const name of headersSent) {
    const value = given.get(name);
    if (value !== null) headers.set(name, value);
  }
  const response = await fetch(url, { ...init, headers, redirect: 'manual' });
  const { status, statusText, body } = response;
  return new Response(body?.pipeThrough(capped(mostBytes)), {
    status,
    statusText,
    headers: response.headers,
  });
};

function capped(most: number): TransformStream<Uint8Array, Uint8Array> {
  let seen = 0;
  return new TransformStream({
    transform(chunk, controller) {
      seen += chunk.byteLength;
      if (seen > most) controller.error(new ModelFault('huge'));
      else controller.enqueue(chunk);
    },
  });
}
