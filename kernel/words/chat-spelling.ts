/** What people type in a hurry for a whole word. */
const spelled: readonly [RegExp, string][] = [
  [/\bhav\b/gu, 'have'],
  [/\bwot\b/gu, 'what'],
  [/^nd\b/gu, 'and'],
  [/\bagn\b/gu, 'again'],
  [/\bnxt\b/gu, 'next'],
  [/\babt\b/gu, 'about'],
  [/\bu\b/gu, 'you'],
  [/\bur\b/gu, 'your'],
  [/\bwudl?\b/gu, 'would'],
  [/\bcudl?\b/gu, 'could'],
  [/\bhw\b/gu, 'how'],
  [/\b([Ww]hat|[Ww]ho|[Hh]ow|[Ww]here|[Ww]hen)s\b/gu, '$1 is'],
];

/** The words as they are spelled in full, for reading only: "wot did they want nxt" is "what did they want next". */
export const inFullSpelling = (words: string): string =>
  spelled.reduce((left, [short, full]) => left.replace(short, full), words);
