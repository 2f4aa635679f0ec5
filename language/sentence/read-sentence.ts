import { isSmallTitled } from '../../kernel/names/honorifics.js';
import type { FoundPiece, ReadAt } from '../../kernel/pieces/base/piece.js';
import { scan } from '../../kernel/pieces/scan.js';
import { isCorrection, nameForName, readCorrection } from '../correction/correction.js';
import { isCertainName, theirs } from '../names/certain-name.js';
import { findCustomerMentions } from '../names/customer-mentions.js';
import { calledColleagues, type GivenTask, givenTask } from '../names/given-tasks.js';
import { introducedPeople, peopleByRole } from '../names/introduced.js';
import {
  colleaguesIn,
  contactsIn,
  doneBy,
  givenToColleague,
  type KnownContact,
  knownPeople,
  type PersonSpan,
  soundsLikeName,
  titledAfter,
  unknownPeople,
} from '../names/sentence-people.js';
import { namesInPlace } from '../names/strangers.js';
import { onlyIntroduces, ownerOfPhone, type ToldPerson, toldPeople } from '../names/told-contacts.js';
import { type Clause, clausesOf } from '../reading/clauses.js';
import type { ActRead, Ask, Mention, SentenceReading, SpeakerContext } from '../reading/sentence-reading.js';
import { sentencePieceKinds } from '../reading/wanted-pieces.js';
import { doneCue, isForwarded, isQuestion } from './cues.js';
import { newDealTold } from './new-deal-told.js';
import { praisesColleagues } from './praise.js';
import { prepareSentence } from './prepare.js';
import { pairedDays } from './respectively.js';
import type { Segment } from './segment-type.js';
import { segmentsOf } from './segments.js';
import { alsoMeant, withoutDeniedName, withoutSlip, withoutWithdrawn } from './self-correction.js';
import { readActs } from './sentence-acts.js';
import { tellsSigned } from './stage-words.js';

const leadWords =
  /线索|新客户|询盘|咨询|展会|转介绍|介绍了?一?个客户|扫[街楼店]?扫到|[碰遇]到(?:一家|一?个)|有一?[个家]名?叫|认识了|新(?:认识|接触)|一家[^,。]{0,8},?(?:名?叫)|\btrade (?:show|fair)\b|\bexpo\b|\bnew (?:lead|prospect|customer)s?\b|\b(?:inquiry|enquiry)\b/iu;
/** Says outright that somebody is a new prospect. */
const statesLead =
  /新客户|新线索|新(?:认识|接触)|认识了?(?:[一两二三几]?[个家]|新)|展会|转介绍|介绍了?一?[个家]|扫[街楼店]?扫到|[碰遇]到(?:一家|一?个)|有一?[个家]名?叫|询盘|\btrade (?:show|fair)\b|\bexpo\b|\bnew (?:lead|prospect|customer|inquiry|enquirie?|enquiry)s?\b/iu;
