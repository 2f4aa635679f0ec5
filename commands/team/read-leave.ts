import type { Context } from '../../crm/access/context.js';
import type { WordReader } from '../../language/arbiter/reading.js';
import { readLeaveWish } from '../../language/order/leave-wish.js';

/** Reads that the speaker will be on leave, 明天我请假 ("I am on leave tomorrow"), as the call of the leave command. */
export const readLeave: WordReader<Context> = async ({ line }, ctx) => {
  const wish = ctx.isOverheard ? undefined : readLeaveWish(line, ctx.at);
  if (!wish) return undefined;
  const { days, isUnsure } = wish;
  const input = { ...(days ? { days } : {}), ...(isUnsure ? { isUnsure } : {}) };
  return { kind: 'order', strength: 'exact', call: { command: 'leave', input } };
};
