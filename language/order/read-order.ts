import { normalise } from '../../kernel/words/folding.js';
import { chineseOrders } from './chinese-orders.js';
import { englishOrders } from './english-orders.js';
import { plainOrder } from './order-parts.js';
import type { OrderContext, OrderRead } from './order-reading.js';

/** Longest line read as an order, in characters: what is longer tells more than one thing. */
const longest = 160;

/** A thought, a condition or a question is no order: `if we change the amount to 35k…`. */
const noOrder =
  /^(?:if|should|shall|when|what|who|why|how|did|do|does|is|are|was|were|has|have)\b|(?:吗|呢|没有)\s*[?？]?$|^(?:如果|要是|假如|万一|是不是|要不要|能不能|该不该)/iu;

/**
 * Reads an order in plain words as the command's call, its names still words; undefined if it is none. Which record
 * and person is meant, and whether the speaker may, is decided where the call is carried out.
 */
export function readOrder(line: string, about: OrderContext): OrderRead | undefined {
  if (line.length > longest || /\n/.test(line.trim())) return undefined;
  const text = plainOrder(normalise(line).replace(/[’‘]/g, "'"));
  if (noOrder.test(text)) return undefined;
  const forms = /\p{Script=Han}/u.test(text) ? [...chineseOrders, ...englishOrders] : englishOrders;
  for (const form of forms) {
    const read = form(text, about);
    if (read) return read;
  }
  return undefined;
}
