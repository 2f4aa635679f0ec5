import type { ChatPorts } from '../../kernel/chat/adapter.js';
import type { Chat } from '../../kernel/chat/chat.js';
import { type Clock, systemClock } from '../../kernel/time/clock.js';
import type { Store } from '../../store/engine/store.js';
import type { Config } from '../config/config.js';
import { KeepingChat } from '../delivery/kept-calls.js';
import type { StoredActs } from '../delivery/stored-acts.js';
import { slashCommands } from '../product/slash-commands.js';
import { StoredUsage } from '../product/stored-usage.js';
import { leaseOf } from './lease-holder.js';

/** A platform of this process, and what it is used for in a month. */
export interface OpenChat {
  chat: Chat;
  usage: StoredUsage;
}

/** Makes the chat of each platform that is set up; nothing is connected until they are started. */
export async function openChats(
  { chats, host, port, locale, role }: Config,
  store: Store,
  clock: Clock,
  { draw, make, log }: Pick<ChatPorts, 'draw' | 'make' | 'log'>,
  acts: StoredActs,
): Promise<OpenChat[]> {
  const slashes = slashCommands.map(({ slash }) => slash);
  const lease = (name: string) => leaseOf(store, systemClock, name);
  return await Promise.all(
    chats.map(async ({ adapter, settings }) => {
      const usage = new StoredUsage(store, systemClock, adapter, log);
      const ports: ChatPorts = {
        listens: role !== 'worker',
        host,
        port,
        locale,
        slashes,
        draw,
        make,
        usage,
        lease,
        acts: acts.of(adapter.id),
        log,
      };
      const chat = await adapter.create(settings, ports);
      const { callBytes: mostBytes } = adapter.can;
      const keeping =
        mostBytes === undefined ? chat : new KeepingChat(chat, { store, clock, mostBytes, log });
      return { chat: keeping, usage };
    }),
  );
}
