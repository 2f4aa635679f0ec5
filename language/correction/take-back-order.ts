import { bareOrder, isAsking, isReported, orderParts, orderText } from './plain-order.js';

/** What is to be taken back. */
export interface TakeBack {
  /**
   * 'step': the last act, as undo does. 'record': the record made last, with its later changes. 'note': the follow-up
   * recorded last. 'named': a follow-up that the words name. 'about': what was recorded last about a customer. 'mistake': only that something was wrong.
   * 'perhaps': words that may drop what was just recorded, so that it is asked.
   */
  what: 'step' | 'record' | 'note' | 'named' | 'about' | 'mistake' | 'perhaps';
  /** The words that name it: 昨天云杉科技 ("Yunshan, yesterday"), "the Larkspur note from yesterday". */
  about?: string;
  /** What had been done, by its verb, which is to wait: 输 of 先别输 ("don't close it yet"). */
  done?: string;
  /** What kind of step it was, where the words say so: 输单 of 刚才输单那条撤了 ("undo the loss just now"). */
  step?: StepKind;
}

/** A kind of step that words may name. */
export type StepKind = 'lost' | 'won' | 'moved' | 'target';

const stepKinds: readonly [StepKind, RegExp][] = [
  ['lost', /输单|丢单|\b(?:loss|lost)\b/iu],
  ['won', /赢单|\b(?:win|won)\b/iu],
  ['moved', /推进|\b(?:stage|move)\b/iu],
  ['target', /目标|\btarget\b/iu],
];

/** The kind of step that is called so, or undefined. */
export const stepSaid = (word: string | undefined): StepKind | undefined =>
  stepKinds.map(([kind]) => kind).find((kind) => kind === word);

/** Longest line that is read as an order, in characters. */
const longest = 120;

/**
 * Reads a line that takes something back: 刚才记错了，删掉 ("logged it wrong, delete it"), "undo that please", "delete my
 * last note". Undefined if the line only reports somebody's wish, asks, or holds another value.
 */
export function readTakeBack(line: string): TakeBack | undefined {
  const text = orderText(line);
  if (text.length > longest || isAsking(text)) return undefined;
  const parts = orderParts(text).filter((part) => bareOrder(part) !== '' && !nod.test(part));
  const orders = parts.map((part) => orderIn(bareOrder(part)));
  const last = orders.at(-1);
  const [first] = orders;
  if (last && last.what !== 'mistake') {
    const before = parts.slice(0, -1);
    if (before.every((part, at) => orders[at] !== undefined || isReason(part))) return last;
    // News may stand before it as well, so that it is asked unless they tell why.
    if (last.what === 'step') return tooSoon.test(text) ? last : { what: 'perhaps' };
    return undefined;
  }
  // What follows an order is its reason: "scrap it, sue hasn't asked for anything yet".
  if (
    first &&
    first.what !== 'mistake' &&
    parts.length > 1 &&
    !/^(?:strike|forget|scratch)/iu.test(bareOrder(parts[0] ?? ''))
  )
    return first;
  const excused = orderBeforeReason.exec(bareOrder(text))?.groups?.order;
  if (excused && !/\b(?:meant|should|make it|instead|actually|rather)\b/iu.test(text))
    return orderIn(excused);
  const trailing = trailingOrder(text);
  if (trailing) return trailing;
  return orders.length > 0 && orders.every((one) => one !== undefined) ? last : undefined;
}

/** What was told of came too soon: "not yet, they sign tomorrow". */
const tooSoon =
  /\b(?:not yet|hold on|wait|too (?:soon|early)|hasn'?t|haven'?t|didn'?t|(?:is|are|was)n'?t|not (?:signed|closed|final|done|won))\b|还没|没[签定成]|等等|等一下|太早|早了/iu;

/** A reason that is only a slip: 归雁写错了. */
const slipTail =
  /[\s的]*(?:[记写说搞弄打输填点选]错|记岔|不对|(?:was |is )?wrong|(?:was |is )?a mistake)了?$/iu;

/** The words of a line that takes back a step which may name its customer: 归雁 of 归雁 写错了 撤. */
export const namesBeside = (line: string): string[] =>
  orderParts(orderText(line))
    .map((part) => bareOrder(part).replace(slipTail, '').trim())
    .filter((part) => part.length > 1 && part.length <= 30 && orderIn(part) === undefined);

