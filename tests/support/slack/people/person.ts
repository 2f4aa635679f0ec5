import { appHomeOpened } from '../payloads/events.js';
import { globalShortcut, messageAction, slashCommand } from '../payloads/interactions.js';
import { composed } from '../text/composer.js';
import { eventually, matches } from '../waiting.js';
import type { Channel } from '../workspace/channel.js';
import { SlackFile } from '../workspace/files.js';
import type { Drawing, Message } from '../workspace/message.js';
import type { User } from '../workspace/user.js';
import type { View } from '../workspace/view.js';
import { Act } from './act.js';
import type { Wanted } from './choices.js';
import { isTappable } from './controls.js';
import { Forms, type Submitted } from './forms.js';
import { Hands, type Place } from './hands.js';
import type { Notice, Outcome } from './notices.js';
import { screenOf } from './screen.js';
import type { Stage } from './stage.js';

export interface Writing {
  /** The message whose thread it goes to. */
  thread?: Message;
  /** Sent as it is: no entities, no links made. */
  raw?: boolean;
}

export interface Attached {
  name: string;
  bytes: Buffer;
  recordedAs?: 'slack_audio' | 'slack_video';
}

export interface Tapping {
  /** What to do with a dialog that asks first. */
  confirm?: 'accept' | 'dismiss';
  /** What the person still sees, where the message was redrawn meanwhile. */
  drawn?: Drawing;
}

/** Somebody at a client: what they do, and what they see. */
export class Person {
  private readonly hands: Hands;
  private readonly forms: Forms;

  constructor(
    private readonly stage: Stage,
    readonly user: User,
  ) {
    this.hands = new Hands(stage, user);
    this.forms = new Forms(this.hands);
  }

  get id(): string {
    return this.user.id;
  }

  get name(): string {
    return this.user.name;
  }

  /** The conversation with the bot. */
  get dm(): Channel {
    return this.stage.workspace.directChannel(this.user);
  }

  // What they do

  /** A slash command; in the conversation with the bot unless said otherwise. */
  slash(command: string, text = '', { in: channel = this.dm }: { in?: Channel } = {}): Act<Outcome> {
    return this.act(async () => {
      const entry = this.stage.command(command);
      if (!entry || this.user.team !== this.stage.workspace.team) {
        this.hands.note('not_a_command', command);
        return { kind: 'not_a_command' };
      }
      const { workspace, responseUrls, triggers, deliveries, answers } = this.stage;
      const responseUrl = responseUrls.issue('commands', channel, this.user);
      const reply = { triggerId: triggers.issue(this.user, false), responseUrl };
      const sent = entry.shouldEscape ? composed(text) : text;
      const payload = slashCommand(this.user, channel, command, sent, reply, workspace);
      const onAnswer = (answer: object) => {
        const refusal = answers.inAck(channel, this.user, answer);
        if (refusal) this.hands.note('dispatch_failed', `${command}: ${refusal}`);
      };
      const delivery = await deliveries.send('slash_commands', payload, { accepts: true, onAnswer });
      return this.hands.outcome(delivery, command);
    });
  }

  /** Writes into a conversation. */
  writes(channel: Channel, text: string, options: Writing = {}): Act<Message> {
    return this.act(async () => {
      this.mustBeIn(channel);
      const { thread, raw } = options;
      return channel.post({
        text: raw ? text : composed(text),
        blocks: [],
        attachments: [],
        author: this.user,
        threadTs: thread ? (thread.threadTs ?? thread.ts) : undefined,
      });
    });
  }

  /** The same to the bot, in private. */
  says(text: string, options: Writing = {}): Act<Message> {
    return this.writes(this.dm, text, options);
  }

  /** Sends a file, with words or without; `recordedAs` where it was recorded in Slack itself. */
  attaches(
    { name, bytes, recordedAs }: Attached,
    {
      in: channel = this.dm,
      text = '',
      mention = false,
    }: { in?: Channel; text?: string; mention?: boolean } = {},
  ): Act<Message> {
    return this.act(async () => {
      this.mustBeIn(channel);
      const { workspace } = this.stage;
      const [id, at] = [workspace.ids.next('F'), workspace.clock.now()];
      const file = new SlackFile(id, name, bytes.length, '', this.user, at, '');
      file.bytes = bytes;
      file.recordedAs = recordedAs;
      file.process();
      const words = mention ? `<@${workspace.bot.id}> ${composed(text)}`.trim() : composed(text);
      return channel.post({ text: words, blocks: [], attachments: [], author: this.user, files: [file] });
    });
  }

