/**
 * Template card limits (https://developer.work.weixin.qq.com/document/path/101032). Counts and bytes are
 * refused when passed; lengths in characters are where clients begin to cut the text.
 */
export const wecomLimits = {
  titleChars: 26,
  descChars: 30,
  subTitleChars: 112,
  facts: 6,
  factNameChars: 5,
  factValueChars: 26,
  jumps: 3,
  jumpTitleChars: 13,
  buttons: 6,
  buttonChars: 10,
  keyBytes: 1024,
  options: 10,
  optionIdBytes: 128,
  optionChars: 10,
  selectTitleChars: 13,
  selects: 3,
  voteOptions: 20,
  voteOptionChars: 11,
  /** Of one Markdown message. */
  markdownBytes: 20_480,
} as const;

/** The key of the button that sends the choice of the dropdown; the choice itself carries the call. */
export const submitKey = 'submit';

export const questionKey = 'choice';

/** Before the call that a form of dropdowns submits; each question is named like its field. */
export const fieldsKey = 'form:';
