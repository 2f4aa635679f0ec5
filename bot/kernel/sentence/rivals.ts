import { isDenied } from './clauses.js';

const company = String.raw`(?<who>\p{Script=Han}{2,4}?|\p{Lu}[\p{L}\d]+)`;
const rivals = [
  new RegExp(`(?:竞品|对手|竞争对手|友商)(?:是|为|有|:)?${company}(?=$|[,。、的也在还报])`, 'u'),
  new RegExp(
    `(?:^|[,。]|说|透露|提到|知道|他们|客户)${company}(?:也|还|也在|还在)(?:在)?(?:报|谈|跟|竞|投)`,
    'u',
  ),
  new RegExp(String.raw`(?:^|[,。])${company}给.{2,8}报了?(?=\d|[一二三四五六七八九十])`, 'u'),
  new RegExp(`(?:在)?(?:跟|和|与)${company}(?:在)?(?:比价|比较|对比|比一比|pk)`, 'iu'),
  new RegExp(
    String.raw`(?:选了|选择了|用了|签了别家|考虑|在看|看上了|evaluate|evaluating|considering|chose|picked|went with|towards?|输给了?|选)\s?${company}(?=$|[,。的]| over)`,
    'u',
  ),
  new RegExp(String.raw`\b(?:to|with|from)\s${company}(?=$|[,.]| too)`, 'u'),
];
const rivalVerb = /\b(?:comparing|lost|compares?|competes?|against|got)\b/iu;
const notARival = /^(?:我们|他们|别家|其他|客户|对方|自己|方案|价格|哪家|先|这个|那个|一下|采购|同意)/u;

export interface Rival {
  name: string;
  from: number;
}

/** Another seller in the game. `isOurs` tells words that name a customer or a person. */
export function rivalIn(clause: string, isOurs: (from: number, to: number) => boolean): Rival | undefined {
  for (const [at, pattern] of rivals.entries()) {
    const found = pattern.exec(clause);
    const name = found?.groups?.who;
    if (!found || !name || notARival.test(name)) continue;
    if (at === rivals.length - 1 && !rivalVerb.test(clause.slice(0, found.index))) continue;
    const from = found.index + found[0].indexOf(name);
    if (isOurs(from, from + name.length) || isDenied(clause, from)) continue;
    return { name, from };
  }
  return undefined;
}
