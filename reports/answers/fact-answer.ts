import type { Context } from '../../crm/access/context.js';
import { isPooled } from '../../crm/access/pooled.js';
import { lastSeenFollowUps } from '../../crm/access/seen-follow-ups.js';
import { followUpWords, noteView, redacted, taskWords, visible } from '../../crm/access/visibility.js';
import { advanceButton } from '../../crm/cards/advance-button.js';
import { contactLines } from '../../crm/cards/contact-lines.js';
import { stallWords } from '../../crm/cards/deal-card.js';
import { contactsAmong, contactsCalled } from '../../crm/lookup/contacts-called.js';
import { priceWords, stageName } from '../../crm/words/deal-words.js';
import { nextStepOf } from '../../crm/words/next-step.js';
import { ownerName, teamName } from '../../crm/words/owner-names.js';
import { dateWords, dueWords, momentWords, todayOf } from '../../crm/words/zoned-dates.js';
import { type Action, button, type Card, fields, right, table, text } from '../../kernel/card/card.js';
import { customerNo, dealNo, taskNo } from '../../kernel/records/record-number.js';
import { openTasksOf } from '../../store/activity/task-queries.js';
import { dealsOf } from '../../store/deals/deal-queries.js';
import { listPeople } from '../../store/people/person-queries.js';
import type { Customer } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';

import { type AskedQuestion, answerCard } from './answer-frame.js';

/** Answers about one customer: what was said, where its deals stand, who owns it, what comes next. */
export async function factAnswer(asked: AskedQuestion, customer: Customer): Promise<Card> {
  noteView(asked.ctx, 'customer', customer);
  switch (asked.reading.measure) {
    case 'lastTalk':
      return await lastTalk(asked, customer);
    case 'nextStep':
      return await nextStep(asked, customer);
    case 'owner':
      return await owner(asked, customer);
    default:
      return await deals(asked, customer);
  }
}

const buttons = (ctx: Context, customer: Customer): Action[] => [
  button(textsIn(ctx.locale).common.log, 'log', { subject: customerNo(customer) }),
  button(textsIn(ctx.locale).common.find, 'find', { name: customerNo(customer) }),
];

async function lastTalk(asked: AskedQuestion, customer: Customer): Promise<Card> {
  const { ctx } = asked;
  const people = new Map((await listPeople(ctx.db)).map((one) => [one.id, one.name]));
  const logs = await lastSeenFollowUps(ctx, customer, 3);
  const { channels } = textsIn(ctx.locale).work;
  const lines = logs.map((log) => {
    const words = followUpWords(ctx, log, { ownerId: isPooled(customer) ? null : log.personId });
    const head = `${momentWords(ctx, log.at)} ${people.get(log.personId) ?? ''} ${channels[log.channel]}`;
    return [head, words].filter(Boolean).join(': ');
  });
  const t = textsIn(ctx.locale).question;
  return await answerCard(asked, {
    conclusion: lines.length > 0 ? '' : t.noTalk(customer.name),
    nodes: lines.map((line) => text(line)),
    read: [customer.name],
    actions: buttons(ctx, customer),
  });
}

async function nextStep(asked: AskedQuestion, customer: Customer): Promise<Card> {
  const { ctx } = asked;
  const tasks = await visible(ctx, await openTasksOf(ctx.db, customer.id));
  const t = textsIn(ctx.locale).question;
  const next = nextStepOf(tasks, todayOf(ctx));
  const lines = [...(next ? [next] : []), ...tasks.filter(({ id }) => id !== next?.id)]
    .slice(0, 3)
    .map((task) => `${taskNo(task)} ${dueWords(ctx, task)} ${taskWords(ctx, task)}`);
  return await answerCard(asked, {
    conclusion: lines[0] ?? t.noNext(customer.name),
    nodes: lines.slice(1).map((line) => text(line)),
    read: [customer.name],
    actions: buttons(ctx, customer),
  });
}

async function owner(asked: AskedQuestion, customer: Customer): Promise<Card> {
  const { ctx } = asked;
  const c = textsIn(ctx.locale).common;
  const who = isPooled(customer) ? c.pool : await ownerName(ctx, customer);
  return await answerCard(asked, {
    conclusion: textsIn(ctx.locale).question.ownedBy(customer.name, who),
    nodes: fields(
      [c.team, await teamName(ctx, customer)],
      [c.lastFollowUp, customer.lastFollowUpAt && momentWords(ctx, customer.lastFollowUpAt)],
    ),
    read: [customer.name],
    actions: buttons(ctx, customer),
  });
}

/** Says the stage and amount of the customer's open deals, or its last deal if none is open. */
async function deals(asked: AskedQuestion, customer: Customer): Promise<Card> {
  const { ctx } = asked;
  const c = textsIn(ctx.locale).common;
  const t = textsIn(ctx.locale).question;
  const all = await visible(ctx, await dealsOf(ctx.db, customer.id));
  const open = all.filter(({ status }) => status === 'open');
  const shown = open.length > 0 ? open.slice(0, 5) : all.slice(0, 1);
  const [first] = shown;
  const stands = (deal: (typeof all)[number]) =>
    deal.status === 'open' ? stageName(ctx, deal.stage) : c[deal.status];
  const stalled = first && first.status === 'open' ? stallWords(ctx, first) : undefined;
  return await answerCard(asked, {
    conclusion: !first
      ? t.noDeals(customer.name)
      : shown.length === 1
        ? [`${dealNo(first)} ${redacted(ctx, first.name, first)}`, stands(first), priceWords(ctx, first)]
            .filter(Boolean)
            .join(' · ')
        : t.dealsOpen(shown.length),
    nodes:
      shown.length > 1
        ? [
            table(
              [c.open, c.stage, right(c.amount)],
              shown.map((deal) => [
                `${dealNo(deal)} ${redacted(ctx, deal.name, deal)}`,
                stands(deal),
                priceWords(ctx, deal),
              ]),
            ),
          ]
        : fields(
            [c.closeDate, first?.closeDate && dateWords(ctx, first.closeDate)],
            [textsIn(ctx.locale).work.risk, stalled],
          ),
    read: [customer.name],
    actions: [first?.status === 'open' && advanceButton(ctx, first), ...buttons(ctx, customer)],
  });
}

/**
 * Says how to reach a contact: of the customer, or of any customer that the speaker may see, the speaker's
 * own first.
 */
export async function contactAnswer(asked: AskedQuestion, customer: Customer | undefined): Promise<Card> {
  const { ctx, reading } = asked;
  const t = textsIn(ctx.locale).question;
  const said = reading.filters.contact ?? '';
  const found = customer ? await contactsAmong(ctx, customer, said) : await contactsCalled(ctx, said);
  const shown = found.slice(0, 4);
  const lines = contactLines(ctx, shown);
  return await answerCard(asked, {
    conclusion: lines.length === 0 ? t.noContact(said, customer?.name ?? '') : (lines[0] ?? ''),
    nodes: lines.slice(1).map((line) => text(line)),
    read: [customer?.name, said],
    actions: shown.slice(0, 3).map(({ of }) => button(of.name, 'find', { name: customerNo(of) })),
  });
}
