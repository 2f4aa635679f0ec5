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

/** Prepares a sentence for the rules: normalised, number words in digits; in voice input, fillers removed. */
export function prepareSentence(text: string, voice = false): string {
  // A Chinese comma never groups digits: 一间房800，128间 ("a room is 800, 128 rooms").
  const commasApart = spokenMarks(text)
    .replace(/(?<=\d)，(?=\d)/gu, '， ')
    .replace(/明后两?天/gu, '明天');
  const plain = digitsFor(normalise(commasApart).trim());
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
