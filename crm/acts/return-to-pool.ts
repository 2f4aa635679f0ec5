import { button } from '../../kernel/card/card.js';
import { leadNo } from '../../kernel/records/record-number.js';
import { formatMoment } from '../../kernel/time/format-time.js';
import type { WorkCalendar } from '../../kernel/time/workdays.js';
import { startOfDay } from '../../kernel/time/zone.js';
import { nextOwner } from '../../sales/leads/assignment.js';
import { mayClaim } from '../../sales/leads/pool-rules.js';
import { customerById } from '../../store/customers/customer-queries.js';
import { openDealsOf } from '../../store/deals/deal-queries.js';
import { countHeldLeads, liveLeadsOf } from '../../store/leads/lead-queries.js';
import { claimsSince } from '../../store/leads/open-work.js';
import { countHeldCustomers, poolFactsOf } from '../../store/leads/pool-queries.js';
import { personById } from '../../store/people/person-queries.js';
import { teamById } from '../../store/people/team-queries.js';
import type { Customer, Lead, Person } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import type { Unit } from '../../store/unit/unit.js';
import type { Locale } from '../../texts/languages.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { channelReader, habitsOf, type NotifyContext, readerOf } from '../access/reader.js';
import { type PoolItem, poolAlert, poolRecord } from '../cards/pool-card.js';
import { candidates } from './assign-lead.js';
import { notifyPerson, notifyTeam } from './notify.js';

/** What a return to the pool depends on, by a person or by the clock. */
export interface PoolDeps extends NotifyContext {
  db: Db;
  /** Returns the record: a person's, or the clock's. */
  unit: Unit;
  calendar: WorkCalendar;
  /** When the return happens. */
  moment: Date;
  /** The act's key, so that each post about the return is sent once. */
  key: string;
}

/** Makes what a return runs on from an act's context. */
export const poolDepsOf = (ctx: Context): PoolDeps => ({
  db: ctx.db,
  unit: ctx.unit,
  now: ctx.now,
  moment: ctx.now,
  process: ctx.process,
  calendar: ctx.calendar,
  locale: ctx.locale,
  timeZone: ctx.zone,
  key: `pool:${ctx.actId}`,
});

/** Says why a record returned, in the reader's language. */
export type Why = (locale: Locale) => string;

interface Offer {
  person: Person;
  until: Date;
}

/**
 * Returns a lead to the pool: offers it to the next person in turn if the process says so, else to everybody.
 * A customer with no other records returns too. Undefined if somebody else acted first.
 */
export async function returnLead(deps: PoolDeps, lead: Lead, why: Why): Promise<Lead | undefined> {
  const { unit } = deps;
  const free = { ownerId: null, status: 'pool' as const, respondBy: null, poolAt: null, poolWarnedAt: null };
  const offer = await nextOffer(deps, lead.teamId, lead.ownerId);
  const freed = await unit.changeIfCurrent('lead.returned', lead, free, wordsOf(deps, why));
  if (!freed) return undefined;
  const along = unit.asConsequence('returned');
  const returned = offer ? await along.change('lead.offered', freed, offered(offer)) : freed;
  await takeAlong({ ...deps, unit: along }, lead);
  await notifyReturned(deps, { lead: returned }, lead.ownerId, offer, why);
  return returned;
}

/** Returns a customer with its open deals to the pool; undefined if somebody else acted first. */
export async function returnCustomer(
  deps: PoolDeps,
  customer: Customer,
  why: Why,
): Promise<Customer | undefined> {
  const offer = await nextOffer(deps, customer.teamId, customer.ownerId);
  const returned = await freeCustomer(deps, customer, why, offer);
  if (!returned) return undefined;
  const along = deps.unit.asConsequence('returned');
  for (const deal of await openDealsOf(deps.db, customer.id))
    if (deal.ownerId === customer.ownerId) await along.change('deal.returned', deal, { ownerId: null });
  await notifyReturned(deps, { customer: returned }, customer.ownerId, offer, why);
  return returned;
}

async function freeCustomer(
  deps: PoolDeps,
  customer: Customer,
  why: Why,
  offer: Offer | null,
): Promise<Customer | undefined> {
  const { unit } = deps;
  const free = { ownerId: null, pooledAt: deps.moment, poolAt: null, poolWarnedAt: null };
  const freed = await unit.changeIfCurrent('customer.returned', customer, free, wordsOf(deps, why));
  if (!freed || !offer) return freed;
  return await unit.asConsequence('returned').change('customer.offered', freed, offered(offer));
}

/** The clock says why in the log; a person's words say it. */
const wordsOf = ({ unit, locale }: PoolDeps, why: Why) => (unit.isPersons ? {} : { words: why(locale) });

async function takeAlong(deps: PoolDeps, lead: Lead): Promise<void> {
  const customer = await customerById(deps.db, lead.customerId);
  if (!customer || customer.ownerId === null || customer.ownerId !== lead.ownerId) return;
  const { dealAt, hasLead } = await poolFactsOf(deps.db, customer.id);
  if (dealAt || hasLead) return;
  await freeCustomer(deps, customer, (locale) => textsIn(locale).pool.withLead(leadNo(lead)), null);
}

