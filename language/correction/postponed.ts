const postpones = /\b(?:snooz|postpon|delay|later|put off|push)|延|推迟|推后|往后/iu;
const namesWeekday =
  /(?<!\b(?:this|next|last) )\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|satur|sun)(?:day)?\b|(?<![这本下上个])(?:周|星期|礼拜)[一二三四五六日天]/iu;

/** Whether the words put something off to a weekday: of which week it is, they do not say. */
export const postponesToWeekday = (words: string): boolean =>
  postpones.test(words) && namesWeekday.test(words);

/** Whether the words name a weekday, and not of which week. */
export const namesBareWeekday = (words: string): boolean => namesWeekday.test(words);

/** Whether the words behind a verb begin with the number of a task. */
export const beginsWithTask = (words: string): boolean => /^(?:task |待办)?T[-\s]?\d/iu.test(words);

const movesFirst =
  /^\W*(?:(?:please|pls|can you|could you|ok|and)\s+)*(?:push|move|bump|shift|reschedule|postpone|delay|snooze)\s|^\s*(?:请|麻烦|帮我)?[把将]/iu;

/** Whether a line begins with an order to move something: "push the Acme lunch …", 把演示…. */
export const ordersMove = (line: string): boolean => movesFirst.test(line);
