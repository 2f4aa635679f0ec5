/** What is sent for a card; the adapter wraps it into the call for the place at hand. */
export type DingtalkMessage =
  /** An interactive card: the variables of the public template 1366a1eb-bc54-4859-ac88-517c56a9acb1. */
  | { type: 'card'; variables: CardVariables }
  /** msgKey sampleMarkdown; `title` is what the list of chats and the notification show. */
  | { type: 'markdown'; title: string; text: string }
  /** msgKey sampleActionCard (one button) or sampleActionCard2..5; a webhook's actionCard. */
  | { type: 'action_card'; title: string; text: string; buttons: { title: string; url: string }[] }
  /** msgKey sampleText. */
  | { type: 'text'; content: string };

/** Values are strings by the platform's rule; the last is a JSON string of `{ msgButtons: CardButton[] }`. */
export interface CardVariables {
  title: string;
  markdown: string;
  tips: string;
  sys_full_json_obj: string;
}

export type DingtalkButton =
  /**
   * A tap calls back with `id` in actionIds and with `params`. The call or its token stands in `params.call`;
   * `id` is `a` and the action's position in actionsOf(card), for clients that give back only that.
   */
  | { text: string; color: ButtonColor; id: string; request: true; params: { call: string } }
  | { text: string; color: ButtonColor; url: string; iosUrl: string };

export type ButtonColor = 'blue' | 'gray' | 'red';
