import { defineCommand } from '../../crm/access/context.js';
import { followUpChanges, recordFollowUp } from '../../crm/acts/record-follow-up.js';
import { rivalButton } from '../../crm/cards/article-card.js';
import { followUpCard } from '../../crm/cards/follow-up-card.js';
import { movesTo } from '../../crm/cards/recorded-card.js';
import { rivalArticle } from '../../crm/lookup/article-lookup.js';
import { openSubject } from '../../crm/lookup/open-subject.js';
import { subjectTold } from '../../crm/lookup/told-subject.js';
import { type Action, actions, type Card } from '../../kernel/card/card.js';
import { f } from '../../kernel/command/fields.js';
import { isTheirDay } from '../../language/sentence/their-days.js';

/**
 * `跟 华为 电话 价格偏高 下周三再约` ("log Huawei call, price high, meet again next Wednesday"): records a follow-up and a
 * task for the next step.
 */
export const followUpLog = defineCommand({
  name: 'log',
  changes: [...followUpChanges],
  fields: {
    subject: f.lookup('told', { required: true }),
    channel: f.channel(),
    contact: f.contact(),
    next: f.date(),
    note: f.rest(),
  },
  asks: (input) => ((input.channel ?? input.contact ?? input.next ?? input.note) ? undefined : 'note'),
  async run(input, ctx) {
    const subject = await openSubject(ctx, input.subject);
    if (ctx.isForm && input.note) ctx.words = input.note;
    // A day of theirs is nobody's next step: "confirmed the pilot for Dec 7".
    const isTheirs = !ctx.isForm && (input.next ?? '') > ctx.at.today && isTheirDay(ctx.words);
    const logged = await recordFollowUp(ctx, subject, isTheirs ? { ...input, next: undefined } : input);
    const rival = await rivalArticle(ctx, input.note ?? '', subject.deal?.product);
    const card = followUpCard(ctx, subject, logged, rival && rivalButton(ctx, rival));
    const { others } = await subjectTold(ctx, subject.customer, ctx.words);
    // Only a report on the customer alone may as well be about a deal.
    return subject.deal || others.length < 2 ? card : withMoves(card, movesTo(ctx, { others }));
  },
});

/** Most buttons on one card. */
const most = 4;

/** The card with the buttons that move the report to a deal, before its own and instead of those that have no room. */
function withMoves(card: Card, moves: Action[]): Card {
  const nodes = card.nodes.flatMap((node) => {
    if (node.kind !== 'actions') return [node];
    const undo = node.items.filter((one) => one.kind === 'button' && one.call.command === 'undo');
    const own = node.items.filter((one) => !undo.includes(one)).slice(0, most - undo.length - moves.length);
    return actions(...moves, ...own, ...undo);
  });
  return { ...card, nodes };
}
