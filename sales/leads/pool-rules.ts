import { laterOf } from '../../kernel/time/moments.js';
import { endOfWorkday } from '../deals/stall-rules.js';
import type { Process } from '../process/process-schema.js';
import type { Workdays, Zoned } from '../time/calendar.js';

/**
 * Masks a phone number until its lead is claimed: 138****0000. Eleven digits or more show the first three and
 * last four, shorter ones the last half (at most four); separators stay.
 */
export function maskPhone(phone: string): string {
  const count = phone.replace(/\D/g, '').length;
  const head = count >= 11 ? 3 : 0;
  const tail = Math.min(4, Math.floor(count / 2));
  let seen = 0;
  return phone.replace(/\d/g, (digit) => {
    seen += 1;
    return seen <= head || seen > count - tail ? digit : '*';
  });
}

/** What a person has claimed and owns. */
export interface Claims {
  /** Claimed from the pool since local midnight. */
  today: number;
  /** Open leads owned. */
  held: number;
  /** Customers owned; undefined if the claim includes no customer. */
  customers?: number;
}

export type MayClaim =
  /** `left`: claims left today, this one included. */
  { ok: true; left: number } | { ok: false; why: 'daily' | 'held' | 'customers'; cap: number };

/** Whether a person may claim one more record from the pool today. */
export function mayClaim(claims: Claims, { pool }: Process): MayClaim {
  if (claims.today >= pool.dailyClaims) return { ok: false, why: 'daily', cap: pool.dailyClaims };
  if (pool.maxHeld !== null && claims.held >= pool.maxHeld) {
    return { ok: false, why: 'held', cap: pool.maxHeld };
  }
  const { maxCustomers } = pool;
  if (maxCustomers !== null && claims.customers !== undefined && claims.customers >= maxCustomers) {
    return { ok: false, why: 'customers', cap: maxCustomers };
  }
  const room = pool.maxHeld === null ? pool.dailyClaims : pool.maxHeld - claims.held;
  return { ok: true, left: Math.min(pool.dailyClaims - claims.today, room) };
}

/** A follow-up, to be checked whether it counts against the return. */
export interface PoolFollowUp {
  channel: Process['pool']['followUp']['channels'][number];
  /** The line as typed. */
  words: string;
}

/** Whether a follow-up counts: by an accepted channel and long enough. */
export function countsAsFollowUp({ channel, words }: PoolFollowUp, { pool }: Process): boolean {
  const { channels, minLetters } = pool.followUp;
  return channels.includes(channel) && [...words].length >= minLetters;
}

/** Workdays until a lead of that source returns; null: never. */
export function leadDays(source: string | null, { pool }: Process): number | null {
  const own = source === null ? undefined : pool.sources[source];
  return own === undefined ? pool.returnAfterDays : own;
}

/** What a customer's return is computed from. */
export interface HeldCustomer {
  /** When its owner got it, and whether by a claim. */
  heldSince: Date;
  isClaimed: boolean;
  /** The last follow-up that counts. */
  followedAt: Date | null;
  /** The last time one of its deals was created, moved or closed. */
  dealAt: Date | null;
  grade: string | null;
  /** Local date. */
  contractEnd: string | null;
  /** Stages of its open deals. */
  openStages: readonly string[];
  /** Whether it has an open lead, which returns by itself. */
  hasLead: boolean;
}

export type CustomerReturn =
  | { returns: true; at: Date; why: 'silence' | 'stage' | 'contract'; days: number }
  /** It stays for now; `nextCheck`: when to check again, null: not before something about it changes. */
  | { returns: false; nextCheck: Date | null };

/** Whether any rule returns customers. */
export function returnsCustomers({ pool }: Process): boolean {
  return customerDays(pool).length > 0;
}

/** Lists every number of workdays after which some customer returns. */
function customerDays({ customers }: Process['pool']): number[] {
  const { returnAfterDays, afterContractDays, grades, stages } = customers;
  const all = [returnAfterDays, afterContractDays, ...Object.values(grades), ...Object.values(stages)];
  return all.filter((days) => days !== null);
}

