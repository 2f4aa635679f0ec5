import { foldInPlace } from '../words/folding.js';
import { readNumeral } from './base/numerals.js';
import { type Match, matches, type PieceOf, whole } from './base/piece.js';

const pattern =
  /(?<![\d.,~-])(?<n>\d{1,3}(?:\.\d{1,2})?)%(?!\s?(?:off|discount)\b|[\d%]|首付|预付|定金|订金|尾款|款|税|的?(?:毛利|利润|折扣|股份|账号|用户))|(?<![一二三四五六七八九十\d])(?<cn>[一二三四五六七八九1-9])成(?:的)?(?:把握|概率|可能|希望|机会|胜算)|百分之(?<of>[一二三四五六七八九十]{1,3}|\d{1,2})/giu;

/** Words before a share of money, taxes or growth, which is no probability of winning. */
const otherShare =
  /(?:预付|首付|定金|订金|尾款|付|税率?|涨了?|降了?|增长了?|提升了?|毛利率?|折扣|优惠|让利|占比?|[~至到-])\s?$/u;

/** Finds probabilities: `70%`, `七成把握` ("70% sure"), `百分之七十` ("70 percent"). */
export function findProbabilities(text: string): Match<PieceOf<'probability'>>[] {
  const folded = foldInPlace(text);
  return matches(folded, pattern, (found) => {
    if (otherShare.test(folded.slice(Math.max(0, found.index - 5), found.index))) return undefined;
    const { n, cn, of } = found.groups ?? {};
    const tenths = cn && (readNumeral(cn) ?? Number(cn)) * 10;
    const percent = n ? Number(n) : tenths || (readNumeral(of ?? '') ?? Number(of));
    return percent <= 100 ? { kind: 'probability', value: Math.round(percent * 100) / 10_000 } : undefined;
  });
}

/** Reads the probability (0–1) that the whole text is, or undefined; a bare percentage ('70') counts here. */
export function readProbability(text: string): number | undefined {
  const bare = /^\s*(\d{1,2}|100)\s*$/.exec(foldInPlace(text));
  return bare ? Number(bare[1]) / 100 : whole(text, findProbabilities(text))?.value;
}