/** Agrees before the order: "good. actually delete it". */
const nod = /^(?:good|great|perfect|cool|fine|thanks|nice|好的?|行|可以|嗯)$/iu;

/** Whether the words may precede an order to delete: short, and nobody else's wish. */
const isReason = (part: string): boolean => part.length <= 60 && !isReported(part);

/** Words for a mistake, before an order without a mark: "that wasn't even sue … delete it". */
const mistake =
  /\b(?:wait|oops|whoops|wrong|mistake|wasn't|isn't|not|never ?mind|typo|twice|duplicate)\b|[记写说搞弄打输点选]错|不对|错了|记岔|重复|还没[盖签定批付到]|先别|等一?下|等等|不去了|不用了|没用了|多余/iu;
const latinTail =
  /(?:^|\s)(?<verb>undo|delete|remove|erase|scrap|scratch|bin|drop|cancel|take back) (?:it|that|this|that one|this one)$/iu;
const hanTail = /(?<verb>撤回来|撤回|撤销|撤掉|撤了|删掉|删除|删了|不要了|作废)了?$/u;

function trailingOrder(text: string): TakeBack | undefined {
  const bare = text
    .replace(/[?？!！.。~…\s]+$/u, '')
    .replace(/\s*\b(?:please|pls|now|then|thanks|lol)$/iu, '')
    .replace(/[吧啊呀呗]$/u, '');
  const found = latinTail.exec(bare) ?? hanTail.exec(bare);
  if (!found) return undefined;
  const before = bare.slice(0, found.index);
  const isStepBack = isStep(found.groups?.verb ?? '') && tooSoon.test(before);
  if (isStepBack) return { what: 'step' };
  if (!mistake.test(before) || isReported(before.replace(/\b(?:he|she|they)\b/giu, ''))) return undefined;
  return { what: isStep(found.groups?.verb ?? '') ? 'step' : 'record' };
}

const isStep = (verb: string): boolean => /^(?:undo|take|revert|roll|scratch|strike|撤|还原)/iu.test(verb);

const nouns =
  '(?:note|log|entry|record|follow-?up|visit|call|meeting|message|task|to-?do|reminder|plan|deal|lead|target|loss|win|one|thing|step|change|line|bit)';
const lastThing = `(?:it|that|this|those|these|(?:that|this|the|my|our)(?: very)?(?: last| latest| previous| most recent)?(?: ${nouns})?|(?:the|my) (?:last|latest)(?: thing)?|(?:the |my )?last ${nouns}|what i (?:just )?(?:said|logged|wrote|entered|put in|noted)|the (?:last|thing) (?:thing )?i (?:just )?(?:said|logged|wrote|did|entered))`;
const latinOrder = new RegExp(
  `^(?:(?<verb>undo|delete|remove|erase|scrap|scratch|strike|drop|cancel|revert|discard|bin|wipe|forget|ignore|disregard|nuke|kill|toss|axe|pull|void|clear|lose|take back|roll back|get rid of) (?<thing>${lastThing})|(?<back>take|roll) (?<backed>${lastThing}) back|(?<alone>undo|take back|revert|disregard|scratch that))$`,
  'iu',
);
/** An order with its reason in one breath: "scratch that last one i mixed it up with another chain". */
const orderBeforeReason = new RegExp(
  `^(?<order>(?:undo|delete|remove|erase|scrap|scratch|strike|discard|bin|wipe|take back|get rid of) ${lastThing})[ -]+(?:(?:because|cause|cos|since|as) )?(?:i(?:'ve|ve| have)? (?:mixed|confused|got (?:it|that|them) (?:wrong|mixed)|made (?:it|that|a mistake)|logged|put (?:it|that)|mistyped|misread|misheard|messed|was (?:wrong|mistaken|thinking of))|(?:it|that)(?:'s|s| was| is) (?:wrong|a mistake|not (?:right|true)|for|about|the wrong|somebody|someone|another)|wrong \\w+|my (?:bad|mistake)|(?:it |that )?(?:didn't|didnt|never) happen)`,
  'iu',
);
const noteNoun = /\b(?:note|log|entry|follow-?up|visit|call|meeting)\b|跟进|拜访|记录|电话/iu;
const latinNamed =
  /^(?:delete|remove|erase|scrap|drop|discard|bin|wipe|get rid of|undo) (?<about>.*\b(?:note|log|entry|follow-?up|visit|call|meeting)s?\b.*)$/iu;
