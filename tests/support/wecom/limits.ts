const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const megabyte = 1024 * 1024;

/**
 * What the long connection allows. Unless said otherwise from
 * https://developer.work.weixin.qq.com/document/path/101463 (wecom.md, sections 7 and 9).
 */
export const limits = {
  welcomeMs: 5 * second,
  cardUpdateMs: 5 * second,
  replyMs: 24 * hour,
  /** From the first frame of a stream to its last. */
  streamMs: 10 * minute,
  /** Of markdown.content and stream.content, in UTF-8. */
  contentBytes: 20_480,
  feedbackIdBytes: 256,
  /** To one chat, replies and pushes together. */
  messages: { perMinute: 30, perHour: 1_000 },
  /** Of one bot. */
  uploads: { perMinute: 30, perHour: 1_000 },
  uploadMs: 30 * minute,
  uploadedMs: 3 * day,
  /** A picture or file from a person can be fetched for so long. */
  downloadMs: 5 * minute,
  chunkBytes: 512 * 1024,
  chunks: 100,
  filenameBytes: 256,
  mediaBytes: { image: 10 * megabyte, voice: 2 * megabyte, video: 10 * megabyte, file: 20 * megabyte },
  leastMediaBytes: 5,
} as const;

/** Counts and bytes that are refused when passed: https://developer.work.weixin.qq.com/document/path/101032. */
export const cardLimits = {
  taskIdBytes: 128,
  horizontal: 6,
  vertical: 4,
  jumps: 3,
  jumpQuestionBytes: 200,
  menu: 3,
  buttons: 6,
  keyBytes: 1_024,
  optionIdBytes: 128,
  selects: 3,
  selectOptions: 10,
  voteOptions: 20,
  /** The page says "less than 2.25, more than 1.3" and shows 2.25 as its example, 1.3 as the default. */
  aspectRatio: { from: 1.3, to: 2.25 },
} as const;

/** Lengths past which clients cut a text; longer ones are accepted. Same page. */
export const clientCuts = {
  sourceDesc: 13,
  title: 26,
  desc: 30,
  emphasisTitle: 10,
  emphasisDesc: 15,
  subTitle: 112,
  keyname: 5,
  value: 26,
  verticalTitle: 26,
  verticalDesc: 112,
  jumpTitle: 13,
  selectTitle: 13,
  selectOption: 10,
  voteOption: 11,
  button: 10,
} as const;

export type MediaKind = keyof typeof limits.mediaBytes;

export const utf8Bytes = (text: string): number => Buffer.byteLength(text, 'utf8');
