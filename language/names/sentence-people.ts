import { isTitled, surnamePattern } from '../../kernel/names/honorifics.js';
import type { FoundPiece } from '../../kernel/pieces/base/piece.js';
import { surnames } from '../../kernel/pieces/base/surnames.js';
import { readContact } from '../../kernel/pieces/contact.js';
import { literalPattern } from '../../kernel/words/literal-pattern.js';
import type { Mention } from '../reading/sentence-reading.js';

/** A person in the sentence. */
export interface PersonSpan {
  /** As said. */
  words: string;
  from: number;
  to: number;
  /** The customer whose contact it is, if only one customer has such a contact. */
  of?: string;
}

/** A contact of a mentioned customer. */
export interface KnownContact {
  name: string;
  title: string | null;
  customerId: string;
}

const latinName =
  /(?<![\p{Script=Latin}\d])(?!(?:Back|Fresh|Straight|Feedback|Quote|Email|Call|Calls|News|Update|Updates|Message|Reply|Word|Request|Order|Demo|Contract|Invoice|Payment|Coffee|Breakfast|Dinner|Brunch|Team|People|Guys|Folks|Someone|Somebody|Everyone|Everybody|Nobody|Nothing|Anything|Something|Good|Great|Bad|Nice|Quick|Late|Early|First|Second|Third|Last|Two|Three|Four|Half|Still|Now|Just|Also|But|And|So|Then|Today|Tomorrow|Yesterday|Tonight|Response|Answer|Input|Buyer|Engineers?|Director|Manager|Waiting|Over|Down|Up|Out|Off|All|Both|Most|Some|Spent|Arrived|Sat|Stopped|Was|Were|Been|Left|Pricing|Price|Budget|Things?|Interest|Progress|Trouble|Problems?|Leads?|Visitors?|Met|Saw|Called|Visited|Meet|Lunch|Had|Not|Next|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April(?! from| at)|May(?! from| at)|June(?! from| at)|July|August|September|October|November|December)\b)\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?(?![\p{Script=Latin}\d])/gu;
/** Context of an English first name: met Tom at …, Tom from …, … and Amy. */
const framed = /(?:\b(?:met|saw|called|with|from|and|meet|not)\s|(?:的|跟|和|,\s?|^))$/iu;

