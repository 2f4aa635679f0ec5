import type { FoundPiece } from '../../kernel/pieces/base/piece.js';
import type { Mention } from '../reading/sentence-reading.js';

/** Pairs the days of a sentence with its customers, one each. */
const pairs = /分别|各自|\brespectively\b/iu;
/** What joins the days or the customers. */
const joints =
  /^(?:\s|,|，|、|和|与|及|跟|以及|\band\b|&)*|(?:\s|,|，|、|和|与|及|跟|以及|于|在|\b(?:and|on|at)\b|&)*$/giu;

/**
 * The sentence with each customer beside its own day, where it pairs them: 周三和周四分别去九州和云帆 ("to Jiuzhou and Yunfan on
 * Wednesday and Thursday respectively"). Undefined if it pairs nothing; 'unclear' if the days and the customers are not as many.
 */
export function pairedDays(
  text: string,
  pieces: readonly FoundPiece[],
  mentions: readonly Mention[],
): string | 'unclear' | undefined {
  const days = pieces.filter(({ piece }) => piece.kind === 'date').toSorted((a, b) => a.from - b.from);
  if (!pairs.test(text) || days.length < 2 || mentions.length < 2) return undefined;
  if (days.length !== mentions.length) return 'unclear';
  const [firstDay, firstName] = [days[0]?.from ?? 0, mentions[0]?.from ?? 0];
  const [dayEnd, nameEnd] = [days.at(-1)?.to ?? 0, mentions.at(-1)?.to ?? 0];
  const isDayFirst = dayEnd <= firstName;
  if (!isDayFirst && nameEnd > firstDay) return 'unclear';
  const contactAt = (from: number) =>
    pieces.find(({ piece, from: start }) => piece.kind === 'contact' && start - from <= 1 && start >= from)
      ?.to;
  const endOf = ({ to }: Mention) => contactAt(to) ?? to;
  const lastEnd = endOf(mentions.at(-1) as Mention);
  const [head, verb, tail] = isDayFirst
    ? [text.slice(0, firstDay), text.slice(dayEnd, firstName), text.slice(lastEnd)]
    : [text.slice(0, firstName), text.slice(lastEnd, firstDay), text.slice(dayEnd)];
  const bare = (words: string) => words.replace(pairs, ' ').replace(joints, '').trim();
  const isHan = /\p{Script=Han}/u.test(text);
  const parts = mentions.map((one, at) => {
    const next = mentions[at + 1];
    // Who is met there goes with the name.
    const name = bare(text.slice(one.from, next ? next.from : lastEnd));
    const day = days[at]?.words ?? '';
    const words = isDayFirst
      ? [bare(head), day, bare(verb), name, bare(tail)]
      : [bare(head), name, day, bare(verb), bare(tail)];
    return words.filter(Boolean).join(isHan ? '' : ' ');
  });
  return parts.join(isHan ? '，' : ', ');
}
