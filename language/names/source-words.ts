import { literalPattern } from '../../kernel/words/literal-pattern.js';

/** What else people call a way by which a lead came. */
const alsoCalled: readonly [source: RegExp, words: string[]][] = [
  [/^(?:event|展会)$/iu, ['trade shows?|trade fairs?|expos?|exhibitions?|conferences?', '展览会?|博览会']],
  [/^(?:referral|转介绍)$/iu, ['referrals?|word of mouth', '老客户介绍|朋友介绍|熟人介绍']],
  [/^(?:website|官网)$/iu, ['(?:web ?site|contact) forms?|(?:our )?web ?site', '官网|网站']],
];

/**
 * Whether words tell that a lead came by this source: 展会来的, 来源：展会, "from a referral", "met at the trade show", or a
 * part of a list that is nothing else. `called`: all names of the source.
 */
export function tellsSource(words: string, called: readonly string[]): boolean {
  const also = alsoCalled.flatMap(([source, more]) => (called.some((one) => source.test(one)) ? more : []));
  // A bare 电话 ("telephone") stands before a number far more often than it says where somebody came from.
  const names = called.filter((one) => one.length > 1 && !/^(?:电话|会议|活动|web)$/iu.test(one));
  const any = [...names.map(literalPattern), ...also];
  if (any.length === 0) return false;
  const name = `(?:${any.join('|')})`;
  const inHan = any.filter((one) => /\p{Script=Han}/u.test(one)).join('|') || '(?!)';
  return [
    `来源\\s*(?:[:：是为]|就是)?\\s*${name}(?![\\p{Script=Han}])`,
    `${name}(?:上|那边|里)?(?:来的|过来的|转来的|加的|认识的|遇到的|碰到的|扫到的|找来的|介绍来?的|推荐来?的)`,
    `${name}上(?:认识|遇到|碰到|加|聊|扫)`,
    `(?:从|通过|在|经)${name}(?:上|那边|里)?(?:来|过来|认识|加|遇到|碰到|了解|看到|找)`,
    `\\b(?:from|via|through|by|at|off) (?:an? |the |our |last week's |today's )?${name}(?![\\p{L}\\d])`,
    `\\bsource(?: is|:| =)? ${name}(?![\\p{L}\\d])`,
    `(?:^|[,，;；。])\\s*${name}(?:客户|线索)?\\s*(?=$|[,，;；。])`,
    `(?:^|\\s)(?:${inHan})(?:客户|线索)?(?=$|[\\s,，;；。])`,
  ].some((form) => new RegExp(form, 'iu').test(words));
}
