import { askingIf, reportedCue } from './cues.js';
import type { Segment } from './segment-type.js';

/** A condition or supposition of the speaker's own. */
const condition = new RegExp(
  String.raw`如果|要是|假如|假设|倘若|万一|除非|只要(?=[^,。]*(?:就|便))|\b(?:unless|in case|provided|as long as|assuming|suppose|supposing)\b|(?<!${askingIf})\bif\b(?! (?:i|we) (?:have|get|find) time| possible)`,
  'iu',
);

/** A wish, a doubt or an idea of the speaker's own, or words to colleagues: congratulations, what one is about to do. */
const wish =
  /恭喜|祝贺|^\s*等我|\bcongrat|^\s*(?:guys|folks)\b(?!,? (?!who|has|have|did|does|do|is|are|can|could|any)\S+(?: \S+){0,3}? (?:signed|won|called|approved|accepted|agreed|paid|confirmed|said|rang|wants?|needs?)\b[^?]*$)|^\s*(?:well done|nice one|good luck)\b|\bi think\b[^,.]*\b(?:going to|gonna|about to)\b|^\s*(?:嗯|哎|唉|那个)?(?:真)?(?:希望|但愿|祈祷|求求?|祝)|就好了|(?:在想|琢磨|纠结|犹豫)(?:着|要|该|是不是)|(?:要不要|该不该|是不是该|能不能)|祈祷|^\s*(?:正|我)?在?去[^,。]{0,12}的?(?:路|途)[上中]|^\s*(?:really |just |so )?(?:hope|hoping|wish|praying|fingers crossed)\b|\bi (?:really |just |do )?(?:hope|wish|wonder)\b|^\s*(?:was |am |i'm )?(?:wondering|debating|considering|thinking about) (?:whether|if|to)?\b|\b(?:would|it'd) be (?:great|nice|good|lovely|amazing) if\b|\bi wonder\b/iu;

/** What the speaker holds to be about time: 云帆差不多可以到方案报价了 ("Yunfan could about go to the quote"). */
const opinion = /差不多就?(?:可以|能|该|要)|\babout (?:time|ready) (?:to|we|for)\b/iu;

/** A request to somebody: 把微信推我一下 ("send me the contact"), "send me Jane's number". */
const request =
  /(?:推|发|给|转|甩|借|告诉|分享)(?:给)?我(?:一下|一份|个|下|看看|呗|吧|啊|哈|们)*[\s。.!！]*$|^\s*(?:请|麻烦|劳驾|烦请|拜托)?(?:你|您)?(?:帮我|帮忙|替我)(?!记|约|提醒|联系|谢)|^\s*(?:麻烦|劳驾|烦请|拜托)(?:你|您)?(?!提醒)|^\s*(?:订|叫|打)个?[^,。]*车[\s。]*$|^\s*(?:please |pls |hey |can you |could you |would you |will you )*(?:send|give|forward|text|email|pass|ping|tell|show|lend) (?:me|us)\b|^\s*(?:can|could|would|will) you (?!remind)/iu;
/** What is asked to be kept in mind is a plan. */
const kept = /提醒|记得|别忘|\bremind\b/iu;

/** Somebody of the customer's said what follows. */
const theyTold =
  /\b(?:told|tells) (?:me|us)\b|\b(?:mentioned|mentions|reckons?|feels|hinted|explained|wrote|texted|messaged|emailed|replied|insists?|insisted|claims?|claimed)\b/iu;

const saysBefore = (text: string, cue: RegExp): boolean => {
  const found = cue.exec(text);
  const before = text.slice(0, found?.index ?? 0);
  return found !== null && !reportedCue.test(before) && !theyTold.test(before);
};

/**
 * Whether what is said of a customer is only a thought or a request of the speaker's, so that nothing has happened:
 * 假如他们月底付款，我的指标就够了 ("if they pay this month I make my target"). What was done or said before it is news, and
 * so is what a contact says in it.
 */
export function isThought(group: readonly Segment[]): boolean {
  const at = group.findIndex(
    ({ text }) =>
      saysBefore(text, condition) ||
      saysBefore(text, opinion) ||
      wish.test(text) ||
      (request.test(text) && !kept.test(text)),
  );
  if (at < 0) return false;
  return !group.some(
    ({ kind, channel, contacts, text }, n) =>
      (n < at && (kind === 'done' || kind === 'told')) ||
      (n > at && contacts.length > 0 && reportedCue.test(text)) ||
      (n !== at && kind === 'done' && channel !== undefined),
  );
}
