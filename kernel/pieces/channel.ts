import { foldInPlace } from '../words/folding.js';
import { type Channel, type Match, matches, type PieceOf, whole } from './base/piece.js';

const words: Record<Channel, RegExp> = {
  meeting:
    /视频会议?|视频(?=聊|了|沟通|通话|连线)|电话会议?|线上会议?|腾讯会议|会议(?![室纪系软])|开(?:了|过)?(?:个)?会(?!员)|\bmeetings?\b|\bzoom\b|\bwebex\b|\bgoogle meet\b|\bvideo (?:call|chat|conference)\b|\b(?:on|on a|over|via|ms|microsoft) teams\b/giu,
  call: /语音(?=聊|了|沟通|通话|会)|(?:打|通|接|回)(?:了|过|个|了个|过个)?电话(?!号|会|本)|电话(?!号|会|本|机|是|[记写打填改]?错|[::]?\s?[\d+(])|通话|去电|来电|\b(?:phone )?call(?:ed|s)?\b(?!\s?cent)|\bhung up\b|\bphoned?\b(?!\s?(?:number|no\b|[:\d+(]))/giu,
  visit: /拜访|上门|面谈|到访|走访|见面|见了|\bvisit(?:ed|s)?\b|\bmet\b/giu,
  wechat: /企业微信|微信(?!号|支付|公众|小程序|[::]?\s?[a-z\d])|企微|\bwe(?:chat|com)\b/giu,
  email:
    /电子邮件|邮件|邮箱(?![::]|\s?[\w.]+@)|(?<!\b(?:hates?|likes?|prefers?|long|my|no|without|instead of) )\be-?mail(?:ed|s)?\b(?!\s?[:@])|\bmail(?:ed)?\b/giu,
};

/**
 * Finds channels: 电话 ("phone"), 拜访 ("visit"), 微信 ("WeChat"), 邮件 ("mail"), 会议 ("meeting") and their English.
 */
export function findChannels(text: string): Match<PieceOf<'channel'>>[] {
  const folded = foldInPlace(text);
  return Object.entries(words).flatMap(([value, pattern]) =>
    matches(folded, pattern, () => ({ kind: 'channel', value: value as Channel })),
  );
}

/** Reads the channel that the whole text is, or undefined. */
export function readChannel(text: string): Channel | undefined {
  return whole(text, findChannels(text))?.value;
}
