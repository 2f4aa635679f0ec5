/** English numbers from one to twelve, as people spell them in a line. */
export const spelledNumbers: Readonly<Record<string, number>> = Object.fromEntries(
  'one two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, n) => [word, n + 1]),
);

/** The months in English, January first. */
export const englishMonths =
  'january february march april may june july august september october november december'.split(' ');

/** The first three letters of each month. */
export const shortMonths = englishMonths.map((name) => name.slice(0, 3));

/** Tens as they are spelled. */
export const spelledTens = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
