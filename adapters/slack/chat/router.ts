import type { App } from '@slack/bolt';
import type { PlatformLog } from '../../../kernel/chat/adapter.js';
import type { ChatHost } from '../../../kernel/chat/chat.js';
import { plainReason } from '../../../kernel/command/plain-reason.js';
import type { Locale } from '../../../texts/languages.js';
import { textsIn } from '../../../texts/languages.js';
import { inTime } from '../connection/in-time.js';
import { errorsOf, lineModal, metaOf, modalOption, noteModal } from '../draw/modal.js';
import type { SlackChannels } from '../in/channels.js';
import type { SlackPeople } from '../in/people.js';
import {
  type ActionsBody,
  type CommandBody,
  ofActions,
  ofCommand,
  ofEvent,
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
/** Who wrote a message is left out rather than that the act is acknowledged too late. */
const authorMs = 1_500;
const nobody = Promise.resolve(undefined);

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
    await ack().catch((error) =>
      log.warn({ reason: plainReason(error) }, 'an act could not be acknowledged'),
    );
  };

  app.command(/.*/, async ({ body, ack }) => {
    await inbound.take(ofCommand(body as CommandBody, slashes, botUserId), () => acknowledged(ack));
  });

  storeEvents(app, parts);

  app.event('app_home_opened', async ({ event }) => {
    await inbound.welcome(event.user);
    if (event.tab === 'home') await home.show(event.user);
  });

  for (const name of ['member_joined_channel', 'member_left_channel'] as const)
    app.event(name, async ({ event }) => await membersChanged(event, parts));

  app.action(/.*/, async ({ body, ack }) => {
    const incoming = ofActions(body as unknown as ActionsBody);
    if (incoming) await inbound.take(incoming, () => acknowledged(ack));
    else await acknowledged(ack);
  });

  app.options(/.*/, async ({ body, ack }) => {
    const options = await inTime(suggest(body as unknown as SuggestionBody, parts), suggestionMs, []);
    await acknowledged(() => ack({ options: options as never[] }));
  });

  app.view(/.*/, async ({ body, ack }) => {
    const incoming = ofSubmission(body as unknown as ViewBody);
    if (!incoming) return await acknowledged(ack);
    await inbound.takeSubmission(incoming, async (received) => {
      const done = await inTime(received, submissionMs, 'late' as const).catch(() => 'late' as const);
      const form = done === 'late' ? undefined : done?.answer.form;
      const errors = form ? errorsOf(form) : {};
      if (Object.keys(errors).length > 0) {
        await acknowledged(() => ack({ response_action: 'errors', errors }));
        const { where } = (await received) ?? {};
        return where && (await parts.show.askedInWindow(where));
      }
      const waits = noteModal([{ type: 'section', text: waitingText(locale) }], locale);
      const isLate = done === 'late';
      await acknowledged(() => (isLate ? ack({ response_action: 'update', view: waits as never }) : ack()));
      const window = isLate ? (body as unknown as ViewBody).view.id : undefined;
      const { answer, where } = (await received) ?? {};
      if (answer && where) await parts.show.answer(answer, { ...where, window });
    });
  });

  app.shortcut(/.*/, async ({ body, ack }) => {
    const shortcut = body as unknown as ShortcutBody;
    const { user, trigger_id: trigger, message } = shortcut;
    if (!message) {
      await acknowledged(ack);
      const place = { id: await parts.channels.privateChat(user.id), kind: 'private' as const };
      await windows.open(trigger, lineModal(place, locale));
      return;
    }
    const wrote = message.user && message.user !== user.id ? people.speaker(message.user) : undefined;
    const author = await inTime(wrote?.then((speaker) => speaker.name) ?? nobody, authorMs, undefined).catch(
      () => undefined,
    );
    await inbound.take(ofMessageShortcut(shortcut, botUserId, author), () => acknowledged(ack));
  });

  app.error(async (error) => {
    log.error({ err: error }, 'something Slack sent could not be handled');
  });
}

/**
 * Has each event that is an act stored before Bolt acknowledges it, which it does before any listener runs. An event
 * that could not be stored is not acknowledged, so that it comes again.
 */
function storeEvents(app: App, { inbound, botUserId }: RouterParts): void {
  const process = app.processEvent.bind(app);
  app.processEvent = async (event) => {
    const incoming = ofEvent(event.body, botUserId);
    if (incoming) await inbound.takeEvent(incoming);
    await process(event);
  };
}

/** Somebody came into a channel or left it; the bot itself may be meant. */
async function membersChanged(
  { channel, user }: { channel: string; user: string },
  { host, channels, log }: RouterParts,
): Promise<void> {
  channels.forget(channel);
  try {
    await host.membersChanged('slack', { id: channel, kind: 'group' });
  } catch (error) {
    log.warn({ err: error, channel, user }, 'who is in a channel could not be kept');
  }
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
