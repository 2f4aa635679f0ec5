import { type Context, defineCommand } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import { mayRecordFor } from '../../crm/acts/colleague-task.js';
import { openSubject, ownedBy } from '../../crm/lookup/open-subject.js';
import { subjectTold } from '../../crm/lookup/told-subject.js';
import { dateWords, isOver } from '../../crm/words/zoned-dates.js';
import { type Action, actions, button, type Card, text } from '../../kernel/card/card.js';
import { InputError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { dealNo } from '../../kernel/records/record-number.js';
import { personById } from '../../store/people/person-queries.js';
import { textsIn } from '../../texts/languages.js';

/** Most deals whose close date is offered. */
const most = 2;

/**
 * "let's get the Ironwood deal closed by Friday": asks whether that is the expected close date or a task, and whose. Writes
 * nothing.
 */
export const closeAsk = defineCommand({
  name: 'close-ask',
  reads: true,
  hidden: true,
  fields: {
    subject: f.lookup('subject', { required: true }),
    next: f.date({ required: true }),
    /** The colleague whom the words name. */
    who: f.id(),
    note: f.rest(),
  },
  async run(input, ctx): Promise<Card> {
    const t = textsIn(ctx.locale).sentence;
    const named = await openSubject(ctx, input.subject);
    const { subject, others } = named.deal
      ? { subject: named, others: [] }
      : await subjectTold(ctx, named.customer, input.note ?? '');
    await demandChange(ctx, subject.number, ownedBy(subject));
    if (isOver(ctx, input.next))
      throw new InputError('next', textsIn(ctx.locale).work.mustBeLater(dateWords(ctx, input.next)));
    const day = dateWords(ctx, input.next);
    const deals = (subject.deal ? [subject.deal] : others).filter(({ status }) => status === 'open');
    const dates = deals.slice(0, most).map((deal) =>
      button(deals.length > 1 ? `${deal.name}: ${t.closesOn(day)}` : t.closesOn(day), 'edit', {
        deal: dealNo(deal),
        close: input.next,
        v: deal.version,
      }),
    );
    const note = input.note ?? subject.customer.name;
    return {
      key: 'ask:closing',
      about: subject.number,
      title: subject.customer.name,
      tone: 'info',
      askedOf: ctx.person.id,
      nodes: [
        text(note, 'quote'),
        text(t.closingAsk),
        ...actions(
          ...dates,
          await tasksFor(ctx, input.who ?? ownedBy(subject).ownerId ?? undefined, {
            subject: subject.number,
            next: input.next,
            note,
          }),
        ),
      ],
    };
  },
});

/** A task of whoever is to see to it, if the speaker may give it, else of the speaker. */
async function tasksFor(
  ctx: Context,
  id: string | undefined,
  given: { subject: string; next: string; note: string },
): Promise<Action> {
  const t = textsIn(ctx.locale).sentence;
  const who = id && id !== ctx.person.id ? await personById(ctx.db, id) : undefined;
  return who?.active && mayRecordFor(ctx, who)
    ? button(t.taskOf(who.name), 'plan', { ...given, who: who.id })
    : button(t.myTask, 'plan', given);
}
