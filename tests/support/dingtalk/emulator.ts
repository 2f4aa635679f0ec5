import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sleep } from '../slack/waiting.js';
import { Api, type Company, ErrCode, Refusal } from './api.js';
import { Chat } from './chat.js';
import { Faults, type Mishap } from './faults.js';
import type { JsonObject } from './fixtures.js';
import { Gateway, type Sent, topics } from './gateway.js';
import { Person } from './person.js';

export const publicTemplate = '1366a1eb-bc54-4859-ac88-517c56a9acb1.schema';
export const formTemplate = 'form-template-of-fiction.schema';

export interface DingtalkOptions {
  /** What is not acknowledged by then comes again; about a minute in life. */
  redeliverMs?: number;
  /** An answer to a tap that takes longer is not looked at any more; two seconds in life. */
  answerMs?: number;
}

/** A call of the app, as it came in. */
export interface Call {
  method: string;
  path: string;
  body: JsonObject;
  /** What it was answered: 'ok', a code, or what went wrong. */
  outcome: string;
}

/** A company on DingTalk with one robot: gateway, WebSocket and both API hosts on the loopback. */
export class DingtalkEmulator {
  readonly faults = new Faults();
  readonly calls: Call[] = [];
  readonly company: Company;
  readonly gateway: Gateway;
  readonly api: Api;
  private readonly server: Server;
  private readonly answerMs: number;
  private ids = 0;

  static async start(options: DingtalkOptions = {}): Promise<DingtalkEmulator> {
    const emulator = new DingtalkEmulator(options);
    await new Promise<void>((done) => emulator.server.listen(0, '127.0.0.1', done));
    return emulator;
  }

  private constructor({ redeliverMs = 60_000, answerMs = 2_000 }: DingtalkOptions) {
    this.answerMs = answerMs;
    this.company = {
      clientId: 'dingdemo',
      clientSecret: 'a-secret-of-fiction',
      robotCode: 'dingdemo',
      chats: [],
      people: [],
      templates: new Set([publicTemplate, formTemplate]),
      counted: { calls: 0, pushes: 0 },
    };
    this.gateway = new Gateway(this.faults, (sent) => this.tapped(sent), redeliverMs);
    this.api = new Api(this.company, this.gateway, this.faults, () => this.url);
    this.server = createServer((request, response) => void this.serve(request, response));
    this.server.on('upgrade', (request, stream, head) => this.gateway.upgrade(request, stream, head));
  }

  /** Of all three hosts. */
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  person(staffId: string, name = staffId, email: string | null = null): Person {
    const known = this.company.people.find((one) => one.staffId === staffId);
    if (known) return known;
    const person = this.makePerson(staffId, name, 'dingdemocorp');
    person.email = email;
    return person;
  }

  /** Somebody of another company: frames carry no staff id of theirs. */
  outsider(name: string): Person {
    return this.makePerson(null, name, 'dingothercorp');
  }

  group(title: string, members: Person[]): Chat {
    const chat = new Chat('group', `cid${randomBytes(6).toString('base64')}+/=`, title, members);
    this.company.chats.push(chat);
    return chat;
  }

  /** Calls whose path ends so. */
  callsTo(path: string): Call[] {
    return this.calls.filter((call) => call.path.endsWith(path));
  }

  /** No call under way, and none for a moment. */
  async settled(quietMs = 60): Promise<void> {
    for (let before = -1; before !== this.calls.length; ) {
      before = this.calls.length;
      await sleep(quietMs);
    }
  }

  async close(): Promise<void> {
    this.gateway.close();
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private makePerson(staffId: string | null, name: string, corpId: string): Person {
    const { company } = this;
    const deps = {
      corpId: 'dingdemocorp',
      robotCode: company.robotCode,
      robotUserId: '$:LWCP_v1:$robot',
      webhookFor: (chat: Chat) => this.api.webhookFor(chat),
      message: (payload: JsonObject) => this.push(topics.message, payload),
      tap: (payload: JsonObject) => this.push(topics.tap, payload),
      nextId: () => `msg${++this.ids}==`,
      now: () => Date.now(),
    };
    const chatOf = (self: Person) => {
      const chat = new Chat('private', `cid${randomBytes(6).toString('base64')}=`, `和${name}的私聊`, [self]);
      company.chats.push(chat);
      return chat;
    };
    const person = new Person(deps, staffId, name, chatOf, corpId);
    company.people.push(person);
    return person;
  }

  private push(topic: string, payload: JsonObject): Sent {
    this.company.counted.pushes += 1;
    return this.gateway.send(topic, payload);
  }

  /** An answer's cardData is shown to the person who tapped, and to nobody else: dingtalk.md, section 6.3. */
  private tapped(sent: Sent): void {
    const card = this.api.cards.get(String(sent.payload.outTrackId));
    const person = this.company.people.find((one) => one.staffId === sent.payload.userId);
    if (!card || !person || !sent.answer?.cardData || (sent.ackedAfter ?? 0) > this.answerMs) return;
    this.api.change(card, sent.answer, person);
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks);
    const url = new URL(request.url ?? '', this.url);
    const isJson = String(request.headers['content-type'] ?? '').includes('json');
    const call: Call = {
      method: request.method ?? '',
      path: url.pathname,
      body: isJson ? (JSON.parse(raw.toString() || '{}') as JsonObject) : {},
      outcome: 'ok',
    };
    this.calls.push(call);
    const mishap = this.faults.take(url.pathname);
    if (mishap && this.mishap(mishap, response, call)) return;
    const [status, answer] = this.answer(call, url, request, raw);
    if (mishap?.kind === 'answer lost') {
      call.outcome = 'answer lost';
      request.socket.destroy();
      return;
    }
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }

  private answer(call: Call, url: URL, request: IncomingMessage, raw: Buffer): [number, JsonObject] {
    try {
      return [200, this.api.run(call.method, url, call.body, request.headers, raw)];
    } catch (error) {
      if (error instanceof Refusal) {
        call.outcome = error.code;
        return [error.status, { code: error.code, message: error.message, requestid: 'r-demo' }];
      }
      if (!(error instanceof ErrCode)) throw error;
      call.outcome = String(error.errcode);
      return [200, { errcode: error.errcode, errmsg: error.message }];
    }
  }

  /** True where the call ends here. */
  private mishap(mishap: Mishap, response: ServerResponse, call: Call): boolean {
    const json = { 'content-type': 'application/json' };
    switch (mishap.kind) {
      case 'refused':
        call.outcome = mishap.code;
        response
          .writeHead(mishap.status, json)
          .end(JSON.stringify({ code: mishap.code, message: mishap.message ?? '' }));
        return true;
      case 'errcode':
        call.outcome = String(mishap.errcode);
        response.writeHead(200, json).end(JSON.stringify({ errcode: mishap.errcode, errmsg: '' }));
        return true;
      case 'server error':
        call.outcome = 'HTTP 500';
        response.writeHead(500, json).end(JSON.stringify({ code: 'system.busy', message: '' }));
        return true;
      case 'html page':
        call.outcome = 'html';
        response.writeHead(200, { 'content-type': 'text/html' }).end('<html>too many requests</html>');
        return true;
      case 'request lost':
        call.outcome = 'request lost';
        response.socket?.destroy();
        return true;
      default:
        return false;
    }
  }
}
