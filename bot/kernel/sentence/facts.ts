import { isDenied } from './clauses.js';

/** Why a deal does not move, by the key of a loss reason. */
const obstacles: [key: string, pattern: RegExp][] = [
  [
    'price',
    /(?:价格?|报价|费用)(?:还是|有点|有些|太|偏|比较|略|实在)*(?:高(?!工)|贵)|嫌[^,。]{0,12}贵|(?:价格?|报价|费用)[^,。]{0,16}(?:太|有点|有些|偏|还是|略)(?:高|贵)|价格[^,。]{0,4}[没未]谈[拢妥好]|(?:再|要|让|给)[^,。]{0,4}(?:降|便宜|优惠|让)(?:一?点|些)|太贵|把价格?再[压降]|让我们[^,。]{0,4}[压降]|比[^,。]{2,5}贵|\bbecause of (?:the )?price\b|让利|\b(?<!less )(?:expensive|pricey)\b|(?<!不)贵了|偏贵|再便宜|万[^,。]{0,3}(?:太|有点|偏)[高贵]|降价|砍价|便宜(?:点|些)|(?:谈拢|谈妥)价格|\b(?:too expensive|pricey|push(?:ing|ed)? back on price|price (?:is )?too high|discount)\b/iu,
  ],
  [
    'budget',
    /(?:预算|budget)(?:都|还|也)*(?:没|不够|不足|有限|紧|被砍|砍|冻结)|没(?:有)?(?:预算|budget)(?!问题)|卡在预算|(?:等|在)[^,。]{0,6}(?:批预算|预算(?=$|[,。]))|预算要等|未通过预算|没钱|资金(?:不到位|紧张|不足|没)|预算(?:被)?cut|预算[^,。]{0,6}批不下来|\b(?:no|neither|none|nobody)\b[^,.]{0,16}\b(?:budget|money|funds)\b|out of budget|\bbudget (?:got |was |is )?(?:cut|frozen|gone)\b/iu,
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
    /不回(?:消息|信|微信|邮件|电话)?(?=$|[,。了])|(?:没|没有|无)人?接(?=$|[,。听])|(?:没|没有|无)人接|(?<!对)没(?:有)?接(?=$|[,。了])|没打通|联系不上|没(?:有)?联系上|打不通|(?:没有?|不)回(?:复|消息|信|音|邮件|微信|电话)?(?:我)?(?=$|[,。])|失联|\b(?:no answer|no reply|without a reply|still silent|no response|not a word|no word|radio silence|ghost(?:ed|ing)|(?:hasn't|haven't|has not|have not|didn't|did not) (?:replied|responded|answered|called back|reply|respond|answer)|没(?:个)?(?:回音|回信|动静|下文|反应)|石沉大海|已读不回|不理(?:我|人)|nobody picked up|(?:have not|haven't) heard|went dark|gone quiet|not answering|not replying|(?:could not|couldn't|can't) reach)\b/iu,
  ],
  [
    'decision',
    /(?:没|未|还没)拍板|做不了主|等[^,。]{1,6}(?:签字|拍板|点头|审批|批)(?!预算)|\b(?:approval|sign-?off) from\b|说了不算|得?(?:要|由|等|得)(?:总部|集团|上面|老板|领导|董事会)(?:来)?(?:批|定|拍板|审批|点头)|(?<!线)上会(?!议)|(?:领导|老板)还没(?:定|批)|要(?:请示|汇报)|\b(?:board decides|(?:board|management) approval)\b/iu,
  ],
];

export function obstacleIn(clause: string): string | undefined {
  const found = obstacles.find(([key, pattern]) => {
    const at = clause.search(pattern);
    if (at < 0) return false;
    // Denials of one's own are part of the words; before "price" a denial takes it away.
    return key !== 'price' || /谈拢|谈妥/u.test(clause) || !isDenied(clause, at, 4);
  });
  return found?.[0];
}

const won =
  /签(?:下来?|单|约|好|完)?了(?!没|\S{0,3}(?:协议|意向|字))|中标(?:了|$|[,。])|已签(?![收到])|成交|拿下了?|\b(?:signed|won(?!'t)|closed|we beat)\b/iu;
const lost =
  /丢(?:单)?了|输(?:给|了)|黄了|没(?:中标?|谈成|签成)|(?:被|让)[^,。]{1,6}抢了|\blost\b|\bover us\b/iu;
const unsettled = /如果|要是|可以签|才签|再签|会签|能签|签不|签了没|签了吗|如果|要是|^if\b|\bwill\b/iu;

/** The stage a clause says the deal is at: won, lost, or a stage of the process called by its name. */
export function stageIn(clause: string, stages: { key: string; words: string[] }[]): string | undefined {
  for (const [key, pattern] of [
    ['won', won],
    ['lost', lost],
  ] as const) {
    const at = clause.search(pattern);
    if (at >= 0 && (clause.startsWith('没', at) || !isDenied(clause, at)) && !unsettled.test(clause))
      return key;
  }
  for (const { key, words } of stages) {
    for (const word of words) {
      const name = word.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      const found = new RegExp(
        `(?:进入|进到|推进到|推到|转到|(?<![收拿看得谈找])到了?|处于|\\b(?:moved?|now|got) (?:in)?to|\\bin|\\breached|\\bat)\\s?(?:the )?${name}\\s?(?:阶段|期|stage|了|$)`,
        'iu',
      ).exec(clause);
      if (found && !isDenied(clause, found.index)) return key;
    }
  }
  return undefined;
}