/**
 * Computes when a customer returns to the pool: at the end of working hours, so many workdays after the last
 * activity (a follow-up that counts, a new owner, a deal created, moved or closed), not while its contract
 * runs; or so many after the contract's end, whichever is first. An open lead keeps it, and so does an open
 * deal unless silence counts in its stage. A claim protects it as long as the process says.
 */
export function customerReturn(
  customer: HeldCustomer,
  process: Process,
  workdays: Pick<Workdays, 'addWorkdays'>,
  zoned: Zoned,
  now: Date,
): CustomerReturn {
  const { pool } = process;
  const after = (since: Date, days: number) => endOfWorkday(since, days, process, workdays, zoned);
  const lookAgain = (): CustomerReturn => {
    const shortest = Math.min(...customerDays(pool));
    return { returns: false, nextCheck: Number.isFinite(shortest) ? after(now, shortest) : null };
  };
  // A lead may end without a trace on the customer, so check again soon.
  if (customer.hasLead) return { returns: false, nextCheck: after(now, 1) };
  const { openStages, contractEnd } = customer;
  const ofStages = openStages.map((stage) => pool.customers.stages[stage] ?? null);
  if (ofStages.includes(null)) return lookAgain();
  const days = openStages.length > 0 ? Math.max(...ofStages.map(Number)) : gradeDays(customer.grade, process);
  const ended = contractEnd === null ? null : zoned.instantOf(contractEnd, process.workHours.to);
  const moments = [customer.heldSince, customer.followedAt, customer.dealAt, ended];
  const safe =
    customer.isClaimed && pool.protectDays > 0 ? after(customer.heldSince, pool.protectDays) : null;
  const due: (CustomerReturn & { returns: true })[] = [];
  if (days !== null) {
    const at = after(latestOf(moments), days);
    due.push({ returns: true, at, why: openStages.length > 0 ? 'stage' : 'silence', days });
  }
  const { afterContractDays } = pool.customers;
  if (ended && afterContractDays !== null && openStages.length === 0) {
    const at = after(latestOf([ended, customer.heldSince, customer.dealAt]), afterContractDays);
    due.push({ returns: true, at, why: 'contract', days: afterContractDays });
  }
  const [first] = due.sort((a, b) => a.at.getTime() - b.at.getTime());
  if (!first) return { returns: false, nextCheck: null };
  return safe ? { ...first, at: laterOf(first.at, safe) } : first;
}

/** Workdays of silence until a customer of that grade returns; null: never. */
export function gradeDays(grade: string | null, { pool }: Process): number | null {
  const own = grade === null ? undefined : pool.customers.grades[grade];
  return own === undefined ? pool.customers.returnAfterDays : own;
}

const latestOf = (moments: readonly (Date | null)[]): Date =>
  new Date(Math.max(...moments.map((moment) => moment?.getTime() ?? 0)));

/** What decides who may claim a pool record. */
export interface ClaimableRecord {
  /** Who has the first offer until `offerUntil`. */
  offeredTo: string | null;
  offerUntil: Date | null;
  /** Who lost it last, and when. */
  lostBy: string | null;
  lostAt: Date | null;
}

export type MayTake = { ok: true } | { ok: false; why: 'offered' | 'cooling'; until: Date };

/** Whether this person may claim the record, whatever else they own. */
export function mayClaimRecord(
  record: ClaimableRecord,
  personId: string,
  now: Date,
  process: Process,
  workdays: Pick<Workdays, 'addWorkdays'>,
  zoned: Zoned,
): MayTake {
  const { offeredTo, offerUntil, lostBy, lostAt } = record;
  if (offeredTo !== null && offerUntil && offerUntil > now && offeredTo !== personId)
    return { ok: false, why: 'offered', until: offerUntil };
  const { cooldownDays } = process.pool;
  if (lostBy !== personId || !lostAt || cooldownDays === 0) return { ok: true };
  const until = endOfWorkday(lostAt, cooldownDays, process, workdays, zoned);
  return until > now ? { ok: false, why: 'cooling', until } : { ok: true };
}
