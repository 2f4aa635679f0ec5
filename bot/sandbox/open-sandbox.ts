import type { SandboxChat } from '../../adapters/sandbox/chat/sandbox-chat.js';
import type { SandboxOptions } from '../../adapters/sandbox/room/options.js';
import { tryLines } from '../../commands/talk/help.js';
import type { ChatPorts } from '../../kernel/chat/adapter.js';
import type { MovableClock } from '../../kernel/time/clock.js';
import { personByIdentity } from '../../store/people/person-queries.js';
import { inEachLanguage } from '../../texts/languages.js';
import type { Config } from '../config/config.js';
import { calendarOf, type ProductDeps, registry } from '../product/product.js';
import { fileBytes } from '../product/report-file.js';
import { StoredChats } from './chat-memory.js';
import { platformLooks } from './platform-looks.js';
import { sandboxClock } from './sandbox-clock.js';
import { sandboxCast } from './sandbox-people.js';
import { storedGuide } from './stored-guide.js';

/** The sandbox page of the product. */
export async function openSandbox(
  config: Config,
  deps: ProductDeps,
  clock: MovableClock,
  {
    draw,
    log,
    moved,
    played,
  }: Pick<ChatPorts, 'log'> &
    Required<Pick<SandboxOptions, 'draw' | 'played'>> & {
      /** Called after the clock was moved. */
      moved(): Promise<void>;
    },
): Promise<SandboxChat> {
  const { createSandbox } = await import('../../adapters/sandbox/chat/sandbox-chat.js');
  const { store } = deps;
  const { host, port, locale, timeZone, adapters } = config;
  return createSandbox({
    ...{ host, port, locale, draw, log },
    title: inEachLanguage((t) => t.page.bot),
    cast: () => sandboxCast(store),
    looks: platformLooks(adapters),
    suggestions: async (person, _place, locale) => {
      const known = await personByIdentity(store.db, 'sandbox', person.id);
      return tryLines(store.db, known?.id ?? '', registry.commands, locale);
    },
    memory: new StoredChats(store, log),
    guide: storedGuide(store),
    make: (file) => fileBytes(deps, file),
    played,
    clock: sandboxClock(clock, timeZone, () => calendarOf(deps.process.inForce.process), moved),
  });
}
