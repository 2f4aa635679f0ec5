/** A unit that amounts are written in: its size in whole units of the currency, its name, and its decimal places. */
export type AmountUnit = [size: number, name: string, places: number];

/** Names of the seven days from Monday on, as a language (BCP 47) writes them alone. */
export function weekdayNames(tag: string, weekday: 'short' | 'long'): string[] {
  const format = new Intl.DateTimeFormat(tag, { weekday, timeZone: 'UTC' });
  return [1, 2, 3, 4, 5, 6, 7].map((day) => format.format(Date.UTC(2024, 0, day)));
}

/** Names of the twelve months. */
export function monthNames(tag: string, month: 'short' | 'long'): string[] {
  const format = new Intl.DateTimeFormat(tag, { month, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, index) => format.format(Date.UTC(2024, index, 1)));
}

/** Writes figures with separators, of at most so many decimal places. */
export function numberWriter(tag: string): (value: number, places?: number) => string {
  // Made once a number of places: toLocaleString would make one at each call, which takes longer than a card.
  const made = new Map<number, Intl.NumberFormat>();
  return (value, places = 3) => {
    const known = made.get(places) ?? new Intl.NumberFormat(tag, { maximumFractionDigits: places });
    made.set(places, known);
    return known.format(value);
  };
}