const offered = ({ person, until }: Offer) => ({ offeredTo: person.id, offerUntil: until });

/**
 * Finds the person whose turn it is to claim a returned record (present and allowed to claim), or null if
 * everybody may claim at once.
 */
async function nextOffer(
  deps: PoolDeps,
  teamId: string | null,
  without: string | null,
): Promise<Offer | null> {
  const { db, process, calendar, moment, timeZone } = deps;
  const { offerMinutes } = process.pool;
  if (offerMinutes === null || !teamId) return null;
  const all = await candidates({ db, now: moment, calendar, zone: timeZone }, teamId);
  const able = [];
  for (const one of all) {
    if (one.role !== 'rep' || one.id === without) continue;
    if (await canClaim(deps, one.row)) able.push(one);
  }
  const { strategy, weights } = process.assignment;
  const next = nextOwner(able, { teamId, strategy, weights });
  if (!next) return null;
  const turns = deps.unit.asConsequence('assigned');
  for (const { person, leadCredit } of next.credits)
    await turns.change('person.changed', person.row, { leadCredit });
  const { zone } = habitsOf(deps, next.person.row);
  return { person: next.person.row, until: calendar.addWorkMinutes(moment, offerMinutes, zone) };
}

async function canClaim(deps: PoolDeps, person: Person): Promise<boolean> {
  const { db, process, moment } = deps;
  const { zone } = habitsOf(deps, person);
  const claims = {
    today: await claimsSince(db, person.id, startOfDay(moment, zone)),
    held: await countHeldLeads(db, person.id),
    customers: await countHeldCustomers(db, person.id),
  };
  return mayClaim(claims, process).ok;
}

/** Notifies the former owner, and those who may claim: the person in turn, or the team. */
async function notifyReturned(
  deps: PoolDeps,
  item: PoolItem,
  ownerId: string | null,
  offer: Offer | null,
  why: Why,
): Promise<void> {
  const { db, key, moment } = deps;
  const record = await poolRecord(db, item);
  const owner = ownerId ? await personById(db, ownerId) : undefined;
  const until = (locale: Locale, zone: string) =>
    offer ? formatMoment(offer.until, { zone, locale }, moment) : '';
  if (owner) {
    const reader = await readerOf(db, deps, owner);
    const { locale, zone } = reader;
    const t = textsIn(locale).pool;
    const said = offer ? t.first(why(locale), offer.person.name, until(locale, zone)) : t.open(why(locale));
    const mayAtOnce = !offer && deps.process.pool.cooldownDays === 0;
    const card = poolAlert(reader, record, {
      title: t.returned(record.number, record.customer),
      said,
      actions: mayAtOnce ? [claimButton(record, locale)] : [],
    });
    await notifyPerson(db, deps, owner, 'lead', { key: `${key}:${record.number}:owner`, card });
  }
  if (offer) {
    const reader = await readerOf(db, deps, offer.person);
    const { locale, zone } = reader;
    const t = textsIn(locale).pool;
    const card = poolAlert(reader, record, {
      title: t.offered(record.number, record.customer),
      said: t.offeredSaid(why(locale), until(locale, zone)),
      actions: [
        claimButton(record, locale),
        button(t.decline, 'decline', { record: record.number, v: record.version }),
      ],
    });
    await notifyPerson(db, deps, offer.person, 'pool', { key: `${key}:${record.number}:offer`, card });
    return;
  }
  await tellTeamOf(deps, item, (locale) => {
    const t = textsIn(locale).pool;
    return { title: t.returned(record.number, record.customer), said: t.open(why(locale)) };
  });
}

/** Notifies the team's channels that anybody may claim the record. */
export async function tellTeamOf(
  deps: PoolDeps,
  item: PoolItem,
  told: (locale: Locale) => { title: string; said: string },
): Promise<void> {
  const record = await poolRecord(deps.db, item);
  const team = record.teamId ? await teamById(deps.db, record.teamId) : undefined;
  if (!team) return;
  const reader = await channelReader(deps.db, deps, team);
  const { locale, zone } = reader;
  const card = poolAlert(reader, record, {
    ...told(locale),
    actions: [claimButton(record, locale)],
  });
  await notifyTeam(deps.db, deps, team.id, 'pool', {
    key: `${deps.key}:${record.number}`,
    card,
    locale,
    zone,
  });
}

const claimButton = (record: { number: string; version: number }, locale: Locale) =>
  button(
    textsIn(locale).common.claim,
    'claim',
    { lead: record.number, v: record.version },
    { style: 'primary' },
  );

/** Lists a customer's leads that are in the pool. */
export async function pooledLeadsOf(db: Db, customerId: string): Promise<Lead[]> {
  return (await liveLeadsOf(db, customerId)).filter((lead) => lead.status === 'pool');
}
