import type { Channel } from '../../kernel/pieces/base/piece.js';
import { clausesOf, hasNegation } from '../reading/clauses.js';
import { doneCue, hypotheticalCue, movedToCue, notDoneCue, postponedCue } from './cues.js';

/** What is given, sent or signed; a task about one of them is done when that very thing is. */
const things =
  /合同|协议|报价单?|方案|标书|投标|样[品机件板]|资料|发票|案例|文档|说明书|需求书|清单|授权|账号|清样|画册|图纸|纪要|回执|快递|预算表|名片|礼品?|ppt|\b(?:contracts?|quot(?:e|ation)s?|proposals?|samples?|invoices?|brochures?|references?|mock-?ups?|proofs?|decks?|docs?|documents?|nda|agreements?|specs?|pricing|price list|case stud(?:y|ies)|plans?|links?|slides|minutes)\b/giu;

/** Verbs by which a thing changes hands, before or after it. */
const handled =
  /[发送寄交给签递传提回带拿开做出改写讲过](?!现|展|生|票|会|玩笑)|搞定|弄好|办好|\b(?:sent|send|sending|dropp?(?:ed|ing)? (?:off|in)|deliver\w*|hand(?:ed|ing)? over|sign(?:ed|ing)?|email(?:ed|ing)?|forward(?:ed|ing)?|submit\w*|shar(?:ed|ing)|gave|took|brought)\b/iu;

/** A signature: what only was sent is not signed. */
const signing = /签|\bsign/iu;

/** A thing has left one's hands, which ends its task also before its day; to go through it does not. */
const handedOver =
  /[发送寄递传](?!现|展|生|票|会)|交(?=给|了)|\b(?:sent|dropp?ed|delivered|handed|e-?mailed|forwarded|submitted|shared|gave)\b/iu;

/** Words of a title that say nothing of what is to be done. */
const smallWords =
  /[\s,，。的了把给我要记得]|提醒|(?:下?(?:周|星期|礼拜)|[今明后])[一二三四五六日天]?|\b(?:the|an?|my|our|to|for|of|by|on|at|with|remind|me)\b/giu;

/** Ways to be in touch, by the words of a task. */
const ways: { way: 'visit' | 'call' | 'demo'; pattern: RegExp }[] = [
  {
    way: 'demo',
    pattern:
      /演示|汇报|培训|宣讲|讲标|路演|讲(?:一下|下)?(?:方案|细节|产品)|\b(?:demos?|present\w*|train\w*|workshop)\b/iu,
  },
  {
    way: 'visit',
    pattern:
      /(?<![过回失出])去(?!年|掉)|拜访|上门|见面|(?<![意再听看])见(?!效)|过去|跑一?趟|到现场|吃饭|面谈|\b(?:visit\w*|see|seeing|meet\w*|go(?:ing)? (?:to|back|over)|lunch|dinner|coffee)\b/iu,
  },
  { way: 'call', pattern: /电话|回电|打给|打个|致电|语音|\b(?:call\w*|ring\w*|phon\w*)\b/iu },
];

/** Words that only ask to be in touch again, or to hear how it stands. */
const touch =
  /跟进|联系|回访|再约|再聊|再谈|沟通|聊|问|催|确认|对一下|碰|看看|找|磨|盯|\b(?:follow|check\w*|chas\w*|touch base|contact|talk\w*|speak\w*|ping\w*|catch\w* up|ask\w*|retry\w*|try\w*)\b/iu;

