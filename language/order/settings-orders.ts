import { zoneNamed } from '../../kernel/pieces/dates/named-zones.js';
import { readMonths } from '../../kernel/pieces/month-list.js';
import { isAmount, isDay, nameSaid, saidOnly } from './order-parts.js';
import type { OrderForm } from './order-reading.js';

const goal = '(?:(?:sales |monthly |won )?(?:target|quota|goal))';
const set = '(?:change|set|update|make|raise|lower|put|fix)';
/** "set Amy's target to 500k for Q1", "set the target for Amy to 50k in December". */
const setOf = RegExp(
  `^${set} (?:(?<a>.+?)(?:'s)? (?:(?<before>\\p{L}+) )?${goal}|(?:a |the )?${goal} (?:of|for) (?<b>.+?))(?: (?:for|in) (?<month>.+?))? (?:to|at|=|of) (?<value>.+?)(?: (?:for|in) (?<later>.+))?$`,
  'iu',
);
/** "set a target of 50k for Amy in December", "give Amy a target of 50k". */
const givenOf = RegExp(
  `^(?:${set}|give|assign) (?:a |the )?(?:${goal} of (?<value>\\S+(?: (?:thousand|million|dollars))?) (?:for|to) (?<a>.+?)|(?<b>.+?) an? ${goal} of (?<other>\\S+(?: (?:thousand|million|dollars))?))(?: (?:for|in) (?<month>.+))?$`,
  'iu',
);
/** "Amy's target for next month is 80k", "target for East this quarter is 2 million". */
const isOf = RegExp(
  `^(?:(?<a>.+?)'s ${goal}|(?:the )?${goal} (?:of|for) (?<b>.+?))(?: (?:for |in )?(?<month>(?:this|next) (?:month|quarter|year)|(?:for|in) \\S+(?: \\d{4})?))? (?:is|will be|should be|=|:) (?<value>.+)$`,
  'iu',
);

/** Sets a target that is said in any of these ways. */
export const targetOrder: OrderForm = (text, about) => {
  const found = (givenOf.exec(text) ?? setOf.exec(text) ?? isOf.exec(text))?.groups;
  const whose = nameSaid(found?.a ?? found?.b);
  const value = found?.value ?? found?.other;
  if (!found || !whose || !isAmount(value) || /^(?:my|the|a)$/iu.test(whose)) return undefined;
  const before = found.before && readMonths(found.before, about.at.today) ? found.before : undefined;
  if (found.before && !before && !isDay(found.before, about)) return undefined;
  const month = found.month ?? found.later ?? found.before;
  return {
    command: 'target',
    input: saidOnly({ whose, month: month?.replace(/^(?:for|in|the month of) /iu, ''), value }),
  };
};

const zoneOf =
  /^(?:(?:set|change|switch|put|move) (?:my |the )?(?:time ?zone|clock)(?: to| into| =|:)? |(?:use|switch to|work in) (?=.+ time$)|my (?:time ?zone|clock) (?:is|should be) (?:in |on )?|i(?:'m| am) (?:on|in) (?=.+ time$))(?<zone>.+)$|^(?:把|将)?(?:我的?)?时区(?:改成|改为|换成|设为|设成|调到|调成|是|在)(?<han>.+)$/iu;
/** Where somebody is for a while: "I'm in London this week", 我这周在伦敦. */
const whereabouts =
  /^(?:i(?:'m| am|'ll be| will be)|i'm working|we're) (?:(?:working|now|currently|going to be) )*(?:in|from|based in|over in) (?<zone>\p{L}+(?: \p{L}+){0,2}?)(?: (?:this|next) (?:week|month)| today| tomorrow| now| until .+| till .+| from .+| for .+)?$|^我(?:人)?(?:今天|明天|这周|本周|下周|现在|这几天|最近)?(?:人)?在(?<han>\p{Script=Han}{2,4}?)(?:出差|工作|办公)?$/iu;

/** Sets the speaker's time zone, or offers it to somebody who tells where they are. */
export const zoneOrder: OrderForm = (text) => {
  const set = zoneOf.exec(text)?.groups;
  const there = set ? undefined : whereabouts.exec(text)?.groups;
  const zone = set?.zone ?? set?.han ?? there?.zone ?? there?.han;
  if (!zone || !zoneNamed(zone)) return undefined;
  return { command: 'timezone', input: { zone, ...(there ? { asks: 'yes' } : {}) } };
};

const muteLatin =
  /^(?:(?:mute|silence|pause|stop|hold)(?: (?:me|yourself|all|my|the|notifications?|alerts?|reminders?|messages?|pings?))*|(?:do not|don't) (?:disturb|bother|ping|alert|notify|message)(?: me)?|quiet|be quiet)(?: (?:for|until|till))(?: the)?(?: next)? (?<words>.+)$/iu;
const muteHan =
  /^(?:静音|免打扰|勿扰|(?:先)?别(?:再)?(?:提醒|打扰|通知|吵|烦)我?)(?:到|直到|至)?\s*(?<words>(?:(?:\d{1,3}|[一二两三四五六七八九十半]+)个?(?:半)?(?:小时|钟头|分钟|天|周|星期)|.*(?:[点:：号日天]|周[一二三四五六日天]).*?))$/u;

/** Delays alerts: "mute alerts until Monday", 静音两小时 ("mute two hours"). */
export const muteFor: OrderForm = (text) => {
  const words = (muteLatin.exec(text) ?? muteHan.exec(text))?.groups?.words;
  return words ? { command: 'mute', input: {}, words } : undefined;
};

const onceLatin =
  /^(?:(?:just |only )?(?:send|give|tell|notify|message|ping)(?: me| it to me)?(?: (?:everything|all (?:notices|notifications|of it)|notices|notifications|updates))?(?: only| just)?|(?:put|bundle|collect) (?:my )?(?:notices|notifications|updates) (?:in(?:to)?|as) (?:one|a) (?:list|digest)) (?:once (?:a|per) day|daily|every day)(?: at (?<at>.+))?$/iu;
const onceHan =
  /^(?:把)?(?:我的?)?(?:通知|消息|提醒)?(?:都|就|只|改成|改为)*每天(?<at>[^,，]{0,8}?)(?:一次)?(?:汇总|集中)(?:一次|成一条)?(?:再)?(?:发|通知|提醒|告诉|推送)?(?:给)?我?(?:一次)?$/u;

/** Gathers one's notices in a list a day: "tell me once a day at 9", 每天9点汇总发我. */
export const noticesOnce: OrderForm = (text) => {
  const found = onceLatin.exec(text) ?? onceHan.exec(text);
  if (!found) return undefined;
  // "at 9" keeps its word, by which a bare figure is an hour.
  const at = found.groups?.at?.trim().replace(/^(?=\d)/u, 'at ');
  return { command: 'notices', input: saidOnly({ at }) };
};
