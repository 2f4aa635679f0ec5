/** Asks to be reminded oneself: 提醒我 ("remind me"), "remind me to", "don't let me forget", "note to self". */
const own =
  /(?:提醒|叫|通知|催)(?:一下)?我|给我(?:设|定|加|建)(?:个|一个)?(?:提醒|闹钟)|\b(?:remind|ping|nudge|alert) me\b(?! (?:what|who|whom|when|how|which|where|why|whether|if)\b)|\bdon't let me forget\b|\bnote to (?:my)?self\b|\b(?:reminder|task) (?:for|to) (?:me|myself)\b/iu;

/** Whether the words want a reminder for the speaker alone, which is no part of the work on the record. */
export const remindsSpeaker = (words: string): boolean => own.test(words.replace(/[’‘]/gu, "'"));
