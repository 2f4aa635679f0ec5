import type { Process } from './process-schema.js';

/**
 * A phone number as shown before the lead is claimed: 138****0000. Eleven digits and more keep the first three
 * and the last four, shorter ones the last half, at most four; separators stay.
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

/** What a person has claimed and holds. */
export interface Claims {
  /** Claimed from the pool since local midnight. */
  today: number;
  /** Open leads held. */
  held: number;
}

export type MayClaim =
  /** `left`: how many more may be claimed today, this one included. */
  { ok: true; left: number } | { ok: false; why: 'daily' | 'held'; cap: number };

/** Whether a person may claim one more lead from the pool today. */
export function mayClaim(claims: Claims, { pool }: Process): MayClaim {
  if (claims.today >= pool.dailyClaims) return { ok: false, why: 'daily', cap: pool.dailyClaims };
  if (pool.maxHeld !== null && claims.held >= pool.maxHeld) {
    return { ok: false, why: 'held', cap: pool.maxHeld };
  }
  const room = pool.maxHeld === null ? pool.dailyClaims : pool.maxHeld - claims.held;
  return { ok: true, left: Math.min(pool.dailyClaims - claims.today, room) };
}
