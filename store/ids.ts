import { randomBytes } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A new record key: 9 letters of time in milliseconds and 11 random ones (55 bits), in Crockford's base 32, so
 * that keys sort by when they were made and rows that belong together lie together on disk.
 */
export function newId(): string {
  let time = Date.now();
  let head = '';
  for (let i = 0; i < 9; i++) {
    head = alphabet[time % 32] + head;
    time = Math.floor(time / 32);
  }
  let tail = '';
  for (const byte of random(11)) tail += alphabet[byte & 31];
  return head + tail;
}

// One call for many keys: each call to the system's source costs more than the key itself.
let pool = Buffer.alloc(0);
let used = 0;

function random(size: number): Buffer {
  if (used + size > pool.length) {
    pool = randomBytes(size * 256);
    used = 0;
  }
  used += size;
  return pool.subarray(used - size, used);
}
