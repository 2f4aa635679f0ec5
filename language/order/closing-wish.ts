import type { ReadAt } from '../../kernel/pieces/base/piece.js';
import { readDate } from '../../kernel/pieces/date.js';
import { normalise } from '../../kernel/words/folding.js';
import { literalPattern } from '../../kernel/words/literal-pattern.js';
import { nameSaid, plainOrder } from './order-parts.js';

/** A deal that somebody wants closed by a day, and the colleague who is to see to it. */
export interface ClosingWish {
  /** The customer or deal; undefined where a pronoun stands for it. */
  about: string | undefined;
  /** 'YYYY-MM-DD'. */
  day: string;
  who?: string;
}

const closed =
  '(?:closed(?: out)?|signed(?: up| off)?|won|wrapped(?: up)?|sealed|inked|landed|locked (?:in|up|down)|over the (?:finish )?line|across the (?:finish )?line|in the bag|buttoned up|finali[sz]ed)';
const close =
  '(?:close(?: out)?|sign(?: off)?|win|wrap(?: up)?|seal|land|lock (?:in|up|down)|nail(?: down)?|finali[sz]e)';
const by = ',? (?:by|before|no later than|until|til|till|for|on|at the latest(?: by| on)?) ';
const must =
  "(?:has(?: got)? to|have to|must|needs to|need to|should|ought to|better|had better|'s got to|got to|gotta|is to|will have to|can)";
const wish =
  "(?:(?:we|i|you|u|y'all|they)(?:'d|'ll|'ve| really| definitely| just| would| will)* )?(?:(?:need|want|have|got|like|expect|love|hope|aim|plan|try|push|going)(?: to)?|gotta|must|should|ought to|can|wanna)";
const sees =
  "(?:make sure(?: that)?|ensure(?: that)?|see (?:to it )?that|be sure(?: that)?|let's|lets|let us|how about (?:we|you)|try (?:and|to))";
const head = `(?:(?:team|guys|folks|all|everyone|so|now|ok|right|and|please|really)[, ]+)*(?:${sees} )?(?:(?:we|you|i) (?:really |just |definitely )*)?(?:${wish} )?(?:really |all )?`;
const about = '(?<about>.{2,40}?)';

/** "get Amy to close Ironwood", "make sure Tom closes Sandford", "push Tom to get Sandford signed". */
const ofSomebody = (who: string): string[] => {
  const asks = `^(?:get|have|push|make sure(?: that)?|ensure(?: that)?|see that|(?:i|we) (?:want|need)) ${who}(?: to)?`;
  return [
    `${asks} (?:${close}|closes|signs|wins|lands|wraps up) ${about}$`,
    `${asks} (?:get|gets|have|has) ${about} ${closed}$`,
  ];
};
const ofDeal = [
  `^${head}(?:get|have|see|got) ${about} (?:to )?(?:${close}|${closed})$`,
  `^${head}(?:want|need|expect|like|love) ${about} (?:to (?:be )?)?(?:${close}|${closed}|done)$`,
  `^${head}${close} ${about}$`,
  `^(?:${sees} )?${about} ${must} (?:be |get )?(?:${close}|${closed}|done)$`,
  `^${sees} ${about} (?:closes|signs|is ${closed}|gets ${closed})$`,
];
const dayLast = new RegExp(`^(?<rest>.+?)${by}(?<day>[^,]{2,30})$`, 'iu');
const dayFirst = /^(?:by|before)(?: the)? (?<day>[^,]{2,20}?),? (?<rest>(?:i|we|let|get|make|have)\b.+)$/iu;
/** Somebody at the customer wants it, or it is told or asked: no order. */
const told =
  /^(?:if|when|should i|shall|can (?:we|you)|could|do|does|did|is|are|was|were|will|would|why|how|what|who)\b|\?\s*$|\b(?:said|says|told|promised|asked|thinks?|hopes?|he|she|their|his|her)\b|^(?:they|he|she)\b/iu;

/**
 * Reads a wish that a deal be closed by a day, of oneself, the team or a colleague: "let's get the Ironwood deal closed by
 * Friday", "make sure Amy closes Larkspur by the 20th". It may be an expected close date or somebody's task.
 */
export function closingWish(
  line: string,
  called: ReadonlyMap<string, string>,
  at: ReadAt,
): ClosingWish | undefined {
  const text = plainOrder(normalise(line).replace(/[’‘]/gu, "'")).replace(/[.!\s]+$/u, '');
  if (text.length > longest || told.test(text)) return undefined;
  const parts = (dayFirst.exec(text) ?? dayLast.exec(text))?.groups;
  const said = parts?.day ?? '';
  const day = [said, said.replace(/^the /iu, '')].map((one) => readDate(one, at)?.value).find(Boolean);
  const rest = parts?.rest?.trim();
  if (!rest || !day) return undefined;
  for (const [name, who] of called) {
    const found = aboutIn(ofSomebody(`@?${literalPattern(name)}`), rest);
    if (found) return { about: dealSaid(found), day, who };
  }
  const found = aboutIn(ofDeal, rest);
  return found ? { about: dealSaid(found), day } : undefined;
}

/** Longest line that is read so, in characters. */
const longest = 120;

const aboutIn = (forms: readonly string[], text: string): string | undefined =>
  forms.map((form) => new RegExp(form, 'iu').exec(text)?.groups?.about).find((found) => found !== undefined);

const dealSaid = (words: string): string | undefined =>
  nameSaid(
    words.replace(/(?: (?:deal|contract|order|opportunity|account|business))?(?: (?:signed|done))?$/iu, ''),
  );
