import { type Context, defineCommand } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import { noteView, redacted } from '../../crm/access/visibility.js';
import { openSubject, ownedBy, type Subject } from '../../crm/lookup/open-subject.js';
import { modelProposalCard, offCard } from '../../crm/proposals/model-proposal.js';
import { namesIn } from '../../crm/proposals/named-in-text.js';
import { logLine, noteOf, seenLogs } from '../../crm/proposals/seen-logs.js';
import { writtenCard } from '../../crm/proposals/written-card.js';
import { dateWords, dueOf, todayOf } from '../../crm/words/zoned-dates.js';
import { button } from '../../kernel/card/card.js';
import { f } from '../../kernel/command/fields.js';
import { formatDate } from '../../kernel/time/format-time.js';
import { lastFollowUps } from '../../store/activity/follow-up-queries.js';
import { openTasksOf } from '../../store/activity/task-queries.js';
import { contactsOf } from '../../store/customers/contact-queries.js';
import { listPeople } from '../../store/people/person-queries.js';
import { formatsIn, textsIn } from '../../texts/languages.js';

/** Latest follow-ups sent to the model. */
const lastTalks = 5;

/**
 * `拟稿 华为 催一下合同` ("draft to Huawei: remind about the contract"): drafts a message to the customer, for the
 * speaker to edit and send.
 */
export const modelReply = defineCommand({
  name: 'draft-reply',
  seldom: true,
  reads: true,
  role: 'rep',
  quiet: true,
  fields: {
    subject: f.lookup('subject', { required: true }),
    wish: f.rest(),
  },
  async run({ subject: number, wish }, given) {
    if (!given.model) return offCard(given);
    // Only the speaker reads the answer.
    const ctx = { ...given, audience: undefined };
    const subject = await openSubject(ctx, number);
    await demandChange(ctx, subject.number, ownedBy(subject));
    noteView(ctx, 'customer', subject.customer);
    const t = textsIn(ctx.locale).model;
    const tasks = textsIn(ctx.locale).modelTasks;
    const { material, said } = await materialOf(ctx, subject, wish);
    const asked = {
      purpose: 'reply' as const,
      record: subject.number,
      task: tasks.reply,
      material,
      names: await namesIn(ctx, { text: material, said, about: [subject.customer] }),
      json: false,
    };
    const again = { command: 'draft-reply', input: { subject: number, ...(wish ? { wish } : {}) } };
    const c = textsIn(ctx.locale).common;
    return await modelProposalCard(ctx, asked, again, (answer) =>
      writtenCard(ctx, answer, {
        key: `model:reply:${answer.no}`,
        title: `${t.draft} · ${subject.customer.name}`,
        above: t.copy,
        taps: [
          button(c.log, 'log', { subject: subject.number }),
          button(c.find, 'find', { name: subject.number }),
        ],
      }),
    );
  },
});

/** Collects the recipient, the last conversations and the next step. */
async function materialOf(
  ctx: Context,
  { customer, deal }: Subject,
  wish: string | undefined,
): Promise<{ material: string; said: string[] }> {
  const tasks = textsIn(ctx.locale).modelTasks;
  const today = todayOf(ctx);
  const people = new Map((await listPeople(ctx.db)).map(({ id, name }) => [id, name]));
  // A contact known only by phone number has no name.
  const contacts = (await contactsOf(ctx.db, customer.id)).filter(({ name, phone }) => name !== phone);
  const logs = (await lastFollowUps(ctx.db, customer.id, lastTalks * 3)).filter(
    ({ dealId }) => !deal || dealId === null || dealId === deal.id,
  );
  const seen = (await seenLogs(ctx, logs)).slice(0, lastTalks);
  const next = (await openTasksOf(ctx.db, customer.id)).find(({ ownerId }) => ownerId === ctx.person.id);
  const due = next && dueOf(next);
  const title = next && redacted(ctx, next.title, next);
  const lines = [
    tasks.today(`${today} ${formatDate(today, ctx, today)}`),
    tasks.customer(customer.name),
    contacts.length > 0 &&
      tasks.contacts(formatsIn(ctx.locale).list(contacts.slice(0, 4).map(({ name }) => name))),
    deal && deal.name !== customer.name && tasks.deal(redacted(ctx, deal.name, deal)),
    tasks.me(ctx.person.name),
    next && due && tasks.next(`${dateWords(ctx, due)} ${title}`),
    wish && tasks.wish(wish),
    seen.length > 0 && tasks.logs,
    ...seen.map(({ log }) => logLine(ctx, log, people.get(log.personId) ?? '')),
  ].filter((line): line is string => Boolean(line));
  const said = [title, wish, ...seen.map(({ log }) => noteOf(ctx, log))];
  return { material: lines.join('\n'), said: said.filter((one): one is string => Boolean(one)) };
}
