import { setTimeout as wait } from 'node:timers/promises';
import { App, HTTPReceiver, type Receiver } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { fileAlone } from '../../../kernel/card/card.js';
import type { ChartDraw, ChatPorts, FileMaker } from '../../../kernel/chat/adapter.js';
import type { Chat, ChatHost, Sent } from '../../../kernel/chat/chat.js';
import { FileCourier } from '../../../kernel/chat/file-courier.js';
import { failureOf, isPermanent, SlackRefused, slackSent, webClient } from '../api/web.js';
import { Sockets } from '../connection/sockets.js';
import { SlackChannels } from '../in/channels.js';
import { SlackMembers } from '../in/members.js';
import { SlackPeople, type Workspace } from '../in/people.js';
import { slackSdkLogger } from '../log/sdk-logger.js';
import { SlackMessages } from '../out/messages.js';
import { RateLimiter } from '../out/pace.js';
import { SlackPictures } from '../out/pictures.js';
import { shareFile } from '../out/shared-file.js';
import { SlackShow } from '../out/show.js';
import { Windows } from '../out/windows.js';
import type { SlackSettings } from '../setup/settings.js';
import { Home } from './home.js';
import { SlackInbound } from './inbound.js';
import { route } from './router.js';

export interface SlackOptions
  extends SlackSettings,
    Pick<ChatPorts, 'host' | 'port' | 'slashes' | 'locale' | 'acts' | 'log'>,
    Partial<Pick<ChatPorts, 'listens'>> {
  draw?: ChartDraw;
  make?: FileMaker;
  /** How far apart messages are sent; a second in each channel unless told otherwise. */
  pace?: RateLimiter;
}

/** A start waits so long for a platform, in ms. */
const patienceMs = 10_000;
const longestPauseMs = 30_000;

/** One message a second and channel; the outbox counts by the minute. */
const postsPerMinute = 50;

/** Slack as a chat of the product. */
export function createSlack(options: SlackOptions): Chat {
  const { botToken, apiUrl, log } = options;
  const client = webClient(botToken, apiUrl, log);
  let running: Running | undefined;
  let stopped = false;
  const away: Sent = { ok: false, reason: 'Slack is not connected' };

  /** Tries until it is connected; rejects where Slack refuses a token, since no further attempt changes that. */
  async function come(host: ChatHost): Promise<void> {
    for (let failures = 0; !stopped && !running; failures++) {
      try {
        running = await connect(options, client, host);
      } catch (error) {
        if (error instanceof SlackRefused) throw error;
        const { reason, retryAfter = 0 } = failureOf(error);
        const pause = Math.max(retryAfter * 1_000, Math.min(longestPauseMs, 1_000 * 2 ** failures));
        log.warn({ reason, pause }, 'Slack cannot be reached; trying again');
        await wait(pause, undefined, { ref: false });
      }
    }
    if (stopped) await running?.stop();
  }

  return {
    platform: 'slack',
    postsPerMinute,
    away: () => running === undefined,
    async start(host) {
      stopped = false;
      // The rest of the product waits for no platform that is down, and goes on without one that refuses a token.
      const coming = come(host).catch((error) =>
        log.error({ reason: failureOf(error).reason }, 'Slack stays away'),
      );
      await Promise.race([coming, wait(patienceMs, undefined, { ref: false })]);
    },
    async stop() {
      stopped = true;
      await running?.stop();
      running = undefined;
    },
    async send({ key, place, card, locale, mention }) {
      if (!running) return away;
      const { channels, messages, files } = running;
      const file = fileAlone(card);
      if (file) return await files.alone(place, file, locale);
      try {
        if (place.kind === 'group' && (await channels.channel(place.id)).shared)
          return {
            ok: false,
            final: true,
            reason: 'people of another company are in the channel, or the bot is not',
          };
        const messageId = await messages.post(place.id, card, locale, { mention, once: true });
        await files.follow(place, card, key, locale);
        return { ok: true, messageId };
      } catch (error) {
        channels.forget(place.id);
        return slackSent(error);
      }
    },
    update: async (place, messageId, card, locale) =>
      running ? await running.messages.update(place.id, messageId, card, locale, false) : away,
    members: async ({ id }) => (running ? await running.members.of(id) : { ok: false, reason: 'busy' }),
  };
}

