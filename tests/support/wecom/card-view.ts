import type { Option, Selection, TemplateCard } from './card-shape.js';
import { clientCuts } from './limits.js';
import type { NameOf } from './markdown-view.js';
import { cut } from './text-width.js';

/** Something on a card that can be tapped and that the bot hears of. */
export type Control =
  | { label: string; kind: 'button' | 'submit' | 'menu'; key: string }
  | { label: string; kind: 'question'; asks: string };

/** A dropdown or a vote on a card. */
export interface Question {
  kind: 'dropdown' | 'vote';
  key: string;
  title: string;
  options: Option[];
  many: boolean;
  disabled: boolean;
  /** Option ids chosen before anybody touches it. */
  chosen: string[];
}

export function controlsOf(card: TemplateCard): Control[] {
  const controls: Control[] = [];
  if (card.card_type === 'button_interaction') {
    for (const { text, key } of card.button_list ?? []) {
      controls.push({ label: cut(text, clientCuts.button), kind: 'button', key });
    }
  } else if (card.submit_button) {
    const { text, key } = card.submit_button;
    controls.push({ label: cut(text, clientCuts.button), kind: 'submit', key });
  }
  for (const { text, key } of menuOf(card)) controls.push({ label: text, kind: 'menu', key });
  for (const jump of jumpsOf(card)) {
    if (jump.type !== 3) continue;
    controls.push({
      label: cut(jump.title, clientCuts.jumpTitle),
      kind: 'question',
      asks: jump.question ?? '',
    });
  }
  return controls;
}

export function questionsOf(card: TemplateCard): Question[] {
  if (card.card_type === 'button_interaction' && card.button_selection)
    return [dropdown(card.button_selection)];
  if (card.card_type === 'multiple_interaction') return (card.select_list ?? []).map(dropdown);
  if (card.card_type === 'vote_interaction' && card.checkbox) {
    const { question_key: key, option_list: options, mode = 0, disable: disabled = false } = card.checkbox;
    const chosen = options.filter((option) => option.is_checked === true).map((option) => option.id);
    return [{ kind: 'vote', key, title: '', options, many: mode === 1, disabled, chosen }];
  }
  return [];
}

/** Nothing or something wrong selected means the first: https://developer.work.weixin.qq.com/document/path/101032. */
function dropdown(select: Selection): Question {
  const { question_key: key, title = '', option_list: options, disable: disabled = false } = select;
  const selected = options.find((option) => option.id === select.selected_id) ?? options[0];
  return {
    kind: 'dropdown',
    key,
    title,
    options,
    many: false,
    disabled,
    chosen: selected ? [selected.id] : [],
  };
}

const isNotice = (card: TemplateCard): boolean => card.card_type.endsWith('_notice');
const showsFacts = (card: TemplateCard): boolean => isNotice(card) || card.card_type === 'button_interaction';
const jumpsOf = (card: TemplateCard) => (isNotice(card) ? (card.jump_list ?? []) : []);
const menuOf = (card: TemplateCard) => (showsFacts(card) ? (card.action_menu?.action_list ?? []) : []);

/** The card as a person reads it: only what its type shows, texts cut as clients cut them, buttons in brackets. */
export function readCard(card: TemplateCard, nameOf: NameOf): string {
  const lines = [
    shortened(card.source?.desc, clientCuts.sourceDesc),
    shortened(card.main_title?.title, clientCuts.title),
    shortened(card.main_title?.desc, clientCuts.desc),
    ...faceOf(card, nameOf),
    ...questionsOf(card).map(questionLine),
    controlsOf(card)
      .map((control) => `[${control.label}]`)
      .join(' '),
    ...jumpsOf(card)
      .filter((jump) => jump.type !== 3)
      .map((jump) => `${cut(jump.title, clientCuts.jumpTitle)}${jump.url ? ` (${jump.url})` : ''}`),
  ];
  return lines.filter((line) => line !== '').join('\n');
}

function faceOf(card: TemplateCard, nameOf: NameOf): string[] {
  if (!showsFacts(card)) return [];
  const quote = [card.quote_area?.title, card.quote_area?.quote_text].filter(Boolean).join('\n');
  const lines = [quote === '' ? '' : `│ ${quote.replaceAll('\n', '\n│ ')}`];
  if (card.card_type === 'text_notice') {
    const { title, desc } = card.emphasis_content ?? {};
    lines.unshift(shortened(title, clientCuts.emphasisTitle), shortened(desc, clientCuts.emphasisDesc));
  }
  if (card.card_type === 'news_notice') lines.push(...newsOf(card));
  else lines.push(shortened(card.sub_title_text, clientCuts.subTitle));
  for (const { keyname, value, type, userid } of card.horizontal_content_list ?? []) {
    const shown = value ?? (type === 3 ? nameOf(userid ?? '') : undefined) ?? '';
    lines.push(`${cut(keyname, clientCuts.keyname)}: ${cut(shown, clientCuts.value)}`);
  }
  return lines;
}

function newsOf(card: TemplateCard): string[] {
  const lines = [card.card_image ? '[图片]' : ''];
  const area = card.image_text_area;
  if (area) lines.push('[图片]', area.title ?? '', area.desc ?? '');
  for (const { title, desc } of card.vertical_content_list ?? []) {
    lines.push(cut(title, clientCuts.verticalTitle), shortened(desc, clientCuts.verticalDesc));
  }
  return lines;
}

/** `[Stage: *Lead / Won]`; a star marks what is chosen. */
function questionLine(question: Question): string {
  const room = question.kind === 'vote' ? clientCuts.voteOption : clientCuts.selectOption;
  const options = question.options.map(({ id, text }) => {
    return `${question.chosen.includes(id) ? '*' : ''}${cut(text, room)}`;
  });
  const title = question.title === '' ? '' : `${cut(question.title, clientCuts.selectTitle)}: `;
  return `[${title}${options.join(' / ')}]${question.disabled ? ' (已锁定)' : ''}`;
}

function shortened(text: string | undefined, room: number): string {
  return text === undefined ? '' : cut(text, room);
}
