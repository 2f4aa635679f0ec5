import type { Card } from '../../kernel/card/card.js';
import { scan } from '../../kernel/pieces/scan.js';
import { customerNo } from '../../kernel/records/record-number.js';
import type { Correction } from '../../language/reading/sentence-reading.js';
import type { DoneAct } from '../../store/activity/event-queries.js';
import { contactById } from '../../store/customers/contact-queries.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { correctLast } from './correct-last.js';
import { type LastTold, type RecordedPart, toldIn, whichPartCard } from './last-recorded.js';

/**
 * Corrects what a follow-up alone holds, such as whom one met: the latest one that holds the word which was wrong, else it is
 * asked which; without such a word the latest one.
 */
export async function correctTold(
  ctx: Context,
  acts: readonly DoneAct[],
  said: Correction,
  words: string,
  meant?: string,
): Promise<Card> {
  const t = textsIn(ctx.locale).sentence;
  const all: LastTold[] = [];
  for (const act of acts) {
    const told = await toldIn(ctx, act);
    if (told) all.push(told);
  }
  const isTapped = ({ customer }: RecordedPart) => customerNo(customer) === meant;
  const tapped = meant && all.find(({ parts }) => parts.some(isTapped));
  if (tapped) return await correctLast(ctx, tapped, said, words, meant);
  const { wrong } = said;
  if (wrong && (said.contact || said.channel)) {
    const holding: LastTold[] = [];
    for (const told of all) {
      const parts: RecordedPart[] = [];
      for (const part of told.parts) if (await holds(ctx, told, part, wrong)) parts.push(part);
      if (parts.length > 0) holding.push({ ...told, parts: told.parts.length === 1 ? told.parts : parts });
    }
    const [latest] = holding;
    if (latest) return await correctLast(ctx, latest, said, words, meant);
    if (said.contact && all.length > 0)
      return whichPartCard(ctx, { ...(all[0] as LastTold), parts: eachOnce(all) }, words, t.whichRecord);
  }
  return await correctLast(ctx, all[0], said, words, meant);
}

/** Whether a follow-up names the word: among its own words, as its contact or as the way it was done. */
async function holds(
  ctx: Context,
  { words }: LastTold,
  { followUp }: RecordedPart,
  wrong: string,
): Promise<boolean> {
  const word = wrong.toLowerCase();
  if (words.toLowerCase().includes(word)) return true;
  const [way] = scan(wrong, new Set(['channel'] as const), ctx.at);
  if (way?.piece.kind === 'channel' && way.piece.value === followUp?.channel) return true;
  const contact = followUp?.contactId ? await contactById(ctx.db, followUp.contactId) : undefined;
  return contact !== undefined && `${contact.name}${contact.title ?? ''}`.toLowerCase().includes(word);
}

/** The customers of several follow-ups, each once. */
function eachOnce(all: readonly LastTold[]): RecordedPart[] {
  const known = new Set<string>();
  return all
    .flatMap(({ parts }) => parts)
    .filter(({ customer }) => !known.has(customer.id) && known.add(customer.id));
}
