import { recordNumber } from '../../kernel/records/record-number.js';
import { dayMs } from '../../kernel/time/moments.js';
import { foldWords } from '../../kernel/words/folding.js';

/** Activities that earn points only if they prove useful. */
export const provenActivities = ['followUp', 'visit', 'newLead'] as const;
export type ProvenActivity = (typeof provenActivities)[number];

/** Days within which an activity must have led to something. */
export const provenAfterDays = 14;

/** Days within which nearly the same words count as the same follow-up. */
export const doubleWithinDays = 2;

/** Share of common letter pairs (0–1) from which two notes are the same. */
const sameFrom = 0.8;

/** A follow-up or a lead to be judged. */
export interface PointsNote {
  id: string;
  doing: ProvenActivity;
  personId: string;
  customerId: string;
  at: Date;
  /** Its text without the command, the record and the channel. */
  tells: string;
  /** It has content without words: a lead that came with a contact. */
  hasMore: boolean;
  undone: boolean;
}

/** Progress with a customer: a task, a move, a new deal, a close. */
export interface NextStep {
  customerId: string;
  at: Date;
}

/**
 * `useful` and `pending` earn points, the latter provisionally; the others none: undone, too short, a
 * repetition, or without a next step.
 */
export type PointsVerdict = 'useful' | 'pending' | 'undone' | 'thin' | 'double' | 'alone';

/** Whether a judged note earns points. */
export const earnsPoints = (fate: PointsVerdict): boolean => fate === 'useful' || fate === 'pending';

/**
 * Judges each note as of `at`. The notes must include those about the same customers in the days before and
 * after; a note that earns nothing is nobody's next step.
 */
export function pointsVerdicts(
  notes: readonly PointsNote[],
  steps: readonly NextStep[],
  at: Date,
): Map<string, PointsVerdict> {
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
  const fates = new Map<string, PointsVerdict>();
  for (const [customerId, ofCustomer] of byCustomer) {
    const inOrder = ofCustomer.toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
    for (const note of inOrder) {
      const flaw = disqualificationOf(note, inOrder);
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

/** Finds what disqualifies a note, alone or beside earlier notes, or undefined. */
function disqualificationOf(note: PointsNote, inOrder: readonly PointsNote[]): PointsVerdict | undefined {
  if (note.undone) return 'undone';
  if (!note.hasMore && wordCount(note.tells) < 2) return 'thin';
  const earliest = note.at.getTime() - doubleWithinDays * dayMs;
  for (const other of inOrder) {
    if (other === note) return undefined;
    const isComparable =
      other.personId === note.personId && (other.doing === 'newLead') === (note.doing === 'newLead');
    if (!isComparable || other.undone || other.at.getTime() < earliest) continue;
    if (noteLikeness(other.tells, note.tells) >= sameFrom) return 'double';
  }
  return undefined;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Counts the words of a text; Chinese is split by dictionary. */
export const wordCount = (text: string): number =>
  [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length;

/**
 * Similarity of two texts (0–1): twice their common letter pairs over all of them. 1 if equal but for
 * punctuation and case.
 */
export function noteLikeness(a: string, b: string): number {
  const [one, other] = [lettersOnly(a), lettersOnly(b)];
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

const lettersOnly = (text: string): string => foldWords(text).replace(/[^\p{L}\p{N}]/gu, '');

const pairsOf = (text: string): string[] => {
  const signs = [...text];
  return signs.slice(1).map((sign, at) => `${signs[at]}${sign}`);
};

/** Names of channels as typed: they carry no content. */
const channelWords = new Set(
  '电话 拜访 上门 微信 邮件 会议 其他 打电话 call called visit visited wechat email mail meeting other'.split(
    ' ',
  ),
);

const verbs = new Set('跟 跟进 g log'.split(' '));

/**
 * Extracts the content of a line beside verb, record and channel: `跟 D-1 电话 约周三` ("log D-1 call, meet
 * Wednesday") gives `约周三`.
 */
export function noteContent(
  words: string,
  about: { customer: string | null; contact: string | null },
): string {
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
