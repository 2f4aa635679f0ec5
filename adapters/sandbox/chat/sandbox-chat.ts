import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Answer, Chat, ChatHost } from '../../../kernel/chat/chat.js';
import { InputError } from '../../../kernel/command/errors.js';
import { systemClock } from '../../../kernel/time/clock.js';
import type { SandboxOptions } from '../room/options.js';
import { Room, type RoomAct } from '../room/room.js';
import { sandboxApp } from '../server/app.js';
import { requireLoopback } from '../server/security.js';

/** The page as a chat. */
export type SandboxChat = Required<Pick<Chat, 'update'>> &
  Chat & {
    readonly url: string;
    /** Takes acts before the page is there; `start` does it otherwise. */
    open(host: ChatHost): Promise<void>;
    /** Does what the page does when somebody types or taps. */
    act(act: RoomAct): Promise<Answer>;
    /** Counts what is in the chats by now as seen by everybody. */
    markAllSeen(): void;
    /** Resolves when every message in the chats is stored. */
    settled(): Promise<void>;
  };

/** Milliseconds that a browser gets to take its answer when the process stops. */
const grace = 1_000;

/**
 * A chat platform of our own: a page on loopback where one visitor plays a whole team.
 * Throws InputError for an address that others could reach.
 */
export function createSandbox(options: SandboxOptions): SandboxChat {
  requireLoopback(options.host);
  const clock = options.clock ?? systemClock;
  const zone = options.clock?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const now = () => clock.now();
  const room = new Room(now, options.log, options.memory);
  let closing = new AbortController();
  let server: Server | null = null;
  let port = options.port;

  return {
    platform: 'sandbox',
    // Nobody limits the page; the figure only keeps a runaway job readable.
    postsPerMinute: 600,
    get url() {
      return `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}/`;
    },
    open: (host) => room.open(host),
    act: (act) => room.perform(act),
    markAllSeen: () => room.log.markAllSeen(),
    settled: async () => await options.memory?.settled(),
    async start(host) {
      closing = new AbortController();
      await room.open(host);
      const app = sandboxApp({ ...options, now, zone }, room, closing.signal);
      server = await listen(app.fetch, options);
      port = (server.address() as AddressInfo).port;
      options.log.info({ url: this.url }, 'sandbox is open');
    },
    async stop() {
      const stopped = server;
      server = null;
      if (!stopped) return;
      const closed = new Promise<void>((resolve) => stopped.close(() => resolve()));
      await room.close();
      closing.abort();
      stopped.closeIdleConnections();
      const timer = setTimeout(() => stopped.closeAllConnections(), grace);
      await closed;
      clearTimeout(timer);
    },
    async send(post) {
      const { places } = await options.cast();
      if (!places.some((place) => place.id === post.place.id)) {
        return { ok: false, final: true, reason: `no such place: ${post.place.id}` };
      }
      return room.post(post);
    },
    async update(_place, messageId, card, locale) {
      return room.update(messageId, card, locale);
    },
  };
}

function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  at: { host: string; port: number },
) {
  return new Promise<Server>((resolve, reject) => {
    const server = serve({ fetch, hostname: at.host, port: at.port }, () => resolve(server)) as Server;
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(taken ? new InputError('PORT', `Port ${at.port} is already in use.`, 'PORT=3001') : error);
    });
  });
}
