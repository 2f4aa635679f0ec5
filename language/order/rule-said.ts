import { currencySaid } from '../../kernel/pieces/currency-said.js';
import { orderText } from '../correction/plain-order.js';
import { plainOrder } from './order-parts.js';

/** A rule of the company that words name in everyday speech, and what is left of them, which should be its new value. */
export interface RuleSaid {
  /** Key of the rule: 'quietHours'; of a stage's rule only what the rule is about: 'stallDays'. */
  key: string;
  /** The stage whose rule it is, as said. */
  stage?: string;
  value: string;
}

const clock = String.raw`(?:noon|midnight|(?:早上|上午|中午|下午|晚上|夜里|凌晨)?\d{1,2}(?:[点:：]\d{1,2}|点半?钟?)|\d{1,2}(?::\d\d)?(?: ?[ap]\.?m\.?)?)`;

/** What the rules are called when people speak. */
const spoken: readonly [key: string, words: RegExp][] = [
  [
    'quietHours',
    /\b(?:the )?(?:quiet (?:hours|time)|do[- ]not[- ]disturb(?: (?:hours|time))?)\b|(?:免打扰|勿扰|静默)(?:时间段?|时段)?/iu,
  ],
  ['workHours', /\b(?:the |our )?(?:work(?:ing)?|office|business) hours\b|(?:上班|工作|办公)时间/iu],
  [
    'lead.respondWithinMinutes',
    /\b(?:the )?(?:(?:lead |first )?response (?:time|limit|deadline|window)|first response|time to respond)\b|(?:首次?)?响应(?:时间|时限)?|首次跟进(?:时间|时限|期限)/iu,
  ],
  ['undoMinutes', /\b(?:the )?undo (?:time|window|limit)\b|撤销(?:时间|时限)/iu],
  ['pool.returnAfterDays', /\b(?:the )?pool return(?: days| time)?\b|(?:公海)?回收(?:天数|时间)|公海回收/iu],
  [
    'pool.dailyClaims',
    /\b(?:the )?(?:daily claims?(?: limit)?|claims per day)\b|每[天日]认领(?:上限|数量?)?/iu,
  ],
  ['pool.maxHeld', /\b(?:the )?(?:lead limit|leads per (?:rep|person))\b|(?:线索)?持有上限|每人线索上限/iu],
  [
    'alerts.bigDeal.above',
    /\b(?:the )?big[- ]deal (?:amount|size|threshold|limit)\b|大单(?:金额|标准|门槛|线)/iu,
  ],
  [
    'alerts.dailyBudget',
    /\b(?:the )?(?:daily alerts?(?: limit)?|alert limit|alerts per day)\b|每[天日](?:最多)?(?:提醒|预警)(?:上限|数)?/iu,
  ],
  ['alerts.digestAt', /\b(?:the )?(?:daily list|digest) time\b|汇总时间/iu],
  ['dailyTasks.at', /\b(?:the )?(?:task|to-?do|morning) list time\b|待办(?:时间|推送时间)/iu],
  ['maxDays', /\b(?:the )?(?:stage days|days in stage)\b|停留(?:天数|时间)?/iu],
  [
    'stallDays',
    /\b(?:the )?stall(?:ed|ing)?(?: (?:days|limit|alerts?|reminders?|warnings?|threshold|time))?\b|停滞(?:天数|时间|提醒|预警)?/iu,
  ],
  ['probability', /\b(?:the )?(?:win )?probability\b|\bwin rate\b|赢率|赢单概率/iu],
];

