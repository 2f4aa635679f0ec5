/** A part of the sentence between marks that end a thought. */
export interface Clause {
  text: string;
  from: number;
  to: number;
}

/**
 * Marks that end a clause. Not a comma inside a number, a point inside a word or behind a title or an initial; in Chinese, a space between
 * two longer stretches counts, unless an hour of the day follows.
 */
const ends =
  /(?:(?:哦|噢|喔|啊|嗯|呃)+(?:对了?|还有)(?:那个|就是)?|(?<=^\s*)喂(?!食|养)|(?<=\p{Script=Han}{4})(?:嗯|呃)+(?!嗯)|(?<=\p{Script=Han}{4})(?=(?:你|您)?(?:帮我|给我)(?:记(?!录|得)|定[到在]|约|提醒|看看)|另外(?!一)|另外一[家个])|(?<=\p{Script=Han}{8})(?=然后(?!期)(?:下午|上午|晚上|又|再|让我|叫我|去|跟|给)))|(?<!\d),|,(?!\d{3})|[;。!?\n；！？…]+|(?<!(?<![\p{L}\d])(?:St|Dr|Mr|Mrs|Ms|Prof|Ltd|Co|Inc|\p{Lu}))\.(?=\s|$)|(?<=(?<![\p{L}])(?:Ltd|Co|Inc))\.(?=\s+\p{Lu}|$)|—+|(?<=\p{Script=Han})\s(?=(?:然后|接着|另外|后来))|(?<=[^\s,。;]{5})(?<!(?:[上下中]午|早上|晚上|[今明昨后前]天|[周期拜][一二三四五六日天]|[号日月底点]))\s+(?!(?:早上|早晨|上午|中午|下午|傍晚|晚上|[一二三四五六七八九十]{1,3}点))(?=\p{Script=Han}[^\s,。;]{3})/gu;

/** Splits a text into clauses, without cutting any piece. */
export function clausesOf(text: string, pieces: { from: number; to: number }[] = []): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  for (const found of [...text.matchAll(ends), undefined]) {
    const to = found?.index ?? text.length;
    // A piece is never cut: "Dec 9, 2pm" is one moment.
    if (pieces.some((one) => one.from < to && to < one.to)) continue;
    if (text.slice(from, to).trim() !== '') clauses.push({ text: text.slice(from, to), from, to });
    from = to + (found?.[0].length ?? 0);
  }
  return clauses;
}

const negations =
  /没(?!(?:啥|什么|多大|太大|大)*问题|事|关系|的说|少|差|毛病|跑)有?|未(?!来)|(?<!差)不(?!过|错|少|断|仅|但|知|光)|(?<![分特区级个类])别(?!的|人|家|忘)|无法|\b(?:not|never|no|cannot|without|(?:did|do|does|have|has|had|could|can|was|is|are|were|would|wo)n't)\b/giu;

/** Whether a clause contains a negation. */
export const hasNegation = (text: string): boolean => text.search(negations) >= 0;

/**
 * Whether the word at `from` is denied: a negation within `reach` characters before it in the clause, with
 * nothing between that restarts.
 */
export function isDenied(clause: string, from: number, reach = 8): boolean {
  const latin = /[a-z]/i.test(clause.slice(Math.max(0, from - 4), from));
  const before = clause.slice(Math.max(0, from - (latin ? reach * 5 : reach)), from);
  const [last] = [...before.matchAll(negations)].slice(-1);
  if (!last) return false;
  return !/只|就是|而是|是|改|but\b|only\b|instead/iu.test(
    before.slice(last.index + last[0].length).replace(/^是/, ''),
  );
}
