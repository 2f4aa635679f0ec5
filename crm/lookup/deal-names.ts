import { foldWords } from '../../kernel/words/folding.js';
import { literalPattern } from '../../kernel/words/literal-pattern.js';
import { customerById } from '../../store/customers/customer-queries.js';
import { openDealsNamed, openDealsOwnedBy } from '../../store/deals/deal-queries.js';
import type { Deal } from '../../store/schema/row-types.js';
import type { Context } from '../access/context.js';
import { visible } from '../access/visibility.js';

const own = new WeakMap<Context, Promise<Deal[]>>();

/** Lists the speaker's own open deals, read once an act. */
function ownDeals(ctx: Context): Promise<Deal[]> {
  const known = own.get(ctx) ?? openDealsOwnedBy(ctx.db, ctx.person.id);
  own.set(ctx, known);
  return known;
}

/** Words round a deal's name that are no part of it: `the Fleet app deal`, 仓储系统那单 ("the storage system deal"). */
const around =
  /^(?:(?:only|just|就|只)\s*)?(?:(?:the|that|my|our)\b|那个|那|这个)\s*|\s*(?:deal|opportunity|那个?单子?|这个?单子?|的?商机|的?单子|项目)$/giu;

/** Words that join a customer with its deal: `Bluebird's WMS`, 云帆的仓储系统 ("Yunfan's storage system"). */
const joint = /(?:['’]?s|的|那个|-|:|：)$/iu;

/**
 * Finds the open deals of exactly this name, with or without their customer's name before it: the speaker's own, else
 * those that they may see.
 */
export async function dealsNamed(ctx: Context, words: string): Promise<Deal[]> {
  const spellings = [...new Set([words, words.replace(around, '')].map(foldWords))].filter(Boolean);
  const found: Deal[] = [];
  for (const deal of await ownDeals(ctx))
    for (const said of spellings) if (await isNamed(ctx, deal, said)) found.push(deal);
  if (found.length > 0) return [...new Set(found)];
  return await visible(ctx, await openDealsNamed(ctx.db, words.trim()));
}

/** Whether the folded words are the deal's name, perhaps after the beginning of its customer's. */
async function isNamed(ctx: Context, deal: Deal, said: string): Promise<boolean> {
  const name = foldWords(deal.name);
  if (name === '' || !said.endsWith(name)) return false;
  if (said === name) return true;
  const head = said.slice(0, -name.length).replace(joint, '');
  const customer = await customerById(ctx.db, deal.customerId);
  return [...head].length >= 2 && foldWords(customer?.name ?? '').startsWith(head);
}

/** Lists the open deals of the speaker, or of a colleague, whose whole name stands in a text, such as `the WMS` or 仓储系统. */
export async function dealsNamedIn(ctx: Context, text: string, ownerId = ctx.person.id): Promise<Deal[]> {
  const isOwn = ownerId === ctx.person.id;
  const deals = isOwn ? await ownDeals(ctx) : await visible(ctx, await openDealsOwnedBy(ctx.db, ownerId));
  return deals.filter(({ name }) => name.length > 1 && stands(name, text));
}

/** Whether the words stand in the text; Latin ones as whole words. */
function stands(words: string, text: string): boolean {
  if (!/^[\w\s&'.+-]+$/u.test(words)) return foldWords(text).includes(foldWords(words));
  return RegExp(`(?<![\\p{Script=Latin}\\d])${literalPattern(words)}(?![\\p{Script=Latin}\\d])`, 'iu').test(
    text,
  );
}

/** Shortest part of a deal's name that tells it from its customer's others, in letters. */
const least = { han: 2, latin: 4 };

/**
 * Finds the one of a customer's deals that a sentence tells of, by its name or by a part that no other of them has; or
 * undefined.
 */
export function dealTold(deals: readonly Deal[], text: string): Deal | undefined {
  const whole = deals.filter(({ name }) => stands(name, text));
  if (whole.length > 0) return whole.length === 1 ? whole[0] : undefined;
  const parts = deals.filter((deal) =>
    partsOf(deal.name).some(
      (part) =>
        stands(part, text) &&
        deals.every((other) => other === deal || !foldWords(other.name).includes(foldWords(part))),
    ),
  );
  return parts.length === 1 ? parts[0] : undefined;
}

/** The words of a Latin name, the beginning of a Chinese one. */
function partsOf(name: string): string[] {
  const words = name
    .split(/[\s/-]+/u)
    .filter((word) => /^[\w'&.]+$/u.test(word) && word.length >= least.latin);
  const head = /^\p{Script=Han}{2,}/u.exec(name)?.[0].slice(0, least.han);
  return head ? [...words, head] : words;
}
