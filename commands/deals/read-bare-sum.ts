import type { Context } from '../../crm/access/context.js';
import { recentActs } from '../../crm/corrections/recent-acts.js';
import { dealNo } from '../../kernel/records/record-number.js';
import type { WordReader } from '../../language/arbiter/reading.js';
import { sumAlone } from '../../language/correction/sum-alone.js';
import type { Deal } from '../../store/schema/row-types.js';
import { currentRecord } from '../../store/unit/stored-records.js';

/** How long after a deal was made a sum alone is its, in ms. */
const justMadeMs = 10 * 60_000;

/** Reads a sum alone, 8万吧 ("80,000 then"), as that of the deal which the speaker has just made. */
export const readBareSum: WordReader<Context> = async ({ line }, ctx) => {
  const sum = sumAlone(line);
  if (sum === undefined || ctx.isOverheard) return undefined;
  const [act] = await recentActs(ctx);
  const made = act?.events.find(({ kind }) => kind === 'deal.created' || kind === 'deal.changed');
  const isJust = made !== undefined && ctx.now.getTime() - made.at.getTime() <= justMadeMs;
  const deal = isJust
    ? ((await currentRecord(ctx.db, 'deal', made.recordId)) as Deal | undefined)
    : undefined;
  const topic = ctx.subject ?? ctx.topic;
  if (deal?.status !== 'open' || (topic !== undefined && topic !== dealNo(deal))) return undefined;
  // An open question that asks for a sum goes first.
  return {
    kind: 'statement',
    strength: 'fair',
    call: { command: 'edit', input: { deal: dealNo(deal), amount: sum } },
  };
};
