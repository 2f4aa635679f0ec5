const counts: Record<string, number> = {
  一: 1,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
};

const hanSpan =
  '(?<half>半个?(?:小时|钟头|钟))|(?<quarter>一刻钟?)|(?<hours>[一两二三四\\d]{1,2})个?(?<more>半)?(?:小时|钟头)|(?<minutes>\\d{1,3}|[一二三四五]?十)分钟';
const han = new RegExp(
  `^(?:把|将)?(?<about>.{0,24}?)(?:再|就|还是)?(?:(?<later>往后推迟?|往后延?|后推|推迟|推后|延后|延迟|顺延|延|推|晚)|(?<earlier>提前|往前提?|提早|早))(?:${hanSpan})$`,
  'u',
);
const latin =
  /^(?:(?<later>push|move|shift|bump|postpone|delay|slide|put)|(?<earlier>bring|pull)) (?:the |my |our )?(?<about>.+?)(?: (?:back|out|on|off|forward|up))?(?: by)? (?:(?<half>half an hour|half hour|a half hour)|(?<quarter>a quarter of an hour)|(?<hours>an?|one|two|three|four|\d{1,2})(?<more> and a half)? (?:hours?|hrs?)|(?<minutes>\d{1,3}) ?min(?:ute)?s?)(?: (?:later|back|out|earlier|forward))?$/iu;

/** Reads how many minutes later, or earlier if negative, a task shall be, and the words that name it: 那个推迟半小时 ("half an hour later"). */
export function readMinutesLater(order: string): { about: string; minutes: number } | undefined {
  const said = (han.exec(order) ?? latin.exec(order))?.groups;
  if (!said) return undefined;
  const hours = said.hours ? (counts[said.hours.toLowerCase()] ?? Number(said.hours)) : 0;
  const tens = said.minutes && /十$/u.test(said.minutes) ? tensOf(said.minutes) : Number(said.minutes ?? 0);
  const minutes = (said.half ? 30 : 0) + (said.quarter ? 15 : 0) + hours * 60 + (said.more ? 30 : 0) + tens;
  if (!minutes) return undefined;
  const isEarlier = said.earlier !== undefined || /\bearlier$|\bforward\b/iu.test(order);
  return { about: said.about ?? '', minutes: isEarlier ? -minutes : minutes };
}

const tensOf = (words: string): number => ('一二三四五'.indexOf(words[0] ?? '') + 1 || 1) * 10;
