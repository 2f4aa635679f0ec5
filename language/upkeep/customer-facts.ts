import { bareOrder, isAsking, orderParts, orderText } from '../correction/plain-order.js';

/** Facts of a customer that words may tell. */
export const customerFacts = ['industry', 'region', 'source', 'website', 'grade'] as const;
export type CustomerFact = (typeof customerFacts)[number];

/** What a line tells of a customer: `Globex is in manufacturing, based in Boston`. */
export interface FactsTold {
  /** The customer as said; empty for the one that was talked of last. */
  customer: string;
  facts: Partial<Record<CustomerFact, string>>;
  /** It is an order to write it down, which may overwrite what is known. */
  isOrder: boolean;
}

/** Longest line read so, in characters. */
const longest = 100;

interface Form {
  fact: CustomerFact;
  pattern: RegExp;
  isOrder?: true;
}

const nameHan = '(?<a>[^,，。：:]{0,24}?)';
const nameLatin = "(?<a>[\\p{L}\\p{N}&.' -]{2,40}?)";
const isHan = '(?:改成|改为|换成|变成|设为|设成|调整为|调成|定为|写成|就是|应该是|是|为|属于|[:：=])';
const changesLatin = '(?:change|set|update|make|put|correct|fix|edit|note)';
const industriesLatin =
  '(?:advanced )?(?:manufacturing|retail|e-?commerce|health ?care|finance|financial services|banking|insurance|logistics|transport(?:ation)?|shipping|software|saas|it services|tech(?:nology)?|construction|real estate|education|hospitality|hotels?|energy|oil and gas|utilities|pharma(?:ceuticals?)?|biotech|automotive|telecoms?|telecommunications|agriculture|food(?: and beverage)?|consumer goods|media|advertising|consulting|legal|aerospace|mining|chemicals?|electronics|semiconductors?|textiles?|packaging|government|public sector|non-?profit|medical devices|travel|wholesale|distribution)';
const industriesHan =
  '(?:制造|高端制造|装备制造|机械|汽车|汽配|电子|半导体|芯片|医药|制药|医疗|医疗器械|生物医药|化工|食品|餐饮|零售|快消|电商|物流|运输|仓储|建筑|房地产|地产|建材|教育|培训|金融|银行|保险|证券|能源|电力|新能源|光伏|环保|农业|纺织|服装|家电|家具|互联网|软件|通信|运营商|政府|政务|传媒|广告|酒店|旅游|矿业|冶金|钢铁|航空|航天|外贸|贸易)';
const placeLatin = "[\\p{Lu}][\\p{L}.' -]{1,30}(?:, ?\\p{Lu}[\\p{L}. ]{1,20})?";

