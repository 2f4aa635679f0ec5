/** The parts of WeCom's template cards that cards are drawn with; names and shapes are the vendor's. */

interface TemplateCardBase {
  main_title: { title: string; desc?: string };
  quote_area?: { type: 0; quote_text: string };
  sub_title_text?: string;
  horizontal_content_list?: { keyname: string; value: string }[];
}

export interface WecomButton {
  text: string;
  /** 1 the main one, 2 ordinary, 3 red. */
  style: 1 | 2 | 3;
  key: string;
}

export interface ButtonSelection {
  question_key: string;
  title: string;
  option_list: { id: string; text: string }[];
}

export interface ButtonCard extends TemplateCardBase {
  card_type: 'button_interaction';
  task_id: string;
  button_selection?: ButtonSelection;
  button_list: WecomButton[];
}

export interface NoticeCard extends TemplateCardBase {
  card_type: 'text_notice';
  task_id: string;
  jump_list?: { type: 1; title: string; url: string }[];
  card_action: { type: 1; url: string };
}

/** One choice out of many, sent by its button. */
export interface VoteCard {
  card_type: 'vote_interaction';
  main_title: { title: string; desc?: string };
  task_id: string;
  checkbox: { question_key: string; mode: 0; option_list: { id: string; text: string }[] };
  submit_button: { text: string; key: string };
}

/** Several dropdowns, sent together. */
export interface DropdownCard {
  card_type: 'multiple_interaction';
  main_title: { title: string; desc?: string };
  task_id: string;
  select_list: ButtonSelection[];
  submit_button: { text: string; key: string };
}

/** What a card is drawn as. */
export type TemplateCard = ButtonCard | NoticeCard;

/** What may be sent: a question can be a form as well. */
export type AnyCard = TemplateCard | VoteCard | DropdownCard;

export type WecomMessage =
  | { type: 'template_card'; card: TemplateCard }
  | { type: 'markdown'; content: string };
