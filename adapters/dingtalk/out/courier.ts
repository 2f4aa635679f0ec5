import type { PlaceRef } from '../../../kernel/chat/chat.js';
import type { Usage } from '../../../kernel/job/usage-port.js';
import { type Clock, systemClock } from '../../../kernel/time/clock.js';
import { type Locale, textsIn } from '../../../texts/languages.js';
import { type Api, json } from '../api/client.js';
import { DingtalkRefused } from '../api/failure.js';
import type { DingtalkMessage } from '../draw/messages.js';
import type { Webhook } from '../in/read.js';

export interface Delivery {
  place: PlaceRef;
  /** The same for every attempt: a card under it exists once. */
  id: string;
  locale: Locale;
  /** Goes first where it lives: it costs no call of the API. */
  webhook?: Webhook | undefined;
  /** userIds and names of people who are to be told. */
  mention?: readonly { id: string; name: string }[];
}

/** A webhook that lapses within that time is not tried, in ms. */
const marginMs = 30_000;

/** Puts single messages into chats: interactive cards, and what goes by webhook or by the robot's own API. */
export class Courier {
  private readonly dead = new Set<string>();

  constructor(
    private readonly parts: {
      api: Api;
      usage: Usage;
      robotCode: string;
      template: string;
      clock?: Clock;
    },
  ) {}

  /** Makes a card and shows it there; false if an earlier attempt has. 200 alone is no delivery. */
  async card(
    variables: Record<string, string>,
    delivery: Delivery,
    template = this.parts.template,
  ): Promise<boolean> {
    const { api, usage } = this.parts;
    const { id: outTrackId, locale } = delivery;
    const common = { cardTemplateId: template, outTrackId, callbackType: 'STREAM', userIdType: 1 };
    const body = {
      ...common,
      cardData: { cardParamMap: variables },
      ...this.space(delivery, variables.title ?? '', locale),
    };
    try {
      const { result } = await api.call('POST', '/v1.0/card/instances/createAndDeliver', body);
      const delivered = (
        result as { deliverResults?: { success?: boolean; errorMsg?: string }[] } | undefined
      )?.deliverResults;
      const failed = delivered?.find(({ success }) => success === false);
      if (failed) throw new DingtalkRefused('notDelivered', failed.errorMsg);
      usage.count('card');
      return true;
    } catch (error) {
      // An attempt whose answer was lost has made it.
      if (!(error instanceof DingtalkRefused && /cardAlreadyExist/.test(error.code))) throw error;
      return false;
    }
  }

  /** Changes some variables of a card for everybody. */
  async update(outTrackId: string, variables: Record<string, string>): Promise<void> {
    await this.parts.api.call('PUT', '/v1.0/card/instances', {
      outTrackId,
      cardData: { cardParamMap: variables },
      cardUpdateOptions: { updateCardDataByKey: true },
    });
  }

  /** Anything but an interactive card: by the webhook while it lives, else by the API. */
  async message(message: Exclude<DingtalkMessage, { type: 'card' }>, delivery: Delivery): Promise<void> {
    this.parts.usage.count(message.type);
    if (await this.byWebhook(message, delivery)) return;
    const { place } = delivery;
    const { robotCode, api } = this.parts;
    const body = { robotCode, ...keyed(message) };
    if (place.kind === 'group') {
      await api.call('POST', '/v1.0/robot/groupMessages/send', { ...body, openConversationId: place.id });
      return;
    }
    await this.toPerson(place.id, body);
  }

  /** A picture that was uploaded; webhooks take none. */
  async picture(media: string, { place }: Delivery): Promise<void> {
    const { robotCode, api } = this.parts;
    const body = { robotCode, msgKey: 'sampleImageMsg', msgParam: JSON.stringify({ photoURL: media }) };
    if (place.kind === 'private') return await this.toPerson(place.id, body);
    await api.call('POST', '/v1.0/robot/groupMessages/send', { ...body, openConversationId: place.id });
  }

  /** A file that was uploaded, to a person; https://open.dingtalk.com/document/development/robot-message-type */
  async file(media: string, name: string, { id }: PlaceRef): Promise<void> {
    const param = { mediaId: media, fileName: name, fileType: name.slice(name.lastIndexOf('.') + 1) };
    const msgParam = JSON.stringify(param);
    await this.toPerson(id, { robotCode: this.parts.robotCode, msgKey: 'sampleFile', msgParam });
  }