/** A promise: what is said of it will happen. */
const promised =
  /再(?=[给发送寄交去来约谈打签])|下次|回头|改天|之?后(?=[给发送寄交])|准备|打算|会(?=[给发送寄交])|要(?=[给发送寄交去])|等|答应|催|\b(?:will|going to|'ll|next|later|tomorrow|promis\w*|wants?|needs?|asked for|waiting)\b/iu;
const ahead =
  /(?:明|后)天|下下?(?:周|个?月|星期|礼拜)|(?:周|星期|礼拜)[一二三四五六日天末](?:前|之前|再|给|发|送|去)|月底|年底|[过]?[几两三]天后/u;

/** The part of a title that says what is to be done: a title may be the whole sentence that planned it. */
const planned =
  /[明后]天|下|周|星期|礼拜|[号月点]|再|约|提醒|记得|要|争取|准备|\b(?:next|tomorrow|tonight|(?:mon|tue|wed|thu|fri|sat|sun)\w*|by|will|remind|need)\b/iu;

/** The clause of a sentence that says what is to be done, or all of it. */
export function stepIn(title: string): string {
  const clauses = clausesOf(title).map(({ text }) => text);
  const last = clauses.findLast((text) => planned.test(text));
  return clauses.length > 1 && last ? last : title;
}

/** Whether words name what is to be done: a thing that changes hands, a visit, a call, a demo, or being in touch. */
export const namesMatter = (words: string): boolean =>
  thingsIn(words).length > 0 ||
  /签|\bsign/iu.test(words) ||
  touch.test(words) ||
  ways.some(({ pattern }) => pattern.test(words));

/** What a task is about. */
export interface PlannedStep {
  title: string;
  /** True if the title is only the customer's name: any contact is the step. */
  isPlain: boolean;
  /** True if its day has come; before that only the thing itself can be done early. */
  isDue: boolean;
}

/**
 * Whether words tell that the very thing of a task was done: 送合同 ("take the contract") by 合同送过去了 ("took it there"), a
 * visit by a visit, a mere 再联系 ("be in touch") by any contact. Not by a promise, nor by news of something else.
 */
export function tellsTaskDone(
  { title, isPlain, isDue }: PlannedStep,
  told: string,
  channel: Channel | undefined,
): boolean {
  const clauses = clausesOf(told).map(({ text }) => text);
  const happened = clauses.filter(
    (text) =>
      !ahead.test(text) && !notDoneCue.test(text) && !hypotheticalCue.test(text) && !postponedCue.test(text),
  );
  const step = stepIn(title);
  const wanted = thingsIn(step);
  const way = ways.find(({ pattern }) => pattern.test(step))?.way;
  // "call about the invoice" is done by a call, not by the invoice.
  // "the terms of the contract are with legal" is done by no sending of it.
  const isHanded = handled.test(step) || step.replace(things, '').replace(smallWords, '').length <= 4;
  if (wanted.length > 0 && way === undefined && !isHanded) return false;
  if (wanted.length > 0 && (way === undefined || handled.test(step)))
    return wanted.every((thing) =>
      happened.some(
        (text) =>
          thingsIn(text).includes(thing) &&
          handled.test(text) &&
          (!signing.test(step) || signing.test(text)) &&
          (isDue || handedOver.test(text) || signing.test(step)) &&
          doneCue.test(text) &&
          !promised.test(text) &&
          !hasNegation(text),
      ),
    );
  if (!isDue || isOfOther(step, told)) return false;
  if (isPlain) return channel !== undefined;
  if (way === 'demo')
    return happened.some((text) => ways[0]?.pattern.test(text) && !promised.test(text) && !hasNegation(text));
  if (way === 'visit') return channel === 'visit' || channel === 'meeting';
  if (way === 'call') return channel === 'call';
  return touch.test(step) && channel !== undefined;
}

/** What one asks after, or is in touch about. */
const topics =
  /付款|回款|款项|尾款|首付|定金|发票|账|合同|报价|价格|折扣|预算|样品|方案|验收|交付|交货|投诉|售后|培训|演示|续约|订单|名单|资料|\b(?:payment|invoice|deposit|contract|quote|price|pricing|discount|budget|sample|proposal|delivery|complaint|training|demo|renewal|order|feedback|decision|references?)s?\b/giu;
/** Says what it was about. */
const saysTopic =
  /\b(?:about|regarding|re|discuss\w*)\b|[聊谈问说讲](?:了|过|到|起)?(?:一下|下)?(?=\p{Script=Han})/iu;

/** Whether a step is about something, and the words tell of something else. */
function isOfOther(step: string, told: string): boolean {
  const about = topicsIn(step);
  const said = topicsIn(told);
  if (about.length === 0 || about.some((one) => said.includes(one))) return false;
  return said.length > 0 || saysTopic.test(told);
}

const topicsIn = (text: string): string[] =>
  [...text.toLowerCase().matchAll(topics)].map(([word]) => word.replace(/s$/u, ''));

/** Whether words move a next step to another day: 改到下周五 ("moved to next Friday"). */
export const tellsStepMoved = (told: string): boolean => movedToCue.test(told);

const thingsIn = (text: string): string[] => [
  ...new Set([...text.toLowerCase().matchAll(things)].map(([word]) => word.replace(/s$|单$/u, ''))),
];
