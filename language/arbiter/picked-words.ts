/** Words round the one that picks: 就运费那个吧 ("the freight one then"). */
const before =
  /^(?:(?:嗯+|哦|啊|那|就|是|选|要|给|算|应该是?|我?(?:说|指|要)的?是|肯定是?|当然是?|the|it's|i mean|i meant|go with|pick|take|make it|let's say|well|oh|um+|just)[\s,，]*)+/iu;
const after =
  /[\s,，]*(?:的?(?:那|这)(?:一)?(?:个|条|单|笔|家)(?:单子|商机)?|的?(?:商机|单子|项目)|的|(?<=\w )(?:one|deal|thing))?(?:[吧啊呀呢嘛哈了]|\s*(?:please|pls|then|thanks))*[\s。.!！~]*$/iu;

/** The place of one of several in a row, by a word for it; -1 is the last. */
const places: [RegExp, number][] = [
  [/^(?:第一|头一|前面|上面|前一|first|the first|former|1st)(?:个|条|单|家)?$/iu, 0],
  [/^(?:第二|second|2nd)(?:个|条|单|家)?$/iu, 1],
  [/^(?:第三|third|3rd)(?:个|条|单|家)?$/iu, 2],
  [/^(?:最后(?:一)?|后面|下面|后一|last|latter)(?:个|条|单|家)?$/iu, -1],
];

const folded = (words: string): string => words.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();

/**
 * The place of the only choice whose label holds the words: 运费那个 of 「D-3 · 运费结算 · 12万」, "the freight one", 第二个 ("the
 * second"); undefined if none does or several do. `said` is what had been said before, which tells none from the others.
 */
export function pickedByWords(labels: readonly string[], line: string, said: string): number | undefined {
  const words = line.trim().replace(before, '').replace(after, '').trim();
  const place = places.find(([pattern]) => pattern.test(words))?.[1];
  if (place !== undefined) return at(labels, place);
  // What was done meanwhile is news, and picks nothing: 方案发了 ("sent the proposal").
  if (tellsWhatWasDone(line)) return undefined;
  const wanted = folded(words);
  if ([...wanted].length < 2 || folded(said).includes(wanted)) return undefined;
  const fits = labels.flatMap((label, n) => (folded(label).includes(wanted) ? [n] : []));
  return fits.length === 1 ? fits[0] : undefined;
}

/** Says that something was done. */
const tellsDone =
  /(?:发|送|寄|给|打|聊|谈|见|签|交|做|写|看|开|办|弄|搞定|去|来|到|约|催|改|报)(?:过|完|好|到)?了[\s。.!！~]*$|^(?:i |we )?(?:sent|called|emailed|met|visited|signed|spoke|talked|saw|did|delivered|dropped|quoted)\b/iu;

/** Whether a line is news of what was done, and answers no question for one of several. */
export const tellsWhatWasDone = (line: string): boolean => tellsDone.test(line.trim());

const at = (labels: readonly string[], place: number): number | undefined =>
  labels.length > place && labels.length > 0 ? (place < 0 ? labels.length - 1 : place) : undefined;

const filler =
  '(?:哎+|唉|嗯+|啊|哦|呃|诶|那|不好意思|抱歉|吧|了|先|还是|wait|sorry|oh|no|well|actually|um+|ok)';
const stops =
  "(?:等(?:会儿?|等|一?下)|稍等|慢着|且慢|打住|先?(?:别|不)(?:要|用|急着?|忙着?)?(?:输|赢|推|转|记|建|改|派|发|删|动|管|弄|办|做|搞|关|提|选|急|忙)(?:它|这[个单条]|那[个单条])?|算了|不用|撤回来|收回来?|放弃|先放(?:着|一放)|(?:回头|以后|晚点|改天)再(?:说|弄|看)|再(?:说|想想|看看|等等)|我再想想|没想好|都不是|都不对|hold on|hang on|never ?mind|not (?:now|yet)|leave (?:it|that)|don't(?: (?:do|lose|move|change|log) (?:it|that))?|do nothing|forget (?:it|that)|scrap (?:it|that)|cancel (?:it|that)|stop|later|let me think|on second thoughts?|neither|none of (?:them|those))";
const ending = new RegExp(`^(?:(?:${filler}|${stops})[\\s,，。.!！~…]*)+$`, 'iu');
const stop = new RegExp(stops, 'iu');

/** Words that put off what is being done, and not only what is still to come: 慢着 ("hold on"), 先别记 ("don't log it yet"). */
const halts =
  /等(?:会儿?|等|一?下)|稍等|慢着|且慢|打住|(?:别|不)(?:要|用)?(?:输|赢|推|转|记|建|改|派|发|动|提)|\b(?:hold on|hang on|stop|don't|not yet)\b/iu;

/** Whether a line only says that the assistant should hold on. */
export const holdsOn = (line: string): boolean => halts.test(line.replace(/[’‘]/gu, "'")) && putsOff(line);

/** Whether a line only puts off what was asked about: 先别输 ("don't close it yet"), 等会儿, "hold on". */
export const putsOff = (line: string): boolean => {
  const text = line.trim().replace(/[’‘]/gu, "'");
  return stop.test(text) && ending.test(text);
};
