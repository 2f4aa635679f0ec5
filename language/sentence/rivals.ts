import { isDenied } from '../reading/clauses.js';

/** A company name: a few characters that end where the pattern continues, or a capitalised word. */
const who = String.raw`(?<who>\p{Script=Han}{2,4}?|\p{Lu}[\p{Script=Latin}\d]+)`;
const latin = String.raw`(?<who>\p{Lu}[\p{Script=Latin}\d]+(?: \p{Lu}[\p{Script=Latin}\d]+)?)`;
const end = String.raw`(?=$|[\s,。、;!]|的|了|来|做|那)`;
/** Where a Chinese sentence can begin a new subject. */
const head = `(?:^|[,。:;]|说|觉得|认为|透露|提到|反馈|知道|听说|据说|但是?|不过|因为|主要是|(?:他们|客户|[那这]边)(?!说|觉得|认为|透露|提到|反馈)|嫌.{1,4})`;
const digit = '[\\d一二两三四五六七八九十]';

/** Phrases about a competitor, most specific first. `isLoss`: the phrase says that they won the deal. */
const phrases: { pattern: RegExp; isLoss?: true }[] = [
  // Named as a competitor.
  {
    pattern: RegExp(
      `(?:竞品|竞争对手|对手|友商|竞对)(?:还?是|为|有|叫|:)?${who}(?=$|[,。、的也在还报比])`,
      'gu',
    ),
  },
  // They won the deal.
  { pattern: RegExp(`(?:被|让)${who}(?:抢|拿|截|挖|撬|中|签|低价)`, 'gu'), isLoss: true },
  { pattern: RegExp(`(?:输给了?|丢给了?|选了|选择了|签给了?)\\s?${who}${end}`, 'gu'), isLoss: true },
  {
    pattern: RegExp(
      String.raw`\b(?:went with|chose|picked|signed with|lost (?:it |the deal |this |out )?to|(?:[Ll]ost|losing) (?:[\p{L}' ]+ )?to)\s?${latin}(?=$|[^\p{L}\d])`,
      'gu',
    ),
    isLoss: true,
  },
  { pattern: RegExp(`(?:跟|和|与)${who}(?:都)?签`, 'gu'), isLoss: true },
  // They are taking part.
  {
    pattern: RegExp(
      `${head}${who}(?:也还?|还)(?:在)?(?:报|谈|跟|竞|投|进|来|去|做|递|接触|找|约|联系|推)`,
      'gu',
    ),
  },
  { pattern: RegExp(`${head}${who}(?:已经)?(?:中标|介入|抢先|插一?手|插进来|搅局|报得)`, 'gu') },
  // What they quote.
  { pattern: RegExp(`(?:^|[,。])${who}给.{2,8}报了?(?=${digit})`, 'gu') },
  {
    pattern: RegExp(
      `${head}${who}(?:那边)?(?:只要|才要?|只?报|给报|开价?|出价?|给)(?:了|到|的)?(?=${digit})`,
      'gu',
    ),
  },
  {
    pattern: RegExp(
      `${head}${who}(?:那边|家)?的?(?:价格?|报价|方案|功能|产品|服务|实力|口碑)?(?:要|还|更)?(?:比(?:我们|咱)|更(?:便宜|低|好|有优势)|便宜)`,
      'gu',
    ),
  },
  { pattern: RegExp(`${head}${who}给了?(?:他们|对方)?(?:折扣|优惠|返点|discount)`, 'gu') },
  // Comparisons between them and us.
  {
    pattern: RegExp(
      `(?:跟|和|与|同|拿)${who}(?:还|也)?(?:在)?(?:比价|比较|对比|比一比|做比|作比|接触|pk|谈着|之间|二选一|进了|竞争|竞标|两家|一起竞)`,
      'giu',
    ),
  },
  {
    pattern: RegExp(
      `(?<!我们?[正还也]?)(?:正在?|在|也在|还在)(?:跟|和|与|同|找)${who}(?:谈|聊|接触|联系|试用|对接)`,
      'gu',
    ),
  },
  { pattern: RegExp(`${who}(?:和|跟|与)(?:我们|咱们?)(?:之间|两家|二选一|都进|比|竞争)`, 'gu') },
  {
    pattern: RegExp(
      `(?:我们|咱们?)(?:的?(?:价格?|报价|方案))?(?:要|还)?比${who}(?:还|要)?(?:贵|高|低|便宜|好|强|慢|差)`,
      'gu',
    ),
  },
  // Whom the customer prefers.
  {
    pattern: RegExp(
      `(?:用了|签了别家|考虑|在看|看上了?|看好|看中了?|中意|倾向于?|偏向于?|更喜欢|更认可|换成|换到|转向|转投|改用|对比了?|接触了?|选|evaluate|evaluating)\\s?${who}${end}`,
      'gu',
    ),
  },
  {
    pattern: RegExp(
      String.raw`\b(?:evaluating|evaluate|considering|looking at|prefers?|favou?rs?|lean(?:s|ing) tow?ards?|towards?|switch(?:ed|ing)? to|moving to|going with|up against|against|beat(?:ing)?|vs\.?|versus|competing with|compet(?:es?|ing) (?:with|against)|compar(?:es?|ed|ing) us (?:with|to|against)|(?:between )?us and|(?:cheaper|better|lower|faster) than|(?:also|still|in talks|been|are|is) (?:talking |speaking )?(?:to|with)|(?:got|quotes?|offers?|bids?|\d+[kKmM]?) (?:from|by))\s${latin}(?=$|[\s,.;'])`,
      'gu',
    ),
  },
  {
    pattern: RegExp(
      String.raw`(?:^|[,.;:]\s?|\b(?:but|while|and|says?|said|that|because|since|as|heard|thinks?|so|where|though|us|me)\s)${latin}(?:'s|'re)? (?:is|was|came in|comes in|are|were|has|looks|quotes?|quoted|offer(?:s|ed)|bids?|undercut|pitched|beat|price is|pricing is)\b(?=[^,.]{0,24}?\b(?:cheaper|lower|less|better|faster|undercut|us|cheap|discount|in the (?:game|running|mix|picture)|bidding|shortlisted|%|\d+[kKmM%]?))`,
      'gu',
    ),
  },
];
const notARival =
  /^(?:[跟和与向给把被让叫请]|考虑|研究|琢磨|斟酌|比较|商量|(?:科技|公司|集团|股份|电子|软件|信息|网络|智能|实业|贸易)$|[今昨前明]天|刚|上午|下午|早上|晚上|了|第|我|你|型|咱们?|他们|她们|别家|别人|其他|另外?|客户|对方|自己|人家|方案|价格|报价|预算|哪家|先|这|那|一下|采购|同意|领导|老板|大家|两家|去年|今年|目前|现在|之前|上次|最|想|再|要|能|更|太|说|有|是|就|才|会|多少|几家?|两|三|不|没|还|也|都|已经|项目|合同|产品|现场|财务|技术|实施|定金|Lunch|Dinner|Breakfast|Coffee|Meetings?|Calls?|Demo|Every\w+|No\w+|Some\w+|Delivery|Shipping|Support|Quality|Training|Rollout|Tickets?|Parking|Hotel|Flight|Deal|Contract|Quote|Offer|Discount|Sales|Revenue|Renewal|Last|Next|First|Management|EO[A-Z]|COB|ASAP|Noon|Midday|Midnight|H[12]|FY\d*|Easter|Christmas|Xmas|Thanksgiving|Today|Tomorrow|We|They|He|She|It|This|That|The|Our|Their|Price|Budget|Legal|Finance|Procurement|Q[1-4]|(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\b|January|February|March|April|August|September|October|November|December)/u;

/** What is sold, not who sells it: 影像平台报了118万 ("quoted 1.18M for the imaging platform"). */
const productWords =
  /(?:平台|系统|项目|方案|软件|硬件|模块|设备|服务|[一二三]期|价格?|合同|单子|范围|接口|部分|总包|版本?|费用?)$/u;

export interface Rival {
  name: string;
  from: number;
  /** They won the deal. */
  isLoss?: true;
}

/**
 * Finds a competitor in a clause, or undefined. `isOurs` tells whether a span names a customer or a person.
 */
export function readRival(clause: string, isOurs: (from: number, to: number) => boolean): Rival | undefined {
  for (const { pattern, isLoss } of phrases) {
    for (const found of clause.matchAll(pattern)) {
      const name = found.groups?.who ?? '';
      if (name === '' || notARival.test(name) || productWords.test(name)) continue;
      const from = found.index + found[0].indexOf(name);
      if (isOurs(from, from + name.length) || isDenied(clause, from)) continue;
      return { name, from, ...(isLoss ? { isLoss } : {}) };
    }
  }
  return undefined;
}
