import { normalise } from '../../kernel/words/folding.js';
import { chineseOrders } from './chinese-orders.js';
import { englishOrders } from './english-orders.js';
import { plainOrder, withoutTail } from './order-parts.js';
import type { OrderContext, OrderRead } from './order-reading.js';

/** Longest line read as an order, in characters: what is longer tells more than one thing. */
const longest = 160;

/** A thought, a condition or a question is no order: `if we change the amount to 35k…`. */
const noOrder =
  /^(?:if|should|shall|when|what|who|why|how|did|do(?! not\b)|does|is|are|was|were|has|have)\b|(?:吗|呢|没有)\s*[?？]?$|^(?:如果|要是|假如|万一|是不是|要不要|能不能|该不该)/iu;

/** Says that something is not so yet, or is not to be: 还没建商机 ("has no deal yet"), 先别转 ("don't hand it over yet"). */
const denies =
  /(?:还|都|也|又|一直|从来|压根|根本|好像|可能|暂时|先|就)(?:还)?(?:没|不|别|未)(?!来|错|过|同)|没有?(?=建|开|加|转|推|改|标|记|派|分|交|给|把|新|创|调|定|设|换|退|回|输|赢|$)|(?<![分特区级])别(?=建|开|加|转|推|改|标|记|派|分|交|给|把|新|创|调|定|设|换|退|回)|不(?:用|要|必|能|想|该|会|可以|需要|是|打算|急着?|着急)|忘了?(?:给|把|建|转|推|改)|没必要|无需|甭/u;
/** Asks who, when or why, within the order. */
const asksWithin =
  /谁|什么时候|啥时候|为什么|为啥|为何|怎么|咋|是不是|有没有|要不要|能不能|该不该|可不可以|会不会|哪(?:个|家|天|条|位|单)|几[个条家]/u;
/** What follows a verb and asks whether it was done: 建商机了没 ("is there a deal yet"). */
const asksAfter = /(?:了|过|上|好|到)?(?:没有?|吗|么|不)[\s啊呀呢]*$/u;
/** The reason of an order may deny whatever it likes. */
const reasons =
  /(?<=[输丢赢推退回建开败转改机][^,，;；。]*)[,，;；。][\s\S]*$|(?:原因|因为|由于|理由)[\s\S]*$/u;

/** Whether Chinese words with the verb of an order in them deny it or ask about it. */
const isNoHanOrder = (line: string, text: string): boolean => {
  const head = text.replace(reasons, '');
  return (
    denies.test(head) ||
    asksWithin.test(head) ||
    asksAfter.test(text) ||
    (/[?？]\s*$/u.test(line) && !/请|麻烦|帮我|可以|[能你]/u.test(line))
  );
};

/**
 * Reads an order in plain words as the command's call, its names still words; undefined if it is none. Which record
 * and person is meant, and whether the speaker may, is decided where the call is carried out.
 */
export function readOrder(line: string, about: OrderContext): OrderRead | undefined {
  if (line.length > longest || /\n/.test(line.trim())) return undefined;
  const said = normalise(line).replace(/[’‘]/g, "'");
  const text = about.keepsHead ? withoutTail(said) : plainOrder(said);
  const isHan = /\p{Script=Han}/u.test(text);
  if (noOrder.test(text) || (isHan && isNoHanOrder(line, text))) return undefined;
  const forms = isHan ? [...chineseOrders, ...englishOrders] : englishOrders;
  for (const form of forms) {
    const read = form(text, about);
    if (read) return read;
  }
  return undefined;
}
