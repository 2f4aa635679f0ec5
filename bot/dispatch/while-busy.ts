import { pause } from '../../store/engine/transaction.js';
import { StoreBusy } from '../../store/statements/db.js';

/** Attempts, each of which has tried for seconds by itself, and the first pause between them, in ms. */
const attempts = 6;
const pauseMs = 200;

/** Tries an act again while the database is busy: it was acknowledged, and nobody will send it again. */
export async function whileBusy<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof StoreBusy) || attempt === attempts) throw error;
      await pause(pauseMs * 2 ** attempt);
    }
  }
}
