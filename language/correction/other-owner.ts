import { literalPattern } from '../../kernel/words/literal-pattern.js';
import { isWordToo } from '../names/given-tasks.js';
import { bareOrder, isAsking, orderText } from './plain-order.js';

/** Longest line read so, in characters. */
const longest = 60;

const doesHan =
  '(?:去(?:办|做|跟|打|见|谈|送|拜访|处理|一趟)?|来(?:办|做|跟|打|处理|负责)?|做|办|跟进?|负责|处理|打)?(?:这(?:个|事|件事)|那(?:个|事)|吧|才对|的事)*';
const wrongHan = '(?:不对|不是|错了|[说记写搞弄]错了?|不|等等|等下)';
const whatHan = '(?:(?:这|那)(?:个|条|件)?(?:事情?|待办|任务)?|待办|任务|它)?';
const giveHan = '(?:让|由|叫|换成?|改成|改为|改由|改让|改派|改给|派给?|给|交给|转给|安排给?|归)';

const wrong =
  '(?:no|nope|nah|sorry|wait|actually|wrong(?: (?:person|rep|guy|name|one))?|correction|not me|oops|whoops|my bad|hold on|ugh|argh)[ ,.!:-]+';
const it = '(?:it|that|this|that one|this one|the task|that task|this task|that call|the call|the visit)';
const does =
  "(?: (?:should|must|will|can|has to|needs to|is going to|is to|would)|'s going to|'ll) (?:better )?(?:do|take|handle|make|own|go|call|visit|get|see to|look after)(?: (?:it|that|this|there|them|him|her|the call|the visit|care of (?:it|that|this)))?";

/**
 * Reads a line that gives the task just made to somebody else: 不对，是吴桐去 ("no, Wu Tong goes"), "no, Nina should do that".
 * `called` are the names by which colleagues go; the result is the whole name, or 'me' where the speaker takes it over.
 */
export function otherOwner(line: string, called: ReadonlyMap<string, string>): string | undefined {
  const text = orderText(line).replace(/[’‘]/gu, "'");
  if (text.length > longest || isAsking(text)) return undefined;
  const order = bareOrder(text);
  if (/[去来见谈打送做跟办]过?的$|[过完]了?$/u.test(order)) return undefined;
  for (const [name, who] of [...called].sort(([a], [b]) => b.length - a.length)) {
    const others = [...called.keys()].filter((one) => one !== name && called.get(one) !== who);
    if (isGiven(order, text, literalPattern(name), others, isWordToo(name) ? 'u' : 'iu')) return who;
  }
  if (/^(?:还是)?我(?:自己)?(?:来|去)(?:做|办|跟|打|见|送)?$/u.test(order) || takesOver.test(order))
    return 'me';
  return undefined;
}

/** Whether the line says that something was wrong: 不对，… ("no, …"), "sorry, …", "not Tom". */
export const correctsPerson = (line: string): boolean =>
  new RegExp(`^(?:${wrongHan}|${wrong})|^not |,? not |不是|instead|i meant?`, 'iu').test(orderText(line));

const takesOver =
  /^(?:i'll|i will|let me|i'd better) (?:do|take|handle|make) (?:it|that|this)(?: myself)?$|^(?:make|assign) (?:it|that) (?:mine|me|to me)(?: instead)?$|^give (?:it|that) to me(?: instead)?$|^i meant? (?:to )?(?:me|myself)$/iu;

function isGiven(
  order: string,
  text: string,
  name: string,
  others: readonly string[],
  flags: string,
): boolean {
  const n = `@?${name}`;
  const other = others.length > 0 ? `(?:${others.map(literalPattern).join('|')})` : '(?!)';
  const forms = [
    `^(?!不是${n}$)(?:(?:${wrongHan})[,，\\s]*)+(?:${other}[,，\\s]*)?(?:应该|还是|我说的)?(?:是|${giveHan})?${n}${doesHan}$`,
    `^${whatHan}(?:应该|还是)?(?:是${n}(?:去|来)|${giveHan}${n})${doesHan}$`,
    `^(?:把|将)${whatHan}${giveHan}${n}${doesHan}$`,
    `^(?:不是|不让|别让)${other}(?:去|来)?[,，\\s]*(?:应该|而)?(?:是|${giveHan})?${n}${doesHan}$`,
    `^(?:(?:是|${giveHan}))?${n}(?:去|来)?[,，\\s]*不是${other}(?:去|来)?$`,
    `^(?:${wrong})*(?:(?:it|that|this)(?:'s| is| should be| was(?: meant)? for)? ?(?:for )?)?${n}(?: instead(?: of ${other})?|,? not ${other})$`,
    `^(?:${wrong})+(?:(?:it|that|this)(?:'s| is| should be)(?: for)? )?(?:for |to |should be |i meant? (?:for |to )?)?${n}(?:'s task|'s)?(?: instead)?$`,
    `^(?:${wrong})*(?:i )?meant (?:for |to )?${n}$`,
    `^(?:${wrong})*(?:to |for )?${n}[, ]+(?:is (?:who|what) )?i meant?(?: to say)?$`,
    `^(?:${wrong})*(?:it )?should(?:'ve| have)? (?:be|been|go|gone|went)(?: to| for)? ${n}$`,
    `^(?:${wrong})*${n}${does}(?: instead| please)?$`,
    `^(?:${wrong})*${n}'ll (?:do|take|handle) ${it}(?: instead)?$`,
    `^(?:${wrong})*(?:give|assign|pass|hand|reassign|move|switch) ${it}(?: over)? to ${n}(?: instead)?$`,
    `^(?:${wrong})*(?:make|change) (?:it|that|this)(?: to| for)? ${n}(?:'s)?(?: instead)?$`,
    `^(?:${wrong})*i meant? ${n}(?:,? not ${other})?$`,
    `^(?:${wrong})*(?:let|have) ${n} (?:do|take|handle) ${it}(?: instead)?$`,
    `^(?:${wrong})*not ${other},? (?:but )?${n}$`,
  ];
  const isSaid = (said: string) => forms.some((form) => new RegExp(form, flags).test(said));
  return isSaid(order) || isSaid(text.replace(/[。.!！吧~]+$/u, ''));
}
