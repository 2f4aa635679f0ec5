import { randomBytes } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

let lastTime = 0;
let sameTime = 0;

/**
 * A new record key: 9 letters of time in milliseconds, 3 that count the keys of one millisecond and 8 random
 * ones (40 bits), in Crockford's base 32. Keys of a process sort in the order they were made, also where its
 * clock is set back, and rows that belong together lie together on disk.
 */
export function newId(): string {
  const time = Date.now();
  if (time > lastTime) {
    lastTime = time;
    sameTime = 0;
  } else if (++sameTime === 32 ** 3) {
    lastTime++;
    sameTime = 0;
  }
  let tail = '';
  for (const byte of random(8)) tail += alphabet[byte & 31];
  return letters(lastTime, 9) + letters(sameTime, 3) + tail;
}

function letters(value: number, count: number): string {
  let text = '';
  let rest = value;
  for (let i = 0; i < count; i++) {
    text = alphabet[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return text;
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