/** Finds contacts of the mentioned customers by name, first name, or surname and title. */
export function knownPeople(text: string, contacts: KnownContact[]): PersonSpan[] {
  const found = contacts.flatMap(({ name, title, customerId }): PersonSpan[] => {
    const first = /^\p{Lu}[\p{L}'-]+(?= )/u.exec(name)?.[0];
    const surname = /^\p{Script=Han}/u.exec(name)?.[0];
    const bySurname = surnamePattern(name);
    const called = bySurname ? [...text.matchAll(new RegExp(bySurname, 'giu'))] : [];
    // A surname alone is told by the whole name.
    if (called.length > 0 && !text.toLowerCase().includes(name.toLowerCase()))
      return called.map(({ 0: said, index }) => ({
        words: isTitled(said) ? said : name,
        from: index,
        to: index + said.length,
        of: customerId,
      }));
    const forms = [
      name + (title ?? ''),
      name,
      ...(surname && title ? [surname + title] : []),
      ...(first ? [first] : []),
    ];
    for (const form of forms) {
      const latin = /[a-z]/i.test(form);
      const pattern = latin ? `(?<![a-z])${literalPattern(form)}(?![a-z])` : literalPattern(form);
      const said = [...text.matchAll(new RegExp(pattern, latin ? 'giu' : 'gu'))];
      if (said.length > 0)
        return said.map(({ index }) => ({
          words: form,
          from: index,
          to: index + form.length,
          of: customerId,
        }));
    }
    return [];
  });
  for (const one of found) {
    if (found.some((other) => other.from === one.from && other.of !== one.of)) one.of = undefined;
  }
  // 王芳王总 ("Wang Fang, Mr Wang") is one person named twice.
  return found.filter(
    (one) => !found.some((other) => other.to === one.from && other.words[0] === one.words[0]),
  );
}

/**
 * Finds a surname and title after a customer and 的, whatever the word means elsewhere: 蓝鲸的钱总 ("Mr Qian of
 * Blue Whale").
 */
export function titledAfter(text: string, mentions: Mention[]): PersonSpan[] {
  return mentions.flatMap(({ to }) => {
    const from = to + (/^(?:那边)?的/u.exec(text.slice(to))?.[0].length ?? 0);
    const size = [5, 4, 3, 2].find(
      (one) =>
        readContact(text.slice(from, from + one)) !== undefined &&
        /\p{Script=Han}$/u.test(text.slice(from, from + one)),
    );
    return from > to && size ? [{ words: text.slice(from, from + size), from, to: from + size }] : [];
  });
}

/** Finds unknown English names where a person can stand. */
export function unknownPeople(text: string, occupied: { from: number; to: number }[]): PersonSpan[] {
  return [...text.matchAll(latinName)].flatMap((found) => {
    const [from, to] = [found.index, found.index + found[0].length];
    if (occupied.some((one) => from < one.to && one.from < to)) return [];
    if (
      /\b(?:beat|against|over|than|lost to|from|to)\s$/iu.test(text.slice(0, from)) &&
      !/from\s$/iu.test(text.slice(0, from))
    )
      return [];
    const before = framed.exec(text.slice(0, from))?.[0];
    const after = text.slice(to);
    const belongs = /^\s(?:at|from|of)\s\p{Lu}/u.test(after);
    const follows = before !== undefined && /\b(?:met|saw|meet)\s$|的$/iu.test(before);
    return (belongs && (from > 0 || after.startsWith(' from'))) ||
      (follows &&
        /^(?:$|[,\s]|[聊说谈来打回要想约发也很加把让问在]|微信|电话|觉得|同意|反馈|今天|昨天|明天)/u.test(
          after,
        ))
      ? [{ words: found[0], from, to }]
      : [];
  });
}

/** Whether a head is a Chinese name: a surname and one or two more characters (韩雪). */
export const soundsLikeName = (words: string): boolean =>
  /^\p{Script=Han}{2,3}$/u.test(words) && surnames.has(words[0] ?? '');

/** Lists the contacts among the pieces. */
export const contactsIn = (pieces: FoundPiece[]): PersonSpan[] =>
  pieces.flatMap(({ piece, from, to }) =>
    piece.kind === 'contact' ? [{ words: piece.value, from, to }] : [],
  );

/**
 * Finds colleagues by what they are called (`calledColleagues`), or by 小 or 老 and the surname if only one has it.
 */
export function colleaguesIn(
  text: string,
  called: ReadonlyMap<string, string>,
): (PersonSpan & { name: string })[] {
  const colleagues = [...new Set(called.values())];
  return colleagues.flatMap((name) => {
    const surname = /^\p{Script=Han}/u.exec(name)?.[0];
    const isUniqueSurname = surname && colleagues.filter((other) => other.startsWith(surname)).length === 1;
    const first = [...called].filter(([form, of]) => of === name && form !== name).map(([form]) => form);
    const forms = [name, ...first, ...(isUniqueSurname ? [`小${surname}`, `老${surname}`] : [])];
    for (const form of forms) {
      const latin = /[a-z]/i.test(form);
      const found = new RegExp(
        latin ? `(?<![a-z])${literalPattern(form)}(?![a-z])` : literalPattern(form),
        latin ? 'iu' : 'u',
      ).exec(text);
      if (found) return [{ name, words: found[0], from: found.index, to: found.index + found[0].length }];
    }
    return [];
  });
}

const withMe =
  /(?:和|跟|与)我|我(?:和|跟|与|带|陪|约|叫|代|替)|(?:跟|和|与|同|带|陪)\S{1,6}一起|陪我|(?<!替)我(?:一起|们)|介绍(?:我|了)?认识|介绍我|[带陪拉领约喊]着?我(?!们?公司)|\band (?:I|me)\b|\bI and\b|\bme\b|\bwith (?:me|us)\b|帮我(?=约|介绍|引荐|牵)|[让叫请要]我(?!们|提醒)/iu;
const forMe = /(?:替|帮)我(?!记|约|介绍|引荐|牵)/u;

/** Gives a colleague something to do: 让, 提醒, 安排, "@". */
const givenTo =
  /(?:[让叫请派@]|安排|通知|告诉|提醒(?:一下|下)?|交给|交代|嘱咐|吩咐|麻烦|辛苦|催(?:一下|下)?|\b(?:remind|ask|tell|get|have|let|assign(?: it)? to))\s*$/iu;
/** Speaks to a colleague, or begins what the colleague shall do. */
const shallDo =
  /^[\s,:]*(?:你|您)|^\s*(?:也|再|要|得|必须|务必|记得|抓紧|尽快|负责|今天|明天|后天|大后天|上午|下午|(?:下下?|这|本)?(?:周|星期|礼拜)[一二三四五六日天\d末]|月底前?|\d{1,2}[号日])*(?:之?前)?(?:去|给|来(?=\p{Script=Han})|发|送|打|约|把|拿|找|联系|拜访|回访|跟进|催|准备|做|出|过去|上门|演示|负责|盯)/u;
/** Before a colleague who only takes part, or to whom something is done. */
const takesPart = /(?:和|跟|与|(?<!合)同|陪|带|给|向|问|见|找|替|帮|对|由我|约)\s*$/u;

/** After a colleague: what is told or left to them, 给韩梅说一声…让她去跟 ("tell Han Mei to take it on"), 让韩梅去跟吧. */
export const handsOn =
  /^(?:说|讲|打)(?:一?[声下]|个?招呼)[^。]*(?:[让叫由请给](?:[他她]|去|来)|[他她][去来])|^(?:[去来]|以后|也|先|再|一起|帮忙?|多|帮我|协助)*(?:跟(?!我|他|她|\p{Script=Han}*[聊谈说打])|跟进|负责|接手|对接|盯)(?:一下|着|吧|了|就行|好了)*[\s。]*$/u;

/** After 给 ("to") and a colleague: 派个任务 ("a task"), 安排一件事. */
const tasked =
  /^(?:再|也|先)?(?:派|安排|布置|下|建|加|分配?|交代)(?:了|一?[个条件项])*(?:新的?)?(?:任务|待办|活儿?|事情?儿?)/u;

/** Finds the colleague to whom words that plan something give it, or undefined if it is the speaker's. */
export function givenToColleague(
  text: string,
  colleagues: (PersonSpan & { name: string })[],
): string | undefined {
  return colleagues
    .toSorted((a, b) => a.from - b.from)
    .find(({ from, to }) => {
      const [before, after] = [text.slice(0, from), text.slice(to)];
      if (handsOn.test(after) || (/给\s*$/u.test(before) && tasked.test(after))) return true;
      if (takesPart.test(before) || /^(?:的|说|问|和我|跟我|与我|一起)/u.test(after)) return false;
      return givenTo.test(before) || shallDo.test(after);
    })?.name;
}

/** Finds the colleague who did it, or undefined if it was the speaker. */
export function doneBy(
  text: string,
  colleagues: (PersonSpan & { name: string })[],
  mentions: Mention[],
): string | undefined {
  const [first] = [...colleagues].sort((a, b) => a.from - b.from);
  if (!first) return undefined;
  const clause = text.slice(0, (text.slice(first.to).search(/[,。;]/u) + 1 || text.length + 1) + first.to);
  if (withMe.test(clause) && !forMe.test(clause)) return undefined;
  if (text.startsWith('的', first.to)) return undefined;
  const before = text.slice(0, first.from);
  const owns = /是$/u.test(before) && mentions.length > 0;
  const leads =
    /^(?:\s|同事|听|据|让|叫|请|帮|昨天|今天|明天|前天|上午|下午|according to|told|asked|had|got|let|please|today|yesterday)*$/iu.test(
      before,
    );
  return owns || leads ? first.name : undefined;
}
