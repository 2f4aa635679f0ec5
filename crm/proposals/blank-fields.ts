import { z } from 'zod';
import { type Action, actions, button, type Card, fields, text } from '../../kernel/card/card.js';
import { type ModelAnswer, ModelFault } from '../../kernel/model/model-port.js';
import { findAmounts, minorOf, readSum, type Sum, sumOf } from '../../kernel/pieces/amount.js';
import type { Channel } from '../../kernel/pieces/base/piece.js';
import { dealNo } from '../../kernel/records/record-number.js';
import { addDays, isDate } from '../../kernel/time/dates.js';
import { pipelineOf } from '../../sales/process/stages.js';
import type { Deal } from '../../store/schema/row-types.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import type { Subject } from '../lookup/open-subject.js';
import type { Blank } from '../lookup/sentence-blanks.js';
import { isSameSum } from '../words/deal-price.js';
import { stageName, sumWords } from '../words/deal-words.js';
import { dateWords, todayOf } from '../words/zoned-dates.js';
import { signedBy } from './model-proposal.js';

/** Furthest plausible next step, in days; a later one is a slip. */
const furthestDays = 730;

/**
 * Lists the stages that a model may propose: open ones of the deal's pipeline; a model never proposes to
 * close a deal.
 */
export function stagesFor(ctx: Context, deal: Deal | undefined): string[] {
  if (!deal) return [];
  const { stages } = pipelineOf(ctx.process, deal.stage);
  return stages.filter(({ won, key }) => !won && key !== deal.stage).map(({ key }) => key);
}

export const proposedChannels = ['call', 'visit', 'wechat', 'email', 'meeting'] as const satisfies Channel[];

const said = z.string().trim().min(1).max(80).nullish().catch(null);
const answered = z.object({
  next: said,
  amount: said,
  stage: said,
  channel: said,
  contact: said,
  competitor: said,
  obstacle: said,
});

export interface Filled {
  next?: string;
  amount?: Sum;
  stage?: string;
  channel?: Channel;
  contact?: string;
  competitor?: string;
  obstacle?: string;
}

/**
 * Filters an answer to values that are blank, of the right kind and, where required, in the words. Throws
 * ModelFault.
 */
export function filledBy(
  ctx: Context,
  answer: ModelAnswer,
  about: { words: string; blanks: readonly Blank[]; stages: readonly string[] },
): { filled: Filled; dropped: number } {
  const read = answered.safeParse(jsonIn(answer.said));
  if (!read.success) throw new ModelFault('unreadable');
  const filled: Filled = {};
  let dropped = 0;
  for (const field of about.blanks) {
    const value = read.data[field];
    if (value === null || value === undefined) continue;
    const plain = answer.plain(value);
    const checked = plain === undefined ? undefined : checks[field](plain, { ...about, ctx });
    if (checked === undefined) dropped++;
    else Object.assign(filled, { [field]: checked });
  }
  return { filled, dropped };
}

type Check = (
  value: string,
  about: { ctx: Context; words: string; stages: readonly string[] },
) => string | Sum | undefined;

const quoted: Check = (value, { words }) =>
  value.length > 1 && words.toLowerCase().includes(value.toLowerCase()) ? value : undefined;

const checks: Record<Blank, Check> = {
  next: (value, { ctx }) => {
    const today = todayOf(ctx);
    const isOne = /^\d{4}-\d{2}-\d{2}$/.test(value) && isDate(value);
    return isOne && value >= today && value <= addDays(today, furthestDays) ? value : undefined;
  },
  amount: (value, { words }) => {
    const sum = readSum(value);
    const said = findAmounts(words).find(({ piece }) => sum !== undefined && piece.value === minorOf(sum));
    return said && sumOf(said.piece.value, said.piece.currency);
  },
  stage: (value, { stages }) => (stages.includes(value) ? value : undefined),
  channel: (value) => proposedChannels.find((one) => one === value),
  contact: quoted,
  competitor: quoted,
  obstacle: (value, { ctx }) =>
    Object.hasOwn(textsIn(ctx.locale).sentence.obstacles, value) ? value : undefined,
};

/** Finds the JSON object in an answer: alone, in a code fence, or among other words. */
function jsonIn(answer: string): unknown {
  const [from, to] = [answer.indexOf('{'), answer.lastIndexOf('}')];
  try {
    return from < 0 || to < from ? undefined : JSON.parse(answer.slice(from, to + 1));
  } catch {
    return undefined;
  }
}

/** Shows the model's values, each as a button for a command that checks and writes as usual. */
export function blanksCard(
  ctx: Context,
  subject: Subject,
  words: string,
  { filled, dropped, no }: { filled: Filled; dropped: number; no: number },
): Card {
  const t = textsIn(ctx.locale).model;
  const c = textsIn(ctx.locale).common;
  const s = textsIn(ctx.locale).sentence;
  const isEmpty = Object.keys(filled).length === 0;
  const { see, by } = signedBy(ctx, no);
  const taps = tapsFor(ctx, subject, words, filled);
  return {
    key: `model:blanks:${no}`,
    title: t.proposal,
    subtitle: subject.customer.name,
    tone: 'info',
    askedOf: ctx.person.id,
    nodes: [
      text(words, 'quote'),
      text(isEmpty ? t.nothing : t.check),
      ...fields(
        [c.nextStep, filled.next && dateWords(ctx, filled.next)],
        [c.amount, filled.amount === undefined ? null : sumWords(ctx, filled.amount, subject.deal)],
        [c.stage, filled.stage && stageName(ctx, filled.stage)],
        [c.channel, filled.channel && textsIn(ctx.locale).work.channels[filled.channel]],
        [c.contact, filled.contact],
        [s.competitor, filled.competitor],
        [s.obstacle, filled.obstacle && s.obstacles[filled.obstacle]],
      ),
      ...(dropped > 0 ? [text(t.unsure(dropped))] : []),
      ...(filled.contact || filled.channel ? [text(t.mendHint)] : []),
      ...(taps.length > 0 ? [text(t.tapToWrite)] : []),
      ...actions(...taps.slice(0, 3), see),
      by,
    ],
  };
}

function tapsFor(ctx: Context, { deal, number }: Subject, words: string, filled: Filled): Action[] {
  const t = textsIn(ctx.locale).sentence;
  const taps: Action[] = [];
  if (filled.next)
    taps.push(
      button(t.setNext(dateWords(ctx, filled.next)), 'plan', {
        subject: number,
        next: filled.next,
        note: words,
      }),
    );
  if (!deal) return taps;
  const v = deal.version;
  if (filled.amount !== undefined && !isSameSum(ctx, deal, filled.amount))
    taps.push(
      button(t.setAmount(sumWords(ctx, filled.amount, deal)), 'edit', {
        deal: dealNo(deal),
        amount: filled.amount,
        v,
      }),
    );
  if (filled.stage)
    taps.push(
      button(t.moveTo(stageName(ctx, filled.stage)), 'move', {
        record: dealNo(deal),
        stage: filled.stage,
        v,
      }),
    );
  const remarks = [
    filled.competitor && `${t.competitor} ${filled.competitor}`,
    filled.obstacle && `${t.obstacle} ${t.obstacles[filled.obstacle]}`,
  ].filter((one): one is string => Boolean(one));
  if (remarks.length > 0) {
    const note = formatsIn(ctx.locale).list(remarks);
    taps.push(button(textsIn(ctx.locale).model.setNote(note), 'note', { deal: dealNo(deal), note }));
  }
  return taps;
}
