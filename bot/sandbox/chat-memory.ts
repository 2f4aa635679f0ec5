import type { Entry } from '../../adapters/sandbox/room/chat-log.js';
import type { ChatMemory } from '../../adapters/sandbox/room/options.js';
import type { PlatformLog } from '../../kernel/chat/adapter.js';
import type { Store } from '../../store/engine/store.js';
import {
  listSandboxMessages,
  saveSandboxMessage,
  trimSandboxMessages,
} from '../../store/messages/sandbox-messages.js';

/** Messages kept per place. */
const kept = 300;

/** Keeps the chats of the sandbox page in the database. Messages that come while others are written are written together. */
export class StoredChats implements ChatMemory {
  private readonly waiting = new Map<string, Entry>();
  private writing: Promise<void> | undefined;

  constructor(
    private readonly store: Store,
    private readonly log: PlatformLog,
  ) {}

  async load(): Promise<Entry[]> {
    const messages = await listSandboxMessages(this.store.db);
    return messages.map(({ message }) => revived(message as Entry));
  }

  save(entry: Entry): void {
    this.waiting.set(entry.id, entry);
    this.writing ??= this.write().finally(() => {
      this.writing = undefined;
    });
  }

  async settled(): Promise<void> {
    await this.writing;
  }

  private async write(): Promise<void> {
    while (this.waiting.size > 0) {
      const entries = [...this.waiting.values()];
      this.waiting.clear();
      try {
        await this.store.tx((tx) => writeEntries(tx, entries));
      } catch (error) {
        this.log.error({ err: error, messages: entries.length }, 'messages of the page could not be stored');
      }
    }
  }
}

async function writeEntries(tx: Parameters<typeof saveSandboxMessage>[0], entries: Entry[]): Promise<void> {
  for (const entry of entries)
    await saveSandboxMessage(tx, { id: entry.id, placeExternalId: entry.place, message: entry });
  for (const place of new Set(entries.map((entry) => entry.place)))
    await trimSandboxMessages(tx, place, kept);
}

/** An entry as it was before it was written as JSON. */
function revived(entry: Entry): Entry {
  const { body } = entry;
  const at = new Date(entry.at);
  if (body.kind === 'said') return { ...entry, at };
  return { ...entry, at, body: { ...body, changedAt: body.changedAt && new Date(body.changedAt) } };
}
