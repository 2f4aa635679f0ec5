/** Writes words as the source of a regular expression that matches them letter by letter. */
export const literalPattern = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