/** What stands right before a name that is certainly one. */
const beforeName =
  /(?:叫做?|名叫|名字[是叫]|[:的是个家]|(?:新?客户|新?线索)[,:]?|认识了?|接触了?|拜访了?|介绍了?|公司|\b(?:met|from|at|called|(?:lead|prospect|customer)s?:?)(?: the)?|\b(?:leads|prospects|customers)[^,.]{0,12},|\bnew (?:lead|prospect|customer)\b[^,.;:]{0,40},(?: (?:the |company |business |shop )*name(?:'s| is|:)?| (?:they(?:'re| are)|it(?:'s| is)|its)(?: called| named)?)?|-)\s*$/iu;
const dealWords =
  /新(?:立|开|增)了?(?:个|一个)?(?:项目|商机)?|新项目|新商机|立项了|上[二三四]期|(?:新?[有出]了?|新增了?)一?[个条笔]新的?(?:商机|单子|项目)|又有?了?一?[个条笔](?:新的?)?(?:商机|单子|项目)|\b(?:new|another) (?:project|opportunity|deal)\b/iu;
/** A sentence that breaks off: she needs. */
const unfinished = /^\s*\S{1,12}\s*(?:needs?|wants?|said|asked|says|is|was|要|想|说|问|让)\s*$/iu;
/** What follows a verb and is no name: somebody's role, a thing, or another verb. */
const noNames =
  '老板|老总|领导|财务|采购|技术|法务|行政|前台|经办|负责|[他她它]|客户|对方|那边|这边|现场|公司|工厂|车间|仓库|门店|方案|合同|报价|资料|样|演示|培训|[签谈聊看送做讲催磨要问收对交取拿盯跑发提回试测开付订]|拜访|了解|沟通|安装|调试|验收|时间|确认|落实|核对|核实|打听|[账货款票没了]|准备|过去|一下|一趟|一次|个|着|再|完|面|来|上|下|第|多少|几';
/** Somebody or some place that the words name, whom a reader may not know. */
const named = new RegExp(
  `(?:拜访|[见去到约找陪跟和给])(?:了|过|完)?(?:一?趟|一下)?(?!${noNames})\\p{Script=Han}{2,}|\\p{Lu}\\p{Ll}+`,
  'u',
);

/** Somewhere that one went, by name. */
const namedHan = new RegExp(
  `(?:拜访|走访|[见去到找]|联系)(?:了|过|完)?(?:一?趟|一下)?(?!${noNames}|我|总|外地|现在)\\p{Script=Han}{2,}`,
  'u',
);

/** Words without the days in them, which are no names. */
const withoutDays = (text: string, pieces: FoundPiece[]): string =>
  pieces
    .filter(({ piece }) => piece.kind === 'date')
    .toSorted((a, b) => b.from - a.from)
    .reduce((left, { from, to }) => `${left.slice(0, from)} ${left.slice(to)}`, text);

/** Begins a report of having been in touch, or of how it stands: 打了没接 ("called, no answer"), 聊完了, 报价涨到32万了. */
const bareReport =
  /^(?:\s|我|又|也|都|再|刚(?:才|刚)?|今天|昨天|前天|上午|下午|中午|晚上|早上|今早|已经?|微信|电话|当面)*(?:打(?=[了过完通不没]|电话)|聊(?=[了过完得妥])|谈(?=[了过完妥好得])|见(?=[了过完到])面?|去(?=[了过])|问(?=[了过])|催(?=[了过])|发(?=[了过完给])|送(?=[了过到完])|寄(?=[了出])|演示(?=[了完做过])|拜访(?=[了完过])|回访(?=[了完过])|沟通(?=[了完过])|约(?=[了好上])|签(?=[了完下])|没(?:人)?接|没打通|打不通|没联系上|联系不上|没回|还没回|不接|通(?=[了完过])|电话(?=[打没通])|报价(?=[涨降改报压给发谈到按就先])|预算(?=[批涨砍没下有到通])|合同(?=[签发送寄改过])|方案(?=[发送过改讲])|样品(?=[发送寄])|价格(?=[谈降涨压定]))/u;
/** Somebody else, without a name: 一个新客户 ("a new customer"), our own office. */
const someoneElse =
  /(?:[一几两三]个|[一几两三]家|新|另|别)(?:外|的)?(?:客户|公司|厂|店|家|老板)|同事|朋友|红包|银行|机场|总部|体检|面试|休假|请假|我们公司|公司内部|部门|周会|例会|晨会|面试|(?:[两三四五六七八九十几]|\d+)[个通]电话/u;

/** A reminder about the speaker's own work and no customer's: 提醒我看周报 ("remind me to read the weekly report"). */
const ownReminder =
  /(?:提醒(?:一下|下)?我|记得|别忘了?)[^,。]{0,6}(?:看|写|交|填|发|做|改|补)?(?:一下|下)?(?:周报|日报|月报|季报|报表|报销|看板|漏斗|预测|排行|目标|总结|打卡|考勤|工时|待办)|\bremind me to (?:read|check|write|send|look at|do|file|submit) (?:the |my )?(?:weekly|daily|monthly )?(?:reports?|dashboard|forecast|timesheet|expenses|board)\b/iu;

/** Whether words that name no customer go on about the one whom the talk is about. */
function goesOn(text: string, segments: Segment[], people: PersonSpan[], pieces: FoundPiece[]): boolean {
  if (ownReminder.test(text)) return false;
  if (tellsSigned(text)) return true;
  const their = theirs.exec(text);
  // Somebody whom the words name before 他们 ("they") are those.
  const isOfNamed = their !== null && namedHan.test(withoutDays(text.slice(0, their.index), pieces));
  if (their && !isOfNamed && !unfinished.test(text) && !aside.test(text)) return true;
  if (people.length > 0 || isOfNamed) return false;
  const plain = withoutDays(text, pieces)
    .replace(dayNames, '')
    .replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
  if (named.test(plain)) return false;
  const isOfTalk = (!keptInMind.test(text) || ofSales.test(text)) && !ownAffair.test(text);
  if (isOfTalk && segments.some(({ kind, when }) => kind === 'plan' && when.next)) return true;
  return bareReport.test(text) && !someoneElse.test(text) && segments.some(({ kind }) => kind !== 'plan');
}
/** What one does for a customer, so that a reminder of it goes on about the one of the talk; "buy milk" does not. */
const ofSales =
  /\b(?:call|ring|phone|e-?mail|mail|text|ping|message|send|quote|visit|follow|chase|contract|proposal|meeting|meet|demo|samples?|pric(?:e|ing)|invoice|order|check|sign|offer|brochure|voicemail|speak|talk|present|deliver|drop)/iu;
/** What one hands over or shows a customer, and how they can be reached: a report of it without any name is about the talk. */
const ofDeal =
  /\b(?:demo|quoted?|proposal|contract|pitch(?:ed)?|present(?:ed|ation)|samples?|pricing|prices?|voicemail|no answer|no reply|trial|pilot|invoice|brochure|discount|budget|engaged|rang out|hung up|deck|references?)\b/iu;
/** Something of the speaker's own life: "lunch with my wife", "dentist on Monday". */
const ownAffair =
  /\bmy (?:wife|husband|partner|kids?|sons?|daughters?|mum|mom|dad|parents|brother|sister|friends?|boss|team|manager|car|flat|house|birthday|holiday)\b|\b(?:dentist|doctor'?s?|gp|vet|haircut|gym|school run|parents' evening|day off|annual leave)\b/iu;
/** A meeting among ourselves, or words to somebody. */
const amongUs =
  /\b(?:our|my|team|internal|stand-?up|sales meeting|pipeline|weekly|boss|you|your|mum|dad|wife|husband)\b/iu;

/** Only says that a thing was done before, or that somebody ate. */
const aside =
  /\b(?:already|just) (?:did|done|had|logged|got|sent) (?:it|them|that|this|those|these)\b|\bsorry\W*$|^\W*(?:\w+ )?(?:had|grabbed) (?:a )?(?:lunch|coffee|dinner|breakfast|tea)\W*$/iu;

/** Several whom the words do not name: "called 3 people". */
const severalPeople =
  /\b(?:\d+|two|three|four|five|several|some|a few|a couple of|many|all the) (?:ppl|people|customers|clients|prospects|leads|accounts|companies)\b/iu;

/** Whether an English report names nobody at all, and can only be about whom the talk is about: "called, no answer". */
const isNameless = (text: string, segments: Segment[], people: PersonSpan[]): boolean =>
  !aside.test(text) &&
  /^[^\p{Script=Han}]*$/u.test(text) &&
  people.length === 0 &&
  !amongUs.test(text) &&
  !severalPeople.test(text) &&
  namesInPlace(text).length === 0 &&
  !named.test(text.replace(dayNames, '').replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())) &&
  segments.some(
    ({ kind, channel, text: said }) =>
      (kind === 'done' || kind === 'told') &&
      (channel !== undefined || ofDeal.test(said)) &&
      (doneCue.test(said) || kind === 'told'),
  );

/** Days and months, which are no names in spite of their capitals. */
const dayNames =
  /\b(?:(?:Mon|Tue(?:s)?|Wed(?:nes|s)?|Thu(?:r|rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?|Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b/gu;

/** An order to keep something in mind, also where it says of whom nobody knows: "remind me to call Tim". */
const keptInMind =
  /^\W*(?:\w+\W+){0,8}?(?:remind me(?! (?:what|who|whom|when|how|which|where|why|whether|if)\b)|don't (?:let me )?forget|remember to)\b/iu;
/** An order to oneself: "call Joan back tomorrow". */
const isOrder =
  /^\W*(?:(?:please|pls|ok|okay|and|also|then|so)\W+)*(?:call|ring|phone|e-?mail|text|visit|meet|chase|ping|send|follow up)\b/iu;

/** Whether an unknown name stands where one goes, so that it can only be a customer's: "visited Acme Foods". */
const visits = (text: string, found: Mention[]): boolean =>
  found.some(
    ({ from, words }) =>
      /^\p{Lu}/u.test(words) &&
      /\b(?:visit(?:ed|ing)?|at|into|(?:drove|went|flew) (?:\w+ )?to|(?:dropped|swung|stopped|popped) by)\s+(?:the )?$/iu.test(
        text.slice(0, from),
      ),
  );

/** Without a customer's name, only such words make a sentence one about sales. */
const business =
  /(?:采购|财务|技术|法务|老板|老总|领导|甲方|对接人)(?:那边|部|的人)?(?:又|还|都|也|一直)?(?:说|嫌|觉得|反馈|催|问了|提出|要求|同意|答应)|^(?:their |the )?(?:purchasing|procurement|finance|legal|customer|client|buyer) (?:\w+ )?(?:finds?|thinks?|says?|said|wants?|complains?|feels?|asked|refused|agreed)\b|(?:和|跟|与)\p{Script=Han}{2,4}(?:对|沟通|核对?|确认|商量|碰)(?:了|过|完|下)|约|拜访|见了|报价|签|合同|客户|方案|聊|\b(?:met|visit|quote|price|contract)/iu;

/**
 * Reads a sentence, as told to a colleague, into acts. Nothing is guessed: a possible value is proposed, an
 * unsaid one stays blank.
 */
export async function readSentence(
  said: string,
  at: ReadAt,
  about: SpeakerContext,
): Promise<SentenceReading> {
  const text = prepareSentence(said, about.voice);
  const meant = nameForName.test(text) ? undefined : await withoutSlip(text, about.names);
  if (meant) return await readSentence(meant, at, about);
  const unsaid = withoutDeniedName(text);
  if (unsaid) return await readSentence(unsaid, at, about);
  const added = alsoMeant(text);
  if (added) return await readSentence(added, at, about);
  const called = calledColleagues(text, about.colleagues);
  const given = about.isMine ? undefined : givenTask(text, called, at);
  if (given) return await readGiven(given, at, about);
  const colleagues = colleaguesIn(text, called);
  const pieces = scan(text, sentencePieceKinds, at);
  const kept = withoutWithdrawn(text, pieces);
  if (kept) return await readSentence(kept, at, about);
  const titled = contactsIn(pieces).filter(
    (one) => !colleagues.some((who) => one.from < who.to && who.from < one.to),
  );
  const speaks = (head: string) =>
    titled.some((one) => one.from === 0 && one.to === head.length) ||
    colleagues.some((one) => one.from === 0 && one.to === head.length) ||
    (soundsLikeName(head) && !/^(?:客户|备注|结果)/u.test(head)) ||
    (/^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u.test(head) && colleagues.some((one) => one.words === head));
  if (!about.isMine && isForwarded(text, speaks)) return { intent: 'forward', acts: [] };
  if (isCorrection(text, at))
    return { intent: 'correction', acts: [], mend: await readCorrection(text, at, about) };
  const clauses = clausesOf(text, pieces);
  const isLead =
    leadWords.test(text) || (pieces.some(({ piece }) => piece.kind === 'phone') && titled.length > 0);
  const others = [...titled, ...colleagues];
  const inText = async (people: PersonSpan[]) =>
    await findCustomerMentions(text, clauses, pieces, people, about.names, isLead);
  // "a guy called Ben Ortiz" of a new customer is no customer himself, unless nobody else is named.
  const beside = isLead ? peopleByRole(text, others) : [];
  const apart = beside.length > 0 ? await inText([...others, ...beside]) : [];
  const found = apart.length > 0 ? apart : await inText(others);
  // Beside words for those whom the talk is about, an unknown name is rarely a customer's.
  const isTheirs = about.hasTopic === true && !isLead && theirs.test(text);
  const isJunk = (one: Mention) => one.how === 'new' && !isCertainName(text, one);
  const isNobody = isTheirs && found.every(isJunk) && !visits(text, found);
  const mentions = withoutSlips(text, isNobody ? [] : found);
  if (isQuestion(text) && !keptInMind.test(text) && !didThem(text, mentions))
    return { intent: 'question', acts: mentions.slice(0, 1).map((mention) => blank(mention)) };

  const paired = pairedDays(text, pieces, mentions);
  if (paired === 'unclear') return { intent: 'plan', acts: mentions.map(blank), isUnpaired: true };
  if (paired !== undefined) return await readSentence(paired, at, about);

  const ids = mentions.flatMap(({ how, hits }) =>
    how === 'sure' || (how === 'near' && hits.length === 1) ? hits.map(({ id }) => id) : [],
  );
  const contacts: KnownContact[] = [];
  for (const id of new Set(mentions.length > 0 ? ids : about.of))
    contacts.push(...(await about.names.contacts(id)).map((one) => ({ ...one, customerId: id })));
  // A contact may stand for the customer: then the same words are both.
  const outside = (one: PersonSpan) =>
    !mentions.some(
      (name) =>
        one.from < name.to &&
        name.from < one.to &&
        !(one.of === name.hits[0]?.id && one.words === name.words),
    );
  const known = knownPeople(text, contacts).filter(outside);
  const named = titledAfter(text, mentions).filter(outside);
  const titledOnly = [...titled, ...named].filter(
    (one) =>
      outside(one) &&
      !isSmallTitled(one.words) &&
      !known.some((other) => one.from < other.to && other.from < one.to) &&
      !known.some((other) => other.to === one.from && other.words[0] === one.words[0]),
  );
  const told = toldPeople(text, [...mentions, ...known, ...titledOnly, ...colleagues]);
  const introduced = introducedPeople(text, [...mentions, ...known, ...titledOnly, ...told, ...colleagues]);
  const taken = [...mentions, ...known, ...titledOnly, ...told, ...colleagues, ...introduced];
  const strangers = [...introduced, ...unknownPeople(text, taken)];
  // A contact mentioned twice (王总, "Mr Wang") is the same person.
  for (const one of titledOnly) one.of ??= known.find(({ words }) => words === one.words)?.of;
  const people = [...known, ...titledOnly, ...told, ...strangers].sort((a, b) => a.from - b.from);
  // A contact who is called like a colleague is meant where the customer is named.
  const mates = colleagues.filter(
    (one) => !known.some((other) => one.from < other.to && other.from < one.to),
  );
  const segments = segmentsOf({ text, clauses, pieces, mentions, people, colleagues: mates, at, about });
  const by = about.isMine ? undefined : doneBy(text, mates, mentions);
  const to = about.isMine ? undefined : givenToColleague(text, mates);
  const newcomers = introduced.filter(({ isNew }) => isNew);
  const acts = readActs(segments, at, about.voice)
    .map((act) => {
      const who = by ?? (act.act === 'plan' ? to : undefined);
      return who ? { ...act, by: who, asks: [...act.asks, 'whose' as Ask] } : act;
    })
    .map((act) => withContactAsked(act, contacts))
    .map((act) => withIntroduced(act, told, clauses, mentions.length))
    .map((act) => withPhoneOwner(act, text, pieces, people))
    .map((act) => withNumberOnly(act, text, pieces))
    .map((act) => {
      const theirs = newcomers.filter(({ words }) => act.contacts.includes(words));
      return theirs.length > 0 ? { ...act, introduced: theirs.map(({ words }) => words) } : act;
    });
  let isAboutTalk = false;
  if (mentions.length === 0) {
    const ours =
      segments.some(
        (one) =>
          (one.channel && one.kind === 'done') || one.amount || one.contacts.length > 0 || one.obstacle,
      ) ||
      (titled.length > 0 && segments.some(({ when }) => when.next));
    const isOpen: boolean =
      (about.of?.length ?? 0) > 0 ||
      (about.hasTopic === true &&
        (isNameless(text, segments, people) ||
          goesOn(text, segments, acts.some((act) => act.by) ? titled : others, pieces)));
    // 你 ("you") addresses somebody; it is not a customer.
    const isKept =
      keptInMind.test(text) ||
      (isOrder.test(text) && segments.some(({ kind, when }) => kind === 'plan' && when.next));
    const isNumber = acts.some(({ isOnlyContact }) => isOnlyContact);
    if (!isKept && ((!ours && !isOpen && !business.test(text)) || (!isNumber && /你|\byou\b/iu.test(text))))
      return { intent: 'none', acts: [] };
    if (isOpen && newcomers.length === 0) return { intent: acts[0]?.act ?? 'none', acts, goesOn: true };
    isAboutTalk = isOpen;
    for (const act of acts) act.asks.unshift('customer');
  }
  const [first] = acts;
  if (!first) return { intent: 'none', acts: [] };
  const isOthersNews =
    !about.isMine &&
    praisesColleagues(text, about.colleagues) &&
    acts.every(({ mention }) => mention?.hits[0]?.distance !== 0);
  if (isOthersNews)
    return { intent: first.act, acts: acts.map((act) => ({ ...act, how: 'proposed' })), isPraise: true };
  const isOnlyIntroduced =
    acts.length === 1 &&
    newcomers.length > 0 &&
    segments.every(
      (one) => one.kind !== 'plan' && !(one.kind === 'done' && one.channel) && !one.amount && !one.when.next,
    );
  if (isOnlyIntroduced && first.mention?.how !== 'new') {
    turnInto(first, 'contact');
    first.how = 'sure';
  } else if (isLead && acts.some(({ mention }) => mention?.how === 'new')) {
    turnIntoLeads(acts, text);
  } else if (dealWords.test(text) && first.mention?.how === 'sure') {
    turnInto(first, 'deal');
    const told = newDealTold(clauses, pieces, mentions);
    first.newDeal = told;
    // The day of the close is no appointment.
    if (told.close && first.next?.value.slice(0, 10) === told.close) first.next = undefined;
  }
  return { intent: first.act, acts, ...(isAboutTalk ? { goesOn: true } : {}) };
}

/** What follows customers with whom something was done: "did Larkspur this morning", "did Omar, he is fine". */
const doneWhen =
  /^\s*(?:,|;|\.(?=\s)|(?:and )?both\b(?! \p{Ll}+$)|(?:all )?(?:today|yesterday|earlier|just now|this (?:morning|afternoon|week)|first thing|last (?:night|week)|(?:after|before|over|at) (?:lunch|breakfast|noon|\d)|on (?:mon|tues|wednes|thurs|fri)day|in the (?:morning|afternoon)))/iu;

/** Whether words that begin with "did" report whom the speaker saw, and ask nothing. */
function didThem(text: string, mentions: Mention[]): boolean {
  const head = /^\W*(?:(?:i|we|just|so|ok|okay|and|also)\s+)*did\s+(?:the )?/iu.exec(text)?.[0].length;
  if (head === undefined || /\?\s*$/u.test(text)) return false;
  let at = head;
  for (const one of mentions) {
    if (one.from !== at) break;
    at = one.to + (/^(?:\s*,)?\s+(?:and|&)\s+(?:the )?/u.exec(text.slice(one.to))?.[0].length ?? 0);
    if (at === one.to) return doneWhen.test(text.slice(at));
  }
  return false;
}

/** Adds the people whom the words introduce, and whether they do nothing else. */
function withIntroduced(act: ActRead, told: ToldPerson[], clauses: Clause[], customers: number): ActRead {
  const own = told.filter(({ words }) => act.contacts.includes(words));
  if (own.length === 0) return act;
  const introduced = own.map(({ words, title }) => ({ name: words, ...(title ? { title } : {}) }));
  const isOnly =
    act.act === 'log' &&
    customers <= 1 &&
    !act.channel &&
    !act.next &&
    !act.amount &&
    onlyIntroduces(
      clauses.map(({ text }) =>
        [...own.map(({ words }) => words), act.mention?.words ?? ''].reduce(
          (left, one) => left.replace(one, ' '),
          text,
        ),
      ),
    );
  return {
    ...act,
    introduces: introduced,
    ...(isOnly ? { how: 'sure' as const, isOnlyContact: true as const } : {}),
  };
}

/** Adds whose number the phone number is. */
function withPhoneOwner(act: ActRead, text: string, pieces: FoundPiece[], people: PersonSpan[]): ActRead {
  const phone = pieces.find(({ piece }) => piece.kind === 'phone' && piece.value === act.phone);
  const owner = phone && ownerOfPhone(text, phone, people);
  return owner && act.contacts.includes(owner.words) ? { ...act, phoneOf: owner.words } : act;
}

/** Small words round a number and whose it is. */
const numberFrame =
  /(?:[说记写搞弄打输填改]错了?|错了|不对)|应该是|哦|噢|喔|啊|嗯|呃|对了?|还有|另外|那个|这个|就是|然后|他们|她们|[他她您你的是了吧呀呢家]|手机|电话|座机|微信|联系方式|号码|号|帮我|给我|麻烦|[存记留发加](?=一?下|个|在|$)|一下|下|个|这边|那边|采购|财务|技术|老板|负责人|(?:and|also|oh|by the way|btw|phone|mobile|cell|direct|number|line|is|'s|the|his|her|their|on|at|to|save|note|please|contact)(?![a-z])|[,:;.!。\s]/giu;

/** Marks an act that only gives somebody's number, so that nothing was done: 刘经理的手机是13812345678. */
function withNumberOnly(act: ActRead, text: string, pieces: FoundPiece[]): ActRead {
  const owner = act.phoneOf;
  if (act.act !== 'log' || !owner || act.channel || act.next || act.amount) return act;
  const phones = pieces.filter(({ piece }) => piece.kind === 'phone').map(({ words }) => words);
  const said = [...phones, act.mention?.words ?? '', ...act.contacts];
  const rest = said.reduce((left, one) => left.replace(one, ' '), text);
  if (rest.replace(numberFrame, '') !== '') return act;
  return { ...act, how: 'sure', isOnlyContact: true, introduces: act.introduces ?? [{ name: owner }] };
}

/** Takes back the name before it: 星河科技，哦不，云帆物流 ("Xinghe, oh no, Yunfan"). */
const slip =
  /^(?:那边|科技|公司)?[\s,]*(?:(?:哦|啊|呃|噢|哎|嗯)?[\s,]*(?:不对|不是|说错了?|错了|搞错了?|记错了?|(?:哦|啊|呃|噢|哎)不)|\b(?:sorry|no wait|oh no|i mean|scratch that)\b)[\s,]*(?:应该)?(?:是|i mean)?[\s,]*$/iu;

/** The customers that are left once the speaker has corrected a name in the same breath. */
const withoutSlips = (text: string, mentions: Mention[]): Mention[] =>
  mentions.filter(({ to }, at) => {
    const next = mentions[at + 1];
    return !next || !slip.test(text.slice(to, next.from));
  });

/** Reads what somebody is to do as a plan of theirs, whether or not it says of whom and when. */
async function readGiven(
  { who, what }: GivenTask,
  at: ReadAt,
  about: SpeakerContext,
): Promise<SentenceReading> {
  const { acts, goesOn } = await readSentence(what, at, { ...about, isMine: true });
  const [first = { ...blank(), asks: ['customer' as const] }] = acts;
  const { channel: _, at: __, ...plan } = first;
  // What somebody is told to do "today" is due today.
  const isToday = scan(what, new Set(['date']), at).some(
    ({ piece, words }) =>
      piece.kind === 'date' && piece.value === at.today && /today|今天|今日/iu.test(words),
  );
  const day = plan.next ?? (isToday ? { value: at.today } : undefined);
  const next = day && { ...day, how: 'sure' as const };
  return {
    intent: 'plan',
    acts: [{ ...plan, act: 'plan', how: 'sure', by: who, given: what, next }],
    goesOn,
  };
}

/** Turns what is told of unknown customers into leads; in a row, what is said of the first is said of all. */
function turnIntoLeads(acts: ActRead[], text: string): void {
  let isRow = false;
  for (const act of acts) {
    if (act.mention?.how !== 'new') continue;
    turnInto(act, 'lead');
    isRow ||= statesLead.test(text) && beforeName.test(text.slice(0, act.mention.from));
    if (isRow) act.isStatedLead = true;
  }
}

/** Turns an act into a lead, a deal or a new contact, which has neither day nor channel. */
function turnInto(act: ActRead, kind: 'lead' | 'deal' | 'contact'): void {
  if (kind === 'lead' && act.act === 'log' && act.channel) act.contact = { at: act.at, channel: act.channel };
  act.act = kind;
  act.at = undefined;
  act.channel = undefined;
}

function blank(mention?: Mention): ActRead {
  return { act: 'log', how: 'proposed', mention, contacts: [], asks: [] };
}

/**
 * Asks which contact is meant if several share surname and title (王总, "Mr Wang"); the log is stored anyway.
 */
function withContactAsked(act: ActRead, contacts: KnownContact[]): ActRead {
  const isAmbiguous = act.contacts.some((said) => {
    const fits = contacts.filter(({ name, title }) => title !== null && said === `${name[0]}${title}`);
    return fits.length > 1;
  });
  return isAmbiguous ? { ...act, asks: [...act.asks, 'contact'] } : act;
}
