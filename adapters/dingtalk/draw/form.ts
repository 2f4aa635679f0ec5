import type { Form } from '../../../kernel/chat/chat.js';
import { encodeCallWithin } from '../../../kernel/render/call-code.js';
import type { Locale } from '../../../texts/languages.js';
import { textsIn } from '../../../texts/languages.js';
import { dingtalkLimits } from './limits.js';

/** The action of the form's own button, and the hidden field that carries what is submitted. */
export const formAction = 'form';
export const callField = '_call';

/**
 * The variables of the official form example, which an administrator may import and publish; one template serves every
 * form. Source: https://open.dingtalk.com/document/development/form-variables
 */
export function formVariables(form: Form, locale: Locale): Record<string, string> {
  const t = textsIn(locale).dingtalk;
  const fields = form.fields.map((field) => {
    const { name, label, required, hint, value, kind, choices = [], error } = field;
    const menu = choices.length > 0;
    const types = {
      long: 'TEXT_AREA',
      date: 'DATE',
      number: 'NUMBER',
      text: 'TEXT',
      money: 'TEXT',
      choice: 'TEXT',
    } as const;
    return {
      name,
      label: error ? `${label} ⚠️ ${error}` : label,
      type: menu ? 'SELECT' : types[kind],
      required,
      ...(hint && !menu ? { placeholder: hint } : {}),
      ...(value ? { defaultValue: value } : {}),
      ...(menu ? { options: choices.map((one) => ({ value: one.value, text: one.label })) } : {}),
    };
  });
  const call = {
    name: callField,
    label: '',
    type: 'TEXT',
    hidden: true,
    defaultValue: encodeCallWithin(form.call, dingtalkLimits.callBytes),
  };
  return {
    title: form.title,
    form: JSON.stringify({ fields: [...fields, call] }),
    form_status: 'normal',
    form_btn_text: form.submit || t.fill,
  };
}

/** What the form becomes once it is submitted. */
export const submittedVariables = (locale: Locale): Record<string, string> => ({
  form_status: 'disabled',
  form_btn_text: textsIn(locale).dingtalk.submitted,
});
