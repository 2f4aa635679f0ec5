import type { AskedFor } from './question-reading.js';

/** Asks how to do something: answered from the team's articles. */
export const howToForm =
  /怎么(?!样|回事)|咋(?!样)|如何(?!\s*$)|话术|技巧|注意(?:什么|事项)|规则|流程|制度|什么是|\bhow (?:to|do i|do you|should|shall|can i|could)\b|\bhow (?:do|can|did|would) we (?:beat|win against|compete|counter|handle|answer|respond|pitch|sell against|position|fight|stand out|differ)\b|\bbest way\b|\btips\b|\bplaybook\b|\bobjections?\b/iu;

/** The form of a question. */
export const questionForm =
  /[?？]\s*$|[吗呢]\s*$|多[少久大长]|几(?=\s*(?:单|个|条|次|家|笔|通|天|点|号|封))|谁|哪|(?<!没|没有)什么|啥|怎么样|如何|为什么|为啥|最[多少好高快低大]|第几|有没有|是否|\b(?:who|whose|what|which|how|when|where|why|any|most|list|show|compare[sd]?)\b|^(?:did|does|do|is|are|was|were|has|have)\b/iu;

/** Reports somebody's words or what is unknown: a statement, not a question. */
export const askedTold =
  /问|说|讲了|告诉|想知道|不知道|不清楚|(?:没有?|未|还没)(?:说|讲|定|提|告诉|给)|反馈|表示|听说|\b(?:asked|asks|said|says|told|tells|wants? to know|wonders?)\b/iu;

/** Polite words before and after a question. */
export const politeStart =
  /^(?:请问|麻烦(?:你)?|帮我|帮忙|我想(?:知道|看看?|问)?(?:一下)?|想(?:知道|看看?|问)(?:一下)?|看(?:一下|看|下)|查(?:一下|看|下)?|告诉我|给我看?|列(?:一下|出)|算(?:一下|下)|数字|please|can you|could you|tell me|show me|give me|let me (?:see|know)|i(?:'d| would) like to (?:know|see)|remind me(?= (?:what|who|when|how|which|where)\b)|list|figures?)(?:\s*(?:一下|看下|看看|看|查))?[\s,:]*/iu;

export const politeEnd = /(?:发|给|告诉)我(?:一下|下|看看)?\s*$|\b(?:please|for me)\s*$/iu;

/** Words that carry no content in a question; negations and choices are not among them. */
const filler =
  /请问|[这那]么多?|总$|一共|总共|合计|到底|大概|大约|到现在|到目前(?:为止)?|截至|目前|现在|当前|里面?|有没有|是否|主要|最主要|分别|一般|今后|以来|一下|金额|数量|来的|来自|过来|客户|商机|单子?|线索|项目|deals?|多少天?|几[个条次家笔通天单]?|哪[些个几]?|什么|啥|怎么样|如何|多久|[谁我们]|因为|来着|是?哪天|贡献|分|次|个|条|笔|钱|元|家|人|做|到|完成|达成|签|赢|拿|得|比|最[多少好高低快大慢差]?|排行|排名|压着|还剩|剩下?|没有?$|第一|来|去|进|新增|按|看|各|每|手上|在手|在谈|在跟|的|是|在|有|了|过|吗|呢|啊|呀|吧|和|跟|与|把|被|就|都|还|也|那|给|从|离|要|该|能|会|想|对|为|上|中|内|成?了|'s\b|\b(?:big|his|her|their|which|what|what's|what're|who|who's|how|how's|when|where|why|much|many|long|fast|far|has|have|had|did|do|does|doing|am|is|are|was|were|been|be|the|a|an|of|in|on|at|to|for|with|from|by|per|our|and|or|there|that|this|it|so|far|right|now|currently|total|overall|all|any|most|best|least|fewest|biggest|highest|lowest|fastest|make|made|makes|log|logged|get|got|hit|against|number|count|amount|value|size|deals?|leads?|customers?|accounts?|opportunit(?:y|ies)|brings?|bring|come|came|win|won|close[d]?|closing|take|takes|up|it|up|as|us|going|need|needs|left|phone|main|number|still|yet|please|rep|reps|me|show|list|discuss|about|last|worth|stage|month|compare|compared)\b|[,，。.、:：;；!！?？"“”'()（）\-–]/giu;

/** Words of a deed or an intention: 拜访了 ("visited"), 要去拜访 ("going to visit"). */
export const askedDone =
  /[了过着去要给发回]|准备|打算|记得|不是|没|\b(?:about|to|will|remind|going|not|had|did)\b/iu;

/** Asks for the records themselves. */
export const listForm =
  /哪些|哪几|有谁|列(?:出|一下)|名单|清单|明细|都有(?:什么|谁)|\bwhich\b|\blist\b|^\s*show\b|\bwhat\b(?!.*\bhow\b)|\bany\b/iu;
/** Measures that can be listed, not only counted. */
export const listable: AskedFor[] = [
  'wins',
  'lostCount',
  'stalled',
  'openCount',
  'newDeals',
  'newLeads',
  'closing',
];

/** Asks for the course over time. */
export const trendForm =
  /走势|趋势|逐月|逐周|最近几个?(?:月|周)|每个?月(?:的)?变化|\btrends?\b|\bover time\b|\b(?:month by month|week by week)\b/iu;

const edges =
  /^(?:和|跟|与|把|给|从|在|那|这|对|客户)+(?=..)|(?:的(?:商机|单子?|项目|客户|线索|deals?)|的|(?<!除)了|吗|呢|啊|呀|吧|那边|那个|那单|这个|这单|这边|'s)+$/gu;

/** Returns the words not understood, as typed, without filler. */
export const restOf = (left: string): string =>
  left
    .split(/\s+/)
    .filter((token) => token.replace(filler, '').trim() !== '')
    .map((token) => token.replace(edges, '').replace(/^[,，。.、:：;；]+|[,，。.、:：;；]+$/gu, ''))
    .filter(Boolean)
    .join(' ');
