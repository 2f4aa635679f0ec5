import type { SandboxChat } from '../../adapters/sandbox/chat/sandbox-chat.js';
import { callsOf } from '../../kernel/card/card.js';
import type { Answer, ChatHost, Inbound } from '../../kernel/chat/chat.js';
import type { FixedClock, MovableClock } from '../../kernel/time/clock.js';
import type { Locale } from '../../texts/languages.js';
import type { CastMember } from './demo-cast.js';
import type { DemoOutcome, DemoScene } from './demo-thread.js';

function outcome({ cards: [card] }: Answer): DemoOutcome {
  const numbers = card ? callsOf(card).flatMap(({ input }) => Object.values(input)) : [];
  return {
    no: card?.key.split(':').at(-1) ?? '',
    task: numbers.find((value): value is string => typeof value === 'string' && /^T-\d+$/.test(value)),
    won: card?.tone === 'good',
    isRefused: card === undefined || card.key.startsWith('error:'),
  };
}

const privatePlace = ({ id, name }: CastMember): Inbound['place'] => ({
  id: `private-${id}`,
  kind: 'private',
  name,
});

/** Plays what no chat has to show: lines go straight to the product, which has this scene's clock. */
export function hiddenScene(host: ChatHost, clock: FixedClock, evening: () => Promise<void>): DemoScene {
  let acts = 0;
  return {
    setTo: (moment) => clock.set(moment),
    now: () => clock.now(),
    say: async (actor, text) =>
      outcome(
        await host.receive({
          id: `demo-${++acts}`,
          platform: 'sandbox',
          speaker: { id: actor.id, name: actor.name },
          place: privatePlace(actor),
          act: { kind: 'say', text },
        }),
      ),
    runDue: evening,
  };
}

/** The running product, in whose chats the demo team talks. */
export interface LiveSandbox {
  chat: Pick<SandboxChat, 'act' | 'markAllSeen'>;
  clock: MovableClock;
  /** Runs the jobs that are due. */
  runJobs(): Promise<unknown>;
  /** The same, and sends their posts. */
  catchUp(): Promise<void>;
}

/** Plays in the chats of the page: what is said and answered stays there. `groupOf` finds the group of a person's team. */
export function shownScene(
  { chat, clock, catchUp }: LiveSandbox,
  about: { locale: Locale; zone: string; groupOf(actor: CastMember): Inbound['place'] | undefined },
): DemoScene {
  let acts = 0;
  return {
    setTo: (moment) => clock.moveTo(moment),
    now: () => clock.now(),
    say: async (actor, text, where = 'private') =>
      outcome(
        await chat.act({
          // Each act of the demo has a moment of its own.
          id: `demo-${clock.now().getTime()}-${++acts}`,
          speaker: { id: actor.id, name: actor.name, timeZone: about.zone, locale: about.locale },
          locale: about.locale,
          place: (where === 'group' ? about.groupOf(actor) : undefined) ?? privatePlace(actor),
          act: { kind: 'say', text },
        }),
      ),
    runDue: catchUp,
  };
}
