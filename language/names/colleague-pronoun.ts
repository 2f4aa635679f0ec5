/** Asks or orders something of somebody who was named before: 他手上有几单 ("how many deals has he"), "ask her to call Bill". */
const askedHan = /(?:[?？吗呢]|多少|几|谁|哪|什么|啥|怎么样|最[大小多少高低]|有没有|列|看看|查)/u;
const orderedHan = /^(?:那|再|也|就|麻烦|请)*(?:让|叫|请|提醒|催|通知|告诉|跟)[他她](?!们)/u;
const askedLatin =
  /^(?:and |so |ok |okay |then |also )*(?:who|whose|what|what's|which|how|how's|when|where|why|did|does|do|is|was|has|can you (?:show|list)|show|list|give me|any)\b|\?\s*$/iu;
const orderedLatin =
  /^(?:and |so |ok |okay |then |also |please |can you |could you )*(?:ask|tell|remind|get|have|nudge|ping|let) (?:him|her)\b/iu;

/**
 * The line with the colleague's name in place of 他, 她, "he", "her"; undefined if it has no such pronoun, or neither asks nor
 * orders anything.
 */
export function withNameFor(line: string, name: string): string | undefined {
  const text = line.trim();
  if (/[他她](?!们)/u.test(text))
    return askedHan.test(text) || orderedHan.test(text) ? text.replace(/[他她](?!们)/gu, name) : undefined;
  if (!pronoun.test(text) || !(askedLatin.test(text) || orderedLatin.test(text))) return undefined;
  return text
    .replace(/\b(?:he|she)'s\b/giu, `${name} is`)
    .replace(/\bhers\b|\bhis\b/giu, `${name}'s`)
    .replace(
      /\bher\b(?=\s+(?:\p{Ll}|\d)+)(?!\s+(?:to|for|by|about|that|if|what|when|on|at|in|do|so|been|today|tomorrow|yesterday|this|last|know)\b)/giu,
      `${name}'s`,
    )
    .replace(/\b(?:he|she|him|her)\b/giu, name);
}

const pronoun = /\b(?:he|she|him|her|his|hers|he's|she's)\b/iu;
