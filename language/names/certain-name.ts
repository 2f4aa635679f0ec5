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

/** Words that nothing but the names of companies end in, in English. */
const latinEnd =
  '(?:Foods?|Bakery|Market|Cafe|Café|Bank|Clinic|Hotels?|Inn|Cycles|Partners|Group|Holdings|Labs?|Vineyards?|Farms?|Brewery|Motors|Marine|Academy|School|College|University|Hospital|Hospice|Restaurant|Pharmacy|Furniture|Builders|Joinery|Ltd|Limited|Inc|LLC|LLP|GmbH|PLC|plc|Corp)';
const otherLatin = new RegExp(
  `^(?<words>(?:\\s+\\p{Lu}[\\p{L}'&.-]*){0,2}?\\s+${latinEnd})(?![\\p{L}\\d'])`,
  'u',
);

/** Whether words behind the beginning of a name end the name of another company: Ironwood| Foods is not Ironwood Cycles. */
export function goesOnOtherwise(after: string, said: string, name: string): boolean {
  const words = otherLatin.exec(after)?.groups?.words;
  return words !== undefined && /^\p{Lu}/u.test(said) && !beginsName(`${said}${words}`, name);
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
