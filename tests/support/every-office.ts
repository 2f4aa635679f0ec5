import type { Product } from '../../bot/wiring/wire.js';
import type { Message as DingtalkMessage } from './dingtalk/chat.js';
import type { Sent } from './dingtalk/gateway.js';
import { DingtalkOffice } from './dingtalk-office.js';
import { PaperOffice } from './paper-office.js';
import { alone, east, moveTo } from './plugged-in.js';
import { SandboxOffice } from './sandbox-office.js';
import type { Message as SlackMessage } from './slack/workspace/message.js';
import { SlackOffice } from './slack-office.js';
import type { Callback } from './wecom/callbacks.js';
import { commands } from './wecom/frames.js';
import type { Message as WecomMessage } from './wecom/message.js';
import { WecomOffice } from './wecom-office.js';

/** One team on one platform, as far as every platform is the same. */
export interface Office {
  product: Product;
  /** 李雷 says it in private; does not wait for the answer. */
  says(text: string): Promise<void>;
  /** In the team's group. */
  saysInGroup(text: string): Promise<void>;
  /** The newest message there that reads so. */
  sees(words: RegExp): Promise<Shown>;
  seesInGroup(words: RegExp): Promise<Shown>;
  /** All that stands in 李雷's private chat. */
  privately(): string;
  /** What all see in the group. */
  publicly(): string;
  /** What 李雷 alone sees in the group; absent where a group shows the same to everybody. */
  aside?(): string;
  /** Whether a message in the group calls 李雷; absent where `aside` shows what is for one alone. */
  calls?(): boolean;
  /** The platform delivers what 李雷 said last in private once more. */
  redelivers(): Promise<void>;
  /** Who is in the team's group, on platforms that list it. */
  members?: {
    /** A guest, somebody of another company or a new colleague comes into it. */
    joins(who: 'guest' | 'stranger' | 'colleague'): Promise<void>;
    /** The newest of them sends the bot a private message. */
    introduces(): Promise<void>;
    /** Whoever came goes again; 李雷 goes. */
    leaves(who: 'newcomer' | '李雷'): Promise<void>;
    /** The platform refuses to list them from now on. */
    refuses(how: 'missing scope' | 'too many requests'): void;
  };
  /** What stands in the admin's private chat; absent where no test needs it. */
  admin?(): string;
  /** The platform does not take the bot's next message for now; absent where it takes all. */
  refuses?(): void;
  at(day: string, time: string): Promise<void>;
}

export interface Shown {
  readable(): string;
  taps(label: string): Promise<void>;
}

async function slack(): Promise<Office> {
  const office = await SlackOffice.open();
  const { alice, east, slack, chen } = office;
  let newcomer = alice;
  const heard = async (happens: () => void) => {
    happens();
    await slack.settled();
  };
  const shown = (message: SlackMessage): Shown => ({
    readable: () => message.readable(),
    taps: async (label) => void (await alice.taps(message, label)),
  });
  return {
    product: office.product,
    says: async (text) => {
      await alice.says(text);
      // Slack keeps no order of what it delivers; what was said is acknowledged by then, and no more.
      await slack.deliveries.settled();
    },
    saysInGroup: async (text) => void (await alice.mentions(east, text)),
    sees: async (words) => shown(await alice.dm.waitFor(words)),
    seesInGroup: async (words) => shown(await east.waitFor(words)),
    privately: () => alice.dm.readable(),
    publicly: () => east.readable(),
    aside: () =>
      alice
        .ephemerals(east)
        .map((one) => one.readable())
        .join('\n'),
    redelivers: async () => {
      const said = slack.deliveries.of('message').at(-1);
      if (said) await slack.deliveries.redeliver(said, { envelope: 'new', retryAttempt: 1 });
    },
    members: {
      joins: async (who) => {
        newcomer = who === 'colleague' ? office.person('新同事') : slack[who]('visitor');
        await heard(() => slack.joins(east, newcomer));
      },
      introduces: async () => {
        await newcomer.says('帮助');
        await slack.settled();
      },
      leaves: async (who) => await heard(() => slack.leaves(east, who === '李雷' ? alice : newcomer)),
      refuses: (how) => {
        const always = { times: Number.POSITIVE_INFINITY };
        if (how === 'missing scope') slack.faults.refuse('conversations.members', 'missing_scope', always);
        else slack.faults.rateLimit('conversations.members', { retryAfter: 30, ...always });
      },
    },
    admin: () => chen.dm.readable(),
    // What may pass within seconds is waited for without the outbox.
    refuses: () => slack.faults.refuse('chat.postMessage', 'ekm_access_denied'),
    at: (day, time) => office.at(day, time),
  };
}