  /** Writes to the bot in a channel: `@bot text`. */
  mentions(channel: Channel, text: string, { thread, raw }: Writing = {}): Act<Message> {
    const words = `<@${this.stage.workspace.bot.id}> ${raw ? text : composed(text)}`;
    return this.writes(channel, words, { raw: true, ...(thread ? { thread } : {}) });
  }

  edits(message: Message, text: string): Act<void> {
    return this.act(async () => {
      const before = message.drawing;
      message.change({ text: composed(text), blocks: [], attachments: [] });
      message.edited = { user: this.id, ts: this.stage.workspace.nextTs() };
      this.stage.changed(message, before);
    });
  }

  deletes(message: Message): Act<void> {
    return this.act(async () => {
      message.delete();
      this.stage.deleted(message);
    });
  }

  /** Taps a button, by its label. */
  taps(place: Place, label: string, { confirm = 'accept', drawn }: Tapping = {}): Act<Outcome> {
    return this.act(async () => {
      this.mustSee(place);
      const control = this.hands.find(place, label, drawn);
      if (!isTappable(control)) throw new Error(`"${label}" is no button: use picks`);
      const { element } = control;
      return await this.hands.act(
        place,
        control,
        'value' in element ? { value: element.value ?? '' } : {},
        confirm,
      );
    });
  }

  /** Picks from a menu, by its placeholder or action_id: an option's label, a date, a person; null for nothing. */
  picks(place: Place, control: string, wanted: Wanted, { confirm, drawn }: Tapping = {}): Act<Outcome> {
    return this.act(async () => {
      this.mustSee(place);
      const outcome = await this.hands.pick(place, this.hands.find(place, control, drawn), wanted, confirm);
      return outcome ?? { kind: 'acked' };
    });
  }

  opensHome(): Act<void> {
    return this.opensTab('home');
  }

  /** The other tab of the app; it sends the same event. */
  opensMessages(): Act<void> {
    return this.opensTab('messages');
  }

  tapsInHome(label: string, options: Tapping = {}): Act<Outcome> {
    return this.taps(this.mustHaveHome(), label, options);
  }

  picksInHome(control: string, wanted: Wanted, options: Tapping = {}): Act<Outcome> {
    return this.picks(this.mustHaveHome(), control, wanted, options);
  }

  /** Types into an external menu; gives the labels of what it offers. */
  async typesIn(place: Place, field: string, query: string): Promise<string[]> {
    return await this.hands.suggestions(place, this.hands.find(place, field), query);
  }

  fills(view: View, values: Record<string, Wanted>): Act<void> {
    return this.act(async () => await this.forms.fill(view, values));
  }

  pressesEnterIn(view: View, field: string, text: string): Act<void> {
    return this.act(async () => await this.forms.pressEnter(view, field, text));
  }

  /** Fills the fields, by label, and submits. */
  submits(view: View, values: Record<string, Wanted> = {}): Act<Submitted> {
    return this.act(async () => {
      await this.forms.fill(view, values);
      return await this.forms.submit(view);
    });
  }

  /** Cancels a window, or with `all` the whole stack. */
  closes(view: View, { all = false }: { all?: boolean } = {}): Act<void> {
    return this.act(async () => await this.forms.close(view, all));
  }

  shortcutOn(message: Message, callbackId: string): Act<Outcome> {
    return this.act(async () => {
      this.mustSee(message);
      const { workspace, triggers, responseUrls } = this.stage;
      const responseUrl = responseUrls.issue('actions', message.channel, this.user);
      const reply = { triggerId: triggers.issue(this.user, false), responseUrl };
      return await this.hands.interact(
        messageAction(message, this.user, callbackId, reply, workspace),
        callbackId,
      );
    });
  }

