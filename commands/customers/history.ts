import { type Context, defineCommand } from '../../crm/access/context.js';
import { isPooled } from '../../crm/access/pooled.js';
import { lastSeenFollowUps } from '../../crm/access/seen-follow-ups.js';
import {
  followUpWords,
  noteView,
  privateUnlessSeen,
  redacted,
  visible,
} from '../../crm/access/visibility.js';
import { openSubject, ownedBy, type Subject } from '../../crm/lookup/open-subject.js';
import { momentWords } from '../../crm/words/zoned-dates.js';
import { actions, button, type Card, context, table, text } from '../../kernel/card/card.js';
import { MissingError } from '../../kernel/command/errors.js';
import { f, shareField } from '../../kernel/command/fields.js';
import { dealNo } from '../../kernel/records/record-number.js';
import { pageField } from '../../reports/request/report-fields.js';
import { eventsOf } from '../../store/activity/event-queries.js';
import { dealsOf } from '../../store/deals/deal-queries.js';
import { listPeople } from '../../store/people/person-queries.js';
import { textsIn } from '../../texts/languages.js';
import { find } from './find.js';

/** Most follow-ups and most events of a deal that are read, and lines of a page. */
const most = { logs: 300, events: 100, lines: 12 };

/** What happens to a deal that its history tells. */
const told = [
  'deal.created',
  'deal.moved',
  'deal.back',
  'deal.won',
  'deal.lost',
  'deal.reopened',
  'deal.assigned',
] as const;
const isTold = (kind: string): kind is (typeof told)[number] => (told as readonly string[]).includes(kind);

/** `历史 华为`, `历史 D-12` ("history of Huawei"): what happened with a customer or one of its deals, the newest first. */
export const history = defineCommand({
  name: 'history',
  reads: true,
  seldom: true,
  isPersonal: () => true,
  fields: { name: f.lookup('name'), page: pageField, share: shareField },
  async run(input, ctx): Promise<Card> {
    const name = input.name ?? ctx.subject ?? ctx.topic;
    if (!name) {
      const t = textsIn(ctx.locale).sentence;
      throw new MissingError('name', t.whichCustomer, t.customerExample);
    }
    const subject = await openSubject(ctx, name);
    // A record of the pool shows itself as far as the pool allows.
    if (isPooled(subject.customer) || subject.lead?.status === 'pool') return await find.run({ name }, ctx);
    return await historyCard(ctx, subject, Number(input.page ?? 1));
  },
});

interface Line {
  at: Date;
  who: string;
  what: string;
}

async function historyCard(ctx: Context, subject: Subject, page: number): Promise<Card> {
  const { customer, deal, number } = subject;
  const t = textsIn(ctx.locale).list;
  const w = textsIn(ctx.locale).work;
  noteView(ctx, deal ? 'deal' : 'customer', ownedBy(subject));
  const people = new Map((await listPeople(ctx.db)).map((one) => [one.id, one.name]));
  const who = (id: string | null) => people.get(id ?? '') ?? '';
  const logs = (await lastSeenFollowUps(ctx, customer, most.logs)).filter(
    ({ dealId }) => !deal || dealId === deal.id,
  );
  const lines: Line[] = logs.map((log) => ({
    at: log.at,
    who: who(log.personId),
    what: `${w.channels[log.channel]} ${followUpWords(ctx, log)}`.trim(),
  }));
  const all = await visible(ctx, deal ? [deal] : await dealsOf(ctx.db, customer.id));
  for (const one of all) {
    privateUnlessSeen(ctx, one);
    for (const { kind, at, personId, undoneAt } of await eventsOf(ctx.db, 'deal', one.id, most.events))
      if (isTold(kind) && !undoneAt)
        lines.push({
          at,
          who: who(personId),
          what: `${w.kinds[kind]} ${dealNo(one)} ${redacted(ctx, one.name, one)}`.trim(),
        });
  }
  const sorted = lines.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const last = Math.max(1, Math.ceil(sorted.length / most.lines));
  const at = Math.min(page, last);
  const shown = sorted.slice((at - 1) * most.lines, at * most.lines);
  const u = textsIn(ctx.locale).upkeep;
  const turn = (label: string, to: number) => button(label, 'history', { name: number, page: String(to) });
  return {
    key: `list:history:${number}:${at}`,
    about: number,
    title: t.history(deal ? `${number} ${customer.name}` : customer.name),
    tone: 'info',
    nodes: [
      ...(shown.length === 0 ? [text(t.noHistory)] : []),
      ...(shown.length > 0
        ? [
            table(
              [w.columns.due, t.what],
              shown.map(({ at: when, who: by, what }) => [momentWords(ctx, when), `${by} ${what}`.trim()]),
            ),
          ]
        : []),
      ...actions(
        button(textsIn(ctx.locale).common.find, 'find', { name: number }),
        at < last && turn(u.next, at + 1),
        at > 1 && turn(u.previous, at - 1),
      ),
      ...(last > 1 ? [context(u.pageOf(at, last))] : []),
    ],
  };
}
