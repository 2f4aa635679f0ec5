import { customerById } from '../../store/customers/customer-queries.js';
import type { Customer, FollowUp } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { maySeeFollowUp } from '../access/seen-follow-ups.js';
import { followUpWords } from '../access/visibility.js';
import { momentWords } from '../words/zoned-dates.js';

/** Longest note shown, in characters; a longer one is cut. */
const longestNote = 200;

/** Lists follow-ups with their customers, without those about records that the speaker may not see. */
export async function seenLogs(
  ctx: Context,
  logs: readonly FollowUp[],
): Promise<{ log: FollowUp; customer: Customer }[]> {
  const seen: { log: FollowUp; customer: Customer }[] = [];
  for (const log of logs) {
    const customer = await customerById(ctx.db, log.customerId);
    if (customer && (await maySeeFollowUp(ctx, log))) seen.push({ log, customer });
  }
  return seen;
}

/** Returns a note without what the speaker may not see. */
export function noteOf(ctx: Context, log: FollowUp): string {
  const told = followUpWords(ctx, log).replace(/\s+/gu, ' ');
  return told.length > longestNote ? `${told.slice(0, longestNote)}…` : told;
}

/**
 * Writes a follow-up as `11月25日 周三 09:00 李雷 电话: 价格偏高` ("25 Nov Wed 09:00 Li Lei, call: price is high").
 */
export function logLine(ctx: Context, log: FollowUp, who: string, about = ''): string {
  const { channels } = textsIn(ctx.locale).work;
  const head = [momentWords(ctx, log.at), who, about, channels[log.channel]].filter(Boolean).join(' ');
  return [head, noteOf(ctx, log)].filter(Boolean).join(': ');
}
