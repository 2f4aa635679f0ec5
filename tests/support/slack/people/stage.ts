import type { Answers } from '../api/answers.js';
import type { Api } from '../api/method.js';
import type { Deliveries } from '../delivery/deliveries.js';
import type { Drawing, Message } from '../workspace/message.js';
import type { ResponseUrls } from '../workspace/response-urls.js';
import type { Triggers } from '../workspace/triggers.js';
import type { Workspace } from '../workspace/workspace.js';

/** A slash command of the manifest. */
export interface CommandEntry {
  /** Whether names and links arrive as `<@U…|name>`, and `& < >` as entities (slack.md, section 2). */
  shouldEscape: boolean;
}

/** What the acts of people need. */
export interface Stage {
  workspace: Workspace;
  deliveries: Deliveries;
  triggers: Triggers;
  responseUrls: ResponseUrls;
  answers: Answers;
  api: Api;
  /** Undefined where the app does not have the command. */
  command(name: string): CommandEntry | undefined;
  /** Whether the app has asked for events of that name. */
  subscribed(event: string): boolean;
  changed(message: Message, before: Drawing): void;
  deleted(message: Message): void;
}
