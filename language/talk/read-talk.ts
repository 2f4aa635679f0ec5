import { normalise } from '../../kernel/words/folding.js';
import { isForeignOrder } from './bot-orders.js';
import { asksWhereLogged } from './log-asked.js';
import { productQuestion } from './product-questions.js';
import { isOnlyFillers, smallTalkOf, withoutGreeting } from './small-talk.js';
import type { TalkKind, TalkReading } from './talk-reading.js';
import { isWish, tellsFact } from './wishes.js';

/** Longest line that may be talk, in characters. */
const longest = 160;

/** Pictures that stand for words, and others: platforms also write them in brackets, [微笑] ("smile"). */
const picture =
  /\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u{1f3fb}-\u{1f3ff}]|[\u200d\ufe0f\u20e3]|\[[\p{Script=Han}A-Za-z]{1,6}\]|(?<=^|\s):[a-z_+\-\d]{2,24}:/gu;
const smiley = /(?<=^|\s)(?:[:;=8x]-?[)(dpo3]+|\^_*\^|t_+t|<3|orz|qaq)(?=$|\s)/giu;
const nodding = /[👌👍🆗✅🫡]|\[(?:ok|好的|强|赞|抱拳)\]|:(?:\+1|ok_hand|thumbsup|white_check_mark):/iu;
const thanking = /[🙏]|\[(?:合十|谢谢|鞠躬|玫瑰)\]|:pray:/iu;
const waving = /[👋]|\[(?:挥手|你好)\]|:wave:/iu;

/** Of several kinds in one line, the one that stands first here is answered. */
const weight = ['greeting', 'thanks', 'bye', 'ok', 'chatter'] as const;

/**
 * Reads a line that is talk: a greeting, thanks, a nod, a question about the assistant, an order that it cannot carry out,
 * a wish, chatter; undefined if the line tells or asks anything else, also beside a greeting.
 */
export function readTalk(line: string): TalkReading | undefined {
  if (line.length > longest || line.trim().includes('\n')) return undefined;
  const words = normalise(line).replace(picture, ' ').replace(smiley, ' ').replace(/\s+/g, ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(words)) return { kind: kindOfPictures(line), strength: 'exact' };
  if (asksWhereLogged(words)) return { kind: 'saved', strength: 'exact' };
  const opened = withoutGreeting(words);
  const asked = opened.replace(/[\s?？!！.。~～…]+$/u, '');
  const question = questionIn(asked);
  if (question) return { ...question, strength: 'exact' };
  if (isForeignOrder(asked)) return { kind: 'order', strength: 'exact' };
  if (isWish(opened)) return { kind: 'wish', strength: 'exact' };
  const { kinds, rest } = smallTalkOf(words);
  if (rest !== '') return afterTalk(kinds, rest);
  const kind = weight.find((one) => kinds.includes(one));
  if (kind) return { kind, strength: mayAnswer.test(words) ? 'strong' : 'exact' };
  return isOnlyFillers(words) ? { kind: 'noise', strength: 'strong' } : undefined;
}

/** Small talk that may as well answer a question. */
const mayAnswer =
  /^(?:好|好的|是的?|对的?|行|可以|成|不用了?|先不用?|没错|没事|1|88\d?|ok|okay|k|y|yes|yep|yeah|yup|no|nope|nah|sure|fine|right|done|later|not now|leave it|none|night|morning|afternoon|evening)[\s.,!。，！~]*$/iu;

/** A question about the assistant, perhaps behind a word about the speaker: 我新来的，你是干啥的 ("I am new, what are you"). */
function questionIn(words: string): Omit<TalkReading, 'strength'> | undefined {
  const whole = productQuestion(words) ?? productQuestion(withoutLast(words));
  if (whole) return whole;
  const cut = Math.max(words.lastIndexOf(','), words.lastIndexOf('，'), words.lastIndexOf('。'));
  const before = words.slice(0, Math.max(0, cut));
  if (cut < 0 || before.length > longestBefore || tellsFact(before)) return undefined;
  return productQuestion(withoutGreeting(words.slice(cut + 1)).trim());
}

/** Longest remark before a question about the assistant, in characters. */
const longestBefore = 24;

/** What comes behind a greeting or thanks may be talk as well: "hi, can you book me a flight". */
function afterTalk(kinds: readonly TalkKind[], rest: string): TalkReading | undefined {
  const [first] = kinds;
  if (!first) return undefined;
  const words = withoutGreeting(rest).replace(/[\s?？!！.。~～…]+$/u, '');
  const question = questionIn(words);
  if (question) return { ...question, strength: 'exact' };
  if (isForeignOrder(words)) return { kind: 'order', strength: 'exact' };
  if (isWish(words)) return { kind: 'wish', strength: 'exact' };
  const isRemark =
    remarked.has(first) && !/\d|[?？]/u.test(rest) && !tellsFact(rest) && words.length <= longestBefore * 2;
  return isRemark ? { kind: first, strength: 'weak' } : undefined;
}

/** Kinds after which a remark without a fact is more of the same: "thanks, you are quicker than my old one". */
const remarked = new Set<TalkKind>(['thanks']);

/** Without a last word that asks for agreement or is polite: 怎么用谢谢 ("how to use it, thanks"). */
const withoutLast = (words: string): string =>
  words.replace(
    /[\s,，]*(?:谢谢(?:你|您)?(?:啦|了)?|请问|呢|啊|呀|哈|thanks?|thank you|please|pls|then|again|by the way|btw|mate|lol|um+)$/iu,
    '',
  );

function kindOfPictures(line: string): TalkKind {
  if (nodding.test(line)) return 'ok';
  if (thanking.test(line)) return 'thanks';
  if (waving.test(line)) return 'greeting';
  return line.replace(/[\p{P}\p{S}\s]/gu, '') === '' && !/\p{Extended_Pictographic}/u.test(line)
    ? 'noise'
    : 'chatter';
}
