import { createHash } from 'node:crypto';

/** Hashes figures: the same figures give the same hash, a cent more gives another. */
export const figuresHash = (figures: object): string =>
  createHash('sha256').update(JSON.stringify(figures)).digest('hex');
