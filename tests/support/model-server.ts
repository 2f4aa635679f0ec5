import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What was asked of the server. */
export interface Received {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: {
    model?: string;
    messages?: { role: string; content: string }[];
    max_tokens?: number;
    max_completion_tokens?: number;
    response_format?: { type: string };
    [other: string]: unknown;
  };
}

export type Behaviour = (asked: Received, response: ServerResponse) => void | Promise<void>;

/**
 * A server on loopback that speaks `/v1/chat/completions` and `/v1/models` as the vendor documents them, and misbehaves
 * in the ways that servers do.
 */
export class ModelServer {
  readonly received: Received[] = [];
  /** Sockets that were opened to it. */
  connections = 0;
  behaviour: Behaviour = answers('好的。');
  readonly url: string;
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    server.on('connection', (socket) => {
      this.connections++;
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
    server.on('request', (request, response) => void this.serve(request, response));
  }

  static async start(): Promise<ModelServer> {
    const server = createServer();
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return new ModelServer(server);
  }

  get last(): Received {
    const last = this.received.at(-1);
    if (!last) throw new Error('nothing was asked');
    return last;
  }

  /** The words of the last question, those of both roles. */
  get words(): string {
    return (this.last.body.messages ?? []).map(({ content }) => content).join('\n');
  }

  /** What people wrote of the last question. */
  get material(): string {
    return this.last.body.messages?.find(({ role }) => role === 'user')?.content ?? '';
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((closed) => this.server.close(closed));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request) text += chunk;
    const asked = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: text === '' ? {} : JSON.parse(text),
    };
    this.received.push(asked);
    if (asked.path === '/v1/models')
      return json(response, 200, { object: 'list', data: [{ id: 'stub', object: 'model' }] });
    if (asked.path !== '/v1/chat/completions' || asked.method !== 'POST')
      return failure(404, 'not_found')(asked, response) as undefined;
    await this.behaviour(asked, response);
  }
}

export function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

const completion = (content: string | null, usage: object | undefined) => ({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 1_790_000_000,
  model: 'stub',
  choices: [
    {
      index: 0,
      message: { role: 'assistant', content, refusal: null },
      finish_reason: 'stop',
      logprobs: null,
    },
  ],
  ...(usage ? { usage } : {}),
});

/** Answers, with what it counted. */
export const answers =
  (
    content: string | ((asked: Received) => string) | null,
    tokens: { in: number; out: number } | null = { in: 200, out: 50 },
  ): Behaviour =>
  (asked, response) =>
    json(
      response,
      200,
      completion(
        typeof content === 'function' ? content(asked) : content,
        tokens
          ? { prompt_tokens: tokens.in, completion_tokens: tokens.out, total_tokens: tokens.in + tokens.out }
          : undefined,
      ),
    );

export const answersJson = (value: object): Behaviour => answers(JSON.stringify(value));

/** Refuses as the vendor does. */
export const failure =
  (status: number, code: string, message = code): Behaviour =>
  (_, response) =>
    json(response, status, { error: { message, type: 'invalid_request_error', param: null, code } });

/** Another server's ways: takes no `response_format`. */
export const withoutJsonMode =
  (then: Behaviour): Behaviour =>
  (asked, response) =>
    asked.body.response_format
      ? failure(400, 'bad_request', "'response_format.type' must be 'json_schema' or 'text'")(asked, response)
      : then(asked, response);

/** New models: no `max_tokens`. */
export const withoutMaxTokens =
  (then: Behaviour): Behaviour =>
  (asked, response) =>
    'max_tokens' in asked.body
      ? failure(
          400,
          'unsupported_parameter',
          "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.",
        )(asked, response)
      : then(asked, response);

/** Accepts and says nothing. */
export const silent: Behaviour = () => {};

/** A head at once, and then a letter now and again. */
export const dripping: Behaviour = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
};

/** Never ends. */
export const endless: Behaviour = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const page = Buffer.alloc(64 * 1024, 32);
  const more = () => {
    while (!response.destroyed && response.write(page));
  };
  response.on('drain', more);
  more();
};

/** Hangs up in the middle. */
export const broken: Behaviour = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"choices":[{"message":{"content":"今天');
  setTimeout(() => response.destroy(), 20);
};

/** Raw bytes that are no JSON. */
export const noJson: Behaviour = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  response.end('<html><body>Welcome to nginx!</body></html>');
};

export const redirects =
  (to: string): Behaviour =>
  (_, response) => {
    response.writeHead(307, { location: to });
    response.end();
  };
