import { type Context, defineCommand } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import { demandReadable } from '../../crm/access/readable.js';
import { editArticle, proposeArticle, writingChanges } from '../../crm/acts/article-acts.js';
import { articleCard, articleProposalCard } from '../../crm/cards/article-card.js';
import { anonymous } from '../../crm/lookup/anonymous.js';
import { aboutFields, aboutOf, openArticle } from '../../crm/lookup/article-fields.js';
import { storyOf } from '../../crm/lookup/deal-story.js';
import { openSubject, type Subject } from '../../crm/lookup/open-subject.js';
import { customerOf, openDeal } from '../../crm/words/open-records.js';
import type { Card } from '../../kernel/card/card.js';
import { MissingError, RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { articleNo, customerNo, dealNo } from '../../kernel/records/record-number.js';
import { followUpById, lastFollowUps } from '../../store/activity/follow-up-queries.js';
import { dealById } from '../../store/deals/deal-queries.js';
import type { FollowUp } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';

/**
 * `文章` ("article") in reply to a message: proposes its words as an article, which only its author sees until
 * they accept it.
 */
export const articlePropose = defineCommand({
  name: 'article-propose',
  changes: ['article.proposed'],
  hidden: true,
  quiet: true,
  takesLines: true,
  fields: { ...aboutFields, note: f.text() },
  async run({ note, ...said }, ctx) {
    const t = textsIn(ctx.locale).knowledge;
    const body = note ?? ctx.quoted;
    if (body) return await propose(ctx, { title: titleOf(ctx, body), body, ...aboutOf(said) });
    const subject = ctx.subject ? await openSubject(ctx, ctx.subject) : undefined;
    if (subject?.deal && subject.deal.status !== 'open') {
      await demandChange(ctx, subject.number, subject.deal);
      return await propose(ctx, await storyOf(ctx, subject.deal));
    }
    const last = subject && (await lastNote(ctx, subject));
    if (!last) throw new MissingError('note', t.nothingQuoted, t.example);
    return await proposeNote(ctx, last);
  },
});

/** Proposes a follow-up's note as an article. */
export const articleNote = defineCommand({
  name: 'article-note',
  changes: ['article.proposed'],
  hidden: true,
  quiet: true,
  fields: { followUp: f.id({ required: true }) },
  async run(input, ctx) {
    const followUp = await followUpById(ctx.db, input.followUp);
    const t = textsIn(ctx.locale).knowledge;
    if (!followUp || followUp.undone) throw new RuleError(t.noteGone);
    return await proposeNote(ctx, followUp);
  },
});

/**
 * `写成案例 D-12` ("write up D-12"): proposes the story of a won or lost deal, without names and figures; for
 * those who may change the deal.
 */
export const articleCase = defineCommand({
  name: 'article-case',
  changes: ['article.proposed'],
  seldom: true,
  quiet: true,
  fields: { deal: f.lookup('deal', { required: true }) },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).knowledge;
    const deal = await openDeal(ctx, input.deal);
    await demandChange(ctx, input.deal, deal);
    if (deal.status === 'open') throw new RuleError(t.stillOpen(dealNo(deal)));
    return await propose(ctx, await storyOf(ctx, deal));
  },
});

/** Accepts a proposed article, which everybody then sees. */
export const articleKeep = defineCommand({
  name: 'article-keep',
  changes: [...writingChanges],
  hidden: true,
  fields: { article: f.word({ required: true }) },
  async run(input, ctx) {
    const found = await openArticle(ctx, input.article);
    const kept = found.draftUntil
      ? await editArticle(ctx, found, 'article.kept', { draftUntil: null })
      : found;
    ctx.isPrivate = false;
    return await articleCard(ctx, kept, {
      said: textsIn(ctx.locale).knowledge.written(articleNo(kept)),
      undo: found.draftUntil !== null,
    });
  },
});

/** Finds the last note of the record on the answered card, or undefined. */
async function lastNote(ctx: Context, { customer, deal, lead }: Subject): Promise<FollowUp | undefined> {
  const logs = await lastFollowUps(ctx.db, customer.id, 20);
  return logs.find(({ dealId, leadId }) => (!deal || dealId === deal.id) && (!lead || leadId === lead.id));
}

async function proposeNote(ctx: Context, followUp: FollowUp): Promise<Card> {
  const customer = await customerOf(ctx, followUp);
  const deal = followUp.dealId ? await dealById(ctx.db, followUp.dealId) : undefined;
  await demandReadable(ctx, deal ? dealNo(deal) : customerNo(customer), deal ?? customer);
  const body = await anonymous(ctx, customer, followUp.words);
  const title = titleOf(ctx, body);
  return await propose(ctx, { title, body: body || title, product: deal?.product ?? null });
}

async function propose(ctx: Context, given: Parameters<typeof proposeArticle>[1]): Promise<Card> {
  return articleProposalCard(ctx, await proposeArticle(ctx, given));
}

/** Longest suggested title, in characters. */
const longestSuggested = { han: 30, latin: 60 };

/** Suggests the text's first sentence as title, without its speaker and marks. */
function titleOf(ctx: Context, text: string): string {
  const plain = text
    .trim()
    .replace(/^[^\s:：,，。]{1,12}[:：](?!\/\/)\s*/u, '')
    .replace(/^[#>*\-\s]+/, '');
  const [sentence = ''] = plain.split(/(?<=[。！？!?；;])|\.\s|\n/u);
  const words = sentence.replace(/[。！？!?；;.…,，、\s]+$/u, '').trim();
  const most = /\p{Script=Han}/u.test(words) ? longestSuggested.han : longestSuggested.latin;
  const short = words.length > most ? (words.split(/[,，、：:]/u)[0] ?? words) : words;
  const title = short.length > most ? `${short.slice(0, most)}…` : short;
  return title || textsIn(ctx.locale).knowledge.untitled;
}
