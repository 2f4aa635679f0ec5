import { plainQuestion, saysWhatItIs } from '../question/question-line.js';
import { withoutManners } from './list-words.js';
import type { AskedOfRecord } from './record-asked.js';

/** A noun with whose it is, and nothing told of it: 海棠李总电话 ("Haitang's Mr Li phone"), "owner of Larkspur". */
export interface AttributeAsked {
  about: AskedOfRecord;
  /** The words that name whose it is, customer and person together, likeliest reading first. */
  names: string[];
}

interface Attribute {
  about: AskedOfRecord;
  han: string;
  /** Nouns that may follow a name or stand before "of", "at", "for". */
  latin: string;
  /** Nouns that may stand right before a name, as no verb is written so: "phone number Sue Park". */
  ahead?: string;
}

const attributes: Attribute[] = [
  {
    about: 'last',
    han: '(?:上次|上回|最近(?:一次)?|最后(?:一次)?)(?:的)?(?:拜访|跟进|联系|沟通|见面|电话|聊天)(?:的)?(?:时间|日期|内容|情况|记录)?',
    latin:
      '(?:the |our |my )?last (?:visit|call|contact|follow-?up|meeting|note|conversation|quote|offer|touch(?:point)?)(?: date)?',
  },
  {
    about: 'contact',
    han: '(?:联系|办公|公司|新的?)?(?:电话(?:号码?)?|手机号?码?|号码|座机|联系方式|微信号?|邮箱(?:地址)?|邮件地址|地址|联系人|(?:对接人|决策人|拍板人|联系人)(?:的)?(?:电话|手机|微信|联系方式)?|全名|名字|姓名|职位|职务|头衔)',
    latin:
      '(?:(?:the|a|any|main|key|direct|work|office|private|new|last) )*(?:phone|mobile|cell|contact|telephone|tel|office|email|mail|wechat)?(?: ?(?:phone|numbers?|no\\.?|details|info|address|person|id))|(?:the )?(?:phone|mobile|cell(?:phone)?|tel(?:ephone)?|e-?mail|contacts?|wechat|(?:last |first |full |family )name|surname|(?:job )?title|role|position|decision[- ]maker|champion|buyer)s?',
    ahead:
      '(?:the )?(?:(?:phone|mobile|cell|contact|telephone|tel|wechat) ?(?:numbers?|no\\.?|details|info)|email address|numbers?)',
  },
  {
    about: 'owner',
    han: '(?:客户)?负责人|归属人?|跟进人',
    latin: '(?:the )?(?:(?:account )?owner|account manager)',
  },
  {
    about: 'closing',
    han: '(?:预计|计划)?(?:成交|签约|签单|关单)(?:时间|日期)',
    latin: '(?:the )?(?:(?:expected )?clos(?:e|ing) date|expected close)',
  },
  {
    about: 'deal',
    han: '(?:上次|最新|现在|目前|当前)?(?:的)?(?:报价|金额|合同(?:金额|额)?|预算|价格|阶段|总额|概率|赢率)',
    latin:
      '(?:the |our |their |last |latest |current )*(?:deal )?(?:stage|amount|value|price|quote|quotation|budget|contract|probability)',
    ahead:
      '(?:the )?(?:price|amount|quote|discount|number)(?: that)? (?:we|i)(?: last)? (?:offered|quoted|gave|sent)(?: to)?',
  },
  {
    about: 'record',
    han: '(?:现在|目前|最新|最近)?(?:的)?(?:下一步(?:计划)?|下次(?:拜访|跟进|联系|见面)(?:时间|日期)?|风险|竞争对手|竞品|跟进情况|付款情况|回款(?:情况)?|网址|官网|行业|等级|来源|标签|资料|信息|状态)',
    latin:
      '(?:the |our |their |last |latest |current )*(?:next steps?|status|notes?|risks?|competitors?|website|industry|source|tags?|info(?:rmation)?|details|record|progress)',
    ahead: '(?:status|notes|info|details)',
  },
];

const zhAsk =
  '(?:(?:请问|那个?|诶|哎|知道|我?(?:想|要)(?:知道|问(?:一?下)?|要|看)?|我?(?:忘了|找不到|没有)|需要|求|来个|要(?:一?下)?|给(?:一?下|我)?|发(?:一?下|我)|帮我?(?:查|找|看|要)?(?:一?下)?|查(?:一?下|一查)?|找(?:一?下)?|看(?:一?下)?|告诉我|报(?:一?下)|谁(?:有|知道)|有没有|有|能不能(?:把|给我)?|能把|能给我|把|麻烦)\\s*)*';
const zhTail =
  '(?:\\s*(?:是?多少|是?几号|是什么|是啥|是谁|有吗|有没有|有没|有|没有?|忘了|找不到了?|不记得了?|来着|呢|吗|(?:发|给|推|告诉)(?:一?下)?(?:给)?我?(?:一?[下份个])?|一下))*';
const enAsk =
  "(?:(?:hey|hi|so|and|ok|well|quick|quickly|again|any idea|do you know|i forgot|can't find|what(?:'s| is| are| was)?|whats|who(?:'s| is)|whos|(?:can|could|would) (?:you|someone|i)(?: please)?|please|get(?: me)?|give(?: me| us)?|send(?: me)?|show(?: me)?|find(?: me)?|have|i(?: just)? (?:need|want)|i'm looking for|looking for|need|do (?:you|we|i) have|have (?:you|we) got|who has(?: got)?|(?:does )?any(?:one|body) (?:got|have|has|knows?)|tell me|look up|lookup|pull up|remind me(?: of| what)?|check|where(?:'s| is)|for me)\\s+)*(?:(?:the|a|an|any|our|their)\\s+)?";
