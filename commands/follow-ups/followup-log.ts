import { defineCommand } from '../../crm/access/context.js';
import { recordFollowUp } from '../../crm/acts/record-follow-up.js';
import { rivalButton } from '../../crm/cards/article-card.js';
import { followUpCard } from '../../crm/cards/follow-up-card.js';
import { rivalArticle } from '../../crm/lookup/article-lookup.js';
import { openSubject } from '../../crm/lookup/open-subject.js';
import { f } from '../../kernel/command/fields.js';

/** `跟 华为 电话 价格偏高 下周三再约`: what was said is noted, the next step gets a date. */
export const followUpLog = defineCommand({
  name: 'log',
  words: { zh: ['跟', '跟进', 'g'], en: ['log'] },
  summary: { zh: '记一次跟进', en: 'Log a follow-up' },
  examples: {
    zh: ['跟 华为 电话 价格偏高 下周三再约', '跟 D-1 拜访 王总 方案已讲'],
    en: ['log Acme call price too high next Wed'],
  },
  fields: {
    subject: f.lookup('subject', { label: { zh: '客户或商机', en: 'customer or deal' }, required: true }),
    channel: f.channel(),
    contact: f.contact(),
    next: f.date({ label: { zh: '下一步日期', en: 'next step' } }),
    note: f.rest({
      ask: {
        zh: '跟进了什么？方式、内容、下次时间都可以说。',
        en: 'What happened? How, what was said, and when next.',
      },
      example: { zh: '电话 价格偏高 下周三再约', en: 'call price too high next Wed' },
    }),
  },
  asks: (input) => ((input.channel ?? input.contact ?? input.next ?? input.note) ? undefined : 'note'),
  async run(input, ctx) {
    const subject = await openSubject(ctx, input.subject);
    const logged = await recordFollowUp(ctx, subject, input);
    const rival = await rivalArticle(ctx, input.note ?? '', subject.deal?.product);
    return followUpCard(ctx, subject, logged, rival && rivalButton(ctx, rival));
  },
});
