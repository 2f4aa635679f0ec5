import type { AskedFor } from './question-reading.js';

/** A way to ask for a measure. `bare` words ask only if nothing else is left of the question. */
export interface Asking {
  measure: AskedFor;
  pattern: RegExp;
  bare?: RegExp;
  /** Does not apply if this occurs in the question. */
  unless?: RegExp;
}

const howMuch = /多少|几|how (?:much|many|big|high)|what(?:'s| is| are| was)/iu;

/** Questions about one customer; checked before figures. */
export const factAskings: Asking[] = [
  {
    measure: 'lastTalk',
    pattern:
      /(?:上次|上回|上一次|最近(?:一次)?|最后(?:一次)?)\s*(?:和|跟|与|同|去)?\s*(?:聊|说|谈|跟进?|沟通|联系|拜访|见面?|讲|去)(?:的|了|过|到|得)*(?:是)?(?:些)?(?:在)?(?:什么时候|啥时候|何时|哪[一]?天|几号|什么|啥|哪[儿里]?了?|情况|内容|结果|怎么样)?|(?:什么|啥)时候(?:最后|最近|上次)(?:一次)?(?:跟进?|联系|拜访|聊|见)(?:过|的|了)*|(?:聊|谈|沟通)(?:到|得)(?:哪[儿里]?了?|怎么样了?)|什么时候(?:跟进?|联系|拜访|聊|见|去)(?:过|的|了)+|(?:有)?多久(?:都)?没(?:有)?(?:人)?(?:跟进?|联系|拜访|聊|去|见)(?:过|了)*|\b(?:what|when)\b.*?\blast (?:discuss|talk|sp[eo]a?k|contact|call|visit|me?et|touch|say|said|hear)\w*(?: about| to| with)?|\blast (?:conversation|talk|follow-?up|contact|note|meeting|call|visit)\b(?: with| to| at)?|\bwhat was said\b/iu,
  },
  {
    measure: 'nextStep',
    pattern:
      /下次\s*(?:什么时候|何时|哪天|几号)?\s*(?:约|联系|拜访|见面?|跟进?|沟通|去)?(?:的|是)?\s*(?:什么时候|何时|哪天|几号|安排)?|下一步(?:计划|动作)?(?:是|要|做|干)*(?:什么|啥)?|\bnext (?:step|meeting|visit|call|follow-?up|talk|appointment)\b(?: with| at| for)?/iu,
  },
  {
    measure: 'owner',
    pattern:
      /(?:现在|目前)?(?:是)?\s*(?:谁|哪[个位](?:同事|销售|人)?)\s*(?:在|来)?\s*(?:跟进?|负责|管|对接|own|服务)(?:的|着|呢)*\s*的?|(?:是)?谁的(?:客户|单子?|商机|线索|deal)|是谁的\s*$|归谁(?:管|负责)?|负责人是?(?:谁|哪位)|\bwho(?:'s| is)? (?:owns?|the owner of|handling|handles|working (?:on|with)|looking after|looks after|responsible for|in charge of|covers|covering|following up (?:on|with))\b|\bwhose (?:account|customer|deal|client) is\b/iu,
    unless:
      /最|第一|谁的(?:单子?|商机|项目|客户)(?:更|比较)?(?:多|少|大)|\b(?:most|least|best|fewest|more|bigger)\b/iu,
  },
  {
    measure: 'dealStage',
    pattern:
      /(?:现在|目前)?(?:算|是)(?:什么|哪个|哪一?个?)阶段|(?:现在|目前)?(?:进展|进度|推进|走|推)?到(?:了)?\s*哪(?:一)?(?:个|步|[儿里])*\s*(?:阶段|环节|stage)?了?|(?:现在|目前)?(?:在|是|处于|处在)?(?:什么|哪个|哪一个?)\s*(?:阶段|环节|进度|stage)|进展(?:如何|怎么样|情况)?|进度(?:如何|怎么样)?|\bwhere (?:does|is|are|do)\b.*?\bstand\b|\b(?:what|which) stage\b(?: is)?|\bstatus of\b|\bhow far (?:is|are|along)\b|\bwhere are we with\b/iu,
    unless: /最|\b(?:most|how many|how much|targets?|goals?|quotas?)\b/iu,
  },
  {
    measure: 'worth',
    pattern:
      /报价(?:是|了)?多少钱?|报了多少钱?|(?:单子|商机|项目)(?:有)?多大|\b(?:what|how much) did we quote\b|\bquotes? (?:for|to)\b|\bhow (?:big|much) is (?:the|their) deal\b/iu,
  },
  {
    measure: 'contact',
    pattern:
      /(?:的)?(?:手机号?码?|联系方式|电话号码|邮箱|微信号|号码|电话)\s*(?:是)?(?:多少|几号|什么)?\s*(?:发我(?:一下|下)?|给我(?:一下|下)?|有吗)?\s*$|\b(?:phone number|phone|mobile|cell|email(?: address)?|contact (?:details|info|number))\b(?: (?:of|for))?/iu,
    unless: /打|通了|[本这上下]个?[周月季]|今天|昨天|今年|\bcalls?\b|\bphoned\b|最|次数|谁/iu,
  },
];

/** Questions about figures; specific ones before those that share their words. */
export const figureAskings: Asking[] = [
  { measure: 'profit', pattern: /利润率?|毛利率?|净利|\bprofits?\b|\bmargins?\b/iu, unless: notAsked() },
  {
    measure: 'payment',
    pattern: /回款|收款|到账|应收|欠款|\bpayments?\b|\breceivables?\b|\bcash (?:in|collected)\b/iu,
    unless: notAsked(),
  },
  { measure: 'commission', pattern: /提成|奖金|佣金|\bcommissions?\b|\bbonus\b/iu, unless: notAsked() },
  {
    measure: 'tasks',
    pattern:
      /(?:要|该|得|需要)?(?:做|干|忙)(?:些|点)?(?:什么|啥)(?:事)?(?!了)|(?:有)?(?:什么|哪些|啥|几个|多少|几件)(?:待办|任务|安排|事情?|日程|计划)|(?:待办|日程|安排)(?:事项)?(?:有)?(?:哪些|什么|几个)?\s*$|\bwhat (?:do|should|must|am) i (?:have to |supposed to )?do(?:ing)?\b|\b(?:to-?dos?|tasks|agenda|schedule)\b|\bwhat(?:'s| is) (?:on (?:my|the) (?:list|plate)|planned|due)\b/iu,
  },
  {
    measure: 'lossReasons',
    pattern:
      /(?:为什么|为何|为啥|什么原因|因为什么)[^,]*?(?:丢|输)(?:单|掉|了|的)*|(?:丢|输)(?:单|掉|了|的)*[^,]{0,6}?(?:原因|因为什么|为什么|为啥|怎么回事)(?:是)?(?:什么|啥|哪些)?|输因|\bwhy\b.*?\b(?:lose|lost|losing|losses)\b(?: deals?)?|\b(?:loss|lost|losing|lose)\b.*?\breasons?\b|\breasons?\b.*?\b(?:lost|lose|losing|loss(?:es)?)\b(?: deals?)?/iu,
  },
  {
    measure: 'winRate',
    pattern: /赢单?率|成单率|胜率|成功率|成交率|\b(?:win|success|close|closing) (?:rate|ratio)s?\b/iu,
  },
  {
    measure: 'averageSize',
    pattern:
      /客单价|均单|平均(?:单额|每单|一单|单价|金额|成交额|单笔)(?:金额)?|[一每]单平均|\b(?:average|avg\.?|typical|mean) (?:(?:deal|order|contract|ticket)(?: size| value| amount)?|size)\b|\bdeal size\b/iu,
    unless: /响应|\brespon/iu,
  },
  {
    measure: 'daysToClose',
    pattern:
      /(?:平均)?(?:成交|销售|赢单|成单|签单)周期(?:平均)?|成交天数|多(?:久|长时间|少天)(?:才|能|可以|会)*(?:成交|签单?|赢单?|拿下|成单)|(?:成交|签单?|赢单?)(?:一般|平均)?(?:要|需要)?(?:多久|多少天|多长时间)|\bsales cycle\b|\bhow (?:long|many days)\b.*?\b(?:close|win|sign)\b|\b(?:average )?(?:days|time) to (?:close|win)\b/iu,
  },
  { measure: 'weighted', pattern: /加权(?:金额|管道)?|\bweighted\b(?: pipeline| amount| value)?/iu },
  {
    measure: 'forecast',
    pattern:
      /预测|(?:预计|估计)(?:能|可以|会)?(?:签|做|赢|成交|完成|卖|达成)(?:下|到|成)?(?:多少|几)|能(?:签|做|赢|卖|完成|拿|成交)(?:下|到|成)?(?:多少|几单)|\bforecasts?\b|\boutlook\b|\bprojected\b|\b(?:will|can|likely to|expect(?:ed)? to|going to) we? ?(?:close|win|sell|land|make|bring)\b/iu,
  },
  {
    measure: 'closing',
    pattern:
      /(?:要|该|预计|计划|准备|即将|快|快要)(?:签|成交|关单|结单|签单|到期)(?:约|下|掉)?(?:了)?(?:还没签)?|预计成交日?|\bclosing\b(?! rate| date)|\b(?:due|set|expected|going|supposed|meant) to close\b|\b(?:will|should) close\b|\bcloses\b/iu,
  },
  {
    measure: 'target',
    pattern:
      /还差多少|还差|离(?:目标|任务|target)|(?:离|距)?目标|差多少|(?:还)?(?:没有?|未)?完成(?:率|进度|度|得|目标|任务)|达成率?|达标|还要做多少|\btargets?\b|\bquotas?\b|\battainment\b|\bgoals?\b|\bon track\b|\bhow (?:are|am|is) (?:we|i|the team)? ?doing\b|\bhow (?:much|far)\b.*?\b(?:left|to go|missing|short|from)\b/iu,
    unless: /线索转化/u,
  },
  {
    measure: 'response',
    pattern:
      /(?:平均)?(?:首次)?响应(?:时间|速度|时长)?|首响|多久(?:才)?(?:有人)?(?:回复|响应)|\b(?:average |median )?(?:first )?respon(?:se|ses|d|ded|ding)(?: times?| rate)?\b|\breply times?\b/iu,
  },
  {
    measure: 'conversion',
    pattern: /(?:线索)?转化率?|转(?:成)?商机|\bconver(?:sions?|t|ts|ted)\b(?: rates?)?/iu,
  },
  {
    measure: 'stalled',
    pattern:
      /停滞|卡(?:住|在|着|了|壳|死)+|没(?:有)?(?:什么)?进展|不动了|推不动|停着|\bstuck\b|\bstall(?:ed|ing)?\b|\bnot moving\b|\bno progress\b/iu,
  },
  {
    measure: 'points',
    pattern:
      /多少分|积分|得分|排(?:名)?第?(?:几|一)|第几名?|排行榜?|排名|\bpoints?\b|\brank(?:ing|ed|s)?\b|\bleader ?board\b|\bscores?\b/iu,
  },
  {
    measure: 'lost',
    pattern:
      /(?:丢|输)(?:掉|了|单)*(?:了)?(?:多少钱|多少金额|多大金额)|(?:丢|输)单(?:金额|额)|(?:丢|输)(?:掉|了)+多少(?!\s*[单个笔])|\bhow much\b.*?\b(?:lose|lost|losing)\b|\blost (?:amount|value|revenue)\b/iu,
  },
  {
    measure: 'lostCount',
    pattern:
      /(?:丢|输)(?![入出送失])(?:单|掉|了|给)*(?:数量?|(?:多少|几|哪些)?\s*(?:单|个|笔))?|\b(?:lost|lose|losing|losses)\b/iu,
  },
  {
    measure: 'newDeals',
    pattern:
      /新(?:增|建|开|的|加)?了?\s*(?:的)?(?:多少|几)?\s*(?:个|条)?\s*(?:商机|deals?|单子|机会)(?:数量?)?|(?:新增|新建|新开)了?(?:多少|几)|商机新增|\bnew (?:deals?|opportunit(?:y|ies))\b|\b(?:deals?|opportunities)\b.*?\b(?:created|opened|added)\b/iu,
    unless: /线索|客户|联系人/u,
  },
  {
    measure: 'newLeads',
    pattern:
      /(?:新增|新来|新进|新的?|进来?|来|收到|多少|几|哪些|最多|带来)[^,]{0,6}?(?:线索|leads?)(?:数量?)?|(?:线索|leads?)[^,]{0,4}?(?:数量?|多少|几|哪些|新增|来了|来自|最多)|\b(?:how many|number of|new|most|fewest|any|which|what)\b.*?\bleads?\b/iu,
    bare: /线索|\bleads?\b/iu,
  },
  {
    measure: 'visits',
    pattern:
      /拜访客户数|(?:拜访|上门|走访|\bvisit(?:ed)?)\s*(?:客户)?(?:了|过)*\s*(?:客户)?(?:多|少)?(?:多少|几)(?:次|个|家)?(?:客户|公司)?|(?:多少|几)(?:次|个|家)?(?:客户)?(?:拜访|上门)|(?:拜访|上门)(?:次数|量|数)|(?:拜访|上门)[^,]{0,4}?(?=最)|\b(?:how many|number of|most|fewest)\b.*?\bvisits?\b|跑(?:了)?(?:多少|几)(?:家|个|趟|次)(?:客户)?|见(?:了|过)?(?:多少|几)(?:家|个)客户|跑客户|\bcustomers visited\b|\b(?:how many|number of) (?:different )?(?:customers|accounts|clients|companies)\b.*?\b(?:visit(?:ed)?|s[ae]en?|me?et)\b|\bvisited the most\b|\bvisit counts?\b/iu,
    bare: /拜访|上门|\bvisits\b/iu,
  },
  {
    measure: 'calls',
    pattern:
      /(?:打|通)的?了?(?:多少|几)[^,]{0,2}?电话|(?:打的?)?电话(?:次数|量|数)?[^,]{0,3}?(?:多少|几|(?=最))|打的?电话|(?:多少|几)(?:个|通|次)?电话|电话(?:次数|量|数)|通话客户数|给(?:多少|几)[个家](?:客户|公司)?打(?:了|过)*电话|\bcustomers called\b|\b(?:how many|number of) (?:different )?(?:customers|accounts|clients|companies)\b.*?\b(?:call(?:ed)?|phoned?|r[au]ng|ring)\b|\bcalls?\b(?=[^,]{0,4}最)|\b(?:how many|number of|most|fewest)\b.*?\bcalls?\b|\bcall counts?\b/iu,
    bare: /电话|\bcalls\b/iu,
  },
  {
    measure: 'followUps',
    pattern:
      /(?:做|干|忙)(?:了)?(?:些|点)?(?:什么|啥)(?:事)?了|(?:跟进?|\bfollow)\s*了?(?:多少|几)|(?:记|录)(?:了|过)?(?:多少|几)[次个条](?:跟进)?(?:记录)?|(?:记|写|做|录)(?:了|过)?(?:多少|几)[次个条]?跟进(?:记录)?|没有?(?:写|记|做)?跟进(?!的客户)|(?:多少|几)(?:次|个|条)?[^,]{0,2}?跟进|跟进(?:次数|量|数|记录)|跟进[^,]{0,3}?(?=最)|\bfollow-?ups\b|\bfollow ups\b|\b(?:hasn't|has not|didn't|did not) (?:log|logged|follow|followed)(?: up)?(?: anything)?\b|跟进客户数|(?:跟进?|联系)(?:了|过)*(?:多少|几)[个家](?:客户|公司)?|(?:多少|几)[个家](?:客户|公司)[^,]{0,3}?(?:跟进?|联系)|\bcustomers followed up\b|\b(?:how many|number of) (?:different )?(?:customers|accounts|clients|companies)\b.*?\b(?:follow(?:ed)? up|contact(?:ed)?|sp(?:oke|oken|eak)|talk(?:ed)?)\b(?: (?:with|to|on))?|\bactivit(?:y|ies)\b/iu,
    bare: /跟进/u,
  },
  {
    measure: 'wins',
    pattern:
      /(?:赢|签|成交|拿下|卖|做|\bwin|成)(?:单|下|约)?\s*了?\s*(?:多少|几)\s*(?:单|个(?:单子?|商机|客户)?|笔|deals?)|(?:赢单|成交|签单|签约)(?:数量?|个数|单数)|赢单(?=[^,]{0,2}最)|(?:多少|几)(?:单|个单子?)[^,]{0,3}?(?:赢|成交|签)|(?:赢|成交|签)(?:单|下|约)?(?:了|的)+(?:单子?|商机|客户)?都?有?哪些|哪些[^,]{0,6}?(?:赢|成交|签)(?:单|下)?了|\bhow many\b.*?\b(?:win|won|closed?|sign(?:ed)?|sell|sold)\b|\b(?:closed[- ]won|(?:closed|won) deals?|deals? won|wins)\b|\b(?:what|which)(?: deals?| ones)? (?:did|have|has) (?:we|i|you|they|he|she)?\s*(?:close|sign|land)(?:ed)?\b/iu,
  },
  {
    measure: 'won',
    pattern:
      /业绩|销售额|最?赚钱|营业额|成交(?:金额|额)|赢单(?:金额|额)|(?:赢|签|成交|卖|做|拿下|卖出)(?:单|下|出|约)?(?:了|的|得)?\s*(?:钱)?(?:多少|最多|最好|最少|(?<=得)多)钱?|(?:多|少)(?:签|赢|卖|做)了?多少|卖得(?=[最怎])|销冠|\bwon\b(?: amount)?|\bnumbers\b|\bsellers?\b|\bperformers?\b|\bbeat\b|\bwin\b|\bsold\b|\bsell\b|\bsales\b|\brevenue\b|\bturnover\b|\bbookings?\b|\bhow much\b.*?\b(?:close[d]?|sign(?:ed)?)\b/iu,
    bare: /赢单|成交|\bwins?\b/iu,
  },
  {
    measure: 'open',
    pattern: /\b(?:total |combined )?(?:value|amount|worth) of\b.*?\b(?:deals|pipeline)\b/iu,
  },
  {
    measure: 'openCount',
    pattern:
      /(?:多少|几|哪些|哪几)(?:个|条|笔)?\s*(?:在手的?)?(?:商机|单子|项目|deals?|机会)(?:数量?)?(?!.*(?:多少钱|金额))|(?:商机|单子|项目)(?:最|更|比较)?[多少](?=$|[?？呢啊])|\bmore (?:open )?deals\b|(?:商机|单子|项目|deals?)(?:数量?(?!据)|有?(?:哪些|哪几|几个|多少个)|还?有(?:几|多少)个)|\b(?:how many|number of|which|what|any)\b.*?\b(?:open )?(?:deals?|opportunit(?:y|ies))\b|\bopen deals?\b/iu,
  },
  {
    measure: 'open',
    pattern:
      /(?:现在|目前|一共|总共)*(?:还有|在手|手上|手里|管道|pipeline|在谈|在跟|进行中的?|商机|单子)[^,]*?(?:多少钱|金额|总额)(?:的(?:单子|商机|项目))?(?:是?多少)?|(?:手上|手里|在手|在谈)?的?(?:单子|商机|项目)?(?:一共|总共|合计|加起来|加一起)(?:是|有)?多少(?:钱)?(?:的(?:单子|商机))?|\bhow much (?:do|have) (?:we|i) (?:have |got )?(?:open|in (?:the )?pipeline)\b|\bhow much is open\b|\bwhat (?:have|do) (?:we|i) (?:got |have )?open\b(?=.*\b(?:money|value|worth|total)\b)|(?:金额|多少钱)[^,]{0,3}?(?:在手|管道)|(?:手里|手上)的?单子?(?=最大)|(?:管道|\bpipeline\b)(?:里)?(?:\s*(?:还)?有?多少)?|\b(?:open|total) (?:amount|value)\b/iu,
  },
];

/** Counts customers, not how often something was done: 拜访了几家 ("how many were visited"), `how many customers did we call`. */
export const countsCustomers =
  /(?:几|多少|哪些|哪几)(?:家|个(?=客户|公司|单位))|(?:多少|几)(?:客户|公司)|客户数|\b(?:how many|number of) (?:different )?(?:customers|accounts|clients|companies)\b|\bcustomers (?:visited|called|followed up)\b/iu;

/** For questions that name a stage or an amount but no figure. */
export const askedDealWords = /商机|单子?|项目|机会|手上|手里|在手|\bdeals?\b|\bopportunit(?:y|ies)\b/iu;
export const moneyWords = /多少钱|金额|总额|\bhow much\b|\bvalue\b|\bworth\b/iu;
export const countWords = /多少|几|哪些|哪几|\bhow many\b|\bwhich\b|\bwhat\b|\blist\b/iu;

/** A period without contact ("two weeks without a word"). */
export const silence =
  /(?:超过|大于)?\s*(\d{1,3}|十[一二三四五]|[一两二三四五六七八九十半])\s*(个?月|周|星期|礼拜|天|日)(?:以上|多|还)?(?:都)?(?:没有?|未)\s*(?:人)?(?:再)?(?:跟进?|联系|拜访|聊|去|见|沟通|动静|动|消息|互动)(?:过|了)?|\b(?:not|no one|nobody|no|without|haven't|hasn't)\b.*?\b(?:for|in)\s+(?:the )?(?:last |past )?(?:over )?(\d+|a|one|two|three|four|six)\s*(days?|weeks?|months?)/iu;
export const silenceAlone =
  /(?:好久|很久|太久|长期)\s*(?:都)?(?:没有?|未)\s*(?:人)?(?:跟进?|联系|拜访|聊)(?:过|了)?|(?:没有?|未)\s*(?:人)?(?:跟进?|联系)(?:过)?的客户|(?<=客户)(?:都|还|一直)?没有?人(?:跟进?|联系|管|理)(?:过|的)*|没人(?:跟进?|联系|管|理)(?:过)?的(?=客户)|\bsilent (?:customers?|accounts?)\b|\b(?:not|nobody|no one)\b.*?\b(?:contacted|touched|followed up)\b/iu;

/** Words of an untracked metric count only beside a word that asks for a figure. */
function notAsked(): RegExp {
  // How long something takes is not a figure of it.
  return new RegExp(`^(?![\\s\\S]*(?:${howMuch.source}))|多久|几(?:天|个工作日)|\\bhow long\\b`, 'iu');
}
