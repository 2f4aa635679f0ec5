import { plainQuestion } from '../question/question-line.js';
import { withoutManners } from './list-words.js';

const things =
  '(?:待办(?:事项|任务)?|任务|(?:要|该|得|需要)(?:做|办|跟进?|处理|完成)的(?:事(?:情|儿)?)?|(?:没|还没|未)(?:做|办|完成|处理|弄|跟)(?:完|好)?的(?:事(?:情|儿)?|待办|任务)?|事(?:情|儿)?要?(?:做|办|跟|处理|没做|没办)完?|后续(?:动作|安排|计划)?)';
const latin = '(?:tasks?|to-?dos?|action items?|things? to do|reminders?|follow-?ups? (?:planned|due|open))';
const state =
  '(?:open|outstanding|pending|due|left to do|left|planned|overdue|unfinished|scheduled|coming up|to do|to be done)';
const named = "(?<name>[\\p{L}\\p{N}&.'’ -]{2,40}?)";

const han = '(?<name>\\S{2,16}?|[\\p{Script=Latin}\\p{M} ]{4,30}?)';

const forms = [
  `^${han}(?:那边|这边|那家|家|那里)?(?:的)?(?:现在|目前|今天|最近|手上|还|都|又|一共)*(?:有)?(?:些)?(?:没有|什么|啥|哪些|多少|几[个件条])?${things}(?:还)?(?:有)?(?:哪些|什么|啥|多少|几[个件条]|没有?)?$`,
  `^${han}(?:那边|这边|那家|那里)?(?:的)?(?:现在|目前|今天|还|都)*(?:有)?(?:些)?(?:什么|啥|哪些)(?:事(?:情|儿)?)?(?:还|是)?(?:没|未|要|该|得|需要)(?:做|办|完成|处理|跟进?|弄)(?:完|好|掉)?的?$`,
  `^(?:(?:the|all|any|my|our|what|which|every|how many|list|are there|do (?:i|we) have|have (?:i|we) got)\\b ?)*(?:${state} )*${latin}(?: (?:do|have|are|is|that|there|i|we|got|still|left|${state})\\b)* (?:for|with|at|on|of|about|from) (?:the )?${named}$`,
  `^(?:what|anything|which things)(?: (?:is|else|all|do|have|are|i|we|still|got|need|must|should)\\b)*(?: (?!open|left(?! to))${state})+(?: (?:for|with|at|on|about)) (?:the )?${named}$`,
  `^${named}(?:['’]s?)? (?:${state} )*(?:tasks?|to-?dos?|action items?)(?: ${state})*$`,
].map((form) => new RegExp(form, 'iu'));

/** Words for whom the talk is about. */
const topic =
  /^(?:他们?|她们?|它们?|这家|那家|这个客户|那个客户|对方|them|they|it|there|this (?:one|customer|client|account)|him|her)$/iu;
/** Whose tasks they are, and not of which customer. */
const people =
  /^(?:我们?|咱们?|团队|大家|你|您|谁|今天|明天|昨天|本周|这周|下周|上周|现在|还|都|my|our|the|open|team|me|us|today|tomorrow|this week|next week|any|all|new|overdue|late|more|other|(?:today|tomorrow|yesterday)(?:'s)?)$/iu;

/** Longest line read so, in characters. */
const longest = 60;

/**
 * The customers that a line may ask the tasks of (海棠有什么待办 "what is to do for Haitang", `open tasks for Bluebird`): the words
 * that name one, or '' for the customer of the talk. Undefined if it asks for no such thing.
 */
export function tasksOfAsked(line: string): string | undefined {
  const plain = withoutManners(plainQuestion(line)).trim();
  if (plain === '' || plain.length > longest || /[,，;；。:：]/u.test(plain)) return undefined;
  const name = forms
    .map((form) =>
      form
        .exec(plain)
        ?.groups?.name?.trim()
        .replace(/(?:的|还|都|还有|现在|目前)+$/u, ''),
    )
    .find((found) => found !== undefined && found !== '');
  if (name === undefined || people.test(name)) return undefined;
  return topic.test(name) ? '' : name;
}
