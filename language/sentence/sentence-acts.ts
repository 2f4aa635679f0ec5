import type { ReadAt } from '../../kernel/pieces/base/piece.js';
import { hasNegation } from '../reading/clauses.js';
import type { ActRead, Ask, Mention } from '../reading/sentence-reading.js';
import { repetitionCue } from './cues.js';
import type { Segment } from './segment-type.js';
import { meantOnce } from './segments.js';
import { severalSteps } from './several-steps.js';
import { saysWhenDecided } from './their-days.js';
import { isThought } from './thoughts.js';
import type { When } from './when.js';

/** Groups segments by customer, one act each; what precedes the first name is about the first customer. */
export function readActs(segments: Segment[], at: ReadAt, voice = false): ActRead[] {
  const groups: Segment[][] = [];
  let leading: Segment[] = [];
  for (const segment of segments) {
    const id = segment.mention && keyOf(segment.mention);
    const sameCustomer =
      id && groups.find((group) => group.some((one) => one.mention && keyOf(one.mention) === id));
    if (sameCustomer) sameCustomer.push(segment);
    else if (segment.mention) {
      groups.push([...leading, segment]);
      leading = [];
    } else if (groups.length > 0) for (const group of meantBy(segment, groups)) group.push({ ...segment });
    else leading.push(segment);
  }
  if (leading.length > 0) groups.push(leading);
  shareAcrossRows(groups);
  const acts = groups.map((group) => ({ group, acts: actOf(group, at, voice) }));
  if (groups.length === 1) return acts.flatMap((one) => one.acts);
  const words = groups.map(wordsOf);
  return acts.flatMap((one, n) =>
    one.acts.map((act) => ({ ...act, words: isOnlyName(one.group) ? rowWords(groups, words, n) : words[n] })),
  );
}

/** Whether a group says nothing but its customer's name. */
const isOnlyName = (group: Segment[]): boolean =>
  group.every(({ text, mention }) => mention !== undefined && text.trim() === mention.words);

/** The words about the first of a row whose matter stands behind the last: "Acme both need a demo next Tuesday". */
function rowWords(groups: Segment[][], words: string[], at: number): string | undefined {
  const name = words[at] ?? '';
  const next = groups.findIndex((group, n) => n > at && !isOnlyName(group));
  const other = groups[next]?.find(({ mention }) => mention)?.mention?.words;
  return other ? (words[next] ?? '').replace(other, name) : name;
}

/** What turns from one customer to the next: 而 ("whereas"), "and". */
const turn = /^\s*(?:(?:和|与|及|而(?!且)|但是?|不过|可是|然后)|(?:and|but|while|whereas|then)\s)/iu;
/** The clauses of a group as they were said. */
const wordsOf = (group: Segment[]): string =>
  group
    .toSorted((a, b) => a.from - b.from)
    .map(({ text }) => text.replace(turn, '').trim())
    .join(group.every(({ text }) => isLatin.test(text)) ? ', ' : ',');

/** Said of every named customer: 两家都 ("both of them"), both, nobody. */
const ofAll =
  /[两二三四五几]家|[两三四五几]边|他们都|双方|全都|都(?=[没不嫌约说要想在是同有还觉已很挺])|^\s*都|一[个家]都|谁[都也]没|没一个|没(?:有)?人接|\b(?:both|neither|all (?:of them|two|three|four)|(?:nobody|no one|none|everyone|everybody))\b|\bno answer\b/iu;
/** A singular pronoun: only the last named customer can be meant. */
const ofOne = /[他她它](?!们)|对方|那边|人家|\b(?:he|she|it|his|her)\b/iu;

/**
 * Finds the customers that a remark without a name is about: the one whose contact it names, a whole row
 * (A、B都见了，都嫌贵, "met both A and B, too expensive"), else the last one named.
 */
function meantBy({ text, of, contacts }: Segment, groups: Segment[][]): Segment[][] {
  const last = groups.slice(-1);
  const owners = groups.filter((group) =>
    group.some(({ mention }) => mention && of.includes(keyOf(mention))),
  );
  if (owners.length > 0) return owners;
  if (ofAll.test(text))
    return groups.length > 1 ? (/[两二]家|both|neither/iu.test(text) ? groups.slice(-2) : groups) : last;
  if (contacts.length > 0 || ofOne.test(text)) return last;
  return rowAtEnd(groups);
}

/** The customers at the end that were named in one row, or only the last. */
function rowAtEnd(groups: Segment[][]): Segment[][] {
  let first = groups.length - 1;
  while (first > 0 && groups[first]?.find(({ mention }) => mention)?.inRow) first--;
  return groups.slice(first);
}

