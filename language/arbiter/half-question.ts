/** Who tells it is whoever speaks: 今天拜访了…, "just met …". */
const told = [
  /^(?:[嗯啊哦诶]+[,，]?|我们?|刚刚?|刚才|今天|今早|今晚|上午|下午|早上|早晨|中午|昨天|昨晚|晚上|又|也|已经|才|\s)*(?:去|跟|和|与|给|拜访|走访|见|约|打|电话|陪|到|跑|在|联系|回访|上门|谈|聊|碰|请|送|演示|签|把)[^?？]*(?:了|完|好)/u,
  /^(?:(?:so|ok|hi|hey|well|just|i|i've|i have|i just|we|we just|today|yesterday|this morning|this afternoon|earlier|finally)[, ]+)*(?:(?:just|also|finally) )?(?:met|visited|saw|called|rang|phoned|emailed|texted|spoke|talked|sat down|had (?:a|another|lunch|coffee|dinner)|came (?:back )?from|got (?:off|back|out)|finished|dropped|toured|demoed|showed|sent|left) /iu,
];
/** It was not now, or is only supposed. */
const notNow =
  /上次|上回|上周|上个?月|之前|以前|过去|去年|[见聊谈去打拜访]过(?!来|去)|如果|要是|假如|万一|等|\b(?:last|ago|before|previously|if|when|once|suppose|unless|until)\b/iu;
/** Asks by itself, at the end of what was told. */
const asks = [
  /(?:多少|几[个次家点号天单条]|什么|啥|谁|哪|怎么(?!样)|咋(?!样)|多[久大长]|有没有|是不是)[^?？]*[?？]?$|(?:来着|[吗呢])[?？]?$|[?？]$/u,
  /^(?:and |but |so |btw |by the way,? |also )*(?:what|who|whose|when|where|which|how|why|do|does|did|is|are|was|were|has|have|can|could|should|any)\b.*[?？]$|^(?:and |but |so |btw |by the way,? |also )*(?:what|who|whose|when|where|which|how (?:much|many|long|big))\b(?!ever)/iu,
];
/** Asks nothing of the records: whether it was understood, how what was told went, what somebody asked. */
const asksOtherwise =
  /^(?:是|对|好|行|可以|ok|没错|懂|明白|知道)?(?:吧|吗|么|不|了吧|了吗|不对|不是)[?？]?$|问|说|讲|想知道|告诉|反馈|帮|记[下录了住]|可以吗|好吗|行吗|对吧|对吗|聊了?(?:些)?(?:什么|啥)|谈了?(?:些)?(?:什么|啥)|结果|怎么办|没什么|无所谓|\b(?:asked|asks|asking|said|says|wants? to know|wonder\w*|told|right|ok|okay|please|can you|could you|would you|will you|log|logged|got that|how did (?:it|that) go|what did (?:he|she|they|you) say|isn't it|didn't (?:we|i)|not sure|whatever|no idea)\b/iu;
const separators = /[,，.。;；!！\n]\s*(?=\S)|\s+(?=另外|还有|对了|顺便)/gu;
/** Orders something, so that a question behind it is a matter of its own. */
const ordered =
  /^(?:(?:please|pls|can you|could you|would you|ok|also|and) )*(?:push|move|remind me|put|set|change|cancel|book|mark|add) \S|^(?:请|麻烦|帮我|你)?\S{0,8}提醒我|^(?:请|麻烦|帮我)?把[^,，。]{2,}(?:到|成|给)/iu;
/** Says how many things follow: "2 things.", 两件事：. */
const counting =
  /^(?:(?:two|2|three|3|a (?:couple|few)(?: of)?) (?:quick )?things?[\s.:,;-]+|(?:[两三]|[23几])[件个]事[\s,，.。:：]*|还有\s+|对了[\s,，]*)/iu;
/** Leads over to another matter, and is no part of it. */
const turning = /^(?:另外|还有|对了|顺便(?:问一?下)?)[\s,，]*/u;
/** Names somebody, and asks about them then: "and Sue at Fenwick? when did I last talk to her". */
const namedThenAsked =
  /^(?:(?:and|so|ok|what about|how about) )?(?:\p{Lu}[\p{L}'-]+ (?:at|from|of) )?(?<who>\p{Lu}[^?,.]{2,40})\?\s+(?<head>(?:when|what|where|how|who|did|has|is|was)\b[^?]*?\b)(?:her|him|them|it)(?<tail>\b[^?]*\??)$/iu;

/**
 * A line that tells of something done and then asks something else, or the other way round, in its two halves: 今天拜访了海棠，上次
 * 报价多少？ ("visited Haitang today, what did we quote last time?"). Any other line is one.
 */
export function halvesOf(line: string): string[] {
  if (line.length > longest) return [line];
  const { who, head, tail } = namedThenAsked.exec(line.trim())?.groups ?? {};
  if (who) return [`${head}${who}${tail}`];
  const counted = line.trim().replace(counting, '');
  return counted !== line && counted !== '' && halves(counted).length > 1 ? halves(counted) : halves(line);
}

function halves(line: string): string[] {
  const marks = [...line.matchAll(separators)].filter(({ index }) => !/\d/u.test(line[index - 1] ?? ''));
  for (const { 0: mark, index } of marks.toReversed()) {
    const first = line.slice(0, index).trim();
    const second = line
      .slice(index + mark.length)
      .trim()
      .replace(turning, '');
    if ((isTold(first) || isOrdered(first)) && isAsked(second)) return [first, second];
    // Only the last clause asks: what stands before it is told together.
    if (/[?？]|[吗呢]$/u.test(second) && !isAsked(second)) break;
  }
  const end = /[?？]\s*(?=\S)/u.exec(line);
  if (!end) return [line];
  const [asked, rest] = [line.slice(0, end.index + 1).trim(), line.slice(end.index + end[0].length).trim()];
  // Whom a pronoun means is plain only if the question is understood: nothing is written of that.
  return isAsked(asked) && isTold(rest) && !pronoun.test(rest) ? [asked, rest] : [line];
}

const pronoun =
  /[他她它]|对方|人家|那边|那家|这家|\b(?:they|them|their|he|him|his|she|her|it|there|that one)\b/iu;

/** Longest line that is taken apart, in characters. */
const longest = 160;

const isOrdered = (words: string): boolean =>
  ordered.test(words) && !/[?？]|[吗呢么]$/u.test(words) && !/[,，;；。]/u.test(words);

const isTold = (words: string): boolean =>
  words.length >= 3 &&
  told.some((form) => form.test(words)) &&
  !notNow.test(words) &&
  !/[?？]|[吗呢么]$/u.test(words);

const isAsked = (words: string): boolean =>
  words.length >= 3 &&
  !/[,，;；。]/u.test(words) &&
  asks.some((form) => form.test(words)) &&
  !asksOtherwise.test(words);
