import { plainQuestion } from '../question/question-line.js';

/** What can be listed. */
export type ListKind = 'board' | 'customers' | 'deals' | 'leads' | 'logs' | 'tasks';

/** What else may be said of a list: deals without a next step or at risk, customers the longest silent first, whose each one is. */
export const listMarks = ['noNext', 'risk', 'quiet', 'owners'] as const;
export type ListMark = (typeof listMarks)[number];

export const markWords: Record<ListMark, RegExp> = {
  noNext:
    /(?:还|都)?(?:没有?|缺|无)(?:安排|定|约|写|填)?(?:好|过)?(?:任何)?(?:下一步|后续(?:计划|动作|安排)?|跟进计划|待办|计划)(?:的|了)*|\b(?:with(?:out| no)|ha(?:ve|s) no|ha(?:ve|s)n't got|missing|lack(?:ing|s)?|(?:do|does)(?:n't| not) have)(?: an?| any| the)? (?:next (?:steps?|action|meeting|date)|follow-?ups? planned|tasks?|plans?|to-?dos?)\b(?: planned)?|\bnothing (?:is )?(?:planned|scheduled|next)\b(?: (?:for|on|next))?/iu,
  risk: /(?:有|存在|什么)*(?:丢单|输单)?(?:的)?风险(?:的|大|高|最大|较?高)*|(?:有点?|比较|很|最)?危险的?|(?:快)?要(?:黄|丢|凉)(?:了)?的?|(?:有点|比较)?悬(?:了)?的|\b(?:(?:most )?at[- ]risk|risky|in (?:danger|trouble)|(?:likely|going) to (?:slip|go wrong|go cold)|might (?:lose|slip)|going cold|worr(?:ying|ies)|need(?:s)? attention)\b/iu,
  quiet:
    /最(?:久|长时间)(?:都)?(?:没有?|未)(?:人)?(?:再)?(?:跟进?|联系|拜访|聊|去|见|沟通|打电话|碰)(?:过|了)*的?|最(?:久|长时间)不?(?:联系|跟进)(?:过|了)*的?|\b(?:(?:have|has|did)(?:n't| not)? )?(?:(?:i|we) )?(?:not )?(?:contact(?:ed)?|sp(?:oke|oken|eak)|talk(?:ed)?|touch(?:ed)?|call(?:ed)?|visit(?:ed)?|see|seen|followed up|heard|neglect(?:ed)?|been (?:silent|quiet))?(?: (?:to|with|from))?(?: (?:for|in))? ?(?:the )?longest(?: (?:time|ago))?(?: (?:silent|quiet|without (?:a )?(?:contact|call|visit|follow-?up|word)))?/iu,
  owners:
    /(?:都|分别|各)?(?:是|归|属于)?谁(?:的|负责|管|在跟)(?:呢|啊)?|(?:带上?|加上?|显示|和)负责人|负责人(?:分别)?(?:是谁|都是谁)?|\b(?:and |with )?(?:their |the )?owners?\b|\bwho owns (?:them|those|these|each|which|what)\b|\bwhose (?:are|is) (?:they|those|these|it|that|each|all that|all those)\b|\bwhose\b/iu,
};

/** The largest alone: 最大的一单 ("the biggest deal"), `what's my biggest deal`, `which of my two is worth more`. */
export const largestWords =
  /\b(?:which|what)(?: one)? of (?:my|mine|our|ours|the|these|those|them)(?: (?:two|three|four|five|\d|open))*(?: (?:deals|ones|customers))? is (?:the )?(?:worth (?:more|(?:the )?most)|bigger|larger|biggest|largest|more valuable|most valuable)\b|\b(?:which|what)(?: one)? is (?:the )?(?:bigger|larger|more valuable)(?: one| deal)?\b|哪一?[个家单笔条](?:单子?|商机|项目)?(?:的)?(?:金额|数额)?最[大高多]的?|(?:金额|数额)?最大的?(?:(?:单子|商机|项目)(?!们)|那?一?[单个笔家](?:单子|商机|项目)?|那[单个])(?:是)?(?:哪一?[个单笔家]|谁的?|什么|啥)?|哪一?[个单笔](?:单子?|商机|项目)?(?:的?金额)?(?:是)?最大的?|(?:单子?|商机|项目)(?:里面?|中)?(?:哪一?[个单笔])(?:的?金额)?(?:是)?最大的?|\b(?:which|what)(?: one| deal| of (?:them|those|these|my deals|our deals))? is (?:the )?(?:single )?(?:biggest|largest)(?: one| deal)?\b|\b(?:single )?(?:biggest|largest|most valuable) (?:one|(?:open )?deal|opportunity)\b(?! size)/iu;

/** Words before and after what is asked for. */
const listStart =
  /^(?:(?:ok(?:ay)?|so|well|and|now|then|right|fine|hmm+|er+m?|um+|uh|hey|wait|hang on|hold on|actually|sorry|perfect|great|thanks|please|also)\b[\s,.!:]*|(?:would|could|can|will|do) you(?: be so kind as to| mind| happen to know| know)?\s+|(?:could|can|may|might) i (?:see |have |get |ask (?:for )?)?|i(?:'d| would)? (?:want|like|need) to (?:see|know)\s+|let me (?:see|know)\s+|(?:just )?(?:show|give|send|tell|get|bring|pull)(?: up)?(?: me| us)?\s+|list\s+|remind me(?=\s+(?:what|who|whom|when|which|where)\b)\s+|等等|等一下|稍等|对了|那么|那(?=[我你])|嗯+|呃+|好的?(?=[,，。\s])|请问|麻烦你?|帮我|给我|我想|想|看一下|看看|看下|查一下|查查|查下|查(?=[我\p{L}])|打开|列一下|列出|(?:总结|汇总|回顾|盘点|盘|小结)(?:一下|下)?(?=我|今|昨|这|本|上)|(?:sum(?:mari[sz]e)?(?: up)?|recap)\s+(?=what|my|the|this)|[\s,，.。:：;；!！])+/iu;
const listEnd =
  /(?:[\s,，.。!！]|\b(?:please|then|again|now|for me|thanks|mate)|一下|列一下|列出来?|看看|来着|发我|给我|呢|吗|啊|呀|吧|哈)+$/iu;

/** Orders what is named between the words: 把这周拜访的客户列一下 ("list the customers visited this week"). */
const fetched =
  /^(?:请|麻烦|帮我|给我|你|您)*(?:把|将)(?<what>.+?)(?:都|再)?(?:给我)?(?:列|拉|调|找|翻|整理|汇总|总结|统计|捋)(?:一下|一?个?(?:清单|表|名单)|下|出来|给我|我看看|我|吧)*[。.!！]?$/u;

/** What is asked for, without the polite words round it. */
export function withoutManners(plain: string): string {
  let left = fetched.exec(plain.trim())?.groups?.what ?? plain.trim();
  for (let before = ''; before !== left; ) {
    before = left;
    left = left.replace(listStart, '').replace(listEnd, '').trim();
  }
  return left;
}

/** How new leads are: 新增了 ("were added"). */
export const newWords = /新(?:增|来|进|建)(?:了|的)?|(?:进|过)来了?|来了|\bnew\b|\bcame in\b/iu;

/** The last days, without a number. */
export const recentWords = /最近|这[几两]天|这阵子|近期|近来|\b(?:recently|lately|these days)\b/iu;

/** How the list is sorted: by value, as every list of deals is. */
export const orderWords =
  /\b(?:(?:sorted|ordered) )?by (?:value|amount|size)\b|\b(?:biggest|largest|highest)(?: first)?\b|按金额(?:从大到小|从高到低|排序?|倒序)*|从大到小|从高到低|金额最大的?/iu;
/** Asks which of some is worth more: 这两家哪家金额大一点 ("which of the two is worth more"). */
export const comparedWords =
  /(?:金额)?最小的?(?:那?一?[单个笔家])?(?:单子?|商机|项目)?(?:是)?(?:哪[一个单笔家]*的?|谁的|什么)?|\b(?:which|what)(?: one| deal)?(?: of (?:them|those|these|my deals|our deals))? is (?:the )?smallest(?: one| deal)?\b|\bsmallest (?:one|deal)\b|(?:这|那|上面|刚才)?(?:两|三|几|俩)?(?:[个家单笔条])?(?:里面?|中|之间|比)?,?\s?(?:哪|谁)一?(?:[个家单笔条])?(?:单子?|商机|项目)?的?(?:金额|数额|合同额|单子?)(?:更|会|要|比较)?[大高多](?:一?点儿?|一?些)?|哪一?[个家单笔条](?:单子?|商机|项目)?(?:更|比较)(?:大|值钱)(?:一?点儿?|一?些)?|\bwhich (?:one |deal |of (?:them|the two|those|these) )?is (?:bigger|larger|worth more)\b/iu;
export const mostWords =
  /\b(?:top|(?:biggest|largest|highest)) (\d{1,2}|two|three|four|five|ten)\b|\b(\d{1,2}|two|three|four|five|ten) (?:biggest|largest|top|highest)\b|前(\d{1,2}|[三五十])(?:个|名|大|条)?的?|(?:金额)?(?:最大|最高|最多)的?(?:前)?(\d{1,2}|[两二三四五十几])(?=[个单条笔家])/iu;
/** Several of the largest, without a number: "biggest deals", 大单有哪些. */
export const someLargest =
  /\b(?:biggest|largest|highest|most valuable) (?=(?:open )?(?:deals|opportunities|ones)\b)|(?:有)?(?:哪些|什么|几个)(?:是)?(?:大单子?|大商机|大项目)|(?<![个笔一])(?:大单子?|大商机|大项目)(?:都|现在|目前)*(?:有)?(?:哪些|什么|几个|列一下)/iu;
export const taggedWords =
  /\btagged (?:as |with )?#?([\p{L}\p{N}_-]+)|标签[是为]?#?([\p{L}\p{N}_-]+?)(?=的|客户|$)/iu;

/** What each list is of. */
export const listNouns: Record<ListKind, RegExp> = {
  board: /看板|\b(?:kan)?board\b/iu,
  tasks:
    /待办(?:事项|任务)?|(?<!目标)任务(?!完成)|日程|\b(?:open )?(?:tasks|to-?dos|to do list|agenda)\b|\b(?:my )?plate\b/iu,
  logs: /跟进记录|拜访记录|\b(?:follow-?ups|notes)\b/iu,
  leads: /新?(?:来|增|进)?的?线索|\b(?:new |open )?leads\b/iu,
  deals:
    /(?:进行中|在手|在谈|在跟|没关|未关|跟进中)?的?(?:商机|单子|项目(?!经理))|(?<=我|手上|手里)的?单(?=[有都])|(?<=的)单(?=有|是|都|呢|$)|\b(?:open |current |active )?(?:deals|opportunities|pipeline)\b/iu,
  customers:
    /客户(?!经理|端)|(?<=名下|手[上里头])(?:都|现在|目前|还|一共|总共)*(?:有|是|挂着?|跟着?)(?:谁|哪[些几]?家|些?(?:什么|啥|哪些)人)|\b(?:customers|accounts|clients)\b|\bwho is (?:on my books|under my name|mine)\b|\bwho do i (?:look after|own|cover)\b/iu,
};

/** The kinds in the order in which their words are looked for. */
export const listKinds = ['board', 'tasks', 'logs', 'leads', 'deals', 'customers'] as const;

/** The kind of the list that the words name and say little else, whoever's it is: `my deals`, 我的客户 ("my customers"). */
export function listNamed(words: string): ListKind[] {
  const plain = withoutManners(plainQuestion(words));
  return listKinds.filter(
    (kind) =>
      /^(?:(?:my|our|the|all|open|me|\S+['’]s)\s+|我们?的?|团队的?)*\s*$/iu.test(
        plain.replace(listNouns[kind], ''),
      ) && listNouns[kind].test(plain),
  );
}

/** Forms that ask for what is to be done; `isDated`: only together with a day or a span. */
export const taskForms: { pattern: RegExp; isDated: boolean }[] = [
  {
    isDated: true,
    pattern:
      /\bwhat (?:i|we)(?:'ve|(?: still)? (?:have|got|need|must|should))(?: still| got| to do| on| left| planned| due)*\b|\bwho (?:i|we)(?:'m| am)? (?:have to|need to|must|should|supposed to|going to) (?:call|ring|see|meet|visit|email|text)\b|\bwhat is still (?:open|pending|outstanding|to (?:do|be done))\b/iu,
  },
  {
    isDated: false,
    pattern:
      /\b(?:what|who)(?: else| all)? (?:(?:do|did|have|am) (?:i|we)|(?:i|we)(?:'ve| have)?) (?:still |also )?(?:owe|owed|owing|promised?)(?: (?:to )?(?:people|any ?(?:one|body|thing)|every(?:one|body)|some ?(?:one|body|thing)|customers|clients|them|do|to do))*\b(?: for| by)?/iu,
  },
  {
    isDated: true,
    pattern:
      /(?:还|都)?有(?:些)?(?:什么|啥|哪些|几个|几件|多少)?(?:安排|事情?儿?|活儿?|计划|要做的)|(?:什么|啥|哪些|几件|几个)(?:安排|事情?儿?|活儿?|计划)(?:要(?:办|做|处理|忙)的?)?|安排(?:是)?(?:什么|啥)?|(?:要|该|得|需要)(?:做|干|忙|跟|办)(?:些|点)?(?:什么|啥|哪些|谁)|(?:别|不要)忘[了记]?(?:什么|啥)|(?:还|都)有(?:什么|啥|哪些)|(?:要|得|该)(?:见|找|约|联系|拜访|打给|跑)(?:谁|哪些?[人家]?)/iu,
  },
  {
    isDated: true,
    pattern:
      /\bwhat(?: else| all)?(?: (?:do|did|have|am|is|are|must|should))?(?: (?:i|we))?(?: got| have)?(?: (?:to do|on|due|planned|scheduled|left|coming up|mine|doing|booked))+(?: for)?\b|\bwhat(?: else)? (?:do|have|is|are|am|did) (?:i|we|mine)(?: got| have)?(?: to do)?\b|\bwhat is (?:on|due|planned|mine|left|coming up|my day|my week)\b(?: (?:for|like))?|\bwho (?:do|did|should|must|am) i (?:say i'd |have to |need to |supposed to |going to |meant to )?(?:call|ring|see|meet|visit|email|calling|seeing|meeting|visiting)?\b|\b(?:(?:do|have|is|are) (?:i|we|there) (?:have |got )?)?anything(?: (?:on|due|planned|scheduled))?\b|\bmy (?:day|week|schedule|calendar)\b/iu,
  },
  {
    isDated: false,
    pattern:
      /(?:还|都)?有(?:些)?(?:什么|啥|哪些)?(?:事儿?|活儿?)?(?:还)?(?:没|未|没有)(?:做|办|干|完成|处理|弄|忙)完?的|\bwhat(?: else)? (?:is|have i got|do i (?:still )?have)(?: still)? (?:on my (?:plate|list)|to do|left to do)\b|\b(?:anything|what is|whatever is) overdue\b|(?:有没有|哪些|有)(?:过期|逾期|超期)(?:的|了)*|(?:过期|逾期|超期)了?的?(?:[一二两三四五六七八九十\d]+[件个条])?(?:待办|任务|事情?)?(?:都|还|具体)*(?:有|是)?(?:哪些|哪几[件个条]|啥|什么|谁)|(?:哪些|哪几[件个条])(?:是|待办|任务)*(?:已经)?(?:过期|逾期|超期)了?的?|(?:现在|目前|手上|都|还|一共|总共)*有?(?:多少|几)[件个条](?:待办|任务|事情?)?(?:是|还)?(?:没做)?(?:已经)?(?:过期|逾期|超期)了?的?|(?:过期|逾期|超期)了?的?(?:待办|任务|事情?)?(?:现在|目前|还|一共|总共)*有?(?:多少|几)[件个条]?/iu,
  },
];
/** Forms that ask what was followed up. */
export const logForms =
  /(?:跟进|拜访|走访|见面?|联系|跑)(?:过|了)?的(?:客户|公司)|\b(?:customers|accounts|clients|companies|people|who|whom) (?:that |who |whom )?(?:i|we)(?:'ve| have)? (?:visited|seen|met|called|followed up|spoken to|talked to|contacted)\b|(?:都|又)?(?:跟进?|拜访|见|联系|跑|聊|谈|记|写)(?:了|过|上)(?:些)?(?:谁|哪[些几]?[个家]?(?:客户|公司)?|什么|啥)|(?:都|又)?(?:干|做|忙|忙活|完成|搞)(?:了|过)(?:些|点)?(?:什么|啥|哪些)(?:事儿?|活儿?|工作)?|谁(?=.*(?:跟|拜访|见|联系|跑)(?:了|过)哪)|记了几[条笔]|\bwhat (?:i|we)(?:'ve)? (?:just |already |actually )?(?:did|done|logged|recorded|got done)\b|\bwhat (?:did|has|have)\b(?:.*?\b(?:just|already|actually))?.*?\b(?:log(?:ged)?|record(?:ed)?|noted?|saved?|done)\b(?: (?:from|of) (?:that|it))?|\bwhat (?:did|have|has)\s+(?:(?:i|we|\p{L}+)\s+)?(?:do|done|get done|get up to|got done|been doing|been up to|accomplish(?:ed)?|achieve[d]?)\b|\bwho (?:did|has|have)\b(?! (?:i|we) (?:say|promise|tell|agree|plan|want|need|have to))(?!.*\b(?:i'd|i would|to (?:call|ring|see|meet|visit))\b).*?\b(?:visit(?:ed)?|see|seen|call(?:ed)?|me?et|talk(?:ed)? to|sp(?:eak|oken) (?:to|with))\b/iu;
/** Overdue ones. */
export const lateWords = /过期|逾期|超期|\boverdue\b|\blate\b/iu;

/** Asks what the speaker sells at present. */
export const ownWork =
  /\bwhat (?:is|has|have)\b(?=.*\bopen\b)|\bwhat (?:am i|are we) (?:currently )?(?:working on|selling)\b|我(?:现在|目前)?(?:手上|手里|手头)?在(?:跟|谈|做)(?:哪些|什么|啥)(?:单子|商机|项目|客户)?/iu;

/** Deals that should close, in whatever span is said. */
export const closingWords =
  /(?:能|会|要|可以|可能|预计|该|有望)*(?:(?<!没|未|没有)关(?:单|闭|掉|得掉)?(?![于系注])|成交|签(?:约|单|下|得下)?|结单|拿下)(?:的|了|掉)*|(?:能|会|可以|可能|预计|有望)+成(?:单|得了)?(?:的|了)*(?=单|商机|项目|有|[,，\s]|$)|\b(?:that |which |to )?(?:(?:can|could|will|should|might|are|is) )?(?:be )?(?:(?:due|set|expected|going|supposed|meant|able|likely) to )?clos(?:e|es|ing)\b/iu;

/** A word that asks for a list. */
export const asksForList =
  /哪[些几]|有谁|是谁|谁|有(?:什么|啥)|(?:都|还)有|列(?:一下|出|表)|清单|名单|明细|看看|给我|所有|全部|\b(?:which|what|who|list|show|give me|see|everything|every|all|any|top)\b/iu;
/** Asks for a number; a list of one's own answers it too. */
export const asksHowMany = /多少|(?<!哪)几[个件条单家笔]|\bhow many\b/iu;

/** Asks what is left: 我单子还有几个没关 ("how many deals are still open"). */
export const asksWhatIsLeft = /还[有剩]|没关|\b(?:still|left|now)\b/iu;

/** The name of a list alone. */
export const bareList =
  /^(?:the |all |open |new )*(?:deals|opportunities|pipeline|customers|accounts|clients|leads|tasks|to-?dos|agenda)(?: list| (?:please|then|now))?$|^(?:客户|商机|线索|待办|单子)(?:列表|清单|名单)$|^待办$|^new leads\b/iu;

/** Says something that no list shows. */
export const notAList =
  /怎么(?!样)|如何|(?<![要快能会该以])(?:签(?:约|单|下)?|成交|拿下)了(?!吗)|(?<![要快能会该以可计待未没])(?:签(?:约|单|下|成)?|成交|拿下)的(?:单子?|合同|客户|商机|项目)|\bdid (?:we|i|you|he|she|they|[a-z]+) (?:close|sign|land)\b|新(?:增|建|开|加)了?(?:商机|单子|客户|项目)|赢了|输了|丢了|多少钱|金额是|总额|加权|预测|转化|响应|为什么|\b(?:won|lost|lose|win|create|add|assign|hand ?over|how (?:do|to|much|long)|why|value of|worth|forecast|weighted|average|stuck|stalled|closed)\b/iu;

const filler =
  /['’]s\b|(?:走|进展|推进|谈)?到哪一?[个步]*(?:阶段|步)?了?|(?:是|在|算)?什么阶段|(?:是|在)?哪[家个]的|要(?:办|做|处理|忙)的?|(?:and )?(?:what|which) stage(?: is (?:it|that)(?: at| in)?)?|[的都还有是呢吗啊呀吧里中上下底末内]|一下|看看|手[上里头]?|名|在手|目前|现在|当前|所有|全部|哪[些几个]*|谁|什么|啥|多少|几|[个件条家笔单]|列[出表]?|清单|名单|明细|给我|发我|没[关完做]成?|未完成|进行中|阶段|之?前|一共|总共|来着|标签|组|\b(?:what|which|who|whose|is|are|do|does|have|has|got|get|there|the|a|an|of|in|at|on|for|from|by|to|with|all|any|every|everything|ones?|please|now|currently|right|again|then|still|left|open|list|show|give|me|us|see|and|so|just|i|we|my|mine|our|that|those|these|this|current|active|full|else|'s|'m|'ve|was|am|be|stage|only|need|how|many|due|end|team|work|say|today's|'d)\b|[,，。.、:：;；!！?？"“”'()（）\-–]/giu;

/** The words that a list does not explain, apart by white space. */
export const withoutFiller = (left: string): string =>
  left
    .split(/\s+/)
    .map((token) => (/^[#>＞]/.test(token) ? token : token.replace(filler, ' ').trim()))
    .filter(Boolean)
    .join(' ');

const overview =
  /^(?:的)?(?:概况|概览|总览|情况|状况|近况|表现|overview|summary|snapshot|status|performance)$/iu;

/** `team tasks`, 团队 商机 ("the team's deals"), `team overview`: which list or report of the team is named, in its own words. */
export function teamList(words: string): { command: ListKind | 'weekly'; words: string } | undefined {
  if (overview.test(words.trim()))
    return { command: 'weekly', words: /\p{Script=Han}/u.test(words) ? '本周' : 'this week' };
  const [kind] = listNamed(words);
  const team = /\p{Script=Han}/u.test(words) ? '团队' : 'team';
  return kind && { command: kind, words: `${team} ${words}` };
}
