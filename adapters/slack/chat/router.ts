import type { App } from '@slack/bolt';
import type { PlatformLog } from '../../../kernel/chat/adapter.js';
import type { ChatHost } from '../../../kernel/chat/chat.js';
import type { Locale } from '../../../texts/languages.js';
import { textsIn } from '../../../texts/languages.js';
import { errorsOf, lineModal, metaOf, modalOption, noteModal } from '../draw/modal.js';
import type { SlackChannels } from '../in/channels.js';
import type { SlackPeople } from '../in/people.js';
import {
  type ActionsBody,
  type CommandBody,
  type MessageEvent,
  ofActions,
  ofClosing,
  ofCommand,
  ofMessage,
  ofMessageShortcut,
  ofSubmission,
  type ShortcutBody,
  type SuggestionBody,
  type ViewBody,
} from '../in/read.js';
import type { SlackShow } from '../out/show.js';
import type { Windows } from '../out/windows.js';
import type { Home } from './home.js';
import type { SlackInbound } from './inbound.js';

/** A submission is answered with its errors if they are known by then; else the window says that it waits. */
const submissionMs = 400;
/** A picker shows nothing rather than keep one waiting; Slack's own deadline is 3 s. */
const suggestionMs = 2_500;

export interface RouterParts {
  host: ChatHost;
  inbound: SlackInbound;
  show: SlackShow;
  home: Home;
  people: SlackPeople;
  channels: SlackChannels;
  windows: Windows;
  botUserId: string;
  slashes: readonly string[];
  locale: Locale;
  log: PlatformLog;
}

/**
 * One listener for each kind of thing Slack sends. Bolt runs every listener that fits, so there is only one each;
 * it acknowledges at once, and the work follows.
 */
export function route(app: App, parts: RouterParts): void {
  const { inbound, home, people, windows, botUserId, slashes, locale, log } = parts;

  const acknowledged = async (ack: () => Promise<void>) => {
    // The socket may have gone meanwhile. What was asked for is done all the same: nobody will ask again.
    await ack().catch((error) => log.warn({ reason: String(error) }, 'an act could not be acknowledged'));
  };

  app.command(/.*/, async ({ body, ack }) => {
    await acknowledged(ack);
    await inbound.perform(ofCommand(body as CommandBody, slashes, botUserId));
  });

  app.event('app_mention', async ({ event }) => {
    const incoming = ofMessage(event as MessageEvent, botUserId);
    if (incoming) await inbound.perform(incoming);
  });

  app.event('message', async ({ event }) => {
    const message = event as MessageEvent;
    const incoming = message.channel_type === 'im' ? ofMessage(message, botUserId) : null;
    if (incoming) await inbound.perform(incoming);
  });

  app.event('app_home_opened', async ({ event }) => {
    if (event.tab === 'home') await home.show(event.user);
  });

  app.action(/.*/, async ({ body, ack }) => {
    await acknowledged(ack);
    const incoming = ofActions(body as unknown as ActionsBody);
    if (incoming) await inbound.perform(incoming);
  });

  app.options(/.*/, async ({ body, ack }) => {
    const options = await inTime(suggest(body as unknown as SuggestionBody, parts), suggestionMs, []);
    await acknowledged(() => ack({ options: options as never[] }));
  });

  app.view(/.*/, async ({ body, ack }) => {
    const incoming = ofSubmission(body as unknown as ViewBody);
    if (!incoming) return await acknowledged(ack);
    const received = inbound.receive(incoming);
    const done = await inTime(received, submissionMs, undefined).catch(() => undefined);
    const form = done?.answer.form;
    const errors = form ? errorsOf(form) : {};
    if (Object.keys(errors).length > 0)
      return await acknowledged(() => ack({ response_action: 'errors', errors }));
    const waits = noteModal([{ type: 'section', text: waitingText(locale) }], locale);
    await acknowledged(() => (done ? ack() : ack({ response_action: 'update', view: waits as never })));
    const window = done ? undefined : (body as unknown as ViewBody).view.id;
    await inbound.finish(incoming, async () => {
      const { answer, where } = await received;
      await parts.show.answer(answer, { ...where, window });
    });
  });

  app.view({ type: 'view_closed', callback_id: /.*/ }, async ({ body, ack }) => {
    await acknowledged(ack);
    const incoming = ofClosing(body as unknown as ViewBody);
    if (incoming)
      await inbound.receive(incoming).catch((error) => log.warn({ err: error }, 'a closed window'));
  });

  app.shortcut(/.*/, async ({ body, ack }) => {
    await acknowledged(ack);
    const shortcut = body as unknown as ShortcutBody;
    const { user, trigger_id: trigger, message } = shortcut;
    if (!message) {
      const place = { id: await parts.channels.privateChat(user.id), kind: 'private' as const };
      await windows.open(trigger, lineModal(place, locale));
      return;
    }
    const wrote = message.user && message.user !== user.id ? people.speaker(message.user) : undefined;
    const author = await wrote?.then((speaker) => speaker.name).catch(() => undefined);
    await inbound.perform(ofMessageShortcut(shortcut, botUserId, author));
  });

  app.error(async (error) => {
    log.error({ err: error }, 'something Slack sent could not be handled');
  });
}

const waitingText = (locale: Locale) => ({
  type: 'plain_text' as const,
  text: textsIn(locale).slack.working,
  emoji: false as const,
});

async function suggest(body: SuggestionBody, { host, people, channels }: RouterParts): Promise<object[]> {
  const meta = metaOf(body.view?.private_metadata ?? '');
  if (!meta) return [];
  const { call, place } = meta;
  const speaker = await people.speaker(body.user.id);
  const own = place.id.startsWith('D') ? { ...place, id: await channels.privateChat(body.user.id) } : place;
  const found = await host.suggest({
    platform: 'slack',
    speaker,
    place: own,
    command: call.command,
    field: body.action_id,
    words: body.value,
  });
  return found.slice(0, 100).map(modalOption);
}

/** The result, or `otherwise` where it takes too long. */
async function inTime<T, O>(work: Promise<T>, ms: number, otherwise: O): Promise<T | O> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<O>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