const keyOf = (mention: Mention): string => mention.hits[0]?.id ?? mention.words;

const shared = ['channel', 'obstacle', 'stage', 'amount'] as const;

/**
 * Shares what is said of one customer in a row with all about whom nothing else is said: A、B都见了 ("met both A
 * and B").
 */
function shareAcrossRows(groups: Segment[][]): void {
  const pairs = groups.slice(1).map((group, at) => [groups[at], group] as const);
  // Backwards, so that words at the end reach the first name: 给A、B、C打电话 ("call A, B and C").
  for (const [group, next] of pairs.toReversed()) {
    const [last, follower] = joinedPair(group, next);
    // "call Jane and Omar tomorrow": both are to be called then.
    const isOfBoth = last && isBare(last) && bothNeed.test(follower?.text ?? '') && last.kind === 'state';
    if (
      last &&
      follower?.inRow &&
      follower.kind === 'plan' &&
      (orderOnly.test(last.text) || isOfBoth) &&
      !last.when.at
    )
      takeDayOf(last, follower);
    if (!last || !follower?.inRow || !isBare(last)) continue;
    for (const key of shared) last[key] ??= follower[key] as never;
    if (last.kind === 'state') last.kind = follower.kind;
  }
  for (const [group = [], next] of pairs) {
    const [last, follower] = joinedPair(group, next);
    if (!last || !follower) continue;
    // Words of its own say how it was with that customer; those of the one before are another's.
    if (follower.kind === 'told') continue;
    // What is said of that customer alone stands behind the row: 去了A和B，A下周二签，B下周四再去 ("went to A and B, A
    // signs on Tuesday, B again on Thursday").
    const before = group.filter(({ from }) => from < follower.from);
    follower.channel ??= channelOf(before);
    if (!follower.when.at && !follower.when.next)
      follower.when = { ...follower.when, ...whenOfGroup(before) };
    if (follower.kind === 'state') follower.kind = last.kind;
    // "ring Sue tomorrow and Bill on Monday": both days are as sure.
    const day = follower.when.next;
    if (
      last.kind === 'plan' &&
      follower.kind === 'plan' &&
      last.when.next?.how === 'sure' &&
      day &&
      isLatin.test(follower.text)
    ) {
      follower.when.next = { ...day, how: 'sure' };
      follower.when.asks = false;
    }
  }
}

/** What has to be done for each in the row: 下周二都要演示 ("both to be shown it on Tuesday"), "both need a demo". */
const bothNeed = /都(?:要|得|需要|约|安排)|\b(?:both|all)\b/iu;

/** Makes a plan of words that are one with those behind them, for the same day. */
function takeDayOf(one: Segment, next: Segment): void {
  one.kind = 'plan';
  for (const { when } of [next, one]) if (when.next) when.next = { ...when.next, how: 'sure' };
  if (!one.when.next) one.when = { ...next.when };
  one.when.asks = false;
}

/** Begins with a verb as one says it to oneself. */
const orderOnly =
  /^\s*(?:please |and |then |also |to )*(?:call|ring|phone|e-?mail|text|visit|meet|see|chase|ping|message|send|follow up with)\s/iu;

/** The last segment about one customer and the first about the next, if an 'and' joins them. */
function joinedPair(group: Segment[] = [], next: Segment[] = []): [Segment?, Segment?] {
  const follower = next.find((one) => one.mention);
  if (!follower?.joined) return [];
  return [group.filter((one) => one.mention && one.from < follower.from).at(-1), follower];
}

const channelOf = (group: Segment[]) => group.find((one) => one.channel)?.channel;
const whenOfGroup = (group: Segment[]) => {
  const { at, next } = group.find((one) => one.when.at || one.when.next)?.when ?? {};
  return { ...(at ? { at } : {}), ...(next ? { next } : {}) };
};
const isBare = ({ channel, amount, obstacle, stage, rival }: Segment): boolean =>
  !channel && !amount && !obstacle && !stage && !rival;

