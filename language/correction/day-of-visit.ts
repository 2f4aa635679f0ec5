import type { ReadAt } from '../../kernel/pieces/base/piece.js';
import { readDate } from '../../kernel/pieces/date.js';
import { mondayOf } from '../../kernel/time/dates.js';

const latin =
  /^(?:(?:actually|sorry|oh|no|wait|ah|hm+|well|but)[\s,]+)*(?:the |that |my |our )?(?:lunch|dinner|breakfast|coffee|call|chat|zoom|meeting|visit|demo|walk-?through|presentation|talk|meet-?up|drinks)(?: (?:with|at) (?:him|her|them))? (?:was|took place|happened)(?: actually| really)?(?: on)? (?<day>[\p{L}\d /'-]{3,24}?)(?:,? not (?:on )?[\p{L}\d /'-]{3,24})?[\s.!]*$/iu;
const han =
  /^(?:(?:其实|不对|哦|啊|呃|等等|不好意思|抱歉|说错了?|记错了?)[,\s]*)*(?:那|这|上)?(?:[次顿个场通])?(?:午饭|中饭|晚饭|早饭|饭局?|饭|咖啡|电话|通话|会议?|拜访|见面|演示|聊天|培训|汇报)(?:其实|应该)?是(?:在)?(?<day>[^,。是]{2,8}?)(?:的|[吃打开见去做讲聊喝](?:面)?的|不是[^,。]{2,8})?$/u;

/**
 * Whether words only say that what was logged was on another day: "actually the lunch was Friday", 其实午饭是周二. What they say
 * of a day to come is a plan and none of this.
 */
export function tellsOtherDay(text: string, at: ReadAt): boolean {
  const { day } = (latin.exec(text.trim()) ?? han.exec(text.trim()))?.groups ?? {};
  const past = day && readDate(day.trim(), { ...at, prefer: 'past' })?.value;
  if (!past || past > at.today) return false;
  // 演示是周五 ("the demo is on Friday") has no tense: only a weekday of this week is over for sure.
  return latin.test(text.trim()) || mondayOf(past) === mondayOf(at.today) || isOver(day.trim(), at);
}

/** Whether the day is over however it is read: 上周五 ("last Friday"). */
const isOver = (day: string, at: ReadAt): boolean => (readDate(day, at)?.value ?? at.today) < at.today;
