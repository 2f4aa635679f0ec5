import { QuestionLine } from './question-line.js';
import { takeParts } from './question-parts.js';
import type { KnownNames, QuestionReading } from './question-reading.js';
import { dropPronouns, pronounIn } from './question-whose.js';

const target = '(?:目标|任务|指标|业绩|进度|计划|配额|kpi|quota|target)';
/** Who is behind: 谁落后了, 哪些人没达标, "which reps are behind on quota". */
const behind = new RegExp(
  [
    `(?:谁|有没有人|有人|有谁|哪[些几个位]*(?:人|同事|销售|业务员)?)(?:的)?(?:${target})?(?:现在|目前|还|都|是|在|离|最|比较)*(?:${target})?(?:最|比较|有点)?(?:落后(?:于|了)?|掉队|拖(?:了)?后腿|跟不上|垫底|(?:差得?|离得?)?(?:最)?远|(?:没有?|未|还没)(?:能)?(?:完成|达成|达标|达到|跟上|做到|做完)|完不成|达不成|(?:完成|做)得最[差少慢]|(?:完成率|达成率)最低)(?:了)?(?:${target})*(?:的)?(?:人)?`,
    `(?:${target}|谁)(?:完成|达成)?(?:谁)?(?:最)?(?:落后|掉队|垫底|最差)(?:的)?(?:是)?(?:谁|哪[个位])?`,
    `落后(?:于)?(?:${target})?的(?:是|有|人)*(?:谁|哪[些几个位]*)?`,
    "\\b(?:who|which (?:reps?|people|ones?|sellers?|salespeople)|(?:is )?(?:anyone|anybody|any reps?)) ?(?:(?:is(?:n't)?|are(?:n't)?|has(?:n't)?|have(?:n't)?|won't|'s|'re|of us|falling|furthest|most|far|still|currently|not)\\b ?)*(?:(?:been )?(?:behind|lagging|trailing|off (?:track|pace|target)|on (?:track|target|pace|plan|course)|below|under (?:target|quota|plan)|short (?:of|on)?|missing|struggling|under-?performing|(?:going to |likely to )?(?:hit(?:ting)?|ma(?:ke|king)|meet(?:ing)?|reach(?:ed|ing)?|met|made|miss))\\b ?)",
  ].join('|'),
  'iu',
);
/** What a question for those behind denies: "who is not on track"; without it those ahead are asked for. */
const denies =
  /落后|掉队|后腿|跟不上|垫底|远|没|未|不成|最[差少慢低]|\b(?:not|n't|behind|lagging|trailing|off|below|under|short|missing|struggling|under-?performing|miss)\b|n't\b/iu;
const ahead =
  /(?:谁|哪[个位]*(?:人|同事|销售)?)(?:的)?(?:目标|任务|指标)?(?:现在|目前)?(?:领先|(?:完成|达成)得?(?:率)?最[好多快高]|(?:已经)?(?:超额|达标|达成|完成)(?:完成)?(?:了)?(?:目标|任务|指标))(?:了)?|\b(?:who|which (?:reps?|people)) ?(?:is|are|'s)? (?:ahead|in the lead|leading|furthest along)\b/iu;
/** What may stand behind: "on their quota", 的. */
const against =
  /\b(?:on|of|against|with|to|from|their|his|her|the|our|my|target|quota|number|goal|plan|pace|track|schedule)s?\b|目标|任务|指标|业绩|进度|的|了|吗|呢|啊|现在|目前|最近|\s|[,，]/giu;

/** Whether the goal was reached: 完成了吗, "did we make the quarter". Without a span or what is to be reached it may be a task. */
const made = new RegExp(
  [
    `^(?:都|已经|能|的)*(?:${target})?(?:的)?(?:都|已经|算)*(?:完成|达成|达标|达到|做到|做完|搞定|超额)(?:了)?(?:${target})?(?:吗|没有?|了没有?|么|得怎么样|得如何|多少)*$`,
    `^(?:${target})?(?:的)?(?:落后|超前|领先|跟得上|跟上|掉队)(?:于)?(?:了)?(?:${target})?(?:吗|没有?|么|多少)*$`,
    `^(?:离)?(?:${target})?(?:的)?(?:还差|差)(?:得)?(?:很|不)?(?:多少|远)(?:吗|么)?$`,
  ].join('|'),
  'iu',
);
const madeLatin =
  /^(?:did|has|have|had|so did) (?:been )?(?:already )?(?:mak(?:e|ing)|made|hit|meet|met|reach(?:ed)?|beat(?:en)?|miss(?:ed)?|achieved?|attain(?:ed)?|do|done|get|got)(?: (?:to|there|it))*(?: (?:the|our|my|their|his|her|a|number|target|quota|goal|plan)s?)*(?: (?:for|in|of|on))?$|^(?:is|are|am|'s) (?:still |running |falling )?(?:behind|ahead|on (?:track|target|course|pace|plan)|off (?:track|target|pace)|short|below|above|over|under)(?: (?:of|on|for|with|to|against))*(?: (?:the|our|my|their|his|her|target|quota|goal|plan|number|pace|track|schedule)s?)*(?: (?:for|in|of))?$/iu;
/** Whether it will be reached, which a forecast tells: 这季度能完成吗, "are we going to make the quarter". */
const willBe =
  /^(?:都|还|的)*(?:目标|任务|指标|业绩)?(?:的)?(?:能不能|能|会|可以|有希望|来得及|有没有可能|有可能)(?:够|按时|如期)?(?:完成|达成|达标|达到|做到|做完|跟上)(?:目标|任务|指标|业绩)?(?:吗|么|不|呢)?$|^(?:目标|任务|指标|业绩)?(?:完得成|达得成|做得到|够得着)(?:目标|任务|指标)?(?:吗|么|不)?$/u;
const willBeLatin =
  /^(?:will|can|could|is|are|am|do you think) (?:still )?(?:(?:going|likely|set|able|expected) to |gonna |can |will )?(?:be able to )?(?:make|hit|meet|reach|beat|miss|achieve|get|making|hitting)(?: (?:to|there|it))*(?: (?:the|our|my|their|his|her|a|number|target|quota|goal|plan)s?)*(?: (?:for|in|of|on))?$/iu;
/** Words of which each of these questions has one. */
const signs =
  /落后|掉队|后腿|跟不上|垫底|远|领先|超|完成|达|做[到完]|搞定|完[不得]成|做得到|够得着|跟得?上|最[差少慢低好多快高]|差|\b(?:behind|lagging|trailing|track|ahead|lead|leading|target|quota|pace|plan|course|short|below|above|under\S*|over|off|struggling|ma[dk]e|making|hit\w*|me?et\w*|reach\w*|miss\w*|beat\w*|achieved?|attain\w*|furthest|do|done|get|got)\b/iu;
/** What is reached is a goal even if no span is said: "did we hit the number". */
const goal =
  /目标|任务|指标|业绩|落后|达标|掉队|kpi|\b(?:target|quota|goal|plan|number|track|behind|ahead|pace)s?\b/iu;

/**
 * Reads a question for where people stand against their targets: 谁落后了 ("who is behind"), 这季度完成了吗 ("did we make the
 * quarter"), `is Amy on track`. Undefined if the words ask for anything else.
 */
export function standingAsked(plain: string, known: KnownNames): QuestionReading | undefined {
  if (!signs.test(plain)) return undefined;
  const line = new QuestionLine(plain);
  const parts = takeParts(line, known);
  const { filters, compare, days, which, by } = parts;
  if (
    compare ||
    days !== undefined ||
    which ||
    by ||
    filters.customer ||
    filters.values.length > 0 ||
    filters.amount
  )
    return undefined;
  const pronoun = parts.whose ? undefined : pronounIn(line);
  const found = behind.exec(line.left) ?? ahead.exec(line.left);
  if (found) {
    const rest = line.left.replace(found[0], ' ').replace(against, ' ');
    const left = new QuestionLine(rest);
    dropPronouns(left);
    if (left.left.trim() !== '') return undefined;
    return {
      measure: 'target',
      ...(pronoun && pronoun !== 'me' ? { whose: pronoun } : {}),
      ...parts,
      by: 'owner',
      shape: 'rank',
      ...(denies.test(found[0]) ? { least: true } : {}),
    };
  }
  dropPronouns(line);
  const said = line.left.replace(/\s+/gu, ' ').trim();
  const isSpan = parts.period !== undefined && /Week$|Month$|Quarter$|Year$|^\d{4}/u.test(parts.period);
  const isAhead = willBe.test(said.replace(/\s/gu, '')) || willBeLatin.test(said);
  if (!isAhead && !made.test(said.replace(/\s/gu, '')) && !madeLatin.test(said)) return undefined;
  if (!(isSpan || goal.test(plain))) return undefined;
  return { measure: isAhead ? 'forecast' : 'target', ...(pronoun ? { whose: pronoun } : {}), ...parts };
}
