/** How many letters behind a date only say that it is the last day: 6月30日前 ("before 30 June"). */
export const deadlineMark = (after: string): number =>
  /^\s?(?:之前|以前|前)(?=$|[\s,，])/u.exec(after)?.[0].length ?? 0;