const enTail =
  '(?:\\s+(?:pls|plz|please|thx|thanks|again|is|are|was|asap|now|quickly|anyone|anybody|for me))*';
/** "Email to Jane" and "call with Jane" tell of something done; the last one done is asked about. */
const linkOf = ({ about, latin }: Attribute): string =>
  about === 'last'
    ? `(?:${latin})\\s+(?:of|for|at|on|with|to|over at)`
    : `(?:${latin})\\s+(?:of|for|at|on|over at)`;
const named = "[\\p{L}\\p{N}&.'’ -]{2,50}?";

const forms = attributes.map((one) => ({
  about: one.about,
  patterns: patternsOf(one),
}));

function patternsOf(one: Attribute): RegExp[] {
  const { about, han, latin, ahead } = one;
  return [
    new RegExp(`^${zhAsk}(?<name>(?!一?下)\\S{2,24}?)(?:的)?(?:${han})${zhTail}$`, 'iu'),
    new RegExp(`^${enAsk}${linkOf(one)}\\s+(?:the |our )?(?<name>${named})${enTail}$`, 'iu'),
    ...(about === 'contact'
      ? [
          new RegExp(
            `^${enAsk}(?<who>${named})(?:['’]s?)?\\s+(?:${latin})\\s+(?:at|of|over at|in)\\s+(?<where>${named})${enTail}$`,
            'iu',
          ),
        ]
      : []),
    new RegExp(`^${enAsk}(?<name>${named})(?:['’]s?)?\\s+(?:${latin})${enTail}$`, 'iu'),
    ...(ahead ? [new RegExp(`^${enAsk}(?:${ahead})\\s+(?<name>${named})${enTail}$`, 'iu')] : []),
  ];
}

const howToReach = new RegExp(
  `^(?:hey |so )?how (?:do|can|should|could|would|to)\\s*(?:i|we|you|one)?\\s*(?:reach|contact|call|phone|email|get hold of|get in touch with)\\s+(?<name>${named})${enTail}$`,
  'iu',
);
const zhHowToReach = /^(?:请问)?(?:怎么|如何|咋)(?:能)?(?:联系|找)(?:到|上)?(?<name>\S{2,20}?)$/u;

/** Asks at which customer somebody is: "Sue is where again", "who does Omar work for". */
const whereAt = [
  `^(?:so |and |ok )?(?<name>${named})(?:['’]s| is| works| sits)? (?:at |with |from |for )?(?:where|which (?:company|customer|client|account)|what (?:company|customer|client|account))${enTail}$`,
  `^(?:so |and |ok )?where(?:'s| is| does| do)? (?<name>${named})(?: (?:work|working|sit|based|from|at|with))?${enTail}$`,
  `^(?:so |and |ok )?who(?:'s| is| does) (?<name>${named}) (?:work for|work with|working for|with|from)${enTail}$`,
  `^(?:so |and |ok )?(?:which|what) (?:company|customer|client|account) (?:is|does|was) (?<name>${named}) (?:at|with|from|of|work (?:for|at)|in|belong to)${enTail}$`,
].map((form) => new RegExp(form, 'iu'));

/** Words of which one tells something, or gives a value, so that the line asks for nothing. */
const tells =
  /\d{5,}|@\S|\b\d{3}[ -]\d{3,}|[了过](?!忘|找)(?![^忘找]*$)|[,，;；。:：]|\b(?:got|asked|lost|took|gave|sent|called|emailed|updated|changed|is off|set)\b/iu;

/** Longest line read so, in characters. */
const longest = 70;

/** Reads a line that names something of a record and tells nothing of it, or undefined. */
export function attributeAsked(line: string): AttributeAsked | undefined {
  const plain = withoutManners(plainQuestion(line)).trim();
  if (plain === '' || plain.length > longest) return undefined;
  const asked = plain.replace(/(?:忘了|找不到了?|不记得了?)/gu, '忘');
  if (tells.test(asked) || saysWhatItIs(asked)) return undefined;
  const reach = (howToReach.exec(plain) ?? zhHowToReach.exec(plain))?.groups?.name;
  if (reach) return { about: 'contact', names: spellings(reach) };
  const whom = whereAt.map((form) => form.exec(plain)?.groups?.name).find((name) => name !== undefined);
  if (whom && !/^(?:it|that|this|they|he|she|we|i|my|the|our|your)\b/iu.test(whom))
    return { about: 'contact', names: spellings(whom.replace(/\s+is$/iu, '')) };
  for (const { about, patterns } of forms) {
    const names = patterns.flatMap((pattern) => {
      const { name, who, where } = pattern.exec(plain)?.groups ?? {};
      return name ? spellings(name) : who && where ? spellings(who).map((one) => `${one} at ${where}`) : [];
    });
    if (names.length > 0) return { about, names: [...new Set(names)] };
  }
  return undefined;
}

/** A name as it was said, and without what stands round it: 李总在海棠 is 海棠李总, `bills` may be Bill. */
function spellings(said: string): string[] {
  const name = said
    .trim()
    .replace(/(?<=\p{Script=Han})(?:的|那边|这边|他们|家)+$/u, '')
    .replace(/(?<=\p{Script=Han})(?:那边的?|这边的?|那个|他们的?|家的)(?=\p{Script=Han})/gu, '');
  const [, who, where] = /^(\p{Script=Han}{2,4})在(\p{Script=Han}{2,12})$/u.exec(name) ?? [];
  const bare = /^[^\p{Script=Han}]*$/u.test(name) ? name.replace(/(?:['’]s?|(?<=\w{3})s)(?= |$)/u, '') : name;
  return [...new Set([who && where ? `${where}${who}` : name, bare.trim()])].filter((one) => one.length > 1);
}
