import type { Like } from '../../shape/like.js';
import type { replyTexts as original } from '../../zh/kernel/reply-texts.js';

/** What renderers say of their own: how to type an action, and the few words a control needs. */
export const replyTexts: Like<typeof original> = {
  typed: (line: string) => `reply "${line}"`,
  typedOneOf: (line: string, first: string, others: readonly string[]) =>
    `reply "${line}" (instead of "${first}" you can also use: ${others.join(', ')})`,
  questionMark: '?',
  pair: (label: string, value: string) => `${label}: ${value}`,
  part: (label: string, number: number, of: number) => `${label} (${number}/${of})`,
  unreadable: (label: string, said: string, expected: string) =>
    `I can't read "${said}" as the ${label}. ${expected}`,
  oneOf: (values: string) => `Options: ${values}`,
  forExample: (example: string) => `For example: ${example}`,
  choose: 'Choose',
  submit: 'OK',
  openRow: 'Open',
  sendNumber: (example: string) => `For the others, send the number, like ${example}`,
  sendNumberOr: (example: string, lines: readonly string[]) =>
    `For the others, send the number, like ${example}, or send ${lines.map((line) => `"${line}"`).join(', ')}`,
  alsoSendOf: (lines: readonly string[]) =>
    `You can also send these with any number: ${lines.map((line) => `"${line}"`).join(', ')}`,
  alsoSend: (lines: readonly string[]) => `You can also send: ${lines.map((line) => `"${line}"`).join(', ')}`,
  confirmTitle: 'Please confirm',
  confirmAbove: 'Please read the note above. Continue?',
  confirmEmpty: 'Continue?',
  yes: 'Yes',
  no: 'Cancel',
  below: 'Details in the next message',
  image: 'Image',
  open: 'Open',
  blank: '–',
};
