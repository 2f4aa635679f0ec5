/** Whether what follows the verb "ask" says whom to ask, so that the line is advice to a colleague: "ask them if …". */
export const asksPerson = (words: string): boolean =>
  /^(?:them|him|her|whether|if)\b|^[他她]们?/iu.test(words);
