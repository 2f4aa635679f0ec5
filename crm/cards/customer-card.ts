import {
  actions,
  button,
  type Card,
  context,
  divider,
  fields,
  right,
  table,
  text,
} from '../../kernel/card/card.js';
import { numberWords } from '../../kernel/pieces/phone-words.js';
import { customerNo, dealNo, leadNo } from '../../kernel/records/record-number.js';
import type { Owned } from '../../sales/people/policy.js';
import { openTasksOf } from '../../store/activity/task-queries.js';
import { collaboratorsOf } from '../../store/customers/collaborator-queries.js';
import { contactsOf } from '../../store/customers/contact-queries.js';
import { notesOf } from '../../store/deals/deal-events.js';
import { openDealsOf } from '../../store/deals/deal-queries.js';
import { liveLeadsOf } from '../../store/leads/lead-queries.js';
import { listPeople } from '../../store/people/person-queries.js';
import type { Contact, Customer, Deal } from '../../store/schema/row-types.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { isPooled } from '../access/pooled.js';
import { lastSeenFollowUps } from '../access/seen-follow-ups.js';
import {
  followUpWords,
  leadWords,
  privateUnlessSeen,
  redacted,
  shows,
  taskWords,
  visible,
  wordsShown,
} from '../access/visibility.js';
import { priceWords, stageName } from '../words/deal-words.js';
import { ownerName } from '../words/owner-names.js';
import { sourceName } from '../words/source-name.js';
import { dateWords, dueAhead, momentWords } from '../words/zoned-dates.js';
import { stallWords } from './deal-card.js';

/** Open tasks told of on the card. */
const mostTasks = 4;

/** A customer: contacts, open deals, the last three follow-ups, and what is at risk. */
export async function customerCard(ctx: Context, customer: Customer, conclusion?: string): Promise<Card> {
  const c = textsIn(ctx.locale).common;
  const { list } = formatsIn(ctx.locale);
  const t = textsIn(ctx.locale).work;
  const p = textsIn(ctx.locale).pool;
  const no = customerNo(customer);
  const deals = await visible(ctx, await openDealsOf(ctx.db, customer.id));
  const leads = await visible(ctx, await liveLeadsOf(ctx.db, customer.id));
  const tasks = await visible(ctx, await openTasksOf(ctx.db, customer.id));
  const logs = await lastSeenFollowUps(ctx, customer, 3);
  const shownTasks = tasks.slice(0, mostTasks);
  // A card for a whole group shows none of what somebody there may not see.
  for (const one of [...deals, ...leads, ...shownTasks]) privateUnlessSeen(ctx, one);
  const names = new Map((await listPeople(ctx.db)).map((person) => [person.id, person.name]));
  const contacts = await contactsOf(ctx.db, customer.id);
  const pooled = isPooled(customer) || (leads.length > 0 && leads.every((lead) => lead.status === 'pool'));
  /** The words about a record of the pool are masked as the record itself, whoever wrote them. */
  const about = (record: Pick<Owned, 'ownerId'>) => (pooled ? { ownerId: null } : record);
  const hides = pooled || !shows(ctx, 'phone', customer);
  /** A contact without a name is called by its number. */
  const called = ({ name, phone }: Contact) => (phone === name && hides ? c.contact : name);
  const contactWords = contacts.map((one) =>
    one.phone && one.phone !== one.name && !hides
      ? `${one.name} ${numberWords(one.phone, ctx.zone)}`
      : called(one),
  );
  const helpers = await collaboratorsOf(ctx.db, customer.id);
  const notes = await noteLines(ctx, deals, names);
  const risks = deals.flatMap((deal) => {
    const why = stallWords(ctx, deal);
    return why ? [`${dealNo(deal)} ${why}`] : [];
  });
  return {
    key: `customer:${no}`,
    title: t.customerTitle(no, customer.name),
    tone: risks.length > 0 ? 'warn' : 'info',
    nodes: [
      ...(conclusion ? [text(conclusion, 'strong')] : []),
      ...fields(
        [c.owner, isPooled(customer) ? c.pool : await ownerName(ctx, customer)],
        [t.helpers, list(helpers.map((one) => names.get(one.personId) ?? '')) || null],
        [p.grade, customer.grade && p.gradeWords(customer.grade)],
        [textsIn(ctx.locale).upkeep.profile, profileWords(ctx, customer) || null],
        [p.contractEnd, customer.contractEnd && dateWords(ctx, customer.contractEnd)],
        [c.contacts, list(contactWords.slice(0, 4)) || null],
        [
          t.openLeads,
          list(
            leads.slice(0, 3).map((lead) => [leadNo(lead), leadWords(ctx, lead)].filter(Boolean).join(' ')),
          ) || null,
        ],
        [
          t.openTasks,
          [
            list(
              shownTasks.map((task) => `${dueAhead(ctx, task)} ${taskWords(ctx, task, about(task))}`.trim()),
            ),
            tasks.length > shownTasks.length && t.more(tasks.length - shownTasks.length),
          ]
            .filter(Boolean)
            .join(' · ') || null,
        ],
        [t.risk, deals.length > 0 ? list(risks) || t.noRisk : null],
      ),
      ...(deals.length > 0
        ? [
            table(
              [t.openDeals, c.stage, right(c.amount)],
              deals
                .slice(0, 5)
                .map((deal) => [
                  `${dealNo(deal)} ${redacted(ctx, deal.name, deal)}`,
                  stageName(ctx, deal.stage),
                  priceWords(ctx, deal),
                ]),
            ),
          ]
        : [text(t.noDeals)]),
      ...notes.map((line) => text(line)),
      ...(logs.length > 0 ? [divider] : []),
      ...logs.map((log) =>
        text(
          [
            `${momentWords(ctx, log.at)} ${names.get(log.personId) ?? ''} ${t.channels[log.channel]}`,
            followUpWords(ctx, log, about({ ownerId: log.personId })),
          ]
            .filter(Boolean)
            .join(': '),
        ),
      ),
      ...(isPooled(customer)
        ? actions(button(c.claim, 'claim', { lead: no, v: customer.version }, { style: 'primary' }))
        : actions(
            button(c.log, 'log', { subject: no }, { style: 'primary' }),
            button(c.newDeal, 'deal', { customer: no }),
          )),
      context(c.footer(no, ctx.person.name, momentWords(ctx, ctx.now))),
    ],
  };
}

/** What is known of a customer in one line: industry, region, source, website and tags. */
function profileWords(ctx: Context, { industry, region, facts, tags }: Customer): string {
  const known = [industry, region, sourceName(ctx, facts.source), facts.website];
  return [...known, ...tags.map((tag) => `#${tag}`)].filter(Boolean).join(' · ');
}

/** Lists the last note of each of the first deals. */
async function noteLines(
  ctx: Context,
  deals: readonly Deal[],
  names: ReadonlyMap<string, string>,
): Promise<string[]> {
  const lines: string[] = [];
  for (const deal of deals.slice(0, 3)) {
    const [last] = await notesOf(ctx.db, deal.id, 1);
    if (!last) continue;
    const said = wordsShown(ctx, String(last.after?.note ?? ''), last.at, deal);
    if (said === '') continue;
    const who = names.get(last.personId ?? '') ?? '';
    lines.push(textsIn(ctx.locale).work.noted(momentWords(ctx, last.at), who, dealNo(deal), said));
  }
  return lines;
}
