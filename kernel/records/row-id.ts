/** Whether the words are the id of a row (20 characters of Crockford's base 32), which no text may show to people. */
export const isRowId = (words: string): boolean => /^\d[0-9A-HJKMNP-TV-Z]{19}$/.test(words);

/** Whether an id of a row stands in the words. */
export const holdsRowId = (words: string): boolean => /\b\d[0-9A-HJKMNP-TV-Z]{19}\b/.test(words);
