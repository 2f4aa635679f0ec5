import type { WecomMessage } from '../../../adapters/wecom/draw/template-card.js';

const bytes = (text: string) => Buffer.byteLength(text, 'utf8');

/** Characters as a phone shows them: a half-width one takes half the room, a combining one none. */
const chars = (text: string) =>
  [...text.replace(/[\p{M}\p{Cf}]/gu, '')].reduce((sum, char) => sum + (char < '\u1100' ? 0.5 : 1), 0);

/**
 * Checks a message from the vendor's limits alone (https://developer.work.weixin.qq.com/document/path/101032):
 * counts, keys and required fields as refused, lengths of facts as cut by clients.
 */
export function wecomRefusals(message: WecomMessage): string[] {
  const refusals: string[] = [];
  const check = (ok: boolean, what: string) => {
    if (!ok) refusals.push(what);
  };
  if (message.type === 'markdown') {
    check(message.content.trim() !== '' && bytes(message.content) <= 20_480, 'markdown: 1-20480 bytes');
    return refusals;
  }
  const { card } = message;
  check(card.main_title.title !== '', '41016: main_title.title');
  check(chars(card.main_title.title) <= 26, 'title cut at 26');
  check(chars(card.main_title.desc ?? '') <= 30, 'desc cut at 30');
  check(chars(card.sub_title_text ?? '') <= 112, 'sub_title_text cut at 112');
  check(/^[0-9A-Za-z_\-@]{1,128}$/u.test(card.task_id), 'task_id');
  const facts = card.horizontal_content_list ?? [];
  check(facts.length <= 6, 'horizontal_content_list: 6');
  check(
    facts.every((fact) => fact.keyname !== '' && chars(fact.keyname) <= 5),
    'keyname: 1-5',
  );
  check(
    facts.every((fact) => fact.value !== '' && chars(fact.value) <= 26),
    'value cut at 26',
  );
  if (card.card_type === 'text_notice') {
    check(/^https?:\/\//u.test(card.card_action.url), '42045: card_action');
    check((card.jump_list ?? []).length <= 3, 'jump_list: 3');
    check(
      (card.jump_list ?? []).every((jump) => jump.title !== '' && chars(jump.title) <= 13),
      'jump title: 1-13',
    );
    return refusals;
  }
  const keys = card.button_list.map((button) => button.key);
  check(keys.length >= 1 && keys.length <= 6, 'button_list: 1-6');
  check(new Set(keys).size === keys.length, 'button keys distinct');
  check(
    keys.every((key) => bytes(key) >= 1 && bytes(key) <= 1_024),
    'button key: 1-1024 bytes',
  );
  check(
    card.button_list.every((button) => button.text !== '' && [1, 2, 3, 4].includes(button.style)),
    'button text, style',
  );
  const selection = card.button_selection;
  if (selection) {
    const ids = selection.option_list.map((option) => option.id);
    check(ids.length >= 1 && ids.length <= 10, 'option_list: 1-10');
    check(new Set(ids).size === ids.length, 'option ids distinct');
    check(
      ids.every((id) => bytes(id) >= 1 && bytes(id) <= 128),
      'option id: 1-128 bytes',
    );
    check(
      selection.option_list.every((option) => option.text !== '' && chars(option.text) <= 10),
      'option text: 1-10',
    );
    check(bytes(selection.question_key) >= 1 && bytes(selection.question_key) <= 1_024, 'question_key');
    check(chars(selection.title) <= 13, 'dropdown title: 13');
  }
  return refusals;
}