function actOf(all: Segment[], at: ReadAt, voice = false): ActRead[] {
  const group = withoutReasons(all);
  const act = kindOfAct(group);
  if (!act) return [];
  const relevant = group.filter((one) => !['off', 'undone', 'aside'].includes(one.kind));
  const mention = group.find((one) => one.mention)?.mention;
  const nexts = relevant.flatMap(({ when, kind, text }): NonNullable<When['next']>[] =>
    when.next
      ? [
          isComing(act, text)
            ? { ...when.next, how: when.next.isVague ? ('proposed' as const) : ('sure' as const) }
            : when.next,
        ]
      : when.todayAt &&
          kind === 'plan' &&
          (act === 'plan' || when.todayAt.includes('T')) &&
          !isOver(when.todayAt, at)
        ? [{ value: when.todayAt, how: 'sure' as const }]
        : [],
  );
  const inTime = nexts.sort((a, b) => (a.value < b.value ? -1 : 1));
  const steps = severalSteps(relevant);
  const [soonest] = steps ?? [];
  const next = soonest
    ? { value: soonest.value, how: 'sure' as const, from: undefined }
    : (inTime.find(({ isSettled }) => isSettled) ?? inTime.find(({ how }) => how === 'sure') ?? inTime[0]);
  const phone = relevant.find((one) => one.phone)?.phone;
  // An amount right after a competitor is the competitor's: 竞品是星图，报了25万 ("the rival is Xingtu, quoting
  // 250,000").
  const isRivals = (one: Segment) =>
    /^\s*(?:他们|它|对方)?(?:报|出|给)/u.test(one.text) && group[group.indexOf(one) - 1]?.rival !== undefined;
  const amount = relevant.filter((one) => one.amount && !isRivals(one)).at(-1)?.amount;
  const stage = relevant.find((one) => one.stage)?.stage;
  const rival = relevant.find((one) => one.rival)?.rival;
  const decides = relevant.find(({ kind, text }) => kind === 'told' && saysWhenDecided(text))?.when.next
    ?.value;
  const obstacle = relevant.find((one) => one.obstacle)?.obstacle;
  const happened = relevant.filter((one) => one.kind !== 'plan');
  const days = happened.map(({ when }) => when.at ?? at.today);
  const withDay = happened.some(({ when }) => when.at);
  const event = happened
    .filter((one) => one.channel)
    .sort((a, b) => (b.when.at ?? at.today).localeCompare(a.when.at ?? at.today))[0];
  const pasts = happened.flatMap(({ when }) => (when.at ? [when.at] : []));
  const isToday = happened.some(
    ({ text, when }) => !when.at && /今天|今早|刚|today|this morning/iu.test(text),
  );
  const day = withDay && !isToday ? (pasts.sort().at(-1) ?? at.today) : (days.sort().at(-1) ?? at.today);
  const asks: Ask[] = [];
  if (mention?.how === 'near') asks.push('near');
  if (mention?.how === 'which') asks.push('which');
  if (mention?.how === 'new') asks.push('new');
  if (
    (!steps &&
      relevant.some(
        ({ when, text }) => when.asks && when.next?.from === next?.from && !isComing(act, text),
      )) ||
    (act === 'plan' && !next)
  )
    asks.push('date');
  return [
    {
      act,
      how:
        (act === 'plan' || relevant.length === group.length) && !isThought(group) && isSure(relevant, voice)
          ? 'sure'
          : 'proposed',
      mention,
      contacts: [...new Set(relevant.flatMap((one) => contactsAt(one, mention)))],
      ...(act === 'log' ? { channel: event?.channel, at: day } : {}),
      next,
      ...(steps ? { steps } : {}),
      ...(decides ? { decides: decides.slice(0, 10) } : {}),
      amount: amount && (voice ? { ...amount, how: 'proposed' } : amount),
      stage: stage && act === 'log' ? { value: stage, how: 'proposed' } : undefined,
      competitor: rival && { value: rival.name, how: 'proposed' },
      obstacle: obstacle ? { value: obstacle, how: 'proposed' } : undefined,
      phone,
      ...(ordersSum(relevant) ? { ordersSum: true as const } : {}),
      asks,
    },
  ];
}

/** Whether an hour of today has passed: nothing can be planned for it. */
const isOver = (moment: string, { now }: ReadAt): boolean => {
  const time = moment.slice(11);
  return now !== undefined && time !== '' && time <= now;
};

/** The people in a segment who may belong to the customer: not those who are known to belong to another. */
const contactsAt = ({ contacts, ownerOf }: Segment, mention: Mention | undefined): string[] =>
  mention ? contacts.filter((words) => (ownerOf.get(words) ?? keyOf(mention)) === keyOf(mention)) : contacts;

/** What prevented it: the speaker was called away or back to the office. */
const elsewhere = /被|临时|突然|内部|公司(?:开会|有事)|\b(?:got|was|were) (?:called|pulled|dragged)\b/iu;
const fellThrough = (later: Segment[]): boolean =>
  later.some(
    ({ text, channel, kind }) =>
      kind === 'off' || kind === 'undone' || (!channel && /没\S{1,2}[成上]/u.test(text)),
  );

