import { viewRefusal } from '../api/methods/views.js';
import { isObject, type JsonObject, objectOf, stringOf } from '../json.js';
import { viewClosed, viewSubmission } from '../payloads/interactions.js';
import { readText } from '../text/read-elements.js';
import type { View } from '../workspace/view.js';
import { refusedByClient } from './checks.js';
import type { Wanted } from './choices.js';
import { controlsIn, isInput } from './controls.js';
import type { Hands } from './hands.js';
import type { NoticeKind } from './notices.js';

/** What became of a submission, as the person sees it. Errors are told by label. */
export type Submitted =
  | { kind: 'closed' }
  | { kind: 'cleared' }
  | { kind: 'errors'; errors: Record<string, string> }
  | { kind: 'updated'; view: View }
  | { kind: 'pushed'; view: View }
  /** The client did not send it: a required field is empty, a number is none. */
  | { kind: 'incomplete'; errors: Record<string, string> }
  | { kind: 'failed'; notice: NoticeKind };

/** Filling, submitting and closing windows. */
export class Forms {
  constructor(private readonly hands: Hands) {}

  async fill(view: View, values: Record<string, Wanted>): Promise<void> {
    for (const [label, wanted] of Object.entries(values))
      await this.hands.pick(view, this.hands.find(view, label), wanted);
  }

  /** Types into a field and presses Enter, which some inputs tell at once. */
  async pressEnter(view: View, label: string, text: string): Promise<void> {
    const control = this.hands.find(view, label);
    await this.hands.pick(view, control, text);
    if (control.block.dispatch_action === true)
      await this.hands.act(view, control, { value: text }, 'accept');
  }

  async submit(view: View): Promise<Submitted> {
    if (!view.isOpen) throw new Error(`the window "${view.title}" is not open any more`);
    if (!view.sent.submit) throw new Error(`the window "${view.title}" has nothing to submit`);
    const early = refusedByClient(view, controlsIn(view.blocks));
    if (Object.keys(early).length > 0) {
      view.showErrors(early);
      return { kind: 'incomplete', errors: this.byLabel(view, early) };
    }
    const { workspace, triggers } = this.hands.stage;
    const payload = viewSubmission(view, triggers.issue(view.user, true), this.responseUrls(view), workspace);
    const { kind, delivery } = await this.hands.interact(payload, view.title, { accepts: true });
    if (kind !== 'acked') return { kind: 'failed', notice: kind as NoticeKind };
    return this.answered(view, delivery?.answer ?? {});
  }

  /** https://docs.slack.dev/surfaces/modals#closing_views ; told only where the app asked for it. */
  async close(view: View, all: boolean): Promise<void> {
    const { workspace } = this.hands.stage;
    const isCleared = all || view.clearsOnClose;
    const closing = isCleared ? workspace.views.stackOf(view.user).toReversed() : [view];
    const payloads = closing
      .filter((one) => one.notifiesOnClose)
      .map((one) => viewClosed(one, isCleared, workspace));
    for (const one of closing) workspace.views.close(one);
    for (const payload of payloads) await this.hands.interact(payload, view.title);
  }

  /** https://docs.slack.dev/surfaces/modals#updating_response */
  private answered(view: View, answer: JsonObject): Submitted {
    const { views } = this.hands.stage.workspace;
    switch (answer.response_action) {
      case undefined:
        views.close(view);
        return { kind: 'closed' };
      case 'clear':
        views.clear(view.user);
        return { kind: 'cleared' };
      case 'errors':
        return this.errors(view, objectOf(answer.errors));
      case 'update':
      case 'push':
        return this.replaced(view, answer);
      default:
        return this.trouble(view);
    }
  }

  /** Errors that name anything but an input are not shown (slack.md, section 2). */
  private errors(view: View, errors: JsonObject): Submitted {
    const inputs = new Set(
      controlsIn(view.blocks)
        .filter(isInput)
        .map(({ blockId }) => blockId),
    );
    const texts = Object.entries(errors).map(([id, text]): [string, string] => [id, stringOf(text)]);
    if (texts.length === 0 || texts.some(([id, text]) => !inputs.has(id) || !text)) return this.trouble(view);
    view.showErrors(Object.fromEntries(texts));
    return { kind: 'errors', errors: this.byLabel(view, view.errors) };
  }

  private replaced(view: View, answer: JsonObject): Submitted {
    const { workspace, api } = this.hands.stage;
    const isPush = answer.response_action === 'push';
    if (!isObject(answer.view) || viewRefusal(answer.view, api)) return this.trouble(view);
    if (!isPush) return { kind: 'updated', view: view.show(answer.view, workspace.clock.now()) };
    if (workspace.views.stackOf(view.user).length >= 3) return this.trouble(view);
    return { kind: 'pushed', view: workspace.views.push(view.user, answer.view) };
  }

  private trouble(view: View): Submitted {
    this.hands.note('trouble_connecting', view.title);
    return { kind: 'failed', notice: 'trouble_connecting' };
  }

  private byLabel(view: View, errors: Record<string, string>): Record<string, string> {
    const { nameOf } = this.hands.stage.workspace;
    return Object.fromEntries(
      Object.entries(errors).map(([id, text]) => {
        const block = view.blocks.find((one) => one.block_id === id);
        return [block ? readText(objectOf(block.label), nameOf) : id, text];
      }),
    );
  }

  /** For menus with response_url_enabled (block-kit/extensions.d.ts). */
  private responseUrls(view: View): JsonObject[] {
    const { workspace, responseUrls } = this.hands.stage;
    return controlsIn(view.blocks)
      .filter(({ element }) => element.response_url_enabled === true)
      .flatMap(({ blockId, element }) => {
        const channel = workspace.channels.get(stringOf(view.state.get(blockId, element)));
        if (!channel) return [];
        return [
          {
            block_id: blockId,
            action_id: stringOf(element.action_id),
            channel_id: channel.id,
            response_url: responseUrls.issue('actions', channel, view.user),
          },
        ];
      });
  }
}
