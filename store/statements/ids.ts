import { randomBytes } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** As many as three letters can count. */
const perMillisecond = 32 ** 3;

let time = 0;
let count = 0;

/**
 * Makes a record id: 9 letters of time in ms, 3 that count within the millisecond and 8 random ones (40
 * bits), in Crockford's base 32. Ids of one process sort by creation, so events of one moment stay in order
 * and rows that belong together lie together on disk.
 */
export function newId(): string {
  const now = Date.now();
  if (now > time) {
    time = now;
    count = 0;
  } else if (++count === perMillisecond) {
    time++;
    count = 0;
  }
  return letters(time, 9) + letters(count, 3) + random(8);
}

/** What every id made after that moment is greater than. */
export const idFrom = (at: Date): string => letters(at.getTime(), 9);

function letters(value: number, size: number): string {
  let text = '';
  for (let rest = value; text.length < size; rest = Math.floor(rest / 32)) text = alphabet[rest % 32] + text;
  return text;
}

// Random bytes fetched in bulk: one call to the system's source costs more than a whole id.
let pool = Buffer.alloc(0);
let used = 0;

function random(size: number): string {
  if (used + size > pool.length) {
    pool = randomBytes(size * 256);
    used = 0;
  }
  let text = '';
  for (const byte of pool.subarray(used, used + size)) text += alphabet[byte & 31];
  used += size;
  return text;
}
