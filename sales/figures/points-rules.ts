import { recordNumber } from '../../kernel/records/record-number.js';
import { dayMs } from '../../kernel/time/moments.js';
import { foldWords } from '../../kernel/words/folding.js';

/** What earns points only where it proves useful. */
export const provenDoings = ['followUp', 'visit', 'newLead'] as const;
export type ProvenDoing = (typeof provenDoings)[number];

/** Until then it has to have led somewhere. */
export const provenAfterDays = 14;

/** Nearly the same words within so many days are the same follow-up. */
export const doubleWithinDays = 2;

/** From that part of common letter pairs on, two notes say the same. */
const sameFrom = 0.8;

/** A follow-up or a lead, as it is judged. */
export interface PointsNote {
  id: string;
  doing: ProvenDoing;
  personId: string;
  customerId: string;
  at: Date;
  /** What it tells beside the command, the record and the channel. */
  tells: string;
  /** It tells something even without words: a lead that came with a contact. */
  hasMore: boolean;
  undone: boolean;
}

/** Something that went on with a customer: a task, a move, a new deal, an end. */
export interface NextStep {
  customerId: string;
  at: Date;
}

/**
 * `useful` and `pending` earn points, the latter for the time being; the others earn none: taken back, without words,
 * said before, or followed by nothing.
 */
export type Fate = 'useful' | 'pending' | 'undone' | 'thin' | 'double' | 'alone';

export const earns = (fate: Fate): boolean => fate === 'useful' || fate === 'pending';

/**
 * What becomes of each note by a moment. The notes have to hold what was said about the same customers in the days before
 * and after; a note that earns nothing is nobody's next step.
 */
export function fatesOf(
  notes: readonly PointsNote[],
  steps: readonly NextStep[],
  at: Date,
): Map<string, Fate> {
  const byCustomer = new Map<string, PointsNote[]>();
  for (const note of notes) {
    if (note.at > at) continue;
    const known = byCustomer.get(note.customerId);
    if (known) known.push(note);
    else byCustomer.set(note.customerId, [note]);
  }
  const stepsBy = new Map<string, Date[]>();
  for (const step of steps) {
    if (step.at > at) continue;
    stepsBy.set(step.customerId, [...(stepsBy.get(step.customerId) ?? []), step.at]);
  }
  const fates = new Map<string, Fate>();
  for (const [customerId, theirs] of byCustomer) {
    const inOrder = theirs.toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
    for (const note of inOrder) {
      const flaw = flawOf(note, inOrder);
      if (flaw) fates.set(note.id, flaw);
    }
    for (const note of inOrder) {
      if (fates.has(note.id)) continue;
      const isNext = (moment: Date) =>
        moment.getTime() <= note.at.getTime() + provenAfterDays * dayMs && moment >= note.at;
      const wentOn =
        (stepsBy.get(customerId) ?? []).some(isNext) ||
        inOrder.some(
          (later) =>
            later.doing !== 'newLead' &&
            later.at > note.at &&
            isNext(later.at) &&
            !['undone', 'thin', 'double'].includes(fates.get(later.id) ?? ''),
        );
      const isOver = note.at.getTime() + provenAfterDays * dayMs <= at.getTime();
      fates.set(note.id, isOver ? (wentOn ? 'useful' : 'alone') : 'pending');
    }
  }
  return fates;
}

/** What a note lacks by itself or beside those before it. */
function flawOf(note: PointsNote, inOrder: readonly PointsNote[]): Fate | undefined {
  if (note.undone) return 'undone';
  if (!note.hasMore && wordCount(note.tells) < 2) return 'thin';
  const earliest = note.at.getTime() - doubleWithinDays * dayMs;
  for (const other of inOrder) {
    if (other === note) return undefined;
    const isKin =
      other.personId === note.personId && (other.doing === 'newLead') === (note.doing === 'newLead');
    if (!isKin || other.undone || other.at.getTime() < earliest) continue;
    if (noteLikeness(other.tells, note.tells) >= sameFrom) return 'double';
  }
  return undefined;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words of a text, of Chinese by its dictionary. */
export const wordCount = (text: string): number =>
  [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length;

/** How much two texts have in common: twice their common letter pairs by all of them. 1: the same but for signs and case. */
export function noteLikeness(a: string, b: string): number {
  const [one, other] = [letters(a), letters(b)];
  if (one === other) return 1;
  const [pairs, others] = [pairsOf(one), pairsOf(other)];
  const all = pairs.length + others.length;
  if (all === 0) return 0;
  const left = new Map<string, number>();
  for (const pair of others) left.set(pair, (left.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of pairs) {
    const rest = left.get(pair) ?? 0;
    if (rest > 0) common += 1;
    left.set(pair, rest - 1);
  }
  return (2 * common) / all;
}

const letters = (text: string): string => foldWords(text).replace(/[^\p{L}\p{N}]/gu, '');

const pairsOf = (text: string): string[] => {
  const signs = [...text];
  return signs.slice(1).map((sign, at) => `${signs[at]}${sign}`);
};

/** Names of the ways of following up, as they are said: they tell nothing by themselves. */
const channelWords = new Set(
  '电话 拜访 上门 微信 邮件 会议 其他 打电话 call called visit visited wechat email mail meeting other'.split(
    ' ',
  ),
);

const verbs = new Set('跟 跟进 g log'.split(' '));

/** What a line tells beside the verb, the record and the channel: `跟 D-1 电话 约周三` tells `约周三`. */
export function tellsOf(words: string, about: { customer: string | null; contact: string | null }): string {
  const names = [about.customer, about.contact].filter((name) => name !== null).map(foldWords);
  const tokens = words.split(/[\s,，。;；、:：]+/).filter(Boolean);
  return tokens
    .filter((token, at) => {
      const said = foldWords(token);
      if (at === 0 && verbs.has(said)) return false;
      if (recordNumber(token) || channelWords.has(said)) return false;
      // A customer may be called by the beginning of its name.
      return said.length < 2 || !names.some((name) => name.startsWith(said));
    })
    .join(' ');
}
