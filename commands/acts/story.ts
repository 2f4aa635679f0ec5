import { findAmounts } from '../../bot/kernel/pieces/amount.js';
import { findContacts } from '../../bot/kernel/pieces/contact.js';
import { findPhones } from '../../bot/kernel/pieces/phone.js';
import { dayMs } from '../../sales/calendar.js';
import { reasonName } from '../../sales/loss.js';
import type { NewArticle } from '../../store/articles.js';
import { contactsOf } from '../../store/contacts.js';
import { lastFollowUps } from '../../store/follow-ups.js';
import type { Customer, Deal, FollowUp } from '../../store/row-types.js';
import { stageName } from '../cards/deal.js';
import type { Context } from '../context.js';
import { rivalIn } from '../knowledge.js';
import { customerOf } from '../records.js';
import { common } from '../texts/common.js';
import { knowledgeTexts } from '../texts/knowledge.js';
import { workTexts } from '../texts/work.js';

/** Follow-ups told of, and letters of each: a case fits on a screen. */
const most = { followUps: 12, letters: 120 };

/**
 * How a deal went, as an article everybody may read: who may read it may not be allowed to read the deal, so neither the
 * customer's name nor people, telephone numbers or amounts are in it.
 */
export async function storyOf(ctx: Context, deal: Deal): Promise<Omit<NewArticle, 'authorId'>> {
  const t = knowledgeTexts(ctx.locale).story;
  const customer = await customerOf(ctx, deal);
  const logs = (await lastFollowUps(ctx.db, customer.id, 60))
    .filter(({ dealId, at }) => (dealId ?? deal.id) === deal.id && at <= (deal.closedAt ?? ctx.now))
    .reverse();
  const begun = new Date(Math.min(deal.createdAt.getTime(), logs[0]?.at.getTime() ?? Infinity));
  const dayOf = (at: Date) => Math.floor((at.getTime() - begun.getTime()) / dayMs) + 1;
  const days = dayOf(deal.closedAt ?? ctx.now);
  const { channels } = workTexts(ctx.locale);
  const steps: string[] = [];
  for (const log of logs.slice(-most.followUps)) {
    const words = (await noteWords(ctx, customer, log)).slice(0, most.letters);
    if (words) steps.push(t.day(dayOf(log.at), channels[log.channel], words));
  }
  const reason = reasonName(deal.lossReason, ctx.process)[ctx.locale];
  const about = [customer.industry ?? t.someone, deal.product ?? ''].filter(Boolean).join(' · ');
  const facts = [customer.industry, customer.region, deal.product].filter((one) => one !== null);
  const end =
    deal.status === 'lost'
      ? t.lostEnd(reason, stageName(ctx, deal.lossStage ?? deal.stage), days)
      : deal.status === 'won'
        ? t.wonEnd(days, logs.length)
        : '';
  const body = [
    facts.length > 0 ? t.background(common(ctx.locale).list(facts)) : '',
    ...(steps.length > 0 ? [t.course, ...steps] : []),
    end,
  ];
  const rival = await rivalIn(ctx, logs.map(({ words }) => words).join('\n'));
  const ended = deal.status === 'lost' ? t.lost(reason) : t.won;
  return {
    title: t.title(about, ended),
    body: body.filter(Boolean).join('\n'),
    tags: [t.tag],
    product: deal.product,
    competitor: rival?.competitor ?? null,
  };
}

/** The verb of a typed line, the number it names and how it was done: told otherwise, or nobody's business. */
const grammar = [
  /^\s*\/?(?:跟进?|g|log)\s+/iu,
  /\b[DLCT]-\d+\b/giu,
  /^\s*(?:电话|拜访|微信|邮件|会议|call|visit|wechat|email|meeting)\s+/iu,
];
const mail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;

/** What was noted of a follow-up, without the names and figures of whom it is about. */
export async function noteWords(ctx: Context, customer: Customer, { words }: FollowUp): Promise<string> {
  const t = knowledgeTexts(ctx.locale).story;
  const names = (await contactsOf(ctx.db, customer.id)).map(({ name }) => name);
  let left = grammar.reduce((said, pattern) => said.replace(pattern, ''), words);
  for (const name of shortForms(customer.name)) left = replaced(left, name, t.customer);
  for (const name of names) left = replaced(left, name, t.contact);
  left = left.replace(mail, t.blank);
  for (const [find, instead] of [
    [findPhones, t.blank],
    [findAmounts, t.blank],
    [findContacts, t.contact],
  ] as const) {
    for (const { from, to } of [...find(left)].sort((a, b) => b.from - a.from))
      left = left.slice(0, from) + instead + left.slice(to);
  }
  return grammar
    .reduce(
      (said, pattern) => said.replace(pattern, ''),
      left.replace(new RegExp(`^\\s*${t.customer}\\s+`, 'u'), ''),
    )
    .replace(/\s+/g, ' ')
    .trim();
}

const replaced = (words: string, name: string, instead: string): string =>
  name.length > 1 ? words.replaceAll(name, instead) : words;

/** A name and its beginnings, the longest first: 星河科技 is spoken of as 星河. */
function shortForms(name: string): string[] {
  const units = /\p{Script=Han}/u.test(name) ? [...name] : name.split(/(?<=\s)/);
  const least = /\p{Script=Han}/u.test(name) ? 2 : 1;
  return units
    .map((_, n) =>
      units
        .slice(0, units.length - n)
        .join('')
        .trim(),
    )
    .filter((_, n) => units.length - n >= least);
}
