import type { Context } from '../../crm/access/context.js';
import { privateUnlessSeen } from '../../crm/access/visibility.js';
import type { Card } from '../../kernel/card/card.js';
import { rightsTo, shownRecord } from '../views/shown-record.js';
import { recordOfKey } from '../views/view-rows.js';
import { outcomeLine } from './tap-answer.js';

/**
 * The answer of an act with the rights that its readers have afterwards: of a record that the speaker has given away and
 * may no longer see, one line tells what was done; one that the group may no longer see is for the speaker alone.
 */
export async function shownAfterAct(ctx: Context, card: Card): Promise<Card> {
  const number = recordOfKey(card.key);
  const shown = number && (await shownRecord(ctx.db, number));
  if (!shown) return card;
  privateUnlessSeen(ctx, shown.record);
  return (await rightsTo(ctx, shown)) === '' ? outcomeLine(card, number, undefined) : card;
}
