/** What stands before the name of a rival, a product or a company in a question. */
const han = [
  /(?:竞品|竞争对手|竞对|对手|友商|产品|型号|厂家|品牌)(?:是|叫)?「?(?<name>[\p{Script=Han}A-Za-z\d]{2,10}?)」?(?=怎么|如何|咋|的|有|是|比|和|跟|强|弱|好|便宜|贵|报|多少|$|[,，?？])/gu,
  /(?:跟|和|与|同|对|比|针对|遇到|碰到|面对|打)「?(?<name>[\p{Script=Han}A-Za-z\d]{2,10}?)」?(?=比(?:较|起来|价)?(?:有|怎么|如何|哪|我|$)|相比|的(?:区别|差别|差异|优势|劣势|不同)|有(?:什么|啥|哪些)(?:区别|差别|不同|优势)|竞争|抢单|(?:怎么|如何|咋)(?:打|赢|比|应对|拼|抢|谈))/gu,
  /(?:^|[,，\s]|问一?下|请问|知道)「?(?<name>[\p{Script=Han}A-Za-z\d]{2,8}?)」?(?=(?:怎么|如何|咋)(?:打|赢|应对|对付|拼|破)|(?:的)?(?:优势|劣势|弱点|短板|卖点|缺点|强项)(?:是|有|$|在|[?？]))/gu,
];
const latinName = "(?<name>(?:[\\p{L}\\p{N}][\\p{L}\\p{N}&.'-]*)(?: \\p{Lu}[\\p{L}\\p{N}&.'-]*)*)";
const latin = [
  new RegExp(
    `\\b(?:beat|against|versus|vs\\.?|compete with|competing with|up against|different from|better than|cheaper than|worse than|compared? (?:to|with)|alternative to|competitors? (?:like|called)|rival|counter|fight|displace|replace) (?:the |our )?${latinName}`,
    'giu',
  ),
];
/** Words that name nothing in those places. */
const common =
  /^(?:我们?|你们?|他们?|它们?|竞品|对手|竞争对手|友商|同行|别人|别家|客户|产品|价格|老板|公司|大家|什么|哪[些个家]|谁|这[个种家]|那[个种家]|单子?|商机|our|us|them|it|that|this|him|her|the|a|an|competitors?|rivals?|competition|others?|price|pricing|customers?|clients?|objections?|people|everyone|cheaper|bigger|low|lower|on|who|what|which|each|one)$/iu;

/** Lists what a question names and asks about: 凌峰 of 凌峰怎么打 ("how to beat Lingfeng"), `how do we beat Acme`. */
export function namedThings(question: string): string[] {
  const plain = question.normalize('NFKC').trim();
  const names = [...han, ...latin].flatMap((form) =>
    [...plain.matchAll(form)].flatMap(({ groups }) => groups?.name?.trim() ?? []),
  );
  return [...new Set(names.map(bare))].filter((name) => [...name].length > 1 && !common.test(name));
}

/** The name without what kind of thing it is: 竞品凌峰 is 凌峰. */
const bare = (name: string): string =>
  name
    .replace(/^(?:竞品|竞争对手|竞对|对手|友商|产品|客户(?:说|提到|用的?是)?|我们?|怎么|如何)+/u, '')
    .replace(/(?:的?(?:产品|系统|软件|方案)|这家|那家|的)$/u, '')
    .replace(/['’]s?$/u, '');
