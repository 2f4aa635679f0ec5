import type { FigureKind } from './question-reading.js';

/** A question for those who have not done something, as one for who has done it least. */
export interface WhoHasNot {
  measure: Extract<FigureKind, 'followUps' | 'visits' | 'calls'>;
  /** The question that counts it: 今天 谁的跟进次数最少 ("who has the fewest follow-ups today"). */
  counted: string;
  /** The span that is meant if none is said. */
  period: string;
}

const who = '(?:有?谁|哪(?:些|几|一)?(?:个|位)?(?:人|同事|销售)|哪位)';
const none = '(?:一[个次条家通](?:客户|跟进|电话)?)?(?:都|还|也|一直|到现在)*(?:没有?|未)';
const done =
  '(?<verb>写|记|录(?!用)|跟进?|拜访|跑|见|上门|走访|打过?(?=电话)|联系|更新|动静|动作|干活)(?:过|了|上)?';
const what = '(?:一[个次条家通])?(?:任何)?(?:客户|跟进|电话|记录|日志|日报|东西|系统)*(?:的|呢|吗|啊|呀)*';
const han = new RegExp(`${who}(?<between>[^没未,，]{0,8}?)${none}${done}${what}`, 'u');
const latin =
  /\bwho(?:'s| has| have| did| does)? ?(?:still )?(?:not|hasn't|haven't|didn't) (?<verb>log(?:ged)?|record(?:ed)?|follow(?:ed)? up|visit(?:ed)?|call(?:ed)?)(?: (?:anything|any ?(?:one|body)|any|a|yet|with|on|customers?|follow-?ups?|notes?|calls?)\b)*/iu;

type Counts = Record<WhoHasNot['measure'], string>;
const asksHan: Counts = {
  followUps: '谁的跟进次数最少',
  visits: '谁的拜访次数最少',
  calls: '谁的电话次数最少',
};
const asksLatin: Counts = {
  followUps: 'who has the fewest follow-ups',
  visits: 'who has the fewest visits',
  calls: 'who has the fewest calls',
};

/**
 * Reads a question for those who have not logged, visited or called: 谁今天没记 ("who has logged nothing today"), 谁这周还没跑客户
 * ("who has visited nobody this week"). Undefined if it asks anything else.
 */
export function whoHasNot(words: string): WhoHasNot | undefined {
  const found = han.exec(words) ?? latin.exec(words);
  const verb = found?.groups?.verb;
  if (!found || verb === undefined) return undefined;
  const isCall = /^(?:打|call)/iu.test(verb);
  const measure = isCall ? 'calls' : /拜访|跑|见|上门|走访|visit/iu.test(verb) ? 'visits' : 'followUps';
  const rest = [
    words.slice(0, found.index),
    found.groups?.between,
    words.slice(found.index + found[0].length),
  ]
    .map((part) => (part ?? '').replace(/到现在|目前|还|都/gu, '').trim())
    .filter((part) => part !== '');
  const isHan = /\p{Script=Han}/u.test(words);
  return {
    measure,
    counted: isHan ? [...rest, asksHan[measure]].join(' ') : [asksLatin[measure], ...rest].join(' '),
    period: measure === 'followUps' ? 'today' : 'thisWeek',
  };
}
