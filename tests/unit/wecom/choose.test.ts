import { describe, expect, test } from 'vitest';
import { dropdownsOf, voteOf } from '../../../adapters/wecom/draw/choose.js';
import { readFrame } from '../../../adapters/wecom/in/read.js';
import { actions, button, type Card } from '../../../kernel/card/card.js';
import type { Form } from '../../../kernel/chat/chat.js';
import { checkCard } from '../../support/wecom/card-rules.js';
import { templateCard } from '../../support/wecom/card-shape.js';

const card: Card = { key: 'ask:lead', title: '新线索', tone: 'info', nodes: [] };
const choices = (...labels: string[]) => labels.map((label) => ({ label, value: `v-${label}` }));
const field = (name: string, more: Partial<Form['fields'][number]> = {}): Form['fields'][number] => ({
  name,
  label: name,
  kind: 'choice',
  required: true,
  ...more,
});
const form = (...fields: Form['fields']): Form => ({
  call: { command: 'lead', input: { customer: '星河科技' } },
  title: '新线索 · 星河科技',
  submit: '保存',
  fields,
});

const options = { groupName: (mark: string) => `群 ${mark}` };

/** What WeCom sends for a submitted card. */
const submitted = (key: string, chosen: Record<string, string>) =>
  readFrame(
    {
      cmd: 'aibot_event_callback',
      headers: { req_id: 'r1' },
      body: {
        msgid: 'm1',
        from: { userid: 'lilei' },
        msgtype: 'event',
        event: {
          eventtype: 'template_card_event',
          template_card_event: {
            event_key: key,
            task_id: 't1',
            selected_items: {
              selected_item: Object.entries(chosen).map(([question_key, id]) => ({
                question_key,
                option_ids: { option_id: [id] },
              })),
            },
          },
        },
      },
    } as never,
    options,
  );

describe('a WeCom form with only choices', () => {
  const asked = form(
    field('customer', { value: '星河科技' }),
    field('source', { choices: choices('官网', '展会') }),
    field('stage', { choices: choices('初步沟通', '需求确认') }),
    field('note', { required: false }),
  );

  test('is a card of valid dropdowns, and is read back as the same form', () => {
    const drawn = dropdownsOf(asked, card, 'zh', 't1');
    if (!drawn) throw new Error('not drawn');
    checkCard(templateCard.parse(drawn));
    expect(drawn.select_list.map(({ title }) => title)).toEqual(['source', 'stage']);
    const heard = submitted(drawn.submit_button.key, { source: 'v-展会', stage: 'v-初步沟通' });
    expect(heard).toMatchObject({
      kind: 'act',
      incoming: {
        user: 'lilei',
        taskId: 't1',
        act: { kind: 'form', call: asked.call, fields: { source: 'v-展会', stage: 'v-初步沟通' } },
      },
    });
  });

  test('is asked one field at a time if something must be typed or the choices do not fit', () => {
    const many = choices(...Array.from({ length: 11 }, (_, n) => `选项${n}`));
    const typed = form(field('source', { choices: choices('官网') }), field('amount', { kind: 'money' }));
    const long = form(field('a', { choices: many }), field('b', { choices: choices('一') }));
    for (const one of [typed, long, form(field('a', { choices: choices('一') }))])
      expect(dropdownsOf(one, card, 'zh', 't1')).toBeNull();
  });
});

describe('a WeCom card with more actions than buttons', () => {
  const taps = (count: number): Card => ({
    ...card,
    nodes: actions(...Array.from({ length: count }, (_, n) => button(`D-${n}`, 'find', { name: `D-${n}` }))),
  });

  test('is a list to choose from, and the choice acts as the tap', () => {
    const drawn = voteOf(taps(20), 'zh', 't1');
    if (!drawn) throw new Error('not drawn');
    checkCard(templateCard.parse(drawn));
    const chosen = drawn.checkbox.option_list[7]?.id ?? '';
    expect(submitted(drawn.submit_button.key, { [drawn.checkbox.question_key]: chosen })).toMatchObject({
      incoming: { act: { kind: 'tap', call: { command: 'find', input: { name: 'D-7' } }, messageId: 't1' } },
    });
  });

  test('keeps buttons up to six actions, and typed lines above twenty', () => {
    expect(voteOf(taps(6), 'zh', 't1')).toBeNull();
    expect(voteOf(taps(21), 'zh', 't1')).toBeNull();
  });
});

describe('the words of a WeCom message', () => {
  const said = (content: string, botName?: string) =>
    readFrame(
      {
        cmd: 'aibot_msg_callback',
        headers: { req_id: 'r1' },
        body: {
          msgid: 'm1',
          chattype: 'group',
          chatid: 'wr1',
          from: { userid: 'u' },
          msgtype: 'text',
          text: { content },
        },
      } as never,
      { ...options, ...(botName ? { botName } : {}) },
    );

  test.each([
    ['@跟进 推 华为', '推 华为'],
    ['推 华为 @跟进', '推 华为'],
    ['推 @跟进 华为', '推 华为'],
    ['@跟进', ''],
  ])('%s are read without the bot’s mention', (content, text) => {
    expect(said(content, '跟进')).toMatchObject({ incoming: { act: { text } } });
  });

  test('keep the mention of a colleague', () => {
    expect(said('@跟进 派 华为 @韩梅', '跟进')).toMatchObject({
      incoming: { act: { text: '派 华为 @韩梅' } },
    });
  });

  test('lose the first mention if the bot’s name is unknown', () => {
    expect(said('@小助手 派 华为 @韩梅')).toMatchObject({ incoming: { act: { text: '派 华为 @韩梅' } } });
  });

  test('are not read from an unknown event', () => {
    const frame = {
      cmd: 'aibot_event_callback',
      headers: { req_id: 'r' },
      body: { msgid: 'm', msgtype: 'event', event: { eventtype: 'auth_change_event' } },
    };
    expect(readFrame(frame as never, options)).toBeNull();
  });
});
