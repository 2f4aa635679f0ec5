import type { Context } from '../../crm/access/context.js';
import { visible } from '../../crm/access/visibility.js';
import { dealTold } from '../../crm/lookup/deal-names.js';
import { heard } from '../../crm/lookup/hear-sentence.js';
import { clausesOf } from '../../language/reading/clauses.js';
import type { ActRead } from '../../language/reading/sentence-reading.js';
import { prepareSentence } from '../../language/sentence/prepare.js';
import { customerById } from '../../store/customers/customer-queries.js';
import { openDealsOf } from '../../store/deals/deal-queries.js';
import type { Deal } from '../../store/schema/row-types.js';

/** What is told of one of several deals of a customer. */
export interface DealPart {
  deal: Deal;
  act: ActRead;
}

/**
 * The parts of a sentence that tells of several deals of one customer, each about its deal: 云帆两个单子，仓储谈到80万，运费签了 ("two
 * deals at Yunfan: storage is at 800,000, freight is signed"). Undefined if it tells of no more than one.
 */
export async function dealsApart(
  ctx: Context,
  acts: readonly ActRead[],
  words: string,
  about: { topicId: string | undefined; isSpoken: boolean | undefined },
): Promise<DealPart[] | undefined> {
  const ids = new Set(acts.map(({ mention }) => (mention?.how === 'sure' ? mention.hits[0]?.id : undefined)));
  const [only] = ids;
  const id = ids.size === 1 ? (only ?? about.topicId) : undefined;
  const customer = id && (await customerById(ctx.db, id));
  if (!customer) return undefined;
  const deals = await visible(ctx, await openDealsOf(ctx.db, customer.id));
  const told = deals.length > 1 ? clausesByDeal(deals, words, customer.name) : undefined;
  if (!told) return undefined;
  const parts: DealPart[] = [];
  for (const { deal, text } of told) {
    const said = (mention: string) => heard(ctx, mention, { isSpoken: about.isSpoken, isMine: true });
    const own = (await said(text))?.acts[0];
    const act = own?.mention?.how === 'sure' ? own : (await said(`${customer.name}${text}`))?.acts[0];
    // A part that tells of nothing done leaves the sentence whole: it is recorded or asked about as one.
    if (act?.how !== 'sure' || act.act === 'contact') return undefined;
    parts.push({ deal, act: { ...act, words: text } });
  }
  return parts;
}

/** The clauses that tell of each deal, with those before them all; undefined if fewer than two are told of. */
function clausesByDeal(
  deals: readonly Deal[],
  words: string,
  customer: string,
): { deal: Deal; text: string }[] | undefined {
  const head: string[] = [];
  const told = new Map<Deal, string[]>();
  let last: string[] = head;
  for (const { text } of clausesOf(prepareSentence(words))) {
    const deal = dealTold(deals, text.replaceAll(customer, ' '));
    if (deal) {
      last = told.get(deal) ?? [];
      told.set(deal, last);
    }
    last.push(text.trim());
  }
  if (told.size < 2) return undefined;
  return [...told].map(([deal, clauses]) => ({ deal, text: [...head, ...clauses].join(',') }));
}
