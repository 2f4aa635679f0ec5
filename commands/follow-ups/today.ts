import { defineCommand } from '../../crm/access/context.js';
import { todayCard } from '../../crm/cards/today-card.js';
import { shareField } from '../../kernel/command/fields.js';
import { noteStep } from '../knowledge/onboarding-steps.js';

/** `今天` ("today"): lists what is due, most value at risk first. */
export const today = defineCommand({
  name: 'today',
  changes: ['step.noted'],
  reads: true,
  isPersonal: () => true,
  fields: { share: shareField },
  async run(_input, ctx) {
    await noteStep(ctx, 'today');
    return await todayCard(ctx);
  },
});
