import { f, namedInText } from '../../kernel/command/fields.js';

/** What a move, a win or an approval may fill of what the stages require, beside the company's own fields. */
export const filledFields = {
  amount: f.sum(),
  close: f.date(),
  contact: f.contact(),
  note: f.aside(),
  product: namedInText(f.rest()),
};