interface Running {
  channels: SlackChannels;
  people: SlackPeople;
  members: SlackMembers;
  messages: SlackMessages;
  files: FileCourier;
  stop(): Promise<void>;
}

async function connect(options: SlackOptions, client: WebClient, host: ChatHost): Promise<Running> {
  const { log, listens = true } = options;
  const workspace = await workspaceOf(client);
  const channels = new SlackChannels(client);
  const pictures = new SlackPictures(client, options.draw, log);
  const messages = new SlackMessages(client, options.pace ?? new RateLimiter(), pictures, host.say);
  const files = new FileCourier({
    ...{ platform: 'slack', host, make: options.make, meaning: slackSent, log },
    send: (place, { name }, bytes) => shareFile(client, place.id, name, bytes),
    say: (place, card, locale) => messages.post(place.id, card, locale),
  });
  const people = new SlackPeople(client, workspace, log);
  const members = new SlackMembers({ client, channels, people, log });
  const sending = { channels, people, members, messages, files };
  if (!listens) return { ...sending, stop: async () => undefined };
  return { ...sending, stop: await listen(options, client, { ...sending, host, workspace }) };
}

/** Takes in what people say; returns how to stop that. */
async function listen(
  options: SlackOptions,
  client: WebClient,
  {
    channels,
    people,
    messages,
    files,
    host,
    workspace,
  }: Omit<Running, 'stop'> & { host: ChatHost; workspace: Bot },
): Promise<() => Promise<void>> {
  const { locale, log, slashes, acts } = options;
  const windows = new Windows(client, log);
  const show = new SlackShow(host, messages, windows, channels, files, log);
  const home = new Home({ host, people, channels, messages, windows, locale, log });
  const acted = (user: string) => home.changed(user);
  const inbound = new SlackInbound({ host, people, channels, windows, show, locale, log, acts, acted });

  const receiver = receiverOf(options);
  const { botUserId, botId, teamId } = workspace;
  const app = new App({
    receiver,
    authorize: async () => ({ botToken: options.botToken, botUserId, botId, teamId }),
    convoStore: false,
    logger: slackSdkLogger(log, 'slack'),
  });
  route(app, { host, inbound, show, home, people, channels, windows, botUserId, slashes, locale, log });
  await inbound.start();
  await receiver.start();
  log.info({ team: workspace.team, bot: botUserId }, 'Slack is connected');
  return async () => {
    await receiver.stop();
    home.stop();
    await inbound.settled();
  };
}

type Bot = Workspace & { botId: string; team: string };

/** Who the bot is; throws where Slack refuses the token. */
async function workspaceOf(client: WebClient): Promise<Bot> {
  try {
    const who = await client.auth.test();
    return {
      teamId: who.team_id ?? '',
      enterpriseId: who.enterprise_id,
      botUserId: who.user_id ?? '',
      botId: who.bot_id ?? '',
      team: who.team ?? '',
    };
  } catch (error) {
    const { reason } = failureOf(error);
    const words = `Slack refuses SLACK_BOT_TOKEN: ${reason}; \`genjin doctor\` says more`;
    if (isPermanent(reason)) throw new SlackRefused(words);
    throw error;
  }
}

function receiverOf({ appToken, signingSecret, apiUrl, host, port, log }: SlackOptions): Receiver {
  if (appToken) return new Sockets({ appToken, apiUrl, log });
  const receiver = new HTTPReceiver({
    signingSecret: signingSecret ?? '',
    endpoints: '/slack/events',
    logger: slackSdkLogger(log, 'slack http'),
  });
  const { start } = receiver;
  receiver.start = (() => start.call(receiver, { host, port })) as typeof receiver.start;
  return receiver;
}