/**
 * Drops the reason of a failed visit, which is no news of the customer: 青禾没去成，车坏路上了 ("didn't make it to
 * Qinghe, car broke down").
 */
function withoutReasons(group: Segment[]): Segment[] {
  const failed = group.findIndex(
    ({ kind, mention, text }, at) =>
      mention &&
      (kind === 'undone' || kind === 'off' || (meantOnce.test(text) && fellThrough(group.slice(at + 1)))),
  );
  if (failed < 0) return group;
  return group
    .map((one, at) =>
      at === failed ? { ...one, kind: one.kind === 'off' ? one.kind : ('undone' as const) } : one,
    )
    .filter(
      (one, at) =>
        at <= failed ||
        one.contacts.length > 0 ||
        one.when.next ||
        (one.kind === 'plan' && !/改天吧|再说/u.test(one.text)) ||
        (!isBare(one) && !elsewhere.test(one.text)),
    );
}

/**
 * Words that can only be about a day to come, even if that weekday has passed: 周一再催她一下 ("chase her on Monday"), 让我周一带
 * 方案过去. Without them 周三去签合同 ("to sign the contract on Wednesday") may be over.
 */
const isComing = (act: 'log' | 'plan', text: string): boolean =>
  act === 'plan'
    ? /再(?!说|看)|提醒|记得|别忘|准备|打算|争取|催|发给|送给|带[^,。]{1,8}(?:去|来)/u.test(text)
    : /[让请约要]我(?!们)/u.test(text);

/** An unnamed past day. */
const someDay =
  /前[两几]天|前阵子|[上前]些天|\b(?:the other day|a while ago|a few days ago|some time ago)\b/iu;

/** An order to the bot: 把金额改成50万 ("change the amount to 500,000"); the deal is changed by a tap. */
const instructs =
  /^\s*(?:请|帮我|麻烦)?(?:把|将)[^,。]*(?:金额|报价|价格|阶段|概率|预计)[^,。]{0,4}(?:改|调|推|设|换|变)(?:成|为|到)(?![^,。]*了\s*$)|^\s*(?:please )?(?:change|set|update|move) (?:the |its |their )?[^,.]*\b(?:amount|price|stage|value)\b[^,.]* to\b/iu;

/** A deal and its new sum, and nothing else: 会员系统改三十八万 ("membership system: change to 380,000"). */
const onlyRepriced =
  /^\s*(?:那|就|先)?[^,。\s]{2,24}?\s?(?:改|调|调整|修改|更新)(?:成|为|到|至)?\s?(?:[¥￥$])?[\d.一二两三四五六七八九十百千万亿]*[\d万千亿wWkK][\d一二三四五六七八九]*(?:元|块)?(?:吧|啊|哈)?\s*$/u;
/** Orders a new sum for a deal, and reports nothing. */
const ordersSum = (relevant: readonly Segment[]): boolean =>
  relevant.length > 0 &&
  relevant.every(({ channel, when, contacts }) => !channel && !when.next && contacts.length === 0) &&
  relevant.some(({ amount, text }) => amount && onlyRepriced.test(text));

/** Somebody's mood or looks, or a laugh: talk about a person, which is no news of the business. */
const smallTalk =
  /心情|气色|精神头|脾气|发型|朋友圈|哈哈|嘿嘿|呵呵|真逗|好笑|搞笑|幽默|喝多|胖了|瘦了|帅|漂亮|好有意思|真有意思|吃撑|天气|\b(?:in a (?:good|great|bad|foul|terrible) mood|mood|lol|haha+|funny|hilarious|grumpy|cheerful|weather)\b/iu;
const isSmallTalk = ({ text, channel, amount, obstacle, stage, rival, when, phone }: Segment): boolean =>
  smallTalk.test(text) &&
  !channel &&
  !amount &&
  !obstacle &&
  !stage &&
  !rival &&
  !when.next &&
  !when.at &&
  !phone;
const isLaugh = ({ text }: Segment): boolean => /^[\s哈嘿呵啊呀~!！]*$|^\W*(?:lol|haha+)\W*$/iu.test(text);

/** Words of having been in touch, whatever the way. */
const contacted =
  /聊|签|对|核|谈|磨|掰扯|见|去|来|打|通|问|发|送|讲|约|演示|拜访|沟通|出来|回来|\b(?:met|saw|spoke|talked|visited|called)\b/iu;