const forms: readonly Form[] = [
  {
    fact: 'industry',
    isOrder: true,
    pattern: RegExp(`^(?:把|将)${nameHan}的?(?:行业|所属行业|所在行业)${isHan}(?<v>[^,，。\\s]{1,16})$`, 'u'),
  },
  {
    fact: 'industry',
    pattern: RegExp(`^${nameHan}的?(?:行业|所属行业|所在行业)${isHan}\\s*(?<v>[^,，。\\s]{1,16})$`, 'u'),
  },
  {
    fact: 'industry',
    pattern: RegExp(
      `^${nameHan}(?:他们|她们)?(?:家|公司)?(?:是|属于|做)(?:搞)?(?<v>${industriesHan})(?:业|行业|的|类|企业|公司|行业的)+$`,
      'u',
    ),
  },
  {
    fact: 'region',
    isOrder: true,
    pattern: RegExp(
      `^(?:把|将)${nameHan}的?(?:区域|地区|地域|城市|所在地|所在区域)${isHan}(?<v>[^,，。\\s]{1,12})$`,
      'u',
    ),
  },
  {
    fact: 'region',
    pattern: RegExp(
      `^${nameHan}的?(?:区域|地区|地域|城市|所在地|所在区域)${isHan}\\s*(?<v>[^,，。\\s]{1,12})$`,
      'u',
    ),
  },
  {
    fact: 'region',
    pattern: RegExp(
      `^${nameHan}(?:的)?(?:总部|公司|厂子|工厂)(?:设|建|坐落|位)?(?:在|于)(?<v>\\p{Script=Han}{2,6})$`,
      'u',
    ),
  },
  {
    fact: 'region',
    pattern: RegExp(`^${nameHan}(?:位于|坐落在|坐落于|地处)(?<v>\\p{Script=Han}{2,6})$`, 'u'),
  },
  {
    fact: 'source',
    isOrder: true,
    pattern: RegExp(`^(?:把|将)${nameHan}的?(?:客户)?来源${isHan}(?<v>[^,，。\\s]{1,12})$`, 'u'),
  },
  { fact: 'source', pattern: RegExp(`^${nameHan}的?(?:客户)?来源${isHan}\\s*(?<v>[^,，。\\s]{1,12})$`, 'u') },
  {
    fact: 'source',
    pattern: RegExp(
      `^${nameHan}[\\s,，]*(?:是|都是|属于)?(?:通过|从|走)?(?<v>[^,，。\\s]{2,8}?)(?:上|那边|那儿)?(?:来|找来|过来|进来|认识|拿到)的$`,
      'u',
    ),
  },
  {
    fact: 'source',
    pattern: RegExp(`^${nameHan}[\\s,，]*(?:是)?(?<v>[^,，。\\s]{0,4}介绍)(?:来|过来)?的$`, 'u'),
  },
  {
    fact: 'website',
    pattern: RegExp(
      `^(?:把|将)?${nameHan}的?(?:官网|网址|网站)(?:地址)?(?:${isHan})?\\s*(?<v>(?:https?://)?[\\w-]+(?:\\.[\\w-]+)+\\S*)$`,
      'u',
    ),
  },
  {
    fact: 'grade',
    isOrder: true,
    pattern: RegExp(
      `^(?:把|将)${nameHan}的?(?:客户)?(?:等级|级别)${isHan}(?<v>[A-Za-z\\p{Script=Han}]{1,4}?)(?:级|类)?$`,
      'u',
    ),
  },
  {
    fact: 'grade',
    pattern: RegExp(
      `^${nameHan}的?(?:客户)?(?:等级|级别)${isHan}\\s*(?<v>[A-Za-z\\p{Script=Han}]{1,4}?)(?:级|类)?$`,
      'u',
    ),
  },
  {
    fact: 'industry',
    isOrder: true,
    pattern: RegExp(`^${changesLatin} ${nameLatin}'s industry (?:to|as|=) (?<v>[\\p{L}& -]{2,30})$`, 'iu'),
  },
  {
    fact: 'industry',
    isOrder: true,
    pattern: RegExp(
      `^${changesLatin} (?:the )?industry (?:of|for) ${nameLatin} (?:to|as|=) (?<v>[\\p{L}& -]{2,30})$`,
      'iu',
    ),
  },
  { fact: 'industry', pattern: RegExp(`^${nameLatin}'s industry (?:is|=|:) (?<v>[\\p{L}& -]{2,30})$`, 'iu') },
  {
    fact: 'industry',
    pattern: RegExp(
      `^${nameLatin}(?: is|'s| are| works| work) (?:all )?in (?:the )?(?<v>${industriesLatin})(?: (?:industry|sector|business|space))?$`,
      'iu',
    ),
  },
  {
    fact: 'industry',
    pattern: RegExp(
      `^${nameLatin}(?: is|'s) an? (?<v>${industriesLatin}) (?:company|business|firm|account|customer|client)$`,
      'iu',
    ),
  },
  {
    fact: 'region',
    isOrder: true,
    pattern: RegExp(
      `^${changesLatin} ${nameLatin}'s (?:region|city|location|area) (?:to|as|=) (?<v>${placeLatin})$`,
      'u',
    ),
  },
  {
    fact: 'region',
    isOrder: true,
    pattern: RegExp(
      `^${changesLatin} (?:the )?(?:region|city|location|area) (?:of|for) ${nameLatin} (?:to|as|=) (?<v>${placeLatin})$`,
      'u',
    ),
  },
  {
    fact: 'region',
    pattern: RegExp(`^${nameLatin}'s (?:region|city|location|area) (?:is|=|:) (?<v>${placeLatin})$`, 'u'),
  },
  {
    fact: 'region',
    pattern: RegExp(
      `^(?:${nameLatin}(?: is|'s| are)? )?(?:based|headquartered|located|HQ'?d) (?:in|out of|at) (?<v>${placeLatin})$`,
      'u',
    ),
  },
  {
    fact: 'source',
    isOrder: true,
    pattern: RegExp(
      `^${changesLatin} ${nameLatin}'s (?:lead )?source (?:to|as|=) (?<v>[\\p{L} -]{2,30})$`,
      'iu',
    ),
  },
  {
    fact: 'source',
    isOrder: true,
    pattern: RegExp(
      `^${changesLatin} (?:the )?(?:lead )?source (?:of|for) ${nameLatin} (?:to|as|=) (?<v>[\\p{L} -]{2,30})$`,
      'iu',
    ),
  },
  {
    fact: 'source',
    pattern: RegExp(
      `^${nameLatin}'s (?:lead )?source (?:is|was|=|:) (?:an? |the |our )?(?<v>[\\p{L} -]{2,30})$`,
      'iu',
    ),
  },
  {
    fact: 'source',
    pattern: RegExp(
      `^${nameLatin} (?:came|come|comes|is|was|found us|reached us|got to us|originally came)(?: (?:in|to us))? (?:from|through|via|by|off|at|over) (?:an? |the |our )?(?<v>[\\p{L} -]{2,30})$`,
      'iu',
    ),
  },
  {
    fact: 'website',
    pattern: RegExp(
      `^(?:${changesLatin} )?${nameLatin}'s (?:website|web site|site|url|homepage) (?:is|to|=|:) (?<v>(?:https?://)?[\\w-]+(?:\\.[\\w-]+)+\\S*)$`,
      'iu',
    ),
  },
  {
    fact: 'grade',
    isOrder: true,
    pattern: RegExp(
      `^${changesLatin} ${nameLatin}'s (?:grade|tier|rating) (?:to|as|=) (?<v>[\\p{L}\\d]{1,10})$`,
      'iu',
    ),
  },
  {
    fact: 'grade',
    pattern: RegExp(`^${nameLatin}'s (?:grade|tier|rating) (?:is|=|:) (?<v>[\\p{L}\\d]{1,10})$`, 'iu'),
  },
  {
    fact: 'grade',
    isOrder: true,
    pattern: RegExp(`^${changesLatin} ${nameLatin} (?:a )?grade (?<v>[A-Z])$`, 'u'),
  },
];

