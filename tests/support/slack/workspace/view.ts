import { randomHex } from '../ids.js';
import { type JsonObject, objectOf, objectsIn, stringOf } from '../json.js';
import type { NameOf } from '../text/mrkdwn.js';
import { readBlocks } from '../text/read-blocks.js';
import { readText } from '../text/read-elements.js';
import { withIds } from './echo.js';
import { FormState } from './form-state.js';
import type { User } from './user.js';

/** A window or a Home tab, as one person sees it. */
export class View {
  readonly state = new FormState();
  /** What is shown under single inputs, by block_id. */
  errors: Record<string, string> = {};
  hash = '';
  changedAt = 0;
  isOpen = true;
  private shape: JsonObject = {};

  constructor(
    readonly id: string,
    readonly user: User,
    /** The view that the stack began with; itself for the first one. */
    readonly rootId: string,
    readonly previousId: string | null,
    private readonly nameOf: NameOf,
    private readonly tick: () => number,
  ) {}

  show(shape: JsonObject, now: Date): this {
    this.shape = { ...shape, blocks: withIds(objectsIn(shape.blocks)) };
    this.hash = `${Math.floor(now.getTime() / 1_000)}.${randomHex(8)}`;
    this.errors = {};
    this.state.keepOnly(this.blocks);
    this.changedAt = this.tick();
    return this;
  }

  /** The app's answer to a submission. */
  showErrors(errors: Record<string, string>): void {
    this.errors = errors;
    this.changedAt = this.tick();
  }

  close(): void {
    this.isOpen = false;
    this.changedAt = this.tick();
  }

  get isHome(): boolean {
    return this.shape.type === 'home';
  }

  get blocks(): JsonObject[] {
    return objectsIn(this.shape.blocks);
  }

  /** As the app sent it. */
  get sent(): JsonObject {
    return this.shape;
  }

  get callbackId(): string {
    return stringOf(this.shape.callback_id);
  }

  get externalId(): string {
    return stringOf(this.shape.external_id);
  }

  get title(): string {
    return this.isHome ? 'Home' : readText(objectOf(this.shape.title), this.nameOf);
  }

  get notifiesOnClose(): boolean {
    return this.shape.notify_on_close === true;
  }

  get clearsOnClose(): boolean {
    return this.shape.clear_on_close === true;
  }

  /** What the person reads: title, content with what is filled in and what is wrong, buttons. */
  readable(): string {
    const button = (name: string) =>
      this.shape[name] ? `[${readText(objectOf(this.shape[name]), this.nameOf)}]` : '';
    const content = this.blocks.map((block) => {
      const error = this.errors[stringOf(block.block_id)];
      return [readBlocks([block], this.nameOf), error ? `⚠ ${error}` : ''].filter(Boolean).join('\n');
    });
    const foot = [button('close'), button('submit')].filter(Boolean).join(' ');
    return [this.isHome ? '' : `# ${this.title}`, ...content, foot].filter(Boolean).join('\n');
  }
}