const latinMistake =
  /^(?:(?:that|it|this) (?:was|is)|that's|it's)? ?(?:wrong|all wrong|a mistake|not right|incorrect|the wrong (?:one|button))$|^(?:i )?(?:logged|typed|tapped|entered|put|got) (?:it|that|this) (?:in )?wrong(?:ly)?$|^(?:i(?:'ve)? )?made a mistake(?: (?:with|there).{0,20})?$|^wrong (?:one|button|customer|deal)$/iu;

const which = '(?:刚刚才?|刚才|刚|最近|最后|上|上面|前面?|这|那|我)*(?:的)?';
const kinds =
  '(?:记录|跟进|拜访|待办|任务|提醒|计划|商机|线索|日程|操作|动作|目标|备注|输单|赢单|推进|改动|修改)';
const hanThing = `${which}(?:${kinds})?(?:那|这)?(?:一)?(?:条|个|步|笔|次|项|单|句(?:话)?)?(?:的)?(?:${kinds})?(?:的)?`;
const hanVerb = '(?:撤回来|收回来|撤回|撤销|撤掉|撤|删掉|删除|删|去掉|拿掉|作废|清掉|抹掉|还原)';
const softVerb = '(?:取消掉?|不要|不算|不记)';
const tail = '(?:了|掉|吧|啊|呀|呗|一下|它|哈|嘛)*';
const adverb = '(?:还是|都|也|就|先|直接|给我|帮我|全)*';
const hanOrder = new RegExp(
  `^(?:把|将)?(?<thing>${hanThing})${adverb}(?<verb>${hanVerb})${tail}$|^(?<verb2>${hanVerb})${tail}(?<thing2>${hanThing})${tail}$|^(?:把|将)?(?<thing3>(?:${which}).+?)?${adverb}(?<soft>${softVerb})了${tail}$|^(?<soft2>取消掉?|不要|别记|不用记)了?(?<thing4>${hanThing})${tail}$`,
  'u',
);
const pointing = /刚|最近|最后|上一?[条个步次句]|上面|前|这[条个步次句]|那[条个步次句]|[条步]/u;
const hanNamed =
  /^(?:把|将)?(?<about>.{2,30}?)的?(?:那|这)?[条次个]?(?:跟进记录|拜访记录|跟进|拜访|记录|日志|电话)(?:给|都|全)?(?:删掉|删除|删|撤掉|撤回|撤销|去掉)了?$|^(?:删掉|删除|删|撤掉|撤回|撤销|去掉)了?(?<about2>.{2,30}?)的?(?:那|这)?[条次个]?(?:跟进记录|拜访记录|跟进|拜访|记录|日志|电话)$/u;
/** 删掉玉衡那条 ("delete the one of Yuheng"), "delete the one about Bluebird", "remove the Bluebird one". */
const hanAbout =
  /^(?:把|将)?(?<about>.{2,20}?)的?(?:那|这|上|最后)(?:一)?(?:条|个|笔|次|步)(?:记录)?(?:给|都|也|先)?(?:删掉|删除|删了|删|撤掉|撤回|撤销|去掉|作废)了?$|^(?:删掉|删除|删了?|撤掉|撤回|撤销|去掉|作废)了?(?:关于)?(?<about2>.{2,20}?)的?(?:那|这|上|最后)(?:一)?(?:条|个|笔|次|步)(?:记录)?$|^(?:删掉|删除|撤掉|去掉)(?:关于|刚才)(?<about3>.{2,20}?)的$/u;
const latinAbout =
  /^(?:delete|remove|erase|scrap|undo|drop|cancel|get rid of|take back) (?:the |that )(?:last )?(?:one|thing|entry|line) (?:of|for|about|on|at|with|from) (?<about>.{2,40})$|^(?:delete|remove|erase|scrap|undo|drop|get rid of|take back) (?:the |my )(?:last )?(?<about2>.{2,40}?)(?:'s)? one$/iu;

const hanMistake =
  /^(?:我|刚才|刚刚|刚|上一?条|[这那]条|都|是|又)*(?:[记写说搞弄打输填点按选]错|记岔|搞混|弄混|弄反)了?$/u;

/** What was just done should wait: 先别输 ("don't close it yet"). */
const hanNotYet = /^(?:还是)?先(?:别|不)(?:要|用|急着)?(?<verb>[输赢推转记建派删改])(?:进|单|它|了)?$/u;

/** Reads one part of a line as an order to take back. */
/** "take that last bit out". */
const takenOut =
  /^take (?:that|this|it|(?:the|that|this) (?:last |previous )?(?:bit|part|one|line|note|entry)) out$/iu;

function orderIn(part: string): TakeBack | undefined {
  if (part === '') return undefined;
  const latin = latinOrder.exec(part)?.groups;
  if (latin) {
    const verb = latin.verb ?? latin.back ?? latin.alone ?? '';
    const thing = latin.thing ?? latin.backed ?? '';
    // "Forget it" and "cancel that" end a question; they delete nothing.
    if (/^(?:forget|cancel)$/iu.test(verb) && /^(?:it|this|that)$/iu.test(thing)) return undefined;
    // What is only to be passed over may well be the last line, of which nothing need be written.
    if (/^(?:ignore|disregard|lose|kill|clear|pull)$/iu.test(verb)) return { what: 'mistake' };
    return withStep({ what: whatOf(verb, thing) }, thing);
  }
  if (/^(?:delete|删掉?|删除|删了)$/iu.test(part) || takenOut.test(part)) return { what: 'record' };
  const han = hanOrder.exec(part)?.groups;
  if (han) {
    const thing = han.thing ?? han.thing2 ?? han.thing3 ?? han.thing4 ?? '';
    const soft = han.soft ?? han.soft2;
    if (!soft) return withStep({ what: whatOf(han.verb ?? han.verb2 ?? '', thing) }, thing);
    const isBare = thing === '' && /不要|不用记|别记/u.test(soft);
    const isPointed = pointing.test(thing) && new RegExp(`^${hanThing}$`, 'u').test(thing);
    if (isBare || isPointed) return { what: 'record' };
  }
  const about = (hanAbout.exec(part) ?? latinAbout.exec(part))?.groups;
  const whom = about?.about ?? about?.about2 ?? about?.about3;
  if (whom && !isReported(whom)) return { what: 'about', about: whom };
  const named = latinNamed.exec(part)?.groups?.about ?? nameOf(hanNamed.exec(part)?.groups);
  if (named) return isReported(named) ? undefined : { what: 'named', about: named };
  if (latinMistake.test(part) || hanMistake.test(part)) return { what: 'mistake' };
  const done = hanNotYet.exec(part)?.groups?.verb;
  if (done) return { what: 'mistake', done };
  return undefined;
}

/** The order with the kind of step that its words name. */
function withStep(order: TakeBack, thing: string): TakeBack {
  const step = stepKinds.find(([, words]) => words.test(thing))?.[0];
  return step ? { ...order, step } : order;
}

const nameOf = (groups: Record<string, string> | undefined): string | undefined =>
  groups?.about ?? groups?.about2;

const whatOf = (verb: string, thing: string): TakeBack['what'] =>
  noteNoun.test(thing) && !isStep(verb) ? 'note' : isStep(verb) ? 'step' : 'record';

const dropped =
  /^(?:(?:wait|no|nope|nah|oh|oops|ugh|actually|sorry|hmm+|ok)[\s,.!]+)*(?:never ?mind|nvm|nevermind|forget (?:it|that|about (?:it|that))|cancel (?:it|that)|(?:i )?(?:didn't|did not|didnt) mean (?:to (?:log|send|say|write|post) (?:it|that|this)|that|it)|nix that)(?:[\s,.!]+(?:sorry|thanks|please|pls))*[\s.!]*$/iu;

/** Whether a line may drop what was just recorded, or only nod: "nvm", "wait no, forget it". */
export const mayDrop = (line: string): boolean => dropped.test(orderText(line).replace(/[’‘]/gu, "'"));
