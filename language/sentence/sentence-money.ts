import type { FoundPiece } from '../../kernel/pieces/base/piece.js';
import { isDenied } from '../reading/clauses.js';
import { type Money, moneyOf, type ReadValue } from '../reading/sentence-reading.js';
import { hypotheticalCue } from './cues.js';

interface Sum extends Money {
  from: number;
  to: number;
}

/** Words that mark an amount as no price: a payment, a part, a reduction. */
const otherBefore =
  /(?:(?:付|打款|汇款?|到账|回款|收到)(?:了|完|过)?(?:[一二两三四五六七八九\d]+成|\d+%|百分之\S{1,3}|一半)\s?|预付款?|首款|首期款?|[已先再首]付|付了|收了|欠|定金|订金|首付|押金|回款|尾款|付款|收到|剩下?|余下|每期|每年|便宜|[低高多]|降|优惠|让利|减|抹掉?|少(?!于)|让|涨|加|差|值|deposit of|spent|earned|raised|invested|revenue of|turnover of|worth|paid(?: us)?|paid an?|off by|down by)(?:了|约)?\s?$|(?:其中|包括|里面|另(?:外|加)|含)[^,。]{0,8}$|(?:[做卖赚]了|营业额|销售额|产值|营收|流水|市值|并发|用户)[^,。]{0,8}$/iu;
const otherAfter =
  /^\s?多?(?:预付|定金|订金|首付|押金|回款|尾款|deposit|off\b|(?:short|overdue|outstanding|upfront|in advance)\b|员工|名|人(?!民币))/iu;
/** The least that we would take, or what it costs us: 底价26万 ("the floor is 260,000"), "our floor is 26k"; no quote. */
const floorBefore =
  /(?:底价|底线|成本价?|红线|保本价?|心理价位?|进货价|出厂价|限价)[^,。报]{0,10}$|\b(?:our (?:floor|cost|bottom line|break-?even|limit|walk-?away)|floor (?:price|is|of|for)|bottom line|walk-?away (?:price|number|point)|break-?even|cost price|costs us|lowest (?:we|i) (?:can|could|will|would))\b[^,.]{0,40}$/iu;
