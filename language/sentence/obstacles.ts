import { isDenied } from '../reading/clauses.js';

/** Phrases for what blocks a deal, by the key of a loss reason. */
const words: [key: string, pattern: RegExp][] = [
  [
    'price',
    /(?:觉得|还是|太|有点)贵(?=$|[,。了\s])|(?:价格?|报价|费用)(?:还是|有点|有些|太|偏|比较|略|实在)*(?:高(?!工)|贵)|嫌[^,。]{0,12}贵|(?:价格?|报价|费用)[^,。]{0,16}(?:太|有点|有些|偏|还是|略)(?:高|贵)|价格[^,。]{0,4}[没未]谈[拢妥好]|(?:再|要|让|给)[^,。]{0,4}(?:降|便宜|优惠|让)(?:一?点|些)|太贵|把价格?再[压降]|让我们[^,。]{0,4}[压降]|比[^,。]{2,5}贵|\bbecause of (?:the )?price\b|让利|\b(?<!less )(?:expensive|pricey)\b|(?<!不)贵了|偏贵|再便宜|万[^,。]{0,3}(?:太|有点|偏)[高贵]|降价|砍价|便宜(?:点|些)|(?:谈拢|谈妥)价格|\b(?:too expensive|pricey|push(?:ing|ed)? back on price|price (?:is )?too high|discount)\b/iu,
  ],
  [
    'budget',
    /(?:预算|budget)(?:都|还|也)*(?:没|不够|不足|有限|紧|被砍|砍|冻结)|没(?:有)?(?:预算|budget)(?!问题)|卡在预算|(?:等|在)[^,。]{0,6}(?:批预算|预算(?=$|[,。]))|今年的?钱(?:都)?(?:花|用)(?:完|光)|预算要等|未通过预算|没钱|资金(?:不到位|紧张|不足|没)|预算(?:被)?cut|预算[^,。]{0,6}批不下来|\b(?:no|neither|none|nobody)\b[^,.]{0,16}\b(?:budget|money|funds)\b|out of budget|\bbudget (?:got |was |is )?(?:cut|frozen|gone)\b/iu,
  ],
  [
    'timing',
    /暂缓|暂停|往后[推放拖]|推后|延后|缓一缓|搁置|延期|推迟|(?:明年|年后|节后|春节后|以后)再(?:看|说|议)|再等等|先等等|(?:要|得)等(?=[^,。]{0,4}(?:假|年|节|季度))|不着急|\b(?:delay|postponed?|wait until|next year|on hold)\b/iu,
  ],
  [
    'fit',
    /功能(?:还)?(?:不够|不满足|缺|没有|不全)|不符合需求|满足不了|\b(?:missing|lacks?)\b.*\bfeature|feature (?:we|that we) (?:don't|do not) have/iu,
  ],
  [
    'silent',
    /不回(?:消息|信|微信|邮件|电话)?(?=$|[,。了])|(?:没|没有|无)人?接(?=$|[,。听])|(?:没|没有|无)人接|(?<!对)没(?:有)?接(?=$|[,。了])|没打通|电话都?(?:没通|不通)|电话[^,。]{0,3}没(?:打)?通|联系不上|没(?:有)?联系上|打不通|(?:没有?|不)回(?:复|消息|信|音|邮件|微信|电话)?(?:我)?(?=$|[,。])|失联|\b(?:no answer|no reply|without a reply|still silent|no response|not a word|no word|radio silence|ghost(?:ed|ing)|(?:hasn't|haven't|has not|have not|didn't|did not) (?:replied|responded|answered|called back|reply|respond|answer)|没(?:个)?(?:回音|回信|动静|下文|反应)|石沉大海|已读不回|不理(?:我|人)|nobody picked up|(?:have not|haven't) heard|went dark|gone quiet|not answering|not replying|(?:could not|couldn't|can't) reach)\b/iu,
  ],
  [
    'decision',
    /(?:没|未|还没)拍板|做不了主|等[^,。]{1,6}(?:签字|拍板|点头|审批|批)(?!预算)|\b(?:approval|sign-?off) from\b|说了不算|得?(?:要|由|等|得)(?:总部|集团|上面|老板|领导|董事会)(?:来)?(?:批|定|拍板|审批|点头)|(?<!线)上会(?!议)|(?:领导|老板)还没(?:定|批)|要(?:请示|汇报)|\b(?:board decides|(?:board|management) approval)\b/iu,
  ],
];

/** What is no obstacle: 预算没问题 ("the budget is no problem"). */
const fine =
  /(?:没有?|不是|无)(?:什么|啥|任何)?(?:大)?问题|没毛病|\b(?:no|not an?) (?:problem|issue)\b|\b(?:is|are) (?:fine|ok(?:ay)?|happy) with\b/iu;

/** Words for cost as the subject of a phrase. */
const cost = '(?:价格?|价位|报价|费用|成本|单价|总价|开价)';
/** Deciders above the contact. */
const above =
  '(?:总部|集团|上面|上头|上级|老板|领导|大老板|董事会|董事长|总经理|采购委员会|评审会|党委|法务|财务|总裁|股东会?|母公司|总公司)';
const boss =
  '(?:ceo|cfo|cto|coo|cio|board|management|boss|legal|finance|procurement|hq|headquarters|committee|leadership|director|vp|owner|partners?|head office|exec(?:utive)?s?)';
const money = '(?:budget|funds|funding|money|cash)';

/** Wider patterns by concept: the subject and what is said of it, in any word order. */
const patterns: [key: string, pattern: RegExp][] = [
  [
    'price',
    RegExp(
      `${cost}[^,。]{0,10}(?:高出|超出|超过|高于|高了|超了|差了?(?=\\d|[一二三四五六七八九十几])|下不来|接受不了|谈不拢|降不下来|偏高|没优势|吃不消)|(?:高出|超出|超过|高于|超了?)[^,。]{0,6}(?:心理价位|预期|预算)|心理价位[^,。]{0,4}(?:低|差|只有)|(?:接受|承受|负担)不(?:了|起)[^,。]{0,4}(?:价|费用|$)|(?<![^,。]{0,3}[便划])(?:不划算|不值(?:这个?)?[价钱])|性价比(?:不高|低|不行|一般)|买不起|用不起|\\bover-?priced\\b|\\b(?:too|rather|bit|little|pretty|very|so|kind of|way too) (?:costly|expensive|pricey|steep|dear|high for (?:them|him|her))\\b|\\b(?:price|pricing|quote|rates?|costs?|number|fee)s?\\b(?![^,.]*\\b(?:not|no|n't)\\b)[^,.]{0,16}\\b(?:too high|steep|too much|high|an issue|a problem|the blocker|sticking point|concern)\\b|\\b(?:can't|cannot|can not|won't) afford\\b|\\b(?:over|above|beyond|outside|exceeds?) (?:the |their |his |her |our )?budget\\b|\\bprice[^,.]{0,8}\\bover\\b|\\bsticker shock\\b|\\b(?:balk|chok|winc|flinch)\\w* at (?:the |our )?(?:price|quote|number|cost|\\d)|\\bcosts? too much\\b|\\b(?:more|higher) than (?:they|he|she) (?:expected|planned|wanted|hoped|can|could|are willing)`,
      'iu',
    ),
  ],
  [
    'budget',
    RegExp(
      `(?:预算|经费|资金|款项)[^,。]{0,8}(?<!从[^,。]{0,8})(?:砍(?!到\\d)|压缩|削减|收紧|缩减|冻结|用完|花完|花光|见底|吃紧|紧张|卡|不够|不足|没下来|没批|没到位|没着落|挪用|减半)(?!问题)|(?:砍|削|压缩|缩减|冻结|收紧)[^,。]{0,4}(?:预算|经费)|(?:没有?|缺)(?:这笔|这块|这个)?(?:钱|经费|资金|预算)(?!问题)|手头紧|账上没钱|\\b${money}\\b[^,.]{0,20}\\b(?:slashed|cut|frozen|gone|spent|used up|dried up|tight|pulled|run out|ran out|on hold|exhausted|halved|moved|reallocated|diverted|elsewhere|short|not approved|isn't there)\\b|\\b(?:slash|cut|froze|freez|pull|halv|trimm)\\w*[^,.]{0,12}\\b${money}\\b|\\b(?:no|without|short of|short on|lack(?:s|ing)?|out of|ran out of|low on) (?:\\w+ )?${money}\\b`,
      'iu',
    ),
  ],
  [
    'fit',
    /(?:功能|模块|接口|性能|产品|系统|方案|规格|型号)(?:上|方面|里|这块)?[^,。]{0,6}(?:少了|缺了?|缺少|欠缺|没有(?!问题)|(?<!支)不支持|跟不上|达不到|不匹配|不符合|不适合|不合适|对不上|没法满足|差了?点|太弱|弱了)|(?:嫌|觉得|说|反映)[^,。]{0,8}(?:难用|不好用|太复杂|不稳定|老卡|太慢|不灵|上手难)|(?:(?<!支)不支持|[对连]?接不[了上]|适配不了|兼容不了|不兼容|集成不了|跑不起来)|(?:不太|不|没法)(?:合|适合|符合|满足|匹配)(?:他们|我们)?(?:的)?(?:场景|业务|流程|需求|要求|工艺|使用)|\b(?:(?:does|do|did|ca|could|wo)n't|(?:does|do|did|can|could|will) not|cannot) (?:support|integrate|work with|connect(?! with)|talk to|run on|export|import|sync|scale|link|do|handle|fit|meet|cover|match)\b|\b(?:missing|lacks?|lacking|without|no) (?:the |a |an |any )?(?:\w+ ){0,3}(?:feature|module|integration|support|api|connector|function|capability|certification)s?\b|\bnot (?:a|the right) (?:good )?fit\b|\b(?:isn't|not) compatible\b/iu,
  ],
  [
    'decision',
    RegExp(
      `(?:要|得|需要?|还得|必须|等|须|没过|走)[^,。]{0,3}${above}[^,。]{0,4}(?:过会|上会|批|签字?|拍板|点头|同意|审批?|定|通过|表态|发话|决定)|(?:要|得|需要?|必须|等)(?:过会|上会(?!议)|走(?:内部)?(?:流程|审批)|内部审批)|${above}[^,。]{0,6}(?:没批|没点头|没松口|没拍板|不同意|没同意|没签字?|卡着|压着|没表态|否了)|(?:他|她|对方|自己)?(?:拿不了主意|定不了|做不了主|拍不了板)|卡在(?:法务|财务|审批|流程|采购|领导|老板|总部)|\\b(?:needs?|requires?|waiting (?:for|on)|awaiting|pending|without|before|subject to|hinges on|depends on)\\b[^,.]{0,12}\\b${boss}\\b[^,.]{0,12}\\b(?:sign|signature|approv\\w*|ok|blessing|say|nod|decision|call)\\b|\\b(?:needs?|requires?|waiting (?:for|on)|awaiting|pending|no)\\b[^,.]{0,20}\\b(?:sign-?off|approval|the green light|the go-?ahead|a signature)\\b|\\b${boss}\\b[^,.]{0,8}\\b(?:hasn't|has not|haven't|still has to|still needs to|has to|must|needs to) (?:approved?|sign(?:ed)?(?: off)?|decided?|agreed?|ok'?d?|weigh(?:ed)? in)\\b|\\b(?:can't|cannot) decide\\b|\\bnot (?:his|her|their) call\\b`,
      'iu',
    ),
  ],
  [
    'timing',
    /(?:暂时|目前|今年|这会儿|短期内?|近期|眼下|现阶段)(?:先|都|还)?(?:不(?:会|打算|想|准备|考虑)?(?:再)?(?:上|做|买|换|动|推|采购|启动|立项|签|考虑|弄)|没(?:有)?(?:计划|打算|时间上|精力))|等[^,。]{0,6}(?:假|开学|学期|旺季|淡季|过完|结束|忙完)[^,。]{0,3}(?:再|才)|时机(?:不|还没|未)|没有?[^,。]{0,4}(?:采购|购买|更换|升级|扩容|建设)(?:计划|打算|安排|意向)|(?:项目|这事|事情|计划|采购|立项|单子)[^,。]{0,6}(?:先放|先停|停了|放一放|押后|往后|拖到|拖着|缓缓|排到)|(?:等|放到|拖到|排到|挪到|推到)[^,。]{0,2}(?:明年|来年|后年|年后|节后|春节|下半年|下个?季度|下个?财年|明年[^,。]{1,6})[^,。]{0,6}(?:再|才|$)|(?:太忙|忙不过来|没精力|腾不出手)|\b(?:push(?:ed|ing)?|put(?:ting)?|shelv\w+|park(?:ed|ing)?|mov(?:ed|ing)|defer(?:red|ring)?|delay(?:ed|ing)?|postpon\w+)\b[^,.]{0,28}\b(?:next (?:year|quarter|fiscal)|q[1-4]|spring|summer|fall|autumn|winter|(?:20)\d{2})\b|\b(?:won't|will not|can't|cannot|don't) (?:\w+ ){1,4}(?:until|before|till)\b|\b(?:not|bad|wrong) (?:the )?(?:right )?(?:time|timing)\b|\bnot (?:a priority|this (?:year|quarter))\b|\b(?:(?:is|been|got|was|it|project) parked|shelved|on the back ?burner|on ice|on pause|paused|too busy)\b|\b(?:nothing|no (?:move|decision|purchase|start))\b[^,.]{0,24}\b(?:before|until|till)\b|\bwait(?:ing)?\s?(?:到|until|till|for)\s?(?:q[1-4]|next|the new|明年|年后|下)|wait到\s?(?:q[1-4]|next|明年|年后|下)|\b(?:hold(?:ing)? off|not ready) (?:until|till|for now|yet)\b/iu,
  ],
  [
    'silent',
    /(?:微信|邮件|消息|电话|信息)[^,。]{0,6}(?:没回|不回|没人理|没动静|没反应|没下文|没音讯)|(?:没|无)(?:音讯|消息了|人理|回应)|一直(?:没|不)(?:回|接|理)|联系不到|找不到人|\b(?:went|gone|going|been) (?:quiet|silent|dark|cold|mia)\b|\b(?:never|hasn't|haven't|not|didn't|won't|doesn't|isn't) (?:\w+ )?(?:repl|respond|answer|call(?:ed)? back|g[eo]t(?:ten)? back|return(?:ed)?|pick(?:ed|ing)? up|heard back|written back|wrote back)\w*|\b(?:never|couldn't|can't|cannot|could not|unable to|failed to|didn't) (?:get|got|getting) (?:a )?(?:hold of|through)\b|\b(?:no|any) (?:word|sign)\b|\bno news from\b|\b(?:didn't|haven't|hasn't|never|not) (?:\w+ )?heard?\b|\b(?:nobody|no one|none)\b[^,.]{0,24}\b(?:return|answer|repl|pick)\w*|\b(?:straight|right) to voice ?mail\b|\bleft (?:a |another )?(?:voice ?mail|message)s?\b[^,.]{0,12}\b(?:no|nothing|without)\b|\bstill (?:nothing|no word|waiting (?:to hear|for (?:a )?(?:reply|answer|response|call back)))/iu,
  ],
];

/** Reads what blocks the deal (key of a loss reason), or undefined. */
export function obstacleIn(clause: string): string | undefined {
  if (fine.test(clause)) return undefined;
  const found = [...words, ...patterns].find(([key, pattern]) => {
    const at = clause.search(pattern);
    if (at < 0) return false;
    // A negation is part of most phrases; only before a price it denies the obstacle.
    return key !== 'price' || /谈拢|谈妥/u.test(clause) || !isDenied(clause, at, 4);
  });
  return found?.[0];
}

/** Says that somebody else got the order. */
const toAnother =
  /竞品|竞争对手|同行|别家|别人|其他家|另一家|\b(?:competitors?|competition|(?:someone|somebody) else|(?:another|a different|other) (?:vendor|supplier|company|provider|bidder))\b/iu;

/** Whether the words say that somebody else got the order. */
export const wentElsewhere = (words: string): boolean => toAnother.test(words);