async function wecom(): Promise<Office> {
  const office = await WecomOffice.open();
  const { lei, east, wecom } = office;
  let last: Callback | null = null;
  const shown = (message: WecomMessage): Shown => ({
    readable: () => message.readable(),
    taps: async (label) => void (await lei.taps(message, label)),
  });
  return {
    product: office.product,
    says: async (text) => {
      last = (await lei.says(text)).callback;
    },
    saysInGroup: async (text) => void (await lei.says(text, { in: east, mention: true })),
    sees: async (words) => shown(await lei.chat.waitFor(words)),
    seesInGroup: async (words) => shown(await east.waitFor(words)),
    privately: () => lei.chat.readable(),
    publicly: () => east.readable(),
    calls: () => east.readable().includes('@李雷'),
    redelivers: async () => {
      if (last) await wecom.redelivers(last);
    },
    refuses: () => wecom.faults.refuse(846607, { cmd: commands.push }),
    at: (day, time) => office.at(day, time),
  };
}

async function dingtalk(): Promise<Office> {
  const office = await DingtalkOffice.open();
  const { lei, east, dingtalk } = office;
  let last: Sent | undefined;
  const shown = (message: DingtalkMessage): Shown => ({
    readable: () => message.readable(lei),
    taps: async (label) => void (await lei.taps(message, label).acked()),
  });
  return {
    product: office.product,
    says: async (text) => {
      last = lei.says(text);
    },
    saysInGroup: async (text) => void lei.says(text, { in: east }),
    sees: async (words) => shown(await lei.chat.waitFor(words, { as: lei })),
    seesInGroup: async (words) => shown(await east.waitFor(words, { as: lei })),
    privately: () => lei.chat.readable(),
    publicly: () => east.readable(),
    calls: () => east.answers.some(({ mentions }) => mentions.includes(lei.staffId ?? '')),
    redelivers: async () => {
      if (last) dingtalk.gateway.redeliver(last);
    },
    refuses: () => dingtalk.faults.tooFast('createAndDeliver'),
    at: (day, time) => office.at(day, time),
  };
}

/** The platform that only tests know: it is plugged in by its descriptor, and all of its taps come as tokens. */
async function paper(): Promise<Office> {
  const office = await PaperOffice.open();
  const { product } = office;
  return {
    product,
    says: (text) => office.act(alone, { kind: 'say', text }),
    saysInGroup: (text) => office.act(east, { kind: 'say', text }),
    sees: (words) => office.sees(alone, words),
    seesInGroup: (words) => office.sees(east, words),
    privately: () => office.all(alone),
    publicly: () => office.all(east),
    calls: () => office.all(east).includes('@李雷'),
    redelivers: () => office.again(),
    refuses: () => {
      office.paper.tears = 1;
    },
    at: (day, time) => moveTo(product, day, time),
  };
}

/** Its page is on the same machine: whatever is sent arrives. */
async function sandbox(): Promise<Office> {
  const office = await SandboxOffice.open();
  const { product } = office;
  return {
    product,
    says: async (text) => office.act(alone, { kind: 'say', text }),
    saysInGroup: async (text) => office.act(east, { kind: 'say', text }),
    sees: (words) => office.sees(alone, words),
    seesInGroup: (words) => office.sees(east, words),
    privately: () => office.all(alone),
    publicly: () => office.all(east),
    aside: () => office.all(east, '李雷'),
    redelivers: async () => office.again(),
    at: (day, time) => moveTo(product, day, time),
  };
}

/** Opens an office on the platform of that id. */
export const everyOffice: Record<string, () => Promise<Office>> = { slack, wecom, dingtalk, sandbox, paper };
