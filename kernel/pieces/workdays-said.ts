/** A number of workdays: 3天, 3个工作日内 ("within 3 workdays"), `within 3 days`, `in 1 workday`. */
const span =
  /(?:^|[\s,，、])(?:(?:with)?in\s+)?(\d{1,3})\s*(?:个?工作日|天|日|(?:work|business|working)?\s*days?)(?:之?内|以内)?(?=$|[\s,，、])/iu;

/** Reads a number of workdays, and the words without it; undefined if none is said. 韩梅3天 ("Han Mei, 3 days") needs no space. */
export function workdaysSaid(words: string): { days: number; rest: string } | undefined {
  const spaced = ` ${words.normalize('NFKC').trim()} `.replace(/(?<=\p{L})(?=\d)/gu, ' ');
  const [said = '', days] = span.exec(spaced) ?? [];
  if (days === undefined) return undefined;
  return { days: Number(days), rest: spaced.replace(said, ' ').replace(/\s+/gu, ' ').trim() };
}
