const please = String.raw`^\s*(?:(?:please|pls|plz|ok|okay|and|then|also|now|actually|just|can you|could you|would you)[ ,]+)*`;

/** Orders to change what is recorded, in English: none of these verbs begins a report. */
const changes = new RegExp(
  `${please}(?:change|push (?!back\\b)|move|add|give|hand|put|set|mark|update|rename|cancel|scratch|scrap|nix|axe|ditch|call off|kill|reassign|assign|switch|reopen|delete|remove|drop|swap|make|transfer|correct|fix|merge|share|approve|cover|decide|qualify|disqualify|convert|promote|archive|tag|untag|label|escalate|flag|link|unlink|void|hide|unhide|lock|unlock|rate|score|rank|prioriti[sz]e|snooze|postpone|reschedule)\\b`,
  'iu',
);
/** The same in Chinese: 把知行转成商机 ("make a deal of Zhixing"), 赵敏的电话改成…. */
const changesHan =
  /^\s*(?:请|麻烦|帮我|那|再|先|就)*(?:把|将)[^,，。]{1,24}?(?:转成|转为|改成|改为|改到|推到|推进到|挪到|退回|退到|删|去掉|撤|转给|给到|分给|放到|归到|放回|扔回|丢回|退给)|^\s*转商机|(?:电话|手机|号码|负责人|阶段|名字|名称|邮箱)(?:要|得)?(?:改成|改为|换成|改一下)|阶段搞错/u;

/** Something that somebody shall do who is not named: "tell him to call", 提醒大家周五开会 ("remind everybody of the meeting"). */
const gives = new RegExp(
  `${please}(?:tell|ask|remind|get|have|let|make sure) (?:him|her|them|everyone|everybody|the team|all of (?:them|you)|you guys)\\b`,
  'iu',
);
const givesHan = /^\s*(?:请|麻烦)?(?:提醒|通知|告诉|让|叫|催)(?:一下)?(?:大家|所有人|全体|大伙|各位|每个人)/u;

/** The same for one person who is not named: "tell him", 告诉她. What begins with 让 or "have" may well be said of a contact. */
const givesOne = new RegExp(
  `(?<head>${please}(?<verb>tell|ask|remind|get|have|let|message|ping|nudge|text|make sure) )(?:him|her)\\b(?! (?:who|what|how much)\\b)`,
  'iu',
);
const givesOneHan =
  /^(?<head>\s*(?:请|麻烦|帮我|那|再|也|你)*(?<verb>提醒|通知|告诉|转告|让|叫|催|问)(?:一下|下)?)[他她](?!们)(?:一下|一声)?/u;

/**
 * Puts a name where a line gives something to do to one person who is not named; undefined if it gives nobody anything.
 * `isLoose`: somebody else than a colleague may well be meant.
 */
export function namesUnnamed(line: string, name: string): { line: string; isLoose: boolean } | undefined {
  const found = givesOne.exec(line) ?? givesOneHan.exec(line);
  if (!found || /[?？吗]$/u.test(line.trim())) return undefined;
  const { head = '', verb = '' } = found.groups ?? {};
  const rest = line.slice(found.index + found[0].length);
  return { line: `${head}${name}${rest}`, isLoose: /^(?:让|叫|问|get|have|let|ask)$/iu.test(verb) };
}

/** An order over several records that it does not name: 两个单子都推到下个月 ("move both deals to next month"). */
const changesSeveral =
  /(?:[两俩三几]|所有|全部|这些|那些)的?[个条]?(?:单子?|商机|客户|线索)(?:都|全|一起)*(?:推(?!荐)|改|转给|移|交给|标|退|设|延)/u;

/** Whether a line orders a change of several records without naming them, which nothing carries out. */
export const changesUnnamed = (line: string): boolean =>
  changesSeveral.test(line) && !/[了吗?？]$/u.test(line);

/** Whether a line orders a change of what is recorded: it reports nothing, whatever customer it names. */
export const ordersChange = (line: string): boolean => changes.test(line) || changesHan.test(line);

/** Whether a line gives something to do to somebody whom it does not name. */
export const givesToUnnamed = (line: string): boolean => gives.test(line) || givesHan.test(line);

/** Whether a line calls something off, "scratch the demo on Friday": where no task is called so, it plans nothing either. */
export const callsOff = (line: string): boolean =>
  new RegExp(`${please}(?:scratch|scrap|nix|axe|ditch|call off|kill|cancel)\\b`, 'iu').test(line);
