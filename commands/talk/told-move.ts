import { defineCommand } from '../../crm/access/context.js';
import { followUpChanges } from '../../crm/acts/record-follow-up.js';
import { moveLast } from '../../crm/corrections/correct-last.js';
import { f } from '../../kernel/command/fields.js';

/** Moves what a sentence has just written to another deal of the customer; called from the card that shows it. */
export const toldMove = defineCommand({
  name: 'told-move',
  changes: ['followUp.corrected', ...followUpChanges],
  hidden: true,
  fields: {
    act: f.id({ required: true }),
    to: f.lookup('deal', { required: true }),
  },
  run: async (input, ctx) => await moveLast(ctx, input.act, input.to),
});
