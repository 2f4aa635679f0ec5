import type { Like } from '../../shape/like.js';
import type { lossTexts as original } from '../../zh/adapters/loss-texts.js';

export const lossTexts: Like<typeof original> = {
  what: {
    text: 'Text',
    fields: 'Fields',
    table: 'Table',
    image: 'Image',
    divider: 'Divider',
    context: 'Footnote',
    actions: 'Buttons',
    title: 'Title',
    subtitle: 'Subtitle',
    tone: 'Color bar',
    confirm: 'Confirmation',
    select: 'Select',
    link: 'Link',
    style: 'Text style',
  },
  how: {},
  pair: (what: string, how: string) => `${what}: ${how}`,
  message: (n: string) => `in message ${n}`,
};
