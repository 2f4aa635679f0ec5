import type { Option, Selection, TemplateCard } from './card-shape.js';
import { cardLimits, utf8Bytes } from './limits.js';
import { badPart, Refusal } from './refusal.js';

const cardTypes = [
  'text_notice',
  'news_notice',
  'button_interaction',
  'vote_interaction',
  'multiple_interaction',
];

/**
 * Refuses a card that breaks a rule of https://developer.work.weixin.qq.com/document/path/101032 (wecom.md,
 * section 8). Lengths in characters are no rule: clients cut such texts.
 */
export function checkCard(card: TemplateCard): void {
  if (!cardTypes.includes(card.card_type)) throw badPart('card_type');
  checkTitle(card);
  checkTaskId(card);
  checkFace(card);
  checkCardAction(card);
  checkMenu(card);
  if (card.card_type === 'news_notice') checkPicture(card);
  if (card.card_type === 'button_interaction') checkButtons(card);
  if (card.card_type === 'vote_interaction') checkVote(card);
  if (card.card_type === 'multiple_interaction') checkSelects(card);
}

function need(ok: boolean, field: string): void {
  if (!ok) throw badPart(field);
}

const given = (text: string | undefined): text is string => text !== undefined && text !== '';
const isWeb = (url: string | undefined): boolean => /^https?:\/\/\S+$/u.test(url ?? '');
const isKey = (key: string | undefined): key is string => given(key) && utf8Bytes(key) <= cardLimits.keyBytes;
const distinct = (keys: unknown[]): boolean => new Set(keys).size === keys.length;

function checkTitle(card: TemplateCard): void {
  const titled = given(card.main_title?.title);
  const subtitled = card.card_type === 'text_notice' && given(card.sub_title_text);
  if (!titled && !subtitled) throw new Refusal(41016);
}

function checkTaskId(card: TemplateCard): void {
  const needed = card.card_type.endsWith('_interaction') || card.action_menu !== undefined;
  if (card.task_id === undefined && !needed) return;
  if (!/^[0-9A-Za-z_\-@]{1,128}$/u.test(card.task_id ?? '')) throw new Refusal(42014);
}

/** Where a tap on the area leads: 1 a page, 2 a mini program. */
function leads(
  area: { type?: number; url?: string; appid?: string },
  kinds: readonly number[],
  field: string,
): void {
  need(kinds.includes(area.type ?? 0), `${field}.type`);
  if (area.type === 1) need(isWeb(area.url), `${field}.url`);
  if (area.type === 2) need(given(area.appid), `${field}.appid`);
}

function checkFace(card: TemplateCard): void {
  need([0, 1, 2, 3].includes(card.source?.desc_color ?? 0), 'source.desc_color');
  if (card.quote_area) leads(card.quote_area, [0, 1, 2], 'quote_area');

  const facts = card.horizontal_content_list ?? [];
  need(facts.length <= cardLimits.horizontal, 'horizontal_content_list');
  for (const fact of facts) {
    need(given(fact.keyname), 'horizontal_content_list.keyname');
    need([0, 1, 3].includes(fact.type ?? 0), 'horizontal_content_list.type');
    if (fact.type === 1) need(isWeb(fact.url), 'horizontal_content_list.url');
    if (fact.type === 3) need(given(fact.userid), 'horizontal_content_list.userid');
  }

  const paragraphs = card.vertical_content_list ?? [];
  need(paragraphs.length <= cardLimits.vertical, 'vertical_content_list');
  for (const one of paragraphs) need(given(one.title), 'vertical_content_list.title');

  const jumps = card.jump_list ?? [];
  need(jumps.length <= cardLimits.jumps, 'jump_list');
  for (const jump of jumps) {
    need(given(jump.title), 'jump_list.title');
    leads(jump, [0, 1, 2, 3], 'jump_list');
    if (jump.type !== 3) continue;
    const asks = given(jump.question) && utf8Bytes(jump.question) <= cardLimits.jumpQuestionBytes;
    need(asks, 'jump_list.question');
  }
}

/** Notices must lead somewhere; type 0 is refused there too (recorded: wecom.md, sections 8 and 12). */
function checkCardAction(card: TemplateCard): void {
  const action = card.card_action;
  const isNotice = card.card_type.endsWith('_notice');
  if (action === undefined && !isNotice) return;
  const page = action?.type === 1 && isWeb(action.url);
  const program = action?.type === 2 && given(action.appid);
  const nothing = !isNotice && (action?.type ?? 0) === 0;
  if (!page && !program && !nothing) throw new Refusal(42045);
}

function checkMenu(card: TemplateCard): void {
  const actions = card.action_menu?.action_list;
  if (actions === undefined) return;
  need(actions.length >= 1 && actions.length <= cardLimits.menu, 'action_menu.action_list');
  need(
    actions.every((action) => given(action.text)),
    'action_menu.action_list.text',
  );
  const keys = actions.map((action) => action.key);
  need(keys.every(isKey) && distinct(keys), 'action_menu.action_list.key');
}

function checkPicture(card: TemplateCard): void {
  const { card_image: image, image_text_area: area } = card;
  need(image !== undefined || area !== undefined, 'card_image');
  if (image) {
    need(isWeb(image.url), 'card_image.url');
    const { from, to } = cardLimits.aspectRatio;
    const ratio = image.aspect_ratio ?? from;
    need(ratio >= from && ratio <= to, 'card_image.aspect_ratio');
  }
  if (area) {
    need(isWeb(area.image_url), 'image_text_area.image_url');
    leads(area, [0, 1, 2], 'image_text_area');
  }
}

function checkButtons(card: TemplateCard): void {
  const buttons = card.button_list ?? [];
  need(buttons.length >= 1 && buttons.length <= cardLimits.buttons, 'button_list');
  need(
    buttons.every((button) => given(button.text)),
    'button_list.text',
  );
  const keys = buttons.map((button) => button.key);
  if (!keys.every(isKey) || !distinct(keys)) throw new Refusal(42039);
  if (card.button_selection) checkSelection(card.button_selection, 'button_selection');
}

function checkSelection(selection: Selection, field: string): void {
  need(isKey(selection.question_key), `${field}.question_key`);
  checkOptions(selection.option_list, cardLimits.selectOptions, field);
}

function checkOptions(options: Option[], most: number, field: string): void {
  need(options.length >= 1 && options.length <= most, `${field}.option_list`);
  need(
    options.every((option) => given(option.text)),
    `${field}.option_list.text`,
  );
  const ids = options.map((option) => option.id);
  const short = ids.every((id) => given(id) && utf8Bytes(id) <= cardLimits.optionIdBytes);
  need(short && distinct(ids), `${field}.option_list.id`);
}

function checkVote(card: TemplateCard): void {
  const vote = card.checkbox;
  if (vote === undefined) throw badPart('checkbox');
  need(isKey(vote.question_key), 'checkbox.question_key');
  need([0, 1].includes(vote.mode ?? 0), 'checkbox.mode');
  checkOptions(vote.option_list, cardLimits.voteOptions, 'checkbox');
  checkSubmit(card);
}

function checkSelects(card: TemplateCard): void {
  const selects = card.select_list ?? [];
  need(selects.length >= 1 && selects.length <= cardLimits.selects, 'select_list');
  for (const select of selects) checkSelection(select, 'select_list');
  need(distinct(selects.map((select) => select.question_key)), 'select_list.question_key');
  checkSubmit(card);
}

function checkSubmit(card: TemplateCard): void {
  need(given(card.submit_button?.text), 'submit_button.text');
  need(isKey(card.submit_button?.key), 'submit_button.key');
}
