/** Measures a text in a unit that platforms count in. */
export type TextMeasure = (text: string) => number;

export const utf8Bytes: TextMeasure = (text) => Buffer.byteLength(text, 'utf8');

/** UTF-8 bytes of the text inside a JSON string, without quotes. */
export const jsonBytes: TextMeasure = (text) => utf8Bytes(JSON.stringify(text)) - 2;

/**
 * Width in full-width Chinese characters (字): a half-width character counts half; so do combining marks and
 * joiners, which clients draw over others.
 */
export const charWidth: TextMeasure = (text) => {
  let halves = 0;
  for (const char of text) halves += char >= '\u1100' && !/[\p{M}\p{Cf}]/u.test(char) ? 2 : 1;
  return halves / 2;
};

/** Whether people would see nothing: platforms refuse or drop such texts. */
export const isBlank = (text: string): boolean => text.replace(/[\s\u200b-\u200d\u2060\ufeff]/gu, '') === '';

/** Joins a text to one line: every run of white space becomes one space. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
