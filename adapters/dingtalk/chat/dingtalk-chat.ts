import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { fileAlone } from '../../../kernel/card/card.js';
import type { ChartDraw, ChatPorts, FileMaker } from '../../../kernel/chat/adapter.js';
import type { Chat, ChatHost } from '../../../kernel/chat/chat.js';
import { FileCourier } from '../../../kernel/chat/file-courier.js';
import { Api } from '../api/client.js';
import { dingtalkSent } from '../api/failure.js';
import { Stream } from '../connection/stream.js';
import { DingtalkPeople } from '../in/people.js';
import { Courier } from '../out/courier.js';
import { Ladder } from '../out/ladder.js';
import { changes, DingtalkMessages, newCardId } from '../out/messages.js';
import { DingtalkShow } from '../out/show.js';
import type { DingtalkSettings } from '../setup/settings.js';
import { DingtalkInbound } from './inbound.js';

export interface DingtalkOptions
  extends DingtalkSettings,
    Pick<ChatPorts, 'locale' | 'usage' | 'acts' | 'log'>,
    Partial<Pick<ChatPorts, 'listens'>> {
  draw?: ChartDraw;
  make?: FileMaker;
  /** How often a sign of life is asked for, and when a connection without one is dead. */
  heartbeat?: { pingMs: number; deadMs: number };
}

/** Markdown and buttons, of nobody's own: no card console is needed (dingtalk-stream-sdk-python, card templates). */
export const publicTemplate = '1366a1eb-bc54-4859-ac88-517c56a9acb1.schema';

/** A start waits so long for a platform, in ms. */
const patienceMs = 10_000;
/**
 * Documented for custom robots, with ten minutes of refusal above it:
 * https://open.dingtalk.com/document/development/custom-robots-send-group-messages
 */
const postsPerMinute = 20;
/** Each message is a call of the month's quota: bursts become one, and small ones too when it runs short. */
const digestOver = { usually: 3, short: 1 };
const shortFrom = 0.8;

/** DingTalk (钉钉) as a chat of the product, over the Stream connection. */
export function createDingtalk(options: DingtalkOptions): Chat {
  const { clientId, clientSecret, locale, usage, quota, log, listens = true } = options;
  const robotCode = options.robotCode ?? clientId;
  const api = new Api({ ...options, mostCalls: quota.calls });
  const courier = new Courier({ api, usage, robotCode, template: options.cardTemplateId ?? publicTemplate });
  const people = new DingtalkPeople(api, log);
  const spent = () => Math.max(usage.of('api') / quota.calls, usage.of('push') / quota.pushes);
  let messages: DingtalkMessages | undefined;
  let files: FileCourier | undefined;
  let inbound: DingtalkInbound | undefined;
  const stream = new Stream({
    ...{ clientId, clientSecret, api, log, heartbeat: options.heartbeat },
    heard: (push) => inbound?.hear(push),
  });

  return {
    platform: 'dingtalk',
    postsPerMinute,
    get digestOver() {
      return spent() >= shortFrom ? digestOver.short : digestOver.usually;
    },
    get mostRedraws() {
      return messages?.hasRoom ? 1 : 0;
    },
    async start(host: ChatHost) {
      const { draw, formTemplateId: formTemplate } = options;
      const ladder = new Ladder();
      messages = new DingtalkMessages({
        api,
        courier,
        ladder,
        usage,
        say: host.say,
        draw,
        formTemplate,
        spent,
        log,
      });
      const shown = messages;
      files = new FileCourier({
        ...{ platform: 'dingtalk', host, make: options.make, meaning: dingtalkSent, log },
        send: (place, file, bytes) => shown.file(place, file, bytes),
        say: (place, card, locale) => shown.post(card, { place, id: newCardId(), locale }),
      });
      if (!listens) return;
      const show = new DingtalkShow({ host, messages, files, courier, clientId, locale, log });
      inbound = new DingtalkInbound({
        ...{ host, people, show, usage, acts: options.acts, log },
      });
      await inbound.start();
      stream.start();
      await stream.ready(patienceMs);
    },
    async stop() {
      await Promise.race([inbound?.settled(), wait(patienceMs, undefined, { ref: false })]);
      await stream.stop();
      await inbound?.settled();
    },
    async send({ key, place, card, locale: reader, mention = [] }) {
      if (!messages || !files) return { ok: false, reason: 'DingTalk is not started' };
      const file = fileAlone(card);
      if (file) return await files.alone(place, file, reader);
      try {
        const told = await Promise.all(mention.map((one) => people.speaker(one)));
        const named = told.map((one) => ({ id: one.id, name: one.name ?? one.id }));
        const id = idOf(key, clientId);
        const shown = await messages.post(card, { place, id, locale: reader, mention: named });
        if (shown.isNew) await files.follow(place, card, key, reader);
        return { ok: true, messageId: shown.id };
      } catch (error) {
        return dingtalkSent(error);
      }
    },
    async update(place, messageId, card, reader) {
      if (!messages || !changes(messageId))
        return { ok: false, reason: 'only interactive cards change', final: true };
      if (!messages.hasRoom) return { ok: false, reason: 'the quota is nearly used up' };
      try {
        const { variables } = messages.variables(card, reader);
        await courier.update(messageId, variables);
        return { ok: true, messageId };
      } catch (error) {
        log.info({ place: place.id }, 'a card could not be redrawn');
        return dingtalkSent(error);
      }
    },
  };
}

const answers = 'answer:';

/** The id of a post's card: an answer's own, else one that follows from the post. */
const idOf = (key: string, clientId: string): string =>
  key.startsWith(answers)
    ? key.slice(answers.length)
    : `p-${createHash('sha256').update(`${clientId} ${key}`).digest('hex').slice(0, 40)}`;