  globalShortcut(callbackId: string): Act<Outcome> {
    return this.act(async () => {
      const { workspace, triggers } = this.stage;
      const triggerId = triggers.issue(this.user, false);
      return await this.hands.interact(
        globalShortcut(this.user, callbackId, triggerId, workspace),
        callbackId,
      );
    });
  }

  /** Reloads the client: ephemeral messages are gone (slack.md, section 3). */
  reloads(): void {
    for (const channel of this.stage.workspace.channels.values())
      for (const message of this.ephemerals(channel)) message.delete();
  }

  deactivate(): void {
    this.user.deleted = true;
  }

  // What they see

  /** What Slack itself told them. */
  get notices(): Notice[] {
    return this.hands.notices;
  }

  /** Dialogs that asked before an act, as they were read. */
  get dialogs(): string[] {
    return this.hands.dialogs;
  }

  /** The window on top. */
  get view(): View | undefined {
    return this.stage.workspace.views.topOf(this.user);
  }

  get views(): View[] {
    return this.stage.workspace.views.stackOf(this.user);
  }

  get home(): View | undefined {
    return this.stage.workspace.views.homeOf(this.user);
  }

  /** Messages that only they see there. */
  ephemerals(channel: Channel): Message[] {
    return channel.ephemerals.filter((message) => message.onlyFor === this.user && !message.deleted);
  }

  async waitForEphemeral(channel: Channel, words: RegExp | string): Promise<Message> {
    const shown = () => this.ephemerals(channel);
    return await eventually(
      () => shown().findLast((message) => matches(message.readable(), words)),
      () =>
        `${words} for ${this.name} alone; there is:\n${shown()
          .map((one) => one.readable())
          .join('\n---\n')}`,
    );
  }

  /** The window on top, once it reads so: title, content or buttons. */
  async waitForView(words: RegExp | string): Promise<View> {
    return await eventually(
      () => (this.view && matches(this.view.readable(), words) ? this.view : undefined),
      () => `a window with ${words}; there is:\n${this.view?.readable() ?? '(none)'}`,
    );
  }

  async waitForHome(words: RegExp | string): Promise<View> {
    return await eventually(
      () => (this.home && matches(this.home.readable(), words) ? this.home : undefined),
      () => `a Home tab with ${words}; there is:\n${this.home?.readable() ?? '(none)'}`,
    );
  }

  private act<T>(work: () => Promise<T>, alsoSeen: () => string = () => ''): Act<T> {
    const { workspace, deliveries } = this.stage;
    if (this.user.deleted) throw new Error(`${this.name} is deactivated`);
    const since = workspace.changes;
    return new Act(
      work(),
      () => [screenOf(this.user, workspace, this.notices, since), alsoSeen()].filter(Boolean).join('\n---\n'),
      () => deliveries.settled(),
    );
  }

  /** What stood in the Home tab before is seen too. */
  private opensTab(tab: 'home' | 'messages'): Act<void> {
    const { workspace, deliveries } = this.stage;
    const tell = async () => {
      if (this.stage.subscribed('app_home_opened'))
        deliveries.event(appHomeOpened(this.user, tab, workspace));
    };
    return this.act(tell, () => (tab === 'home' ? (this.home?.readable() ?? '') : ''));
  }

  private mustBeIn(channel: Channel): void {
    if (!channel.has(this.user)) throw new Error(`${this.name} is not in #${channel.name}`);
    if (channel.isArchived) throw new Error(`#${channel.name} is archived`);
  }

  private mustSee(place: Place): void {
    if (!('channel' in place)) return;
    if (place.onlyFor && place.onlyFor !== this.user)
      throw new Error(`${this.name} does not see that message`);
    if (place.deleted) throw new Error('that message is gone');
    if (!this.mayPreview(place.channel)) this.mustBeIn(place.channel);
  }

  /**
   * Members read public channels without joining them (https://slack.com/help/articles/205239967-Join-a-channel). Whether
   * the buttons there work for them is not documented: the worse case is assumed.
   */
  private mayPreview({ kind, isArchived }: Channel): boolean {
    const { team, isRestricted } = this.user;
    return kind === 'public' && !isArchived && !isRestricted && team === this.stage.workspace.team;
  }

  private mustHaveHome(): View {
    if (!this.home) throw new Error(`${this.name} has an empty Home tab`);
    return this.home;
  }
}
