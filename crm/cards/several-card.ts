import { type Action, actions, type Card, context, text } from '../../kernel/card/card.js';
import { taskNo } from '../../kernel/records/record-number.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { redacted } from '../access/visibility.js';
import type { Subject } from '../lookup/open-subject.js';
import { sumOfMoney } from '../words/deal-price.js';
import { sumWords } from '../words/deal-words.js';
import { dueWords, momentWords } from '../words/zoned-dates.js';
import { undoButton } from './deal-card.js';
import {
  holdsWords,
  mostTaps,
  proposalsOf,
  type RecordedAct,
  stepLines,
  waitingNote,
} from './recorded-card.js';
/** Several customers, or deals of one, in one sentence: one line each. */
export function severalCard(ctx: Context, all: RecordedAct[], words: string, waiting: Action[]): Card {
  const t = textsIn(ctx.locale).sentence;
  const c = textsIn(ctx.locale).common;
  const w = textsIn(ctx.locale).work;
  const written = all.filter(({ logged, task, isNewLead }) => logged || task || isNewLead);
  const isOfOne = new Set(all.map(({ subject }) => subject.customer.id)).size < all.length;
  const called = ({ customer, deal }: Subject): string =>
    isOfOne && deal ? redacted(ctx, deal.name, deal) : customer.name;
  const lines = written.map(({ act, subject, logged, task, laterTasks = [], isNewLead }) => {
    const amount =
      act.amount?.how === 'sure' ? sumWords(ctx, sumOfMoney(act.amount.value), subject.deal) : '';
    const next = task ? `${c.nextStep} ${taskNo(task)} ${dueWords(ctx, task)}` : '';
    const how = logged ? w.channels[logged.followUp.channel] : isNewLead ? w.newLead : '';
    const obstacle = act.obstacle && t.obstacles[act.obstacle.value];
    const told = [how, amount, act.competitor?.value, obstacle, next, ...stepLines(ctx, laterTasks)].filter(
      Boolean,
    );
    const deal = isOfOne && subject.deal && redacted(ctx, subject.deal.name, subject.deal);
    return [`${subject.customer.name} ${subject.number}`, deal, ...told].filter(Boolean).join(' · ');
  });
  const proposals = all.flatMap((told) =>
    proposalsOf(ctx, told, words).map((one) => ({
      ...one,
      label: `${called(told.subject)} ${one.label}`,
    })),
  );
  const taps = [...waiting, ...proposals].slice(0, mostTaps - 1);
  const [first] = all;
  const names = (of: RecordedAct[]) =>
    formatsIn(ctx.locale).list([...new Set(of.map(({ subject }) => subject.customer.name))]);
  return {
    key: `told:${ctx.actId}`,
    // 他 ("he") is of the one told of last.
    about: (written.at(-1) ?? all.at(-1))?.subject.number,
    title: written.length > 0 ? t.several(names(written)) : names(all),
    tone: written.length > 0 ? 'good' : 'info',
    askedOf: waiting.length > 0 || all.some(holdsWords) ? ctx.person.id : undefined,
    nodes: [
      text(words, 'quote'),
      text(lines.join('\n')),
      ...waitingNote(ctx, taps),
      ...actions(...taps, written.length > 0 && undoButton(ctx)),
      context(c.footer(first?.subject.number ?? '', ctx.person.name, momentWords(ctx, ctx.now))),
    ],
  };
}
