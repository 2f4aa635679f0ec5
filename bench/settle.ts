import { setTimeout as wait } from 'node:timers/promises';
import { residentMiB } from './measure.js';
import type { Settled } from './slack.js';

/** Long enough for what the acts left behind to be collected. */
const settleMs = 3_000;

/** Answers the bench's question with what the process holds when it has come to rest. */
export function tellWhenSettled(): void {
  process.on('message', async (asked) => {
    if (asked !== 'settle') return;
    await wait(settleMs);
    process.send?.({ residentMiB: residentMiB() } satisfies Settled);
  });
}
