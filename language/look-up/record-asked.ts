import { plainQuestion, QuestionLine, saysWhatItIs } from '../question/question-line.js';
import { withoutManners } from './list-words.js';

/** What is asked of a record. */
export type AskedOfRecord = 'closing' | 'contact' | 'deal' | 'history' | 'last' | 'owner' | 'record';

/** A question about one record, and the words that name it; no words, or a pronoun alone, mean the topic of the talk. */
export interface RecordAsked {
  about: AskedOfRecord;
  name: string;
}

/** Ways to ask, the more telling ones first. */
const ways: { about: AskedOfRecord; pattern: RegExp }[] = [
  {
    about: 'history',
    pattern:
      /(?:的)?(?:历史(?:记录)?|时间线|往来(?:记录)?|(?:所有|全部)?(?:跟进|拜访|沟通)记录|来龙去脉|前前后后)(?:是)?(?:什么|啥|怎么样)?|\b(?:full |whole |the )?(?:history|timeline|back ?story)\b(?: (?:of|for|with|at|on))?/iu,
  },
  {
    about: 'closing',
    pattern:
      /(?:预计|计划)(?:是)?(?:什么时候|哪天|何时|几号)?(?:能)?(?:成交|签约?|签单|关单|结单)(?:日期?|时间)?(?:是)?(?:什么时候|哪[一]?天|何时|几号)?|(?:什么时候|哪天|何时|几号)(?:能|会|可以)?(?:成交|签约?|签单|关单|结单)|\bwhen(?: (?:does|did|is|was|were|will|do|should)\b)?(?=.*\bclos)|\b(?:supposed|meant|due|expected|going|set|planned|scheduled|likely|forecast) to(?= close)|\b(?:expected )?clos(?:e|es|ing)(?: date)?(?: of| for)?\b/iu,
  },
  {
    about: 'contact',
    pattern:
      /(?:到底|现在|又)?(?:是|在)?哪一?(?:家|个(?:客户|公司|单位|地方))(?:公司|客户|单位)?(?:那边)?(?:的(?:人)?|上班|来)(?:来着)?$|\b(?:which|what) (?:company|customer|client|account|firm) (?:is|was)(?=.*\b(?:with|from|at|of)\b)|\b(?:who|where) does(?=.* works?(?: for| at)?$)|(?:的)?(?:电话号码|电话|手机号?码?|号码|联系方式|联系人|微信号?|邮箱)(?:是)?(?:多少|几号|什么|啥|谁|哪位|有哪些|有谁)?(?:推给?|发给?|给)?(?:我)?(?:一[份个下])?|\b(?:the )?(?:contact (?:details|info|person|number|data)|phone(?: number)?|mobile(?: number)?|(?<!\bthe )numbers?|email(?: address)?|contacts?)(?: (?:of|for|at|is))*\b|\bwho(?: is)? (?:the |their |our |his |her )?(?:main |key )?contact(?: person)?(?: is)?\b|\bwho (?:is|do we have|do we know)(?: the contact)?(?: (?:at|there|over at))?\b(?! (?:on|responsible|handling|looking|working|in charge))/iu,
  },
  {
    about: 'owner',
    pattern:
      /(?:是)?(?:谁|哪位|哪个同事)(?:现在)?(?:在|来)?(?:负责|跟进?|管|对接|own)(?:的|着|呢)*|(?:是)?谁的(?:客户|单子?|商机|线索)?|归谁(?:管|负责)?|负责人(?:是)?(?:谁|哪位)?|\b(?:who|which rep) (?:owns?|is (?:the owner of|handling|looking after|responsible for|in charge of|covering|on|working (?:on|with))|handles|looks after|covers|has got|has|runs|works (?:on|with))\b|\bwhose (?:account|customer|deal|client|lead)? ?is\b/iu,
  },
  {
    about: 'last',
    pattern:
      /(?:上次|上回|最近(?:一次)?|最后(?:一次)?)(?:和|跟|与)?(?:他们|她们?|他)?(?:聊|说|谈|讲|跟进?|联系|沟通|拜访)(?:了|的|过|到)*(?:些)?(?:是)?(?:什么时候|啥时候|哪天|什么|啥|到哪了?)?(?:来着|了)?|\b(?:when|what) was (?:the |our |my )?last (?:call|visit|contact|conversation|meeting|note|talk|follow-?up)\b(?: (?:with|at|to))?|\bwhat (?:did|have) (?:we|i|they|he|she) (?:talk(?:ed)?(?: about)?|discuss(?:ed)?|say|said)(?: (?:to|with))?|\bwhen did (?:we|i) last (?:talk|speak|call|meet|see|visit|contact)(?: (?:to|with))?|\blast time\b|\blast (?:note|visit|call|conversation|follow-?up)(?: (?:with|at|to))?\b/iu,
  },
  {
    about: 'deal',
    pattern:
      /(?:进展|推进|走|谈|推|跟|聊|做|进行)?到(?:了)?(?:哪(?:一|个)?(?:步|阶段|环节|里|儿)|什么(?:阶段|程度|地步))了?|(?:现在|目前)?(?:在|处于)?(?:什么|哪个?|哪一个?)(?:阶段|环节)|(?:现在|目前)?(?:一共|总共)?(?:是)?多少钱的?(?:单子?|商机)?|(?:值|报价(?:是|了)?)多少钱?|(?:加起来|一共|总共|合计)(?:是)?多少|(?:一共|总共)?(?:有)?(?:几|多少)个(?:单子?|商机|项目)(?:在谈|在跟)?|金额(?:是)?多少|多大(?:金额|的单子?)?|\b(?:what|which) stage (?:is|are)?\b|\bwhere (?:is|are|does|do)\b(?: we| it| things)?(?=.*(?:\bstand\b|\bwith\b|\bat\b))|\bhow (?:far (?:along )?(?:is|are)|much (?:is|was)|big is)\b|\bstatus of\b|\b(?:(?:currently )?(?:stands?|standing)|worth)(?: at)?\b|\bhow much(?: (?:is|are|was) (?:it|that|they|this|those))?(?: worth)? (?:altogether|in total|all together)\b|\bhow many (?:open )?(?:deals|opportunities)(?: (?:does|did|is)\b(?! (?:i|we|you)\b)|(?: (?:do|are|have)\b(?: (?:there|we|you|i)\b)?(?: (?:got|have|open))*)? (?:at|with|for|on)\b)|\bis (?:it|that|this one|the deal) still open\b|\b(?:amount|value|stage) (?:of|for|on)\b/iu,
  },
  {
    about: 'record',
    pattern:
      /(?:现在|目前|最近)?(?:是)?(?:什么|啥)(?:情况|进展|动静|消息)|(?:情况|进展|进度)(?:如何|怎么样|怎样|咋样)|(?:怎么样|咋样|如何)了?$|(?:还)?有(?:什么|啥|哪些)(?:单子|商机|项目)|(?<=\p{Script=Han}{2}|[a-z] ?)的(?:单子?|商机|项目)$|['’]s (?:open )?(?:deals?|opportunit(?:y|ies))$|^(?:open )?(?:deals?|opportunities) (?:at|with|for|of)\b|哪(?:几)?个(?:单子|商机)|\bwhat is (?:the )?(?:latest|status|story|news|word|state|update|deal|situation|happening|going on|new)(?: (?:on|with|at|from|of))?|\b(?:any )?(?:news|updates?|word)(?: (?:on|from|about))\b|\bhow (?:is|are)(?=.*\b(?:going|doing|looking|getting on|coming along)\b)|\b(?:what|which)(?: (?:deals?|ones?))? (?:have|has|do|did|does|are|is)\b.*?\b(?:got|have|open|there)\b(?: open)?(?: (?:at|on|with|for))?|\bcatch me up on\b/iu,
  },
];

/** Asks to see a record: nothing else of the line says what of it. */
const look =
  /^(?:(?:show|pull up|bring up|open|find|look up|get|see|check)(?: me| us)?\s+|(?:查|找|打开|调出|看)(?:一下|一查|下|看)?(?=.))/iu;

/** The same among polite words. */
const isLook =
  /^(?:[\w']+[ ,]+){0,6}?(?:show|pull up|bring up|look up|open|find)\b(?! (?:is|are|was))|^(?:请|麻烦你?|帮我|给我)?(?:查|看|打开|调出)(?!了|到|来|好)/iu;

/** The end of a question whose head was taken: "when does … close". */
const tails =
  /\b(?:works?(?: for| at)?|with|from|clos(?:e|es|ing)|stand(?:s|ing)?(?: (?:now|at))?|going|doing|looking|getting on|coming along|at|worth|on|in|there|again|over there|deal)\s*$/iu;

const head =
  /^(?:的|那(?:个|边|单|家|家的)?(?![一-鿿]{0,1}[科电公])|这(?:个|单|家)(?!族)|现在|目前|刚才|刚刚|回到|说的|请问|我(?:们)?(?:的)?|客户|商机|是|在|有|还|和|跟|\b(?:what|what's|is|are|was|the|a|an|do|does|did|we|you|i|me|my|our|currently|now|right|have|has|had|got|any|for|of|on|with|at|from|to|in|about|and|so|hang|that|this|deal|customer|account)\b(?!['’])|[\s,，.。:：?？、])+/iu;
const tail =
  /(?:的|在谈|在跟|在做|(?:他们?|她们?)(?:家|那边|公司)?|那(?:个|边|单|家)|这(?:个|单|家)|现在|目前|来着|了|呢|吗|啊|呀|吧|商机|单子?|项目|客户|是|在|有|情况|\b(?:deals?|opportunity|customer|account|(?<=\S )(?:ones?|things?)|now|currently|again|right|please|is|are|at|in|on|for|of|to|open|got|have|stands?|and)|(?<=\w{2})['’]s|(?<=\w{2,})['’]|[\s,，.。:：?？、])+$/iu;

/** Words for what the talk is about. */
const topicWord =
  /^(?:他们?|她们?|它们?|人家|对方|那边|那家|那个|那单|last time|这家|这个|这单|他们?(?:那[边家单个]|家)|刚才那[家个单]|哪家|两个|it|its|it's|they|them|their|theirs|there|him|his|he|her|hers|she|that one|this one|that|this|those|these|ones?|which|who|what|both|here|the other)$/iu;

/**
 * Reads a question about one record that no figure answers (星河的预计成交是哪天 "when should Xinghe close", `show me
 * ironwood`), or undefined. The name is as typed: who calls it has to know whether somebody or something is called so.
 */
export function recordAsked(words: string): RecordAsked | undefined {
  if ([...words].length > longest || saysWhatItIs(words)) return undefined;
  const plain = plainQuestion(words);
  const line = new QuestionLine(withoutManners(plain));
  let about: AskedOfRecord | undefined = isLook.test(plain) ? 'record' : undefined;
  line.take(look);
  for (const one of ways) {
    if (!line.takeAll(one.pattern)) continue;
    if (about === undefined || about === 'record') about = one.about;
  }
  // "what's Larkspur at" says in two words what a figure would say in one.
  if (!about && isAt.test(line.left)) about = 'deal';
  if (!about) return undefined;
  line.takeAll(tails);
  return { about, name: nameIn(line.left) };
}

const isAt = /^(?:what is\s+\S.*|\S+(?: \S+)? is) at$/iu;

/** Longest line read as such a question, in characters. */
const longest = 80;

/** The words between what is said round a name. */
function nameIn(left: string): string {
  let name = left.replace(/\s+/g, ' ').trim();
  for (let before = ''; before !== name; ) {
    before = name;
    if (topicWord.test(name)) return '';
    name = lastPart(name).replace(head, '').replace(tail, '').trim();
  }
  return name;
}

/** Of several clauses the last that says anything. */
const lastPart = (name: string): string =>
  name
    .split(/[,，]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .at(-1) ?? '';

/** Whether a line asks about whatever the talk is about: 谁负责？ ("who owns it?"), 他们那单现在多少钱来着. */
export const asksAboutTopic = (line: string): boolean => recordAsked(line)?.name === '';