const isContact = ({ channel, text }: Segment): boolean => channel !== undefined || contacted.test(text);
/** Whether a clause tells of having gone or called before anything is denied in it: 跑了趟星河王总不在 ("went, but he was out"). */
const isContactSure = (text: string): boolean =>
  /^[^没不未别]*(?:(?:去|跑|见|聊|谈|打|拜访|发|送|通|磨|碰|沟通|掰扯|吃|喝)(?:了|过|完)|刚(?:从|挂)|微信说|来电)/u.test(
    text,
  );
/** Tells outright what somebody of theirs said: 他还说年前不动了 ("he also said nothing will move this year"). */
const saidByThem =
  /^[^没不未别]*(?:[他她]们?|对方|人家|那边|\p{Script=Han}(?:总|经理|工|主任|老师|处|局|科长|店长|厂长|校长))(?:又|还|也|刚才?|刚刚|今天|电话里|微信上?)*(?:说|讲|表示|反馈|告诉我)(?![不没]|要是|如果|定|算)/u;
/** Only somebody who was not found is denied in it. */
const missedOnly = /^[^没不]*(?:没(?:有)?(?:能)?(?:[见碰遇找]|联系)(?:到|着)|(?:不|没)在|没人)[^没不]*$/u;
const isLatin = /^[^\p{Script=Han}]*$/u;
/** Denies nothing: "don't let me forget", "I cannot wait". */
const notForgotten =
  /\b(?:told|said) (?:him|her|them|\p{L}+ )?no\b|\b(?:don't|do not) (?:let me )?forget\b|\bcan(?:no|')t wait\b|\bno problem\b|\bnot bad\b/giu;

/** Whether something has happened, which denies nothing: 核对一下到账没有 ("check whether it has arrived"). */
const whether = /(?<=[了过到签批定账完])没有?\s*$/u;

/**
 * Whether the act is certain: a bare statement may mean anything, even more from voice input, and the scope
 * of a negation is easily misread.
 */
function isSure(relevant: Segment[], voice: boolean): boolean {
  if (relevant.some(({ text, when }) => !when.at && someDay.test(text))) return false;
  if (relevant.some(({ text }) => instructs.test(text)) || ordersSum(relevant)) return false;
  if (relevant.some(isSmallTalk) && relevant.every((one) => isSmallTalk(one) || isLaugh(one))) return false;
  const isDenying = ({ text, obstacle }: Segment) =>
    !obstacle && hasNegation(text.replace(notForgotten, '').replace(whether, ''));
  const isMet = (one: Segment) =>
    one.kind === 'done' &&
    (isLatin.test(one.text)
      ? one.channel !== undefined && !isDenying(one)
      : isDenying(one)
        ? isContactSure(one.text)
        : isContact(one));
  // What somebody said is a fact, also that they will not.
  const isSaid = ({ kind, text }: Segment) => (kind === 'told' || kind === 'done') && saidByThem.test(text);
  const isMissed = ({ kind, text }: Segment) => (kind === 'told' || kind === 'done') && missedOnly.test(text);
  const isNextStep = relevant.some(({ kind, when }) => kind === 'plan' && when.next);
  // What was denied beside a visit or a call is news from it; what was denied alone may deny the whole.
  if (
    !relevant.some(isMet) &&
    relevant.some((one) => isDenying(one) && !isSaid(one) && !(isNextStep && isMissed(one)))
  )
    return false;
  return relevant.some(
    ({ kind, amount, obstacle, stage, rival }) =>
      (kind !== 'state' && kind !== 'aside') || (!voice && (amount || obstacle || stage || rival)),
  );
}

/** Something done or reported makes a log, only plans make a plan, and what came to nothing makes neither. */
function kindOfAct(group: Segment[]): 'log' | 'plan' | undefined {
  let act: 'log' | 'plan' | undefined;
  for (const { kind } of group) {
    if (kind === 'done' || kind === 'told') return 'log';
    if (kind === 'plan') act = 'plan';
    if (kind === 'off' || kind === 'undone') act = undefined;
  }
  const states = group.filter(({ kind }) => kind === 'state');
  // 再约 ("meet again") after good news follows on something that happened.
  const isNews = states.some(({ text }) => !/[不没]|\bnot\b/iu.test(text));
  const isAgain = group.some(({ kind, text }) => kind === 'plan' && repetitionCue.test(text));
  // What is known of their money or of a competitor is news, whatever is planned beside it.
  const isKnown = states.some(({ amount, rival }) => amount || rival);
  if (act === 'plan' && ((isNews && isAgain) || isKnown)) return 'log';
  const denied = group.some(({ kind }) => kind === 'off' || kind === 'undone');
  return act ?? (states.length > 0 && !denied ? 'log' : undefined);
}
