import { createHash } from 'node:crypto';

/** The same figures always have the same one; a cent more has another. */
export const figuresHash = (figures: object): string =>
  createHash('sha256').update(JSON.stringify(figures)).digest('hex');
