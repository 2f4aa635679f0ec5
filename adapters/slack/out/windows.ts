import type { ViewsOpenArguments, WebClient } from '@slack/web-api';
import type { PlatformLog } from '../../../kernel/chat/adapter.js';
import { failureOf, persist } from '../api/web.js';
import type { Modal } from '../draw/modal.js';

type View = ViewsOpenArguments['view'];

/** The windows and Home tabs of people. */
export class Windows {
  constructor(
    private readonly client: WebClient,
    private readonly log: PlatformLog,
  ) {}

  /** The id of the window; undefined where the trigger was used or three seconds old. */
  async open(trigger: string, modal: Modal): Promise<string | undefined> {
    try {
      const { view } = await this.client.views.open({ trigger_id: trigger, view: modal as unknown as View });
      return view?.id;
    } catch (error) {
      this.log.info({ reason: failureOf(error).reason }, 'a window could not be opened');
      return undefined;
    }
  }

  /** False where the window has been closed meanwhile. */
  async update(id: string, modal: Modal): Promise<boolean> {
    try {
      await persist(() => this.client.views.update({ view_id: id, view: modal as unknown as View }));
      return true;
    } catch (error) {
      this.log.info({ reason: failureOf(error).reason }, 'a window could not be redrawn');
      return false;
    }
  }

  async publish(user: string, blocks: object[]): Promise<void> {
    const view = { type: 'home', blocks } as unknown as View;
    await persist(() => this.client.views.publish({ user_id: user, view }));
  }
}
