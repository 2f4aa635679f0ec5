import type { KnownNames } from '../question/question-reading.js';

const gives =
  '(?:give|gave|given|assign(?:ed)?|hand(?:ed)?|leave|left|put|set|send|sent|pass(?:ed)?|want(?:s|ed)?|need(?:s|ed)?|ask(?:s|ed)?)';
const things = '(?:tasks?|to-?dos?|things?|anything|stuff|work|something|jobs?|reminders?)';
const opened =
  '(?:(?:so|and|hey|ok)[, ]+)?(?:(?:are|is) there |do i have |have i got |i got |got |show(?: me)? |list |check )?';

const forms = [
  `^${opened}(?:(?:any|the|all|my|new|open|more|other) )*${things}(?: (?:for me|assigned to me|given to me|open|due|to do|i have|on my (?:list|plate)))* (?:from|by) (?<who>.+?)(?: (?:for me|to do|to me|today|this week))*$`,
  `^what(?: (?:tasks?|work|else|all))?(?: (?:did|does|has|do|is it|have))? (?<who>.+?) (?:just )?${gives}(?: (?:me|for me|to me|from me|on my plate|me with))?(?: (?:to do|for|to|done|doing))?$`,
  `^(?:did|has|have|does) (?<who>.+?) (?:just )?${gives} (?:me|for me) (?:any|some|new|more)?(?: ?(?:thing|tasks?|work|to-?dos?))?(?: to do)?$`,
  `^${opened}(?:(?:the|all|any|my) )*${things}(?: that)? (?<who>.+?) (?:has |had |just )?${gives}(?: (?:me|for me|to me))?(?: to do)?$`,
  '^from (?<who>.+)$',
  '^(?:我)?(?:看看|看下|查下|查查|有没有)?(?<who>.{2,8}?)(?:都|又|还)?(?:给|派|交|交给|派给|安排|布置|交代)了?我?(?:了)?(?:什么|哪些|啥|几个|多少)?(?:新)?(?:的)?(?:待办|任务|事情?|活儿?)?(?:吗|没有?|么)?$',
].map((form) => new RegExp(form, 'iu'));

/** Without a noun, these words ask for tasks only where a list of tasks is meant anyway. */
const bare = /^from |^[^\p{Script=Han}]*$/iu;

/** The colleague whose tasks for the speaker a line asks for: "any tasks for me from Linda?", 周敏给我的待办. */
export function tasksGivenBy(
  line: string,
  { people }: Pick<KnownNames, 'people'>,
  isList: boolean,
): string | undefined {
  for (const form of isList ? forms : forms.filter((one) => !one.source.startsWith('^from'))) {
    const who = form.exec(line)?.groups?.who?.trim().toLowerCase();
    if (!who || (!bare.test(line) && !isList && !/待办|任务|事|活/u.test(line))) continue;
    const called = people.filter(({ name, words }) =>
      [name, ...words].some((one) => one.toLowerCase() === who),
    );
    if (called.length === 1) return called[0]?.name;
  }
  return undefined;
}
