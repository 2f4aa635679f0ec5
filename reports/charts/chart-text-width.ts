const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3ffff}]/u;

/** Estimates the width of words, well enough to decide what fits before a canvas exists. */
export function textWidth(words: string, fontSize: number): number {
  let ems = 0;
  for (const char of words) ems += wide.test(char) ? 1 : 0.58;
  return ems * fontSize;
}

/** Returns the width of the widest words. */
export function widest(words: string[], fontSize: number): number {
  return words.reduce((most, one) => Math.max(most, textWidth(one, fontSize)), 0);
}
