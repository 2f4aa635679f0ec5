import { z } from 'zod';

const text = z.string();
const number = z.number();
const flag = z.boolean();

const link = {
  type: number.optional(),
  url: text.optional(),
  appid: text.optional(),
  pagepath: text.optional(),
};

/** Left out counts as empty, which the rules refuse where the field is required. */
const required = text.default('');

const option = z.looseObject({ id: required, text: required, is_checked: flag.optional() });

const selection = z.looseObject({
  question_key: required,
  title: text.optional(),
  disable: flag.optional(),
  selected_id: text.optional(),
  option_list: z.array(option).default([]),
});

const titled = z.looseObject({ title: text.optional(), desc: text.optional() });

/**
 * JSON types of the fields of a template card (https://developer.work.weixin.qq.com/document/path/101032); what
 * they may hold is checked afterwards. Numbers must be numbers: wecom.md, section 8.
 */
export const templateCard = z.looseObject({
  card_type: required,
  source: z
    .looseObject({ icon_url: text.optional(), desc: text.optional(), desc_color: number.optional() })
    .optional(),
  action_menu: z
    .looseObject({
      desc: text.optional(),
      action_list: z.array(z.looseObject({ text: required, key: required })).default([]),
    })
    .optional(),
  main_title: titled.optional(),
  emphasis_content: titled.optional(),
  quote_area: z.looseObject({ ...link, title: text.optional(), quote_text: text.optional() }).optional(),
  sub_title_text: text.optional(),
  horizontal_content_list: z
    .array(
      z.looseObject({
        type: number.optional(),
        keyname: required,
        value: text.optional(),
        url: text.optional(),
        userid: text.optional(),
      }),
    )
    .optional(),
  vertical_content_list: z.array(z.looseObject({ title: required, desc: text.optional() })).optional(),
  jump_list: z.array(z.looseObject({ ...link, title: required, question: text.optional() })).optional(),
  card_action: z.looseObject(link).optional(),
  card_image: z.looseObject({ url: text.optional(), aspect_ratio: number.optional() }).optional(),
  image_text_area: z
    .looseObject({ ...link, title: text.optional(), desc: text.optional(), image_url: text.optional() })
    .optional(),
  button_selection: selection.optional(),
  button_list: z.array(z.looseObject({ text: required, style: number.optional(), key: required })).optional(),
  checkbox: z
    .looseObject({
      question_key: required,
      mode: number.optional(),
      disable: flag.optional(),
      option_list: z.array(option).default([]),
    })
    .optional(),
  select_list: z.array(selection).optional(),
  submit_button: z.looseObject({ text: required, key: required }).optional(),
  task_id: text.optional(),
  feedback: z.looseObject({ id: text }).optional(),
});

export type TemplateCard = z.infer<typeof templateCard>;
export type Selection = z.infer<typeof selection>;
export type Option = z.infer<typeof option>;
