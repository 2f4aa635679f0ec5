import { literalPattern } from '../../kernel/words/literal-pattern.js';
import { isDenied } from '../reading/clauses.js';

const won =
  /(?<!(?:跟|和|与)(?:别家|别人家?|其他家|另一家|竞品|友商|同行|对手)(?:已经)?)签(?:下来?|单|约|好|完)?了(?!没|\S{0,3}(?:协议|意向|字))|中标(?:了|$|[,。])|已签(?![收到])|成交|拿下了?|(?<!对手|竞品|友商|对方|别人|别家|人家|他们|[被让给][^,。]{0,6})赢(?:单|下来?)?了(?!我们|咱们|我)|赢单(?=$|[,。])|\b(?:(?<!\b(?:send|await\w*|for|needs?|wants?) (?:\w+ )?(?:the |a )?)signed(?! off| up| with (?:(?:a|the|our|another|some) )?(?:competit\w+|rivals?|some(?:one|body) else|others?|another)| (?:an? |the )?(?:nda|loi|mou|visitor))|won(?!'t)|(?<!'re |are |is |was |were )closed|deal is closed|we beat)\b/iu;
const lost =
  /(?:选(?:择)?|定|签|给|换|找)了?(?:别家|别人家?|其他家|另一家|竞品|友商|同行|对手)(?:了|$|[,。])|(?:跟|和|与)(?:别家|别人家?|其他家|另一家|竞品|友商|同行|对手)(?:已经)?签(?:约)?了|没选(?:我们|咱们)|不(?:跟|和|找)(?:我们|咱们)(?:合作|做|签)了|没戏了|\b(?:went|gone|going|signed|go) (?:with|for) (?:some(?:one|body) else|another (?:vendor|supplier|company|provider|firm)|(?:a |the )?competit\w+|the other (?:lot|guys?|side|vendor|supplier|company|bidder))\b|\b(?:chose|picked|selected) (?:some(?:one|body) else|another (?:vendor|supplier|company|provider|firm)|(?:a |the )?competit\w+)\b|\b(?:decided against us|passed on us|turned us down)\b|丢(?:单)?了|输(?:给|了)|(?<!(?:会|会议|拜访|演示|见面|饭局|约|行程|培训)[^,。]{0,3})黄了|没(?:中标?|谈成|签成)|(?:被|让|给)[^,。]{1,6}[抢赢](?:走|下|单)?了|(?:对手|竞品|友商|别人|别家|人家)赢(?:单|下|走)?了|\blost\b(?! (?:touch|track|count|contact|time|interest|sight|faith|patience|confidence|the (?:file|email|mail|card|number|keys?|samples?|brochure|paper(?:work|s)?|plot|signal|connection|line|thread)|my|his|her|their way)\b)|\bsigned (?:up )?with (?:(?:a|the|our|another|some) )?(?:competit\w+|rivals?|some(?:one|body) else)\b|\bover us\b/iu;
const unsettled = /如果|要是|可以签|才签|再签|会签|能签|签不|签了没|签了吗|如果|要是|^if\b|\bwill\b/iu;

/** Says of nobody by name that the contract is signed or the deal won: "they signed", "contract's signed", "we won it!". */
const signedAlone =
  /^(?:(?:and|so|ok|yes+|yay|boom|bam|woo+(?:hoo)?|finally|just|update|fyi|hey|guess what|(?:good|great|big) news)[\s,:!.-]+)*(?:(?:they|he|she|we|it|client|customer|(?:the |our |their )?(?:contract|deal|paperwork|agreement|papers|order|sow|msa|order form|po|purchase order))(?:'ve|'s|'re| have| has| is| are| was| were| got| all| both| finally| just)* )?(?:(?:just|finally|all|officially|now) )*(?:signed(?: and (?:sealed|returned|dated))?|countersigned|inked|(?<=we )won|(?<=(?:deal|contract|order)(?: is|'s)? )won)(?: (?:it|the (?:contract|deal|paperwork|agreement|papers|order(?: form)?|sow|msa)|on the dotted line|off on it|today|yesterday|this (?:morning|afternoon|week)|last night|just now|(?:on )?(?:mon|tues|wednes|thurs|fri)day|the deal|finally|at last))*[\s.!🎉]*$|^(?:(?:just|finally) )?(?:we )?(?:got|have|received) (?:the|their|a) (?:signature|signed (?:contract|copy|agreement|paperwork)|po|purchase order)(?: back| in| today)?[\s.!]*$/iu;

/** Whether a line tells of a signature and names nobody, so that it is about the customer of the talk. */
export const tellsSigned = (line: string): boolean => signedAlone.test(line.trim().replace(/[’‘]/gu, "'"));

/** Moves the deal to the stage after its own: 推到下一步吧 ("move it on"). */
const movesOn =
  /(?:推进?|进|走|转|挪|移|进入|往前推)(?:到|入)?下一(?:步|个?阶段|个?环节)|往(?:下|前)推(?:一步|进)?(?=吧|了|$|[,。])|\b(?:move|push|advance)\b[^,.]{0,16}\b(?:to the )?next stage\b/iu;

/**
 * Reads the stage a clause says the deal has reached: 'won', 'lost', 'next' or the key of a named stage; undefined if
 * none.
 */
export function stageIn(clause: string, stages: { key: string; words: string[] }[]): string | undefined {
  for (const [key, pattern] of [
    ['won', won],
    ['lost', lost],
  ] as const) {
    const at = clause.search(pattern);
    if (at >= 0 && (clause.startsWith('没', at) || !isDenied(clause, at)) && !unsettled.test(clause))
      return key;
  }
  for (const { key, words } of stages) {
    for (const word of words) {
      const name = literalPattern(word.toLowerCase());
      const found = new RegExp(
        `(?:进入|进到|推进到|推到|转到|(?<![收拿看得谈找])到了?|处于|\\b(?:moved?|now|got) (?:in)?to|\\b(?:moved|advanced|bumped) [^,.]{2,40}? (?:in)?to|\\bin|\\breached|\\bat)\\s?(?:the )?${name}\\s?(?:阶段|期|stage|了|吧|啊|去|这一?步|那一?步|$)`,
        'iu',
      ).exec(clause);
      if (found && !isDenied(clause, found.index)) return key;
    }
  }
  const moves = movesOn.exec(clause);
  return moves && !isDenied(clause, moves.index) && !unsettled.test(clause) ? 'next' : undefined;
}
