import { setTimeout as wait } from 'node:timers/promises';
import { fileAlone } from '../../../kernel/card/card.js';
import type { ChartDraw, ChatPorts, FileMaker } from '../../../kernel/chat/adapter.js';
import type { Chat, ChatHost } from '../../../kernel/chat/chat.js';
import { FileCourier } from '../../../kernel/chat/file-courier.js';
import type { Lease } from '../../../kernel/chat/lease-port.js';
import { textsIn } from '../../../texts/languages.js';
import { asError, wecomSent } from '../api/failure.js';
import { WecomLink } from '../connection/link.js';
import { WecomPeople } from '../in/people.js';
import { readFrame } from '../in/read.js';
import { Allowance } from '../out/allowance.js';
import { taskIdOf, WecomMessages } from '../out/messages.js';
import { WecomPictures } from '../out/pictures.js';
import { WecomShow } from '../out/show.js';
import { Thinking } from '../out/thinking.js';
import type { WecomSettings } from '../setup/settings.js';
import { WecomInbound } from './inbound.js';

export interface WecomOptions
  extends WecomSettings,
    Pick<ChatPorts, 'locale' | 'acts' | 'log'>,
    Partial<Pick<ChatPorts, 'listens'>> {
  lease: Lease;
  draw?: ChartDraw;
  make?: FileMaker;
  allowance?: Allowance;
}

/** A start waits so long for a platform, in ms. */
const patienceMs = 10_000;
/** Of what a chat may get, so many messages are left for answers. */
const forAnswers = 10;
/** Posts, of which a burst becomes one message; messages are counted here, answers with them. */
const postsPerMinute = 300;
/** A phone that buzzes more often than that at once tells less than one list. */
const digestOver = 5;

/** WeCom (企业微信) as a chat of the product, through a smart bot over the long connection. */
export function createWecom(options: WecomOptions): Chat {
  const { botId, secret, name, wsUrl, cardUrl, locale, lease, draw, log, listens = true } = options;
  let inbound: WecomInbound | undefined;
  const groupName = (mark: string) => textsIn(locale).wecom.group(mark);
  const link = new WecomLink({
    ...{ botId, secret, wsUrl, log, lease },
    heard: (frame) => {
      const heard = readFrame(frame, { botName: name, groupName });
      if (heard) void inbound?.hear(heard);
    },
  });
  const allowance = options.allowance ?? new Allowance();
  const pictures = new WecomPictures(link, draw, log);
  let messages: WecomMessages | undefined;
  let files: FileCourier | undefined;

  return {
    platform: 'wecom',
    postsPerMinute,
    digestOver,
    away: () => !link.open,
    async start(host: ChatHost) {
      // There is one connection, for both ways: the process that listens has it, and sends what others queue.
      if (!listens) return;
      messages = new WecomMessages({ link, allowance, pictures, say: host.say, cardUrl });
      const shown = messages;
      files = new FileCourier({
        ...{
          platform: 'wecom',
          host,
          make: options.make,
          meaning: (error) => wecomSent(asError(error)),
          log,
        },
        send: (place, { name }, bytes) => shown.file(place, name, bytes),
        say: (place, card, locale) => shown.post(place, card, { locale }),
      });
      const show = new WecomShow({ host, messages, files, botId, locale, log });
      const people = new WecomPeople(options.app, log);
      inbound = new WecomInbound({
        ...{ host, people, show, thinking: new Thinking(link, log), locale, log, acts: options.acts },
        connected: () => link.ready(patienceMs),
      });
      await inbound.start();
      link.start();
      await link.ready(patienceMs);
    },
    async stop() {
      // What came is answered first; whoever takes over hears the rest.
      if (!listens) return;
      await Promise.race([inbound?.settled(), wait(patienceMs, undefined, { ref: false })]);
      await link.stop();
      await inbound?.settled();
    },
    async send({ key, place, card, locale: reader, mention }) {
      if (!messages || !files) return { ok: false, reason: 'WeCom is not started' };
      const pause = allowance.waitFor(place.id, forAnswers);
      if (pause > 0)
        return { ok: false, reason: 'the chat has had its messages', retryAfter: Math.ceil(pause / 1000) };
      const file = fileAlone(card);
      if (file) return await files.alone(place, file, reader);
      try {
        const id = taskIdOf(key, botId);
        const isNew = await messages.post(place, card, { locale: reader, mention }, id);
        if (isNew) await files.follow(place, card, key, reader);
        return { ok: true, messageId: id };
      } catch (error) {
        return wecomSent(error);
      }
    },
  };
}
