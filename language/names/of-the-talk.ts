import { literalPattern } from '../../kernel/words/literal-pattern.js';

/** Whether somebody is said to be of those whom the talk is about: 他们李工 ("their Mr Li"). */
export const isTheirs = (who: string, line: string): boolean =>
  new RegExp(`(?:他们|她们|对方|那边|客户)的?[^,，。]{0,4}${literalPattern(who)}`, 'u').test(line);

/** Whether the words only say that somebody wants a thing which is called so: 想看ERP ("they want to see an ERP"). */
export const isOnlyWanted = (name: string, words: string): boolean =>
  new RegExp(
    `(?:想[看要上买换做]?|要[看上买做装]?|需要|了解|考虑|感兴趣的?|卖|推|介绍)(?:一?下|一?套|一?个|我们的?)?${literalPattern(name)}`,
    'iu',
  ).test(words);

const greeting =
  '(?:(?:hey|hi|hello|ok|okay|so|and|thanks|thank you|thx|cheers|sorry|嗨|哎|诶|喂)[\\s,，!！]+)*';
const asksOf =
  '(?:can|could|would|will|did|do|have|has|are|is|were|what|how|when|where|why|which|who|please|pls|you)\\b';

/** Whether a line speaks to the person: "Tom, …", "hey Tom did you …", 吴桐，…; at its end "…, Tom?". */
export const isAddressed = (line: string, name: string): boolean => {
  const called = literalPattern(name);
  const isLatin = !/\p{Script=Han}/u.test(name);
  const head = new RegExp(`^\\s*${greeting}@?${called}(?:\\s*[,，:：!！]|\\s+[-–—]\\s)`, 'iu');
  const asked = new RegExp(`^\\s*${greeting}@?${called}\\s+${asksOf}`, 'iu');
  const tail = new RegExp(`[,，]\\s*@?${called}\\s*[?？!！.。]*$`, 'iu');
  return head.test(line) || (isLatin && (asked.test(line) || tail.test(line)));
};

/** Whether a line asks anything at all. */
export const asksAnything = (line: string): boolean => /[?？]|[吗呢么](?:\s|$|[。!！@])/u.test(line);
