import { dayMs } from '../../kernel/time/moments.js';
import { reasonName } from '../../sales/figures/loss-rows.js';
import { lastFollowUps } from '../../store/activity/follow-up-queries.js';
import type { Deal } from '../../store/schema/row-types.js';
import type { NewArticle } from '../../store/unit/rows/article-rows.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { stageName } from '../words/deal-words.js';
import { customerOf } from '../words/open-records.js';
import { anonymous } from './anonymous.js';
import { rivalArticle } from './article-lookup.js';

/** Follow-ups in a story, and characters of each. */
const most = { followUps: 12, letters: 120 };

/**
 * Writes how a closed deal went, as an article. Its readers may not be allowed to read the deal, so the story
 * holds no customer name, people, phone numbers or amounts.
 */
export async function storyOf(ctx: Context, deal: Deal): Promise<Omit<NewArticle, 'authorId'>> {
  const t = textsIn(ctx.locale).knowledge.story;
  const customer = await customerOf(ctx, deal);
  const logs = (await lastFollowUps(ctx.db, customer.id, 60))
    .filter(({ dealId, at }) => (dealId ?? deal.id) === deal.id && at <= (deal.closedAt ?? ctx.now))
    .reverse();
  const begun = new Date(Math.min(deal.createdAt.getTime(), logs[0]?.at.getTime() ?? Infinity));
  const dayOf = (at: Date) => Math.floor((at.getTime() - begun.getTime()) / dayMs) + 1;
  const days = dayOf(deal.closedAt ?? ctx.now);
  const { channels } = textsIn(ctx.locale).work;
  const steps: string[] = [];
  for (const log of logs.slice(-most.followUps)) {
    const words = (await anonymous(ctx, customer, log.words)).slice(0, most.letters);
    if (words) steps.push(t.day(dayOf(log.at), channels[log.channel], words));
  }
  const reason = reasonName(deal.lossReason, ctx.process)[ctx.locale];
  const about = [customer.industry ?? t.someone, deal.product ?? ''].filter(Boolean).join(' · ');
  const facts = [customer.industry, customer.region, deal.product].filter((one) => one !== null);
  const isLost = deal.status === 'lost';
  const end = isLost
    ? t.lostEnd(reason, stageName(ctx, deal.lossStage ?? deal.stage), days)
    : t.wonEnd(days, logs.length);
  const body = [
    facts.length > 0 ? t.background(formatsIn(ctx.locale).list(facts)) : '',
    ...(steps.length > 0 ? [t.course, ...steps] : []),
    end,
  ];
  const rival = await rivalArticle(ctx, logs.map(({ words }) => words).join('\n'));
  const ended = isLost ? t.lost(reason) : t.won;
  return {
    title: t.title(about, ended),
    body: body.filter(Boolean).join('\n'),
    tags: [t.tag],
    product: deal.product,
    competitor: rival?.competitor ?? null,
  };
}
