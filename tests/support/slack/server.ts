import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Answers } from './api/answers.js';
import { upload } from './api/uploads.js';
import type { WebApi } from './api/web-api.js';
import type { Sockets } from './delivery/sockets.js';
import type { Files } from './workspace/files.js';

export interface Routes {
  webApi: WebApi;
  answers: Answers;
  files: Files;
  sockets: Sockets;
}

/** Everything of Slack behind one address on the loopback. */
export class SlackServer {
  private readonly server: Server;
  private readonly connections = new Set<Socket>();

  constructor(private readonly routes: Routes) {
    this.server = createServer((request, response) => void this.serve(request, response));
    this.server.on('upgrade', (request, stream, head) => routes.sockets.upgrade(request, stream, head));
    this.server.on('connection', (socket) => {
      this.connections.add(socket);
      socket.on('close', () => this.connections.delete(socket));
    });
  }

  /** `http://127.0.0.1:PORT` */
  get base(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async listen(): Promise<void> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
  }

  async close(): Promise<void> {
    for (const socket of this.connections) socket.destroy();
    await new Promise((done) => this.server.close(done));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://slack');
    const [, first = '', ...rest] = pathname.split('/');
    const last = rest.at(-1) ?? '';
    try {
      const body = await bodyOf(request);
      if (first === 'api') await this.routes.webApi.answer(last, request, body, response);
      else if (first === 'upload') upload(this.routes.files, last, request, body, response);
      else if (first === 'actions' || first === 'commands')
        this.routes.answers.take(pathname, body, response);
      else response.writeHead(404).end();
    } catch (error) {
      // A fault of the emulator itself must be seen in the test that met it.
      response.writeHead(500).end(error instanceof Error ? error.stack : String(error));
    }
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
