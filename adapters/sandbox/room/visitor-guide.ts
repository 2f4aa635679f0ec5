import type { ChatLog } from './chat-log.js';
import type { Guide, GuideState, GuideStep } from './options.js';

/** Ticks the visitor's first steps as they are done, and tells the pages. */
export class VisitorGuide {
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly guide: Guide | undefined,
    private readonly log: Pick<ChatLog, 'guideMoved'>,
  ) {}

  /** How far the visitor has come; undefined if there is nothing to show. */
  async state(): Promise<GuideState | undefined> {
    const state = await this.guide?.state();
    return state?.isAway ? undefined : state;
  }

  async tick(step: GuideStep): Promise<void> {
    await this.change((state) =>
      state.done.includes(step) ? state : { ...state, done: [...state.done, step] },
    );
  }

  async putAway(): Promise<void> {
    await this.change((state) => ({ ...state, isAway: true }));
  }

  /** One change after the other, so that no tick is lost. */
  private async change(next: (state: GuideState) => GuideState): Promise<void> {
    const { guide } = this;
    if (!guide) return;
    const run = async () => {
      const state = await guide.state();
      const changed = next(state);
      if (changed === state) return;
      await guide.set(changed);
      this.log.guideMoved();
    };
    this.turn = this.turn.catch(() => undefined).then(run);
    await this.turn;
  }
}
