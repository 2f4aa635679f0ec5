import { suggestionProblems } from '../block-kit/validate.js';
import type { Delivery } from '../delivery/delivery.js';
import { type JsonObject, objectOf, stringOf } from '../json.js';
import { actionInView, actionOnMessage, blockSuggestion, type Reply } from '../payloads/interactions.js';
import { optionsOf, readText } from '../text/read-elements.js';
import { type Drawing, Message } from '../workspace/message.js';
import type { User } from '../workspace/user.js';
import type { View } from '../workspace/view.js';
import { type Choice, choose, type Wanted } from './choices.js';
import { type Control, controlsIn, controlsOn, findControl } from './controls.js';
import type { Notice, NoticeKind, Outcome } from './notices.js';
import type { Stage } from './stage.js';

/** Where something can be tapped. */
export type Place = Message | View;

/** An external menu asks after so many characters, unless it says otherwise (block-elements.d.ts). */
const usualQueryLength = 3;

/** What somebody does with the controls of messages and windows. */
export class Hands {
  readonly notices: Notice[] = [];
  /** Dialogs that came up before an act, as they were read. */
  readonly dialogs: string[] = [];
  private readonly suggested = new Map<string, JsonObject[]>();

  constructor(
    readonly stage: Stage,
    readonly user: User,
  ) {}

  /** Sends an interaction; tells the person when it went wrong. */
  async interact(
    payload: JsonObject,
    about: string,
    options: { accepts?: boolean; onAnswer?: (answer: JsonObject) => void } = {},
  ): Promise<Outcome> {
    return this.outcome(await this.stage.deliveries.send('interactive', payload, options), about);
  }

  outcome(delivery: Delivery, about: string): Outcome {
    if (delivery.status === 'acked') return { kind: 'acked', delivery };
    const kind = delivery.status === 'timed out' ? 'operation_timeout' : 'dispatch_failed';
    this.note(kind, about);
    return { kind, delivery };
  }

  note(kind: NoticeKind, about: string): void {
    this.notices.push({ kind, about, at: this.stage.workspace.tick() });
  }

  find(place: Place, label: string, drawn?: Drawing): Control {
    const { nameOf } = this.stage.workspace;
    const where = place instanceof Message ? place.readable(drawn) : place.readable();
    return findControl(this.controls(place, drawn), label, nameOf, where);
  }

  controls(place: Place, drawn?: Drawing): Control[] {
    return place instanceof Message ? controlsOn(drawn ?? place.drawing) : controlsIn(place.blocks);
  }

  /** Taps it, through its dialog if it has one. */
  async act(
    place: Place,
    control: Control,
    chosen: JsonObject,
    answer: 'accept' | 'dismiss',
  ): Promise<Outcome> {
    const { workspace } = this.stage;
    const { element, blockId, attachmentId } = control;
    if (element.confirm) {
      this.dialogs.push(this.readDialog(objectOf(element.confirm)));
      if (answer === 'dismiss') return { kind: 'dismissed' };
    }
    const act = { blockId, element, chosen, actionTs: workspace.nextTs(), attachmentId };
    const payload =
      place instanceof Message
        ? actionOnMessage(act, place, this.user, this.reply(place), workspace)
        : actionInView(act, place, this.stage.triggers.issue(this.user, !place.isHome), workspace);
    return await this.interact(payload, stringOf(element.action_id));
  }

  /** Picks an option, a date, a person …, and tells the app where the element does so at once. */
  async pick(
    place: Place,
    control: Control,
    wanted: Wanted,
    answer: 'accept' | 'dismiss' = 'accept',
  ): Promise<Outcome | undefined> {
    const choice = await this.choice(place, control, wanted);
    const state = place instanceof Message ? place.stateOf(this.user) : place.state;
    if (control.element.confirm && answer === 'dismiss')
      return await this.act(place, control, choice.chosen, answer);
    state.set(control.blockId, control.element, choice.value);
    return tellsAtOnce(control) ? await this.act(place, control, choice.chosen, answer) : undefined;
  }

  /** What an external menu offers for the words typed into it. */
  async suggestions(place: Place, control: Control, query: string): Promise<string[]> {
    const { workspace, api } = this.stage;
    const { element, blockId } = control;
    const least = typeof element.min_query_length === 'number' ? element.min_query_length : usualQueryLength;
    if (query.length < least) return [];
    const field = { blockId, actionId: stringOf(element.action_id), query };
    const payload = blockSuggestion(place, this.user, field, workspace);
    const { kind, delivery } = await this.interact(payload, `options of ${field.actionId}`, {
      accepts: true,
    });
    const answer = delivery?.answer ?? {};
    const surface = place instanceof Message ? 'message' : 'modal';
    const isImage = (file: { id?: string; url?: string }) => api.workspace.files.find(file)?.isImage === true;
    if (suggestionProblems(answer, { surface, isImage }).length > 0) {
      this.note('trouble_connecting', `options of ${field.actionId}`);
      return [];
    }
    const options = kind === 'acked' ? optionsOf(answer) : [];
    this.suggested.set(keyOf(place, control), options);
    return options.map((option) => readText(objectOf(option.text), workspace.nameOf));
  }

  private async choice(place: Place, control: Control, wanted: Wanted): Promise<Choice> {
    const { nameOf } = this.stage.workspace;
    const key = keyOf(place, control);
    const isExternal = stringOf(control.element.type).endsWith('external_select');
    if (isExternal && wanted !== null && !this.suggested.has(key)) {
      const [first = ''] = Array.isArray(wanted) ? wanted : [wanted];
      await this.suggestions(place, control, String(first));
    }
    return choose(control.element, wanted, this.suggested.get(key) ?? [], nameOf);
  }

  private reply(message: Message): Reply {
    const { triggers, responseUrls } = this.stage;
    return {
      triggerId: triggers.issue(this.user, false),
      responseUrl: responseUrls.issue('actions', message.channel, this.user, message),
    };
  }

  private readDialog(confirm: JsonObject): string {
    const { nameOf } = this.stage.workspace;
    const read = (part: string) => readText(objectOf(confirm[part]), nameOf);
    return `${read('title')}\n${read('text')}\n[${read('deny')}] [${read('confirm')}]`;
  }
}

/** Outside input blocks every element does; inside, only where dispatch_action is set. */
function tellsAtOnce({ block, element }: Control): boolean {
  if (block.type !== 'input') return true;
  if (block.dispatch_action !== true) return false;
  const isTyped = stringOf(element.type).endsWith('_input');
  const on = objectOf(element.dispatch_action_config).trigger_actions_on;
  return !isTyped || (Array.isArray(on) && on.includes('on_character_entered'));
}

const keyOf = (place: Place, { blockId, element }: Control): string =>
  JSON.stringify([place instanceof Message ? place.ts : place.id, blockId, element.action_id ?? '']);
