import type { FoundPiece } from '../../kernel/pieces/base/piece.js';
import type { Clause } from '../reading/clauses.js';
import type { Mention } from '../reading/sentence-reading.js';

export interface NamePlace {
  from: number;
  /** End of its clause. */
  to: number;
  /**
   * 'verb': after a verb or preposition; 'joined': after another customer; 'head': at the head of a clause.
   */
  kind: 'verb' | 'joined' | 'head';
}

const leading =
  /^(?:\s|还有|以及|另外还?有?|[我先再又也还刚才]|刚刚|刚才|今天|昨天|前天|上午|下午|中午|晚上|早上|现在|目前|其实|帮我记一下|记一下|一个是|同事|听说|下次|关于|新线索|线索|新客户|(?:a |another )?new (?:lead|prospect|customer|client)s?\b:?|(?:the |its |their |company |business |shop )*name(?:'s| is|:)?\s|(?:they(?:'re| are)|it(?:'s| is)|its) (?:called|named)\b|(?:the|both|neither|either)\b|so\b|then\b|also\b|and\b|today\b|yesterday\b|this morning\b)*/iu;

const verbs =
  /(?:拜访|走访|陌拜|造访|登门|回访|联系|认识|介绍|上门|见|去|到|跟进|跟|和|与|同(?![学事行意步])|给|向|对|约|从|在|找|加(?=了)|听?说|觉得|透露|趟|跑|名?叫做?|(?<=一家|另外|一个|个|家)是|万一|陪|催|叫|把|将|预计|发给|看看|丢|(?<=不对|错了|哦不|啊不|应该)是)(?:了|过|到|完|好|上)?(?:一?趟|一下)?|(?:visit(?:ed|ing)?|meet(?:ing)?|met|saw|see(?:ing)?|call(?:ed|ing)?|phoned?|email(?:ed|ing)?|with|at|from|of|to|by|for|told|quoted?|lost|sent|send|gave|about|reach|joined|on|into|over|ping(?:ed)?|left|email)(?:了)?\s?(?:the )?|[了完过](?=\p{Lu})/giu;

/** Words after which the talk turns to another customer: 但是 ("but"), 除了 ("apart from"), "while". */
const contrasts =
  /但是?|不过|可是|而(?!且|是|已)|除了?|至于|不像|相比|\b(?:but|while|whereas|though|unlike|apart from|except(?: for)?|besides|as for)\s/giu;

/** Lists the places in a text where a customer's name can stand. */
export function placesIn(
  text: string,
  clauses: Clause[],
  pieces: FoundPiece[],
  exact: Mention[],
): NamePlace[] {
  const places: NamePlace[] = [];
  const add = (from: number, to: number, kind: NamePlace['kind']) => {
    const skipped = skipSmallWords(text, from, pieces);
    if (skipped >= to || places.some((one) => one.from === skipped)) return;
    places.push({ from: skipped, to, kind });
  };
  for (const clause of clauses) {
    for (const found of clause.text.matchAll(verbs)) {
      add(clause.from + found.index + found[0].length, clause.to, 'verb');
    }
    add(clause.from + (leading.exec(clause.text)?.[0].length ?? 0), clause.to, 'head');
    for (const found of clause.text.matchAll(contrasts))
      add(clause.from + found.index + found[0].length, clause.to, 'head');
    for (const found of clause.text.matchAll(/[、:]|(?<=[\p{Script=Latin}]) (?:and|&) /gu)) {
      add(clause.from + found.index + found[0].length, clause.to, found[0] === ':' ? 'head' : 'joined');
    }
  }
  for (const one of exact) {
    const joint = /^(?:、|和|与|及|以及|跟|\s?,?\s?(?:and|&)\s)/iu.exec(text.slice(one.to))?.[0];
    const clause = clauses.find(({ from, to }) => from <= one.from && one.to <= to);
    if (joint && clause) {
      const from = one.to + joint.length;
      const known = places.find((place) => place.from === from);
      if (known) known.kind = 'joined';
      else add(from, clause.to, 'joined');
    }
  }
  return places.filter(({ from }) => !exact.some((one) => one.from < from && from < one.to));
}

/** Skips dates, channels and small words before a name. */
function skipSmallWords(text: string, from: number, pieces: FoundPiece[]): number {
  let at = from;
  for (;;) {
    const piece = pieces.find((one) => one.from === at && ['date', 'channel'].includes(one.piece.kind));
    const small =
      /^(?:\s+|了|过|一下|的是?|上午|下午|之?前(?!海|程|进|沿)|我们|[一几]?[个家位](?:新|老)?的?(?:客户|公司)?(?=\p{Script=Han}{3})|新客户|名?叫做?|the )/iu.exec(
        text.slice(at),
      )?.[0].length ?? 0;
    if (!piece && small === 0) return at;
    at = piece ? piece.to : at + small;
  }
}

/**
 * Whether a text begins with words that are no name, rather than with the beginning of a known customer's: 听涛马姐 ("Ms Ma of
 * Tingtao") is no 听 ("listen"), where only one character is such a word and the name ends there.
 */
export function isNoName(text: string, size: number): boolean {
  const word = noName.exec(text)?.[0];
  if (word === undefined) return false;
  return word.length > 1 || size < 2 || !afterName.test(text.slice(size));
}

/** What may follow a complete name; otherwise its characters may belong to another word. */
export const afterName =
  /^(?:$|[\s,。;:、!()]|'s|的|才|就|愿|肯|同意|答应|打算|准备|觉得|认为|希望|反馈|那边|这边|那里|那家|那个|方面|今天|昨天|明天|上午|下午|老板|采购(?!部)|财务|技术|吃饭|开会|上次|上回|这个|下|前|\d|说|要|想|也|还|都|和|跟|与|及|催|嫌|在|已|刚|又|给|把|让|约|来|项目|合同|报价|单子|预算|价格|那单|这单|那条|没|推进|[打发送寄做谈聊见签报问跑过全付调改]|演示|拜访|出来|回来|过来|这里|这儿|\p{Script=Latin}|[\p{Script=Han}]{1,3}(?:总|经理|主任|老师|厂长|院长|店长|工|姐|哥|采购))/u;

/** Words that stand where a customer can, but are none. */
export const noName =
  /^(?:嗯|呃|哦|噢|喂|对了|然后|就是|左右|大概|恭喜|祝贺|另外|扫[街楼店]|(?:扫|碰|遇)到|其他|别的|[一二两三四五几\d]+[个家位](?:新|老)?(?:客户|线索|公司)|老?同学|亲戚|新?认识|新?接触|路过|会|客户|对方|他们|她们|人家|我们|咱们|公司|现场|项目|方案|价格|报价|合同|预算|一家|一个|两家|三家|新客户|老客户|朋友|领导|大家|自己|哪里|这里|那里|这边|那边|这个|那个|什么|今天|昨天|明天|资料|产品|金额|时间|日期|客服|总部|同事|电话|微信|邮件|会议|展会|官网|老板|招标|投标|加班|天气|收到|好的|谢谢|辛苦|不对|应该|更正|抱歉|下次|上次|上一条|刚才|刚刚|本来|别忘|提醒|安排|计划|准备|打算|争取|约|要|想|没|不|是|都|还|也|有|那|这|它|他|她|我|你|谁|怎|为|哪|请|帮|让|听|说|先|再|再次|过|从|把|被|就|才|又|等|一次|一趟|一遍|两次|一起|一块|演示|培训|验收|汇报|沟通|商量|确认|核对|核实|打听|看看|问问|查查|催催|对账|到账|账(?=$|[,。没])|收款|追款|楼下|门口|路上|车上|外地|出差|董事会|碰到|遇到|校长|院长|厂长|店长|局长|处长|科长|董事长|财务|法务|采购部|收件人|发件人|抄送|主题|转介绍|介绍|推荐|咨询|去(?!哪儿)|走[完过审流]|负责人|经办人|对接人|联系人|决策人|经理|门卫|前台|本人|人(?=$|[,。])|园区|写字楼|扫楼)/u;
