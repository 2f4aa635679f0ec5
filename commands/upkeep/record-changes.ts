import { type Context, defineCommand } from '../../crm/access/context.js';
import { isPooled } from '../../crm/access/pooled.js';
import { noteView, privateUnlessSeen, redacted, visible } from '../../crm/access/visibility.js';
import { changesTold } from '../../crm/cards/change-words.js';
import { openSubject, ownedBy } from '../../crm/lookup/open-subject.js';
import { kindWord } from '../../crm/words/record-words.js';
import { momentWords } from '../../crm/words/zoned-dates.js';
import { actions, button, type Card, context, table, text } from '../../kernel/card/card.js';
import { f, shareField } from '../../kernel/command/fields.js';
import { dealNo, leadNo } from '../../kernel/records/record-number.js';
import { type AskedField, askedFields } from '../../language/upkeep/record-questions.js';
import { pageField } from '../../reports/request/report-fields.js';
import { eventsOf } from '../../store/activity/event-queries.js';
import { contactsOf } from '../../store/customers/contact-queries.js';
import { dealsOf } from '../../store/deals/deal-queries.js';
import { liveLeadsOf } from '../../store/leads/lead-queries.js';
import { listPeople } from '../../store/people/person-queries.js';
import { textsIn } from '../../texts/languages.js';
import { find } from '../customers/find.js';

/** Rows of a page, and most events read of one record. */
const perPage = 10;
const looked = 200;

/** `修改记录 华为` ("changes Huawei"), 谁改的金额 ("who changed the amount"): who changed what, when, from what to what. */
export const recordChanges = defineCommand({
  name: 'edits',
  reads: true,
  seldom: true,
  isPersonal: () => true,
  fields: { name: f.lookup('name', { required: true }), field: f.id(), page: pageField, share: shareField },
  async run(input, ctx): Promise<Card> {
    const subject = await openSubject(ctx, input.name);
    if (isPooled(subject.customer) || subject.lead?.status === 'pool')
      return await find.run({ name: input.name }, ctx);
    const { customer, deal, lead, number } = subject;
    noteView(ctx, deal ? 'deal' : lead ? 'lead' : 'customer', ownedBy(subject));
    const field = askedFields.find((one) => one === input.field);
    const rows = await changeRows(ctx, await recordsUnder(ctx, subject), field);
    return changesCard(ctx, rows, {
      number,
      name: deal ? `${number} ${customer.name}` : customer.name,
      field,
      page: Number(input.page ?? 1),
    });
  },
});

interface Changed {
  type: 'customer' | 'contact' | 'deal' | 'lead';
  id: string;
  ownerId: string | null;
  /** What the row says of whom it is, where several are shown. */
  label: string;
}

/** The record itself, and of a customer also its contacts, deals and leads. */
async function recordsUnder(
  ctx: Context,
  { customer, deal, lead }: Awaited<ReturnType<typeof openSubject>>,
): Promise<Changed[]> {
  if (deal) return [{ type: 'deal', id: deal.id, ownerId: deal.ownerId, label: '' }];
  if (lead) return [{ type: 'lead', id: lead.id, ownerId: lead.ownerId, label: '' }];
  const { ownerId } = customer;
  const deals = await visible(ctx, await dealsOf(ctx.db, customer.id));
  const leads = await visible(ctx, await liveLeadsOf(ctx.db, customer.id));
  for (const one of [...deals, ...leads]) privateUnlessSeen(ctx, one);
  return [
    { type: 'customer', id: customer.id, ownerId, label: '' },
    ...(await contactsOf(ctx.db, customer.id)).map(({ id, name }) => ({
      type: 'contact' as const,
      id,
      ownerId,
      label: redacted(ctx, name, customer),
    })),
    ...deals.map((one) => ({ type: 'deal' as const, id: one.id, ownerId: one.ownerId, label: dealNo(one) })),
    ...leads.map((one) => ({ type: 'lead' as const, id: one.id, ownerId: one.ownerId, label: leadNo(one) })),
  ];
}

async function changeRows(
  ctx: Context,
  records: readonly Changed[],
  field: AskedField | undefined,
): Promise<string[][]> {
  const t = textsIn(ctx.locale).upkeep;
  const people = new Map((await listPeople(ctx.db)).map(({ id, name }) => [id, name]));
  const rows: { at: Date; cells: string[] }[] = [];
  for (const { type, id, ownerId, label } of records)
    for (const event of await eventsOf(ctx.db, type, id, looked)) {
      const changes = (await changesTold(ctx, event, { ownerId })).filter(
        (one) => field === undefined || one.asked === field,
      );
      const isMade = event.before === null && field === undefined;
      if (changes.length === 0 && !isMade) continue;
      const said = isMade
        ? (kindWord(ctx.locale, event.kind) ?? '')
        : changes.map((one) => t.changed(one.field, one.before, one.after)).join(' · ');
      const what = [label, said, event.undoneAt ? `(${t.undone})` : ''].filter(Boolean).join(' ');
      const who = event.personId ? (people.get(event.personId) ?? '') : t.clock;
      rows.push({ at: event.at, cells: [momentWords(ctx, event.at), who, what] });
    }
  return rows.toSorted((a, b) => b.at.getTime() - a.at.getTime()).map(({ cells }) => cells);
}

function changesCard(
  ctx: Context,
  rows: readonly string[][],
  {
    number,
    name,
    field,
    page,
  }: { number: string; name: string; field: AskedField | undefined; page: number },
): Card {
  const t = textsIn(ctx.locale).upkeep;
  const last = Math.max(1, Math.ceil(rows.length / perPage));
  const at = Math.min(page, last);
  const turn = (label: string, to: number) =>
    button(label, 'edits', { name: number, ...(field ? { field } : {}), page: String(to) });
  const none = field ? t.noChangesOf(t.field[field]) : t.noChanges;
  return {
    key: `list:changes:${number}:${field ?? ''}:${at}`,
    about: number,
    title: t.changes(name),
    ...(field ? { subtitle: t.field[field] } : {}),
    tone: 'info',
    nodes: [
      ...(rows.length === 0
        ? [text(none)]
        : [table([t.when, t.who, t.what], rows.slice((at - 1) * perPage, at * perPage))]),
      ...actions(
        button(textsIn(ctx.locale).common.find, 'find', { name: number }),
        at < last && turn(t.next, at + 1),
        at > 1 && turn(t.previous, at - 1),
      ),
      ...(last > 1 ? [context(t.pageOf(at, last))] : []),
    ],
  };
}
