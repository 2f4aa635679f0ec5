import { type Action, actions, button, type Card, context, fields, text } from '../../kernel/card/card.js';
import { taskNo } from '../../kernel/records/record-number.js';
import { addDays } from '../../kernel/time/dates.js';
import type { Contact, FollowUp, Task } from '../../store/schema/row-types.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { taskWords } from '../access/visibility.js';
import type { Subject } from '../lookup/open-subject.js';
import { priceWords, stageName } from '../words/deal-words.js';
import { dueWords, momentWords, todayOf } from '../words/zoned-dates.js';
import { undoButton } from './deal-card.js';

/** A note of at least this many letters may be useful to more people than those on its deal. */
const longNote = { han: 80, latin: 200 };

/**
 * What was recorded, and the next step with its date, or buttons that offer a date. `offer` is the button
 * that helps now.
 */
export function followUpCard(ctx: Context, subject: Subject, logged: LoggedFollowUp, offer?: Action): Card {
  const c = textsIn(ctx.locale).common;
  const t = textsIn(ctx.locale).work;
  const { task, pending, contact, followUp, closed, responded, isCounted } = logged;
  const { deal, customer, number } = subject;
  const step = task ?? pending;
  const day = step && dueWords(ctx, step);
  const what = pending && taskWords(ctx, pending);
  const kind = deal ? 'deal' : subject.lead ? 'lead' : 'customer';
  const offered = (label: string, next: string) => button(label, 'plan', { subject: number, next });
  const least = /\p{Script=Han}/u.test(followUp.words) ? longNote.han : longNote.latin;
  const isLong = followUp.words.length >= least;
  const toArticle = button(textsIn(ctx.locale).knowledge.noteToArticle, 'article-note', {
    followUp: followUp.id,
  });
  const helps = offer ?? (isLong ? toArticle : undefined);
  const follow = step
    ? [
        button(c.done, 'task-done', { task: taskNo(step), v: step.version }),
        button(c.redate, 'task-snooze', { task: taskNo(step), v: step.version }),
        ...(deal && !helps ? [button(c.reprice, 'edit', { deal: number, v: deal.version })] : []),
      ]
    : [offered(t.tomorrow, addDays(todayOf(ctx), 1)), offered(t.nextWeek, addDays(todayOf(ctx), 7))];
  const answered = responded && (responded === 'in-time' ? t.respondedInTime : t.respondedLate);
  return {
    key: `receipt:${kind}:${number}`,
    title: t.logged(customer.name),
    subtitle: deal
      ? [stageName(ctx, deal.stage), priceWords(ctx, deal)].filter(Boolean).join(' · ')
      : undefined,
    tone: 'good',
    nodes: [
      text(followUp.words, 'quote'),
      ...fields(
        [c.nextStep, [day, what].filter(Boolean).join(' · ') || undefined],
        [c.channel, t.channels[followUp.channel]],
        [c.contact, contact?.name],
      ),
      ...(answered ? [text(answered)] : []),
      ...(closed.length > 0
        ? [
            text(
              t.closedTasks(
                formatsIn(ctx.locale).list(closed.map((one) => `${taskNo(one)} ${taskWords(ctx, one)}`)),
              ),
            ),
          ]
        : []),
      ...(isCounted ? [] : [text(textsIn(ctx.locale).pool.notCounted)]),
      ...(step ? [] : [text(t.stillOpen)]),
      ...actions(...follow, helps, undoButton(ctx)),
      context(c.footer(number, ctx.person.name, momentWords(ctx, followUp.at))),
    ],
  };
}

/** What a follow-up changed. */
export interface LoggedFollowUp {
  followUp: FollowUp;
  contact?: Contact;
  task?: Task;
  /** The open task with the customer that remains, if the words set no next step. */
  pending?: Task;
  /** Due tasks that the follow-up closed. */
  closed: Task[];
  /** Whether the follow-up was the lead's first response, and on time. */
  responded?: 'in-time' | 'late';
  /** Whether the follow-up postpones a return to the pool. */
  isCounted: boolean;
}
