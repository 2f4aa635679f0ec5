const bounds = [
  { min: 0, max: 59 },
  { min: 0, max: 23 },
  { min: 1, max: 31 },
  {
    min: 1,
    max: 12,
    names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  },
  { min: 0, max: 7, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
];

/** Whether the text is a five-field cron expression (minute, hour, day of month, month, weekday). */
export function isCron(text: string): boolean {
  const fields = text.trim().toLowerCase().split(/\s+/);
  return (
    fields.length === 5 &&
    fields.every((field, index) => field.split(',').every((part) => isPart(part, index)))
  );
}

function isPart(part: string, index: number): boolean {
  const bound = bounds[index];
  if (!bound) return false;
  const [range = '', step, ...more] = part.split('/');
  if (more.length > 0 || (step !== undefined && !/^[1-9]\d?$/.test(step))) return false;
  if (range === '*') return true;
  const ends = range.split('-').map((end) => numberOf(end, bound));
  const [from, to] = ends;
  if (ends.length > 2 || from === undefined) return false;
  return ends.length === 1 ? step === undefined : to !== undefined && from <= to;
}

function numberOf(word: string, bound: { min: number; max: number; names?: string[] }): number | undefined {
  const named = bound.names?.indexOf(word) ?? -1;
  if (named >= 0) return named + bound.min;
  const value = /^\d{1,2}$/.test(word) ? Number(word) : Number.NaN;
  return value >= bound.min && value <= bound.max ? value : undefined;
}