  private async toPerson(id: string, body: Record<string, unknown>): Promise<void> {
    const answer = await this.parts.api.call('POST', '/v1.0/robot/oToMessages/batchSend', {
      ...body,
      userIds: [id],
    });
    const { invalidStaffIdList: invalid, flowControlledStaffIdList: slowed } = answer as Record<
      string,
      string[]
    >;
    if (invalid?.includes(id)) throw new DingtalkRefused('staffId.notExisted', id);
    if (slowed?.includes(id)) throw new DingtalkRefused('send.too.fast', 'flow controlled');
  }

  private async byWebhook(
    message: Exclude<DingtalkMessage, { type: 'card' }>,
    { webhook, mention = [] }: Delivery,
  ): Promise<boolean> {
    const now = (this.parts.clock ?? systemClock).now().getTime();
    if (!webhook || webhook.until < now + marginMs || this.dead.has(webhook.url)) return false;
    this.parts.usage.count('push');
    try {
      await json(
        webhook.url,
        'POST',
        webhookBody(
          message,
          mention.map(({ id }) => id),
        ),
      );
      return true;
    } catch (error) {
      if (!(error instanceof DingtalkRefused)) throw error;
      if (this.dead.size > 10_000) this.dead.clear();
      this.dead.add(webhook.url);
      return false;
    }
  }

  private space({ place, mention = [] }: Delivery, title: string, locale: Locale): object {
    const lastMessageI18n = { [textsIn(locale).dingtalk.languageKey]: title };
    if (place.kind === 'private') {
      return {
        openSpaceId: `dtv1.card//IM_ROBOT.${place.id}`,
        imRobotOpenSpaceModel: { supportForward: false, lastMessageI18n },
        imRobotOpenDeliverModel: { spaceType: 'IM_ROBOT', robotCode: this.parts.robotCode },
      };
    }
    const atUserIds = Object.fromEntries(mention.map(({ id, name }) => [id, name]));
    return {
      openSpaceId: `dtv1.card//IM_GROUP.${place.id}`,
      imGroupOpenSpaceModel: { supportForward: false, lastMessageI18n },
      imGroupOpenDeliverModel: {
        robotCode: this.parts.robotCode,
        ...(mention.length > 0 ? { atUserIds } : {}),
      },
    };
  }
}

/** A message by key and parameter; https://open.dingtalk.com/document/development/robot-message-type */
function keyed(message: Exclude<DingtalkMessage, { type: 'card' }>): { msgKey: string; msgParam: string } {
  const { type } = message;
  if (type === 'text')
    return { msgKey: 'sampleText', msgParam: JSON.stringify({ content: message.content }) };
  const { title, text } = message;
  if (type === 'markdown') return { msgKey: 'sampleMarkdown', msgParam: JSON.stringify({ title, text }) };
  const [only, ...more] = message.buttons;
  if (more.length === 0) {
    const single = { title, text, singleTitle: only?.title, singleURL: only?.url };
    return { msgKey: 'sampleActionCard', msgParam: JSON.stringify(single) };
  }
  const numbered = message.buttons.flatMap((button, n) => [
    [`actionTitle${n + 1}`, button.title],
    [`actionURL${n + 1}`, button.url],
  ]);
  return {
    msgKey: `sampleActionCard${message.buttons.length}`,
    msgParam: JSON.stringify({ title, text, ...Object.fromEntries(numbered) }),
  };
}

/** The same for a webhook, where mentions work if the text carries them too. */
function webhookBody(
  message: Exclude<DingtalkMessage, { type: 'card' }>,
  ids: string[],
): Record<string, unknown> {
  const at = ids.length > 0 ? { at: { atUserIds: ids, isAtAll: false } } : {};
  const called = ids.map((id) => `@${id}`).join(' ');
  const words = (text: string) => (called ? `${text}  \n${called}` : text);
  switch (message.type) {
    case 'text':
      return { msgtype: 'text', text: { content: words(message.content) }, ...at };
    case 'markdown':
      return { msgtype: 'markdown', markdown: { title: message.title, text: words(message.text) }, ...at };
    case 'action_card': {
      const { title, text, buttons } = message;
      const [only, ...more] = buttons;
      const taps =
        more.length === 0
          ? { singleTitle: only?.title, singleURL: only?.url }
          : { btns: buttons.map((one) => ({ title: one.title, actionURL: one.url })), btnOrientation: '0' };
      return { msgtype: 'actionCard', actionCard: { title, text, ...taps } };
    }
  }
}