/** What may follow another fact of the same customer: ", based in Boston", ，在苏州. */
const further: readonly Form[] = [
  { fact: 'region', pattern: /^(?<a>)(?:公司|人)?(?:就)?在(?<v>\p{Script=Han}{2,4}(?:市|省|区|县)?)$/u },
  {
    fact: 'region',
    pattern: RegExp(
      `^(?<a>)(?:and )?(?:is |are )?(?:based |located |headquartered )?in (?<v>${placeLatin})$`,
      'u',
    ),
  },
  { fact: 'industry', pattern: RegExp(`^(?<a>)(?:and )?(?:is |are )?in (?<v>${industriesLatin})$`, 'iu') },
  { fact: 'industry', pattern: RegExp(`^(?<a>)(?:是)?(?:做)?(?<v>${industriesHan})(?:业|行业|的)*$`, 'u') },
];

/** Reads what a line tells of a customer, or undefined if any part of it says something else. */
export function readCustomerFacts(line: string): FactsTold | undefined {
  const text = orderText(line).replace(/[’‘]/gu, "'");
  if (text.length > longest || isAsking(text)) return undefined;
  const whole = bareOrder(text);
  const parts = partsOf(whole);
  let told: FactsTold | undefined;
  for (const part of parts) {
    const read = factIn(part, told ? [...further, ...forms] : forms);
    if (!read) return undefined;
    const { fact, v, a, isOrder } = read;
    if (told && a !== '' && a !== told.customer) return undefined;
    told = {
      customer: told?.customer ?? a,
      facts: { ...told?.facts, [fact]: v },
      isOrder: told?.isOrder ?? isOrder,
    };
  }
  return told;
}

/** The parts of a line, a place with its state kept whole: "based in Austin, Texas". */
function partsOf(whole: string): string[] {
  if (factIn(whole, forms)) return [whole];
  return orderParts(whole.replace(/ and (?=(?:based|located|headquartered|is|in) )/giu, ', '));
}

function factIn(part: string, of: readonly Form[]) {
  for (const { fact, pattern, isOrder = false } of of) {
    const found = pattern.exec(part)?.groups;
    if (!found?.v) continue;
    const a = (found.a ?? '').replace(/(?:的|那边|他们|家)+$|^(?:客户|the |our |my )/giu, '').trim();
    if (/^(?:it|they|he|she|we|i|you|this|that|which)$/iu.test(a))
      return { fact, v: found.v.trim(), a: '', isOrder };
    return { fact, v: found.v.trim().replace(/^(?:the|a|an) /iu, ''), a, isOrder };
  }
  return undefined;
}
