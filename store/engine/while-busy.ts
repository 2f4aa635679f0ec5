import { storeBusy } from '../statements/db.js';
import { pause } from './transaction.js';

/** Attempts, each of which has tried for seconds by itself, and the first pause between them, in ms. */
const attempts = 6;
const pauseMs = 200;

/**
 * Does work on the database again while that is busy or not reachable. The work may have been done although it failed, so
 * doing it twice must be the same as doing it once.
 */
export async function whileBusy<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!storeBusy(error) || attempt === attempts) throw error;
      await pause(pauseMs * 2 ** attempt);
    }
  }
}
