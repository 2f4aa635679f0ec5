import { defineCommand } from '../../crm/access/context.js';
import { followUpChanges, recordFollowUp } from '../../crm/acts/record-follow-up.js';
import { rivalButton } from '../../crm/cards/article-card.js';
import { followUpCard } from '../../crm/cards/follow-up-card.js';
import { rivalArticle } from '../../crm/lookup/article-lookup.js';
import { openSubject } from '../../crm/lookup/open-subject.js';
import { f } from '../../kernel/command/fields.js';

/**
 * `跟 华为 电话 价格偏高 下周三再约` ("log Huawei call, price high, meet again next Wednesday"): records a follow-up and a
 * task for the next step.
 */
export const followUpLog = defineCommand({
  name: 'log',
  changes: [...followUpChanges],
  fields: {
    subject: f.lookup('subject', { required: true }),
    channel: f.channel(),
    contact: f.contact(),
    next: f.date(),
    note: f.rest(),
  },
  asks: (input) => ((input.channel ?? input.contact ?? input.next ?? input.note) ? undefined : 'note'),
  async run(input, ctx) {
    const subject = await openSubject(ctx, input.subject);
    const logged = await recordFollowUp(ctx, subject, input);
    const rival = await rivalArticle(ctx, input.note ?? '', subject.deal?.product);
    return followUpCard(ctx, subject, logged, rival && rivalButton(ctx, rival));
  },
});