/** Changes something: without such a word, only what is called by its whole name is a rule. */
const changes =
  /\b(?:set|change|make|update|raise|lower|increase|reduce|adjust|turn|switch|put|should be|let's have)\b|改|设|调|定[为成]|换成|关|打开|开启|提高|降[低到]|提升/iu;

/** Words between a rule and its value. */
const frame =
  /\b(?:please|set|change|make|update|raise|lower|increase|reduce|adjust|turn|switch|put|should|be|is|are|to|at|of|for|in|from|now|our|the|a|after|rule|stage)\b|把|将|从|改[成为到]?|设[成为置定]?|调[成到整为]*|定[为成]|换成|变成|提高|降低?|提升|[上下]调|应该|请|帮我|规则|阶段|[的是为到要成:：=＝了吧]|一下/giu;

const off = /\b(?:off|disable|stop)\b|关[掉闭了]?|停用|取消/iu;

const between = (words: string): string => words.replace(/\s+/gu, ' ').trim();

/**
 * Lists the rules that a line may change, each with what is left of the words: "set the quiet hours to 8pm-8am", 首次响应改成2小时.
 * Whether that is a value of the rule, whoever knows the rules has to see.
 */
export function rulesSaid(line: string, stages: readonly string[]): RuleSaid[] {
  const text = plainOrder(orderText(line));
  if (text.length > longest || /[?？]$|[吗呢]$/u.test(text)) return [];
  const doesChange = changes.test(text);
  const stage = stages
    .filter((one) => text.toLowerCase().includes(one.toLowerCase()))
    .reduce((a, b) => (b.length > a.length ? b : a), '');
  return spoken.flatMap(([key, pattern]) => {
    const name = pattern.exec(text)?.[0];
    const isWhole = name !== undefined && text.startsWith(name) && name.length > 3;
    if (name === undefined || !(doesChange || (isWhole && named.has(key)))) return [];
    const isOfStage = ofStage.has(key) && stage !== '';
    const left = isOfStage
      ? text.replace(name, ' ').replace(new RegExp(escaped(stage), 'iu'), ' ')
      : text.replace(name, ' ');
    const isOff = key === 'stallDays' && off.test(left);
    return [{ key, ...(isOfStage ? { stage } : {}), value: isOff ? 'none' : between(spanned(left)) }];
  });
}

/** Longest line that is read so, in characters. */
const longest = 80;
/** Rules whose name with a value says all. */
const named = new Set(['quietHours', 'workHours', 'alerts.bigDeal.above', 'lead.respondWithinMinutes']);
const ofStage = new Set(['stallDays', 'maxDays', 'probability']);
const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** What is left without the frame; a span keeps what joins its two ends. */
function spanned(left: string): string {
  const span = new RegExp(
    `(?<from>${clock})\\s*(?:-|–|—|~|至|到|to|until|till|and)\\s*(?<to>${clock})`,
    'iu',
  ).exec(left);
  const { from, to } = span?.groups ?? {};
  return from && to && /[点:：]|[ap]\.?m|noon|midnight/iu.test(from + to)
    ? `${from}-${to}`
    : left.replace(frame, ' ');
}

/** The hours in which nobody is to be disturbed, where only one end may be said. */
export interface QuietSaid {
  from?: string;
  to?: string;
}

const quietHan =
  /(?:不要?|别|禁止|停止)(?:再)?(?:给(?:我们|大家)?)?(?:发(?:消息|通知|提醒)?|打扰|提醒|推送|通知|吵)(?:我们|大家|人|消息)?/u;
const quietLatin =
  /\b(?:(?:don't|do not|never|stop) (?:send|sending|message|messaging|notify|notifying|ping|pinging|disturb|disturbing|bother|bothering|alert|alerting|post|posting)(?: (?:us|anyone|anybody|people|the team|everyone|messages|notifications|alerts|anything))*|no (?:messages|notifications|alerts|pings))\b/iu;

/** Reads when nobody is to be disturbed: "don't message us before 9am", 晚上8点到早上8点不要发消息. */
export function quietSaid(line: string): QuietSaid | undefined {
  const text = plainOrder(orderText(line));
  if (text.length > longest || !(quietHan.test(text) || quietLatin.test(text))) return undefined;
  const left = between(text.replace(quietHan, ' ').replace(quietLatin, ' '));
  const span = new RegExp(
    `^(?:from |between )?(${clock})\\s*(?:-|–|—|~|至|到|to|until|till|and)\\s*(${clock})$`,
    'iu',
  ).exec(left);
  if (span) return { from: span[1] ?? '', to: span[2] ?? '' };
  const before = new RegExp(`^(?:before|until|till) (${clock})$|^(${clock})(?:之?前|以前)$`, 'iu').exec(left);
  // Up to nine is nine in the morning.
  if (before) return { to: (before[1] ?? before[2] ?? '').replace(/^(\d{1,2})点$/u, '早上$1点') };
  const after = new RegExp(`^after (${clock})$|^(${clock})(?:之?后|以后)$`, 'iu').exec(left);
  return after ? { from: after[1] ?? after[2] ?? '' } : undefined;
}

const listed: readonly [key: 'sources' | 'lossReasons', han: string, latin: string][] = [
  ['sources', '(?:线索)?来源', '(?:lead )?sources?'],
  ['lossReasons', '(?:输单|丢单|失败)(?:的)?(?:原因|理由)', 'loss reasons?'],
];

/** An entry that words add to a list of the company's, or take off it. */
export interface EntrySaid {
  key: 'sources' | 'lossReasons';
  verb: 'add' | 'remove';
  entry: string;
}

/** Reads an entry for a list: "add a source called Trade fair", 加一个输单原因：没有决策人. */
export function entrySaid(line: string): EntrySaid | undefined {
  const text = plainOrder(orderText(line));
  if (text.length > longest) return undefined;
  for (const [key, han, latin] of listed) {
    const found =
      new RegExp(
        `^(?<verb>加|增加|新增|添加|删|删除|删掉|去掉)(?:上|了)?(?:一?[个条项])?(?:新的?)?${han}(?:名?叫做?|[:：]|\\s)*(?<entry>[^,，]{1,20})$`,
        'u',
      ).exec(text) ??
      new RegExp(
        `^${han}(?:里|中)?(?<verb>加|增加|新增|添加|删|删除|删掉|去掉)(?:上|了)?(?:一?[个条项])?[:：\\s]*(?<entry>[^,，]{1,20})$`,
        'u',
      ).exec(text) ??
      new RegExp(
        `^(?<verb>add|remove|delete) (?:an? |another |the )?(?:new )?${latin}(?: called| named|:)? ?"?(?<entry>[^",]{2,30}?)"?$`,
        'iu',
      ).exec(text) ??
      new RegExp(
        `^(?<verb>add|remove|delete) "?(?<entry>[^",]{2,30}?)"? (?:to|from|as) (?:an? |the |our )?(?:new )?(?:list of )?${latin}$`,
        'iu',
      ).exec(text);
    const { verb, entry } = found?.groups ?? {};
    if (verb && entry)
      return { key, verb: /^(?:删|去|remove|delete)/iu.test(verb) ? 'remove' : 'add', entry: entry.trim() };
  }
  return undefined;
}

/** A stage that is to be added or called otherwise, as said. */
export type StageChangeSaid =
  | { add: string; beside?: string; isBefore?: boolean }
  | { stage: string; name: string };

const stageForms = [
  /^(?:add|insert|create) (?:an? |another )?(?:new )?stage (?:called |named )?"?(?<add>[^",]{2,30}?)"?(?:,? (?:right )?(?<side>after|before|behind) (?:the )?(?<beside>[^,]{2,30}?)(?: stage)?)?$/iu,
  /^(?:add|insert|create) "?(?<add>[^",]{2,30}?)"? as an? (?:new )?stage(?:,? (?<side>after|before|behind) (?:the )?(?<beside>[^,]{2,30}?)(?: stage)?)?$/iu,
  /^(?:rename|change) (?:the )?stage "?(?<stage>[^",]{2,30}?)"? (?:to|as|into) "?(?<name>[^",]{2,30}?)"?$/iu,
  /^(?:rename|call) (?:the )?"?(?<stage>[^",]{2,30}?)"? stage (?:to |as |into )?"?(?<name>[^",]{2,30}?)"?$/iu,
  /^(?:加|增加|新增|添加|新建)(?:上|了)?(?:一?个)?(?:新的?)?阶段(?:名?叫做?|[:：,，\s])*(?<add>[^,，\s]{2,12})(?:[,，\s]*(?:放|加|排)?在(?<beside>[^,，]{1,12}?)(?:阶段)?的?(?<side>后|前)[面边]?)?$/u,
  /^在(?<beside>[^,，]{1,12}?)(?:阶段)?的?(?<side>后|前)[面边]?(?:加|增加|新增|添加)(?:上|了)?(?:一?个)?(?:新的?)?阶段(?:名?叫做?|[:：,，\s])*(?<add>[^,，\s]{2,12})$/u,
  /^(?:把|将)?(?<stage>[^,，]{1,12}?)(?:这个)?阶段(?:的?名[字称])?(?:改名[为叫成]*|改[叫成为]|重命名[为成]*|叫做?)(?<name>[^,，\s]{1,12})$/u,
];

/** Reads a stage that is added or renamed: "add a stage called Legal review after Proposal", 把方案阶段改名叫报价. */
export function stageChangeSaid(line: string): StageChangeSaid | undefined {
  const text = plainOrder(orderText(line));
  if (text.length > longest) return undefined;
  for (const form of stageForms) {
    const { add, side, beside, stage, name } = form.exec(text)?.groups ?? {};
    if (stage && name) return { stage: stage.trim(), name: name.trim() };
    if (add)
      return {
        add: add.trim(),
        ...(beside ? { beside: beside.trim(), isBefore: /before|前/iu.test(side ?? '') } : {}),
      };
  }
  return undefined;
}

/** What one unit of a currency is worth, as said. */
export interface RateSaid {
  currency: string;
  /** The currency in which the rate is told, if it is named. */
  home?: string;
  rate: string;
}

/** Reads an exchange rate: "one euro is 1.08 dollars", 1欧元=7.8元, 欧元汇率7.8. */
export function rateSaid(line: string): RateSaid | undefined {
  const text = plainOrder(orderText(line));
  const found =
    /^(?:1|一|one|an?) ?(?<of>[^\d=是]{1,14}?) ?(?:=|是|等于|换|兑(?:换)?|合|is|equals?|to|buys) ?(?<rate>\d+(?:\.\d+)?) ?(?<home>[^\d]{0,14})$/iu.exec(
      text,
    ) ??
    /^(?:(?:set|change|update) )?(?:the )?(?<of>\S{1,12}?) ?(?:的?汇率|(?:exchange )?rate)(?:改成|改为|设为|是|为|:|=|to|is| )* ?(?<rate>\d+(?:\.\d+)?)$/iu.exec(
      text,
    ) ??
    /^(?:(?:set|change|update) )?(?:the )?(?:汇率|(?:exchange )?rate)(?: of| for|:)? ?(?<of>\S{1,12}?)(?: to| is|=|:)? (?<rate>\d+(?:\.\d+)?)$/iu.exec(
      text,
    );
  const { of = '', rate, home = '' } = found?.groups ?? {};
  const currency = currencySaid(` ${of} `) ?? undefined;
  if (!currency || !rate) return undefined;
  return { currency, rate, ...(home.trim() ? { home: home.trim() } : {}) };
}

/** What people call their own money. */
const money: Record<string, RegExp> = {
  CNY: /^(?:元|块钱?|人民币|yuan|rmb|¥)$/iu,
  EUR: /^(?:欧元|euros?|€)$/iu,
  GBP: /^(?:英镑|pounds?|quid|£)$/iu,
  USD: /^(?:美元|美金|(?:us )?dollars?|bucks?|\$)$/iu,
  ...Object.fromEntries(['AUD', 'CAD', 'NZD', 'SGD'].map((code) => [code, /^(?:dollars?|\$)$/iu])),
};

/** Whether a word for money is the currency of that code, as said where it is used. */
export const isMoneyOf = (said: string, code: string): boolean =>
  said.toUpperCase() === code || money[code]?.test(said) === true;
