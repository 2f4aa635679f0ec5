/** Size of a text in one of the units that platforms count in. */
export type Measure = (text: string) => number;

export const utf8Bytes: Measure = (text) => Buffer.byteLength(text, 'utf8');

/** UTF-8 bytes of the text inside a JSON string, quotes not counted. */
export const jsonBytes: Measure = (text) => utf8Bytes(JSON.stringify(text)) - 2;

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f000}-\u{3ffff}]/u;

/** Width in full Chinese characters (字); a half-width character counts as half of one. */
export const charWidth: Measure = (text) => {
  let halves = 0;
  for (const char of text) halves += wide.test(char) ? 2 : 1;
  return halves / 2;
};

/** True where people would see nothing: platforms refuse or drop such texts. */
export const isBlank = (text: string): boolean => text.replace(/[\s\u200b-\u200d\u2060\ufeff]/gu, '') === '';

/** One line: any run of white space becomes one space. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
