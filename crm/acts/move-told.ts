import type { Card } from '../../kernel/card/card.js';
import { RuleError } from '../../kernel/command/errors.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { recordedCard } from '../cards/recorded-card.js';
import { openSubject } from '../lookup/open-subject.js';
import { actAsRecorded } from './correct-last.js';
import { lastTold } from './last-recorded.js';
import { recordSentence } from './record-sentence.js';
import { undoOwnAct } from './undo-act.js';

/** Moves what was recorded last to another record: undoes it and records it there, in one act. */
export async function moveTold(ctx: Context, actId: string, number: string): Promise<Card> {
  const t = textsIn(ctx.locale).sentence;
  const last = await lastTold(ctx);
  const part = last?.actId === actId && last.parts.length === 1 ? last.parts[0] : undefined;
  if (!last || !part) throw new RuleError(t.nothingToMend(ctx.process.undoMinutes));
  const act = await actAsRecorded(ctx, part);
  await undoOwnAct(ctx, last.actId);
  ctx.words = last.words;
  const told = await recordSentence(ctx, await openSubject(ctx, number), act, { words: last.words });
  const card = await recordedCard(ctx, told, last.words);
  return { ...card, title: t.mended(told.subject.customer.name) };
}
