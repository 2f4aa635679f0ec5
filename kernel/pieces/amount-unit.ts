/** A unit that says what a figure means, however small it is. */
const unit = /[元块$¥€£]|\b(?:yuan|rmb|cny|usd|dollars?|euros?)\b/iu;

/** Whether words say in which unit an amount is, other than by ten thousands. */
export const saysUnit = (words: string): boolean => unit.test(words);

/** An amount in whole units, as it reads in every language: 35元. */
export const inUnits = (amount: number): string => `${amount}元`;
