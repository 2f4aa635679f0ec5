/** The parts of Block Kit that cards are drawn with; names and shapes are Slack's. */

export interface PlainText {
  type: 'plain_text';
  text: string;
  emoji: false;
}

export interface Mrkdwn {
  type: 'mrkdwn';
  text: string;
  verbatim: true;
}

export type RichLeaf =
  | { type: 'text'; text: string; style?: { bold: true } }
  | { type: 'link'; url: string; text: string };

export interface RichText {
  type: 'rich_text';
  elements: { type: 'rich_text_section' | 'rich_text_quote'; elements: RichLeaf[] }[];
}

export interface Confirm {
  title: PlainText;
  text: PlainText;
  confirm: PlainText;
  deny: PlainText;
}

export interface ButtonElement {
  type: 'button';
  action_id: string;
  text: PlainText;
  value?: string;
  url?: string;
  style?: 'primary' | 'danger';
  confirm?: Confirm;
}

export interface SelectElement {
  type: 'static_select';
  action_id: string;
  placeholder: PlainText;
  options: { text: PlainText; value: string }[];
}

export type ActionElement = ButtonElement | SelectElement;

export type TableCell = { type: 'raw_text'; text: string } | RichText;

export type BlockBody =
  | { type: 'header'; text: PlainText }
  | { type: 'section'; text: PlainText }
  | { type: 'section'; fields: (PlainText | Mrkdwn)[] }
  | { type: 'context'; elements: (PlainText | Mrkdwn)[] }
  | { type: 'divider' }
  | { type: 'image'; image_url: string; alt_text: string }
  | { type: 'image'; slack_file: { id: string }; alt_text: string }
  | { type: 'actions'; elements: ActionElement[] }
  | {
      type: 'table';
      rows: TableCell[][];
      column_settings: { align: 'left' | 'right'; is_wrapped: boolean }[];
    }
  | RichText;

export type Block = BlockBody & { block_id: string };

/** The part of chat.postMessage that a card decides. */
export interface SlackMessage {
  /** For notifications and screen readers. */
  text: string;
  blocks: Block[];
}
