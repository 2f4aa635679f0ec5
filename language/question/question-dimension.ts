import type { Dimension } from '../../sales/figures/slice-names.js';
import { everyWording } from '../../texts/languages.js';
import { type QuestionLine, wordPattern } from './question-line.js';

const person =
  /谁|哪(?:个|位)(?:销售|同事|人|业务员)|(?:各|每)个?(?:位)?(?:销售|人|同事|业务员)(?:分别)?|按(?:人|销售|负责人|同事)|销冠|\b(?:top|best) (?:\d+ )?(?=sellers?|performers?)|\bwho(?:'s|se| has| is| got|'s got)?\b|\bwhich (?:rep|salesperson|colleague|person|seller)\b|\b(?:by|per|each|every) (?:rep|owner|person|salesperson|seller|colleague)\b/iu;

/** Asks for the source: 线索都是从哪来的, `where do our leads come from`. */
const whereFrom =
  /(?:都|主要)*(?:是)?(?:从|打)?(?:哪[里儿]?|什么渠道|哪个渠道)(?:过?来)的?|\bwhere (?:do|did|are|have|does)\b(?=.*\b(?:com(?:e|ing)|came) from\b)/iu;

/** One customer of all, or each: 哪些客户 ("which customers") asks for a list instead. */
const eachCustomer =
  /按照?(?:客户|公司)(?:来)?(?:看|的)?|(?:每|各|哪)一?[个家](?:客户|公司)|各(?:客户|公司)|(?:客户|公司)(?=[^,]{0,6}最[多大高少小低])|\b(?:by|per|each|every|which|what) (?:customer|account|client|company)\b|\b(?:top|biggest|largest|best|smallest) (?:\d+ )?(?:customers?|accounts?|clients?)\b/iu;

/**
 * Takes the dimension that a question asks by: 谁 ("who"), 按行业 ("by industry"), 哪个产品 ("which product"), by
 * stage, which source. Returns its key, or undefined.
 */
export function takeDimension(line: QuestionLine, dimensions: readonly Dimension[]): string | undefined {
  if (line.has(/销冠/u)) return 'owner';
  if (line.has(/线索|\bleads?\b/iu) && line.take(whereFrom)) return 'source';
  if (line.take(person)) {
    line.takeAll(/\bwho(?:'s|se)?\b|分别/iu);
    return 'owner';
  }
  for (const { key, name, aliases } of dimensions) {
    const words = [...everyWording(name), ...aliases, ...everyWording(name).map((one) => `${one}s`)].filter(
      (word) => [...word].length > 1,
    );
    if (!words.some((word) => line.mentions(word))) continue;
    const any = words.map(wordPattern).join('|');
    if (key === 'customer') {
      if (line.take(eachCustomer)) return key;
      continue;
    }
    const pattern = new RegExp(
      `(?:按照?|分|各个?|每个?|哪一?个|哪些|什么|不同)\\s*(?:${any})(?:来)?(?:看|的)?|\\b(?:by|per|each|every|which|what) (?:${any})`,
      'iu',
    );
    if (line.take(pattern)) return key;
  }
  return undefined;
}
