import { describe, expect, test } from 'vitest';
import {
  errorsOf,
  formModal,
  metaOf,
  modalOption,
  submittedFields,
} from '../../../adapters/slack/draw/modal.js';
import type { Form } from '../../../kernel/chat/chat.js';

const place = { id: 'C1', kind: 'group' as const, name: 'sales' };
const form = (fields: Partial<Form['fields'][number]>[]): Form => ({
  call: { command: 'log', input: { isNew: true, note: '价格偏高' } },
  title: '记一次跟进，标题很长很长很长很长很长很长',
  submit: '提交',
  fields: fields.map((field, at) => ({
    name: `f${at}`,
    label: `字段${at}`,
    kind: 'text',
    required: false,
    ...field,
  })),
});
const elements = (modal: ReturnType<typeof formModal>) =>
  (modal?.blocks ?? []).flatMap((block) =>
    'element' in block ? [block.element as Record<string, unknown>] : [],
  );

describe('a form as a Slack modal', () => {
  test('has a control for each kind of field, filled with known values', () => {
    const modal = formModal(
      form([
        { search: true, value: 'D-12' },
        { kind: 'choice', choices: [{ label: '电话', value: 'call' }], value: 'call' },
        { kind: 'date', value: '2026-12-02T15:00' },
        { kind: 'long', value: '价格偏高' },
        { kind: 'money', hint: '30万' },
      ]),
      { place },
      'zh',
    );
    expect(elements(modal).map((one) => one.type)).toEqual([
      'external_select',
      'static_select',
      'datepicker',
      'plain_text_input',
      'plain_text_input',
    ]);
    expect(elements(modal)).toMatchObject([
      { initial_option: { value: 'D-12' }, focus_on_load: true },
      { initial_option: { value: 'call' } },
      { initial_date: '2026-12-02' },
      { initial_value: '价格偏高', multiline: true },
      { placeholder: { text: '30万' } },
    ]);
    expect(modal?.title.text.length).toBeLessThanOrEqual(24);
  });

  test('carries the input that no field shows, without duplicates', () => {
    const modal = formModal(form([{ name: 'note', value: '价格偏高' }]), { place, thread: '1.2' }, 'zh');
    expect(metaOf(modal?.private_metadata ?? '')).toEqual({
      call: { command: 'log', input: { isNew: true } },
      place,
      thread: '1.2',
    });
  });

  test('is null if a value is too long for a control', () => {
    expect(formModal(form([{ value: '长'.repeat(3_001) }]), { place }, 'zh')).toBeNull();
    expect(formModal(form([{ value: '&'.repeat(700) }]), { place }, 'zh')).toBeNull();
  });

  test('names errors by the block of their field', () => {
    expect(errorsOf(form([{ name: 'next', error: '已经过去了' }, { name: 'note' }]))).toEqual({
      'f:next': '已经过去了',
    });
  });

  test('reads the submitted values of every control', () => {
    const state = {
      'f:subject': { subject: { type: 'external_select', selected_option: { value: 'D-1' } } },
      'f:next': { next: { type: 'datepicker', selected_date: '2026-12-02' } },
      'f:note': { note: { type: 'plain_text_input', value: '价格偏高' } },
      'f:contact': { contact: { type: 'plain_text_input', value: null } },
    };
    expect(submittedFields(state)).toEqual({ subject: 'D-1', next: '2026-12-02', note: '价格偏高' });
  });

  test('has options within Slack’s length limits, with whole values', () => {
    expect(modalOption({ label: '<!channel>'.repeat(20), value: 'D-12' })).toMatchObject({ value: 'D-12' });
    expect(JSON.stringify(modalOption({ label: '<!here>', value: 'D-1' }))).not.toContain('<!');
  });

  test.each(['', 'not json', '{}', '{"call":1}'])('ignores the metadata of a foreign modal: %j', (data) => {
    expect(metaOf(data)).toBeNull();
  });
});
