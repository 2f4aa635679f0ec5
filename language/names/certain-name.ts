import { isCompanyWord } from '../../kernel/names/company-words.js';
import { isFirstName } from '../../kernel/names/first-names.js';
import { beginsName } from '../../kernel/words/folding.js';
import type { Mention } from '../reading/sentence-reading.js';

/** What companies' names end in. */
export const companyEnd =
  /(?:科技|公司|集团|股份|建材|物流|食品|医疗|医院|学校|教育|酒店|地产|服饰|印务|机械|制造|电子|软件|餐饮|超市|银行|药业|能源|家居|贸易|实业|化工|汽车|传媒|装饰|广告|商贸|农业|纺织|家纺|包装|建设|置业|网络|通讯|通信|光电|精密|五金|塑[料胶]|诊所|牙科|幼儿园|中学|大学|[厂店局院所])$|\s(?:Ltd|Limited|Inc|LLC|GmbH|Corp(?:oration)?|Co|Group|Foods?|Logistics|Machinery|Systems|Labs?|Partners|Holdings|Industries|Motors|Hotels?|Bank|Clinic|Dental|Press|Cafe|Bakery|Brewery|Joinery|Cycles|Solutions|Technolog(?:y|ies)|Software|Consulting|Trading|Supplies|Pharma|Energy|Electronics|Furniture|Construction|Builders|Farms?|Textiles?|Printing|Packaging|Seafood|Media|Studios?|Legal|Health|School|Academy|University)\.?$/u;
/** What nothing else but companies are called after. */
export const kindOfCompany =
  '(?:科技|公司|集团|股份|电子|精密|五金|光电|模具|医疗|实业|塑胶|塑料|机械|自动化|智能|半导体|新材料|药业|制药|建材|纺织|服饰|家居|印务|置业|地产|商贸|贸易|化工|能源|电器|电气|通讯|通信|传媒|食品|物流|制造|重工|生物|环保)';
/** Goes on as the name of another company does than the one whose beginning stands before it: 宏达|电子 of 宏达光电. */
export const endsCompany = new RegExp(
  `^(?!公司|集团|的)${kindOfCompany}(?!部|元件|产品|厂|设备|加工|行业|合同|系统|项目|平台|方案)`,
  'u',
);

/** Words with capitals right behind the beginning of a name. */
const wordsBehind = /^(?:\s+(?:&\s+)?\p{Lu}[\p{L}'&.-]*){1,4}/u;
/** Capitals behind a name that belong to no name: days, months, what is sold to the customer, its departments. */
const behindName =
  /^(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?|Jan\p{Ll}*|Feb\p{Ll}*|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug\p{Ll}*|Sep\p{Ll}*|Oct\p{Ll}*|Nov\p{Ll}*|Dec\p{Ll}*|Q[1-4]|\p{Lu}{2,}s?|Phase|Projects?|Products?|Deal|Renewal|Pilot|Website|Contract|Proposal|Demo|Finance|Financial|Legal|Marketing|Engineering|Security|Manufacturing|Distribution|Retail|Recruitment|Press|Shipping|Research|Design|Records|Home|Mobile|Digital|Software|Storage|Power|Warehouse|Mr|Mrs|Ms|Dr|Prof|I)\b/u;

/**
 * Whether words behind the beginning of a name are the rest of another company's: Ironwood| Foods, Northgate| Auto Parts are
 * not Ironwood Cycles and Northgate Builders.
 */
export function goesOnOtherwise(after: string, said: string, name: string): boolean {
  const words = wordsBehind.exec(after)?.[0].trim().split(/\s+/) ?? [];
  const stop = words.findIndex((word) => behindName.test(word));
  const own = stop < 0 ? words : words.slice(0, stop);
  const end = own.findLastIndex((word) => isCompanyWord(word));
  const rest = end >= 0 ? own.slice(0, end + 1) : isFirstName(own[0] ?? '') ? [] : own.slice(0, 2);
  return (
    rest.length > (end >= 0 ? 0 : 1) &&
    /^\p{Lu}/u.test(said) &&
    !beginsName(`${said} ${rest.join(' ')}`, name)
  );
}

/** A verb right before a name, with which one goes to somebody or meets them. */
export const goesTo =
  /(?:拜访|走访|陌拜|去|见|到|联系|打给|约)(?:了|过)?(?:一?趟|一下)?\s*$|\b(?:visit(?:ed|ing)?|call(?:ed|ing)?|emailed|met|saw|quoted)\s(?:the )?$/iu;

/** Words for those whom the talk is about. */
export const theirs =
  /(?<!其)[他她它](?!妈)|对方|那边|人家|(?<![新个家位])客户(?!经理)|\b(?:they|them|their|he|him|his|she|her|the (?:client|customer))\b/iu;

/** Whether an unknown name is certainly a customer's, so that 他们 ("they") after it are those. */
export const isCertainName = (text: string, { words, from, to }: Mention): boolean =>
  /\p{Script=Han}/u.test(words) &&
  (companyEnd.test(words) || (goesTo.test(text.slice(0, from)) && !theirs.test(text.slice(0, to))));