/** What somebody else quotes: 竞品报价25万 ("the competitor quotes 250,000"), "another vendor is at 25k", 他们报了28万. */
const othersBefore =
  /(?:竞品|竞争对手|竞对|对手|友商|别家|别人(?:家)?|[另其][外他]?一?[家个]|(?:那|另外)几家|人家|同行|(?:其他|别的)(?:公司|供应商|厂家|厂商|家))[^,。我咱]{0,12}$|(?:他们|她们|对方|那边)(?:家|公司)?(?:只|才|也|就|给)?(?:报了?价?|开价|出价)(?:才|只|是|了|到)*\s?$|\b(?:competitors?|competition|rivals?|(?:the )?other (?:lot|guys?|side|vendors?|suppliers?|bidders?|company|bid|quote|offer)|another (?:vendor|supplier|bidder|company|quote|bid|firm)|some(?:one|body) else)\b(?!.*\b(?:we|our|us)\b)[^,.]{0,30}$|\b(?:they|he|she)(?:'ve| have)? (?:got )?(?:quoted|a quote)\b(?! (?:us|me) )[^,.]{0,14}$/iu;

const othersAfter =
  /^[^,.]{0,12}\b(?:from|by|with) (?:some(?:one|body) else|a(?:nother)? (?:competitor|rival|vendor|supplier|company)|the (?:other|competition)\b)/iu;
/** Words that mark an amount as the former one. */
const formerBefore =
  /(?:从|由|原来|原价|原先|之前|上次(?:报|是)?|不是|instead of|from)(?:报价|价格|报了?)?\s?$/iu;
/** Words of a range or a condition, whose amounts are no price. */
const rangeAfter = /^\s?(?:[到至~-]\S{1,8}之间|之间|还是|或)/u;
const conditionBefore =
  /(?:最多|顶多|至多|撑死|上限|不能超过?|别超过?|控制在|压在)(?:也|就|只|能|是|要)*\s?$|(?:不到|不超|低于|高于|没有|少于|(?<!现)在)\s?$|\b(?:only|anything|nothing|unless|sign|buy|accept|wants?|needs?|must be|has to be|stay|consider|settle|as long as|once)\b[^,.]{0,24}\b(?:below|under|above|over|(?:less|more|lower|higher) than|beyond)\s?$|\b(?:at least|no less than|a minimum of)\s?$/iu;
const conditionAfter =
  /^\s?(?:以内|之内|以下)?(?:就|都|已经?|也)*(?:是|算)?(?:他们|他|我们)?的?(?:顶天|封顶|到顶|顶了|顶格|为限|极限|上限|底线|天花板)|^\s?(?:以内|之内)(?=才|就|他们|可以|能|行|$|[\s,。吧])|^ (?:won't|will not|wouldn't|doesn't|didn't|is (?:too|more|out|off|beyond)|was too)\b|^以下(?:才|就|[的都]?(?:可以|能|行))|^[^,。]{0,2}(?:免谈|不考虑|没得谈|不谈)|^[^,。]{0,2}(?:不会|能不能|可不可以|行不行|就(?:签|做|买))/u;
const wished =
  /(?:hope(?:s)? for|希望|想要|问|能不能|能否|可不可以|asked? (?:if|whether))[^,。]*$|\bmatch\s$|\b(?:balk|chok|refus|reject|declin|laugh|winc)\w* (?:to |at )?$|\bturn\w* down $|想(?=[压降砍])[^,。]*$/iu;

/** What the customer can spend: 预算大概28万 ("a budget of about 280,000"). */
const budgetBefore =
  /(?:预算|经费)[^,。报]{0,8}$|(?:最多|上限|封顶|控制在|不超过)[^,。报]{0,4}$|\bup to\s$|\bbudget\b(?![^,.]{0,16}\bquot)[^,.]{0,16}$/iu;
const budgetAfter =
  /^\s?多?(?:左右|上下)?的?(?:预算|经费)|^\s?(?:以内|之内|以下|封顶)[^,。]{0,3}(?:都|就|才)?(?:可以|能|行|好|没问题|考虑|接受)|^\s?(?:左右|上下)?(?:都|就)?(?:可以谈|能接受|拿得出)|^\s(?:\w+ )?budget\b/iu;

/** Words just before or after an amount that make it a price. */
const priceBefore =
  /(?:报价?|价格?|预算|意向|谈[到妥好下成]|签|总价|合同额?|金额|[降砍涨压改]到|改成|quot(?:e|ed|es)|price|signed|budget|accepted|agreed|contract|total|deal|for|at|is|to)\S{0,6}\s?\S{0,6}$|^\S{0,8}\s?$/iu;
const priceAfter = /^\s?(?:的?(?:单子?|项目|合同)|成交|签|左右|以内)/u;
/** Words of a wish or a guess. */
const doubtful =
  /想(?=[压降砍要谈低])|希望|想要|估计|能不能|答应考虑|\b(?:may|might|could(?! do)|would|up to|stretch|match|hopes?|wish|wants? us)\b/iu;

/**
 * Reads the amount (minor units) that a clause settles on, the last one said; undefined if all are denied,
 * former, partial or only wished for.
 */
export function sumIn(clause: string, pieces: FoundPiece[], offset: number): ReadValue<Money> | undefined {
  const sums = pieces.flatMap(({ piece, from, to }): Sum[] =>
    piece.kind === 'amount'
      ? [
          {
            ...moneyOf(piece),
            from: from - offset,
            to: to - offset,
          },
        ]
      : [],
  );
  const left = sums.filter(({ from, to }) => {
    const [before, after] = [clause.slice(0, from), clause.slice(to)];
    if (otherBefore.test(before) || otherAfter.test(after) || formerBefore.test(before)) return false;
    if (floorBefore.test(before) || othersBefore.test(before) || othersAfter.test(after)) return false;
    if (rangeAfter.test(after) || conditionBefore.test(before) || conditionAfter.test(after)) return false;
    if (/之间|between/iu.test(after.slice(0, 3)) || (/[到至]\s?$/u.test(before) && /之间/u.test(after)))
      return false;
    return !wished.test(before) && !isDenied(clause, from);
  });
  const [total] = left.filter(({ from }) => /总价|总共|一共|合计|total/iu.test(clause.slice(0, from)));
  const last = total ?? left.at(-1);
  if (!last) return undefined;
  const [head, tail] = [clause.slice(0, last.from), clause.slice(last.to)];
  const within = /^\s?(?:以内|左右|上下|不到|or so)/iu.test(tail);
  const value = {
    minor: last.minor,
    ...(last.currency === undefined ? {} : { currency: last.currency }),
    approximate: last.approximate || within || /(?:近|不止|上下|超过?)\s?$|\bballpark\b/iu.test(head),
    ...(budgetBefore.test(head) || budgetAfter.test(tail) ? { isBudget: true as const } : {}),
  };
  const priced = priceBefore.test(head) || priceAfter.test(tail);
  return {
    value,
    how: priced && !doubtful.test(clause) && !hypotheticalCue.test(clause) ? 'sure' : 'proposed',
  };
}
