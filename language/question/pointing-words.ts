/** Whether words name nobody, and only point at whom the talk is about: 上次给他们 ("to them last time"). */
export const pointsAtTopic = (words: string): boolean =>
  words
    .replace(
      /上次|上回|上一次|之前|最近|当时|给|跟|和|对|向|他们?|她们?|人家|对方|这家|那家|这个|那个|客户|\b(?:them|they|their|it|him|her|he|she|this|that|one|last|time|times|to|for|at|with|previous(?:ly)?|before|again|there)\b|[\s,，]/giu,
      '',
    )
    .trim() === '';

/** The name in words that say to whom or when: 海棠 of 上次给海棠 ("to Haitang last time"). */
export const nameAddressed = (words: string): string =>
  words.replace(/^(?:上次|上回|之前|当时|最近)*(?:给|跟|和|对|向)?(?=\S{2})/u, '');
