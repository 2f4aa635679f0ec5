import type { Delivery } from '../delivery/delivery.js';

/** What Slack itself tells a person. */
export type NoticeKind =
  /** Nobody acknowledged within three seconds (slackapi/bolt-js#2188). */
  | 'operation_timeout'
  /** The app has no socket, or its address does not answer. */
  | 'dispatch_failed'
  /** "We had some trouble connecting. Try again?": the answer to a window was wrong (slack.md, section 2). */
  | 'trouble_connecting'
  /** "/x is not a valid command." */
  | 'not_a_command';

export interface Notice {
  kind: NoticeKind;
  /** What the person was doing. */
  about: string;
  /** In the count of the workspace's changes. */
  at: number;
}

/** How an act ended, as the person sees it. */
export interface Outcome {
  kind: 'acked' | 'dismissed' | NoticeKind;
  /** What was sent; nothing where a dialog was dismissed. */
  delivery?: Delivery;
}
