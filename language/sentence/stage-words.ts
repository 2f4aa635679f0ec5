import { literalPattern } from '../../kernel/words/literal-pattern.js';
import { isDenied } from '../reading/clauses.js';

const won =
  /签(?:下来?|单|约|好|完)?了(?!没|\S{0,3}(?:协议|意向|字))|中标(?:了|$|[,。])|已签(?![收到])|成交|拿下了?|(?<!对手|竞品|友商|对方|别人|别家|人家|他们|[被让给][^,。]{0,6})赢(?:单|下来?)?了(?!我们|咱们|我)|赢单(?=$|[,。])|\b(?:(?<!\b(?:send|await\w*|for|needs?|wants?) (?:\w+ )?(?:the |a )?)signed(?! off| up| (?:an? |the )?(?:nda|loi|mou|visitor))|won(?!'t)|(?<!'re |are |is |was |were )closed|deal is closed|we beat)\b/iu;
const lost =
  /丢(?:单)?了|输(?:给|了)|(?<!(?:会|会议|拜访|演示|见面|饭局|约|行程|培训)[^,。]{0,3})黄了|没(?:中标?|谈成|签成)|(?:被|让|给)[^,。]{1,6}[抢赢](?:走|下|单)?了|(?:对手|竞品|友商|别人|别家|人家)赢(?:单|下|走)?了|\blost\b|\bover us\b/iu;
const unsettled = /如果|要是|可以签|才签|再签|会签|能签|签不|签了没|签了吗|如果|要是|^if\b|\bwill\b/iu;

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
        `(?:进入|进到|推进到|推到|转到|(?<![收拿看得谈找])到了?|处于|\\b(?:moved?|now|got) (?:in)?to|\\bin|\\breached|\\bat)\\s?(?:the )?${name}\\s?(?:阶段|期|stage|了|吧|啊|去|这一?步|那一?步|$)`,
        'iu',
      ).exec(clause);
      if (found && !isDenied(clause, found.index)) return key;
    }
  }
  const moves = movesOn.exec(clause);
  return moves && !isDenied(clause, moves.index) && !unsettled.test(clause) ? 'next' : undefined;
}
