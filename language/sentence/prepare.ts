import { normalise } from '../../kernel/words/folding.js';
import { digitsFor } from './spoken-numbers.js';

const digits: Record<string, string> = {
  幺: '1',
  零: '0',
  〇: '0',
  一: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/** Digits said one by one: seven or more are a phone number, not an amount. */
const spokenDigits = /[幺零〇一二三四五六七八九\d]{7,}/gu;

const fillers =
  /(?<=^|[\s,。])(?:嗯+|呃+|啊(?!哈)|额|哦(?!不)|那个(?!时候)|就是(?!说)(?:那个)?|然后呢?)+[\s,]*|嗯+|呃+|(?<=[,。\s])那个|嘛(?=\p{Script=Han})|然后(?=[见她他我说去给])|^(?:(?:um+|uh+|er|okay|ok|so|well)[\s,]+)+/giu;

/** Marks that were dictated as words: "new manager comma Helen Ward comma". */
const spokenMarks = (text: string): string =>
  (text.match(/\b(?:comma|full stop)\b/giu)?.length ?? 0) < 2
    ? text
    : text.replace(/\s*\bcomma\b/giu, ',').replace(/\s*\bfull stop\b/giu, '.');

/** Asks to write down what follows: 麻烦记一下：… ("please note: …"). */
const askedFirst =
  /^(?:(?:你好|您好|嗨|哈喽|那个|嗯+|另外|还有|再|对了|不好意思|抱歉|好的?|然后|顺便|hi|hello|hey)[,\s!]*)*(?:请|麻烦|劳驾|烦请|辛苦|拜托)?(?:你|您)?(?:再|先|也|顺便|快)?(?:帮(?:我|忙|个忙)?|给我|替我)?(?:再|先|也|顺便|都)?(?:(?:记|登记?|录|记录|写|补记|补录|备注|录入)(?:(?:一下|下|一笔|一条|一个|一次|个|条|笔)(?:跟进|拜访|记录)?(?:[:,。\s]+|(?=今|昨|前天|刚|上午|下午|中午|早上|晚上|拜访|我(?!的)))|(?:跟进|拜访|记录)?[:。]+\s*)|(?:跟进|拜访|更新)(?:记录|情况)\s*:\s*)|^(?:(?:hi|hello|hey|ok|okay|so|and|also)[\s,]+)*(?:(?:please|pls|kindly|can you|could you|would you) )?(?:just )?(?:note|log|record|make a note|jot down|write down|put down|take a note)(?: (?:this|that|it|down|please|for me|the following|of this))*\s*(?:[:,]\s*|\bthat )(?=\S)|^(?:just )?a (?:quick )?note: /iu;
/** The same after it: …，帮我记一下 ("…, write that down please"). */
const askedLast =
  /[,。\s]+(?:请|麻烦|劳驾|烦请|辛苦|拜托)?(?:你|您)?(?:都|也|先|快)?(?:帮(?:我|忙)?|给我|替我)?(?:都|也)?(?:记|登记|录|记录|写|补|备注|录入)(?:一下|一笔|一条|上|下来?|进去|一记|下)(?:吧|啊|哈|呗|哦)*(?:[,\s]*(?:谢谢|谢了|多谢|感谢|辛苦)(?:你|您|啦|了)*)?[!。~\s]*$|[,.]\s*(?:please|pls|can you|could you) (?:log|note|record) (?:that|this|it)(?: down)?(?:,? (?:please|thanks|thank you|thx))?[!.\s]*$/iu;
/** Shortest report beside such words, in characters. */
const leastReport = 5;

/** The report in words that ask to have it written down. */
function withoutAsking(text: string): string {
  for (const asked of [askedFirst, askedLast]) {
    const left = text.replace(asked, '');
    if (left !== text && left.trim().length >= leastReport) return withoutAsking(left.trim());
  }
  return text;
}

/** Orders a contact to be added, with the customer before or after it: 云帆加个联系人 孙丽 ("add a contact of Yunfan, Sun Li"). */
const contactAdded =
  /^(?:帮我|麻烦|请|再|给|还有?)*(?<of>[^,，。\s加添新登记]{2,12}?)?(?:再|新)?(?:加|添加|新增|增加|登记)(?:一?[个位])?(?:新的?)?联系人[,，:：\s]*(?<who>\S.*)$/u;

/** The fact that such an order tells: 云帆的联系人是孙丽. */
function asFact(text: string): string {
  const { of, who } = contactAdded.exec(text)?.groups ?? {};
  if (!who) return text;
  return of
    ? `${of}的联系人是${who}`
    : who.replace(/(的\p{Script=Han}{2,6}?)\s+(?=\p{Script=Han}{2,3}(?:\s|\d|$))/u, '$1是');
}

/** Small words before an order to keep something in mind: "so yeah just remember to". */
const beforeOrder =
  /^(?:(?:so|ok|okay|yeah|yep|right|well|oh|and|also|just|please|pls|hey)[\s,]+)+(?=(?:remember to|don't (?:let me )?forget|remind me to|i (?:need|have|must|should)|need to|must|make sure)\b)/iu;

/** Prepares a sentence for the rules: normalised, number words in digits; in voice input, fillers removed. */
export function prepareSentence(text: string, voice = false): string {
  // A Chinese comma never groups digits: 一间房800，128间 ("a room is 800, 128 rooms").
  const commasApart = spokenMarks(text)
    .replace(/(?<=\d)，(?=\d)/gu, '， ')
    .replace(/明后两?天/gu, '明天');
  const plain = digitsFor(asFact(withoutAsking(normalise(commasApart).trim().replace(beforeOrder, ''))));
  const withPhones = plain.replace(spokenDigits, (said) =>
    [...said].map((char) => digits[char] ?? char).join(''),
  );
  // Converts 27万五 to 27万5 (275,000).
  const withLastDigits = withPhones.replace(
    /(?<=\d万)[一二三四五六七八九](?![十百千万亿个月号日点折年天家台套])/gu,
    (said) => digits[said] ?? said,
  );
  // Separates an amount from a following 周: 十四万五周总说 ("145,000, says Mr Zhou"), 十四万五周五签 ("145,000, signing on
  // Friday").
  const separated = withLastDigits.replace(
    /(?<=[一二三四五六七八九十百两\d]万[一二三四五六七八九\d])(?=周(?:[一二三四五六日天]|[总工董姐哥]|经理|主任|老师))/gu,
    ',',
  );
  return voice ? separated.replace(fillers, '').trim() : separated;
}
