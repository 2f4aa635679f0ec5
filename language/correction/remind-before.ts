import { readNumber } from '../../kernel/pieces/base/numerals.js';
import { bareOrder, isAsking, orderText } from './plain-order.js';

/** How long before a task one wants to be reminded of it. */
export interface Ahead {
  days?: number;
  minutes?: number;
}

const han =
  /^(?:到时候?|记得|再)?(?:提前|早)(?<n>半|[一两二三四五六七\d]{1,2})(?:个)?(?<unit>天|小时|钟头|分钟|周|星期|礼拜)(?:的时候)?(?:再)?(?:提醒|通知|叫)(?:一下|下)?(?:我)?(?:一下|一声)?$|^(?:到时候?|记得|再)?(?:提醒|通知|叫)(?:一下|下)?我?[,\s]*(?:要|得)?(?:提前|早)(?<n2>半|[一两二三四五六七\d]{1,2})(?:个)?(?<unit2>天|小时|钟头|分钟|周|星期|礼拜)$|^(?:前|提前)(?<eve>一)天(?:再)?(?:提醒|通知|叫)(?:一下|下)?我?(?:一下|一声)?$/u;
const latin =
  /^(?:(?:and|also|set|add|give) )*(?:remind me|a reminder|me a reminder|reminder|ping me|nudge me|alert me)(?: (?:of|about) (?:it|that|this))?(?: for)? (?<n>an?|one|two|three|half an|the|\d{1,2})(?: (?:full|whole))? ?(?<unit>day|hour|hr|minute|min|week)s? (?:before(?:hand)?(?: (?:it|that|then))?|in advance|earlier|ahead|prior)(?: of (?:it|that|time))?$/iu;

const inMinutes: readonly [RegExp, number][] = [
  [/周|星期|礼拜|week/iu, 7 * 24 * 60],
  [/天|day/iu, 24 * 60],
  [/小时|钟头|hour|hr/iu, 60],
  [/分钟|min/iu, 1],
];

/** Reads 提前一天提醒我, "remind me an hour before"; undefined if the line says anything else. */
export function readRemindBefore(line: string): Ahead | undefined {
  const text = orderText(line);
  if (isAsking(text)) return undefined;
  const found = han.exec(bareOrder(text))?.groups ?? latin.exec(bareOrder(text))?.groups;
  if (!found) return undefined;
  const count = found.n ?? found.n2 ?? found.eve ?? '';
  const unit = inMinutes.find(([words]) => words.test(found.unit ?? found.unit2 ?? '天'))?.[1] ?? 0;
  const half = /half|半/iu.test(count);
  const number = half ? 0.5 : /^(?:an?|one|the)$/iu.test(count) ? 1 : (numbers[count] ?? readNumber(count));
  if (!number) return undefined;
  const minutes = Math.round(number * unit);
  return minutes % dayLong === 0 ? { days: minutes / dayLong } : { minutes };
}

const dayLong = 24 * 60;
const numbers: Record<string, number> = { two: 2, three: 3 };
