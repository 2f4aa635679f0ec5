import type { ReadAt } from '../../kernel/pieces/base/piece.js';
import { scan } from '../../kernel/pieces/scan.js';
import { isCorrection, readCorrection } from '../correction/correction.js';
import { findCustomerMentions } from '../names/customer-mentions.js';
import { calledColleagues, type GivenTask, givenTask } from '../names/given-tasks.js';
import { introducedPeople } from '../names/introduced.js';
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
import { clausesOf } from '../reading/clauses.js';
import type { ActRead, Ask, Mention, SentenceReading, SpeakerContext } from '../reading/sentence-reading.js';
import { sentencePieceKinds } from '../reading/wanted-pieces.js';
import { doneCue, isForwarded, isQuestion } from './cues.js';
import { prepareSentence } from './prepare.js';
import type { Segment } from './segment-type.js';
import { segmentsOf } from './segments.js';
import { readActs } from './sentence-acts.js';

const leadWords =
  /线索|新客户|询盘|咨询|展会|转介绍|介绍了?一?个客户|扫[街楼店]?扫到|[碰遇]到一家|认识了|新(?:认识|接触)|一家[^,。]{0,8},?(?:名?叫)|\btrade (?:show|fair)\b|\bexpo\b|\bnew (?:lead|prospect|customer)\b|\b(?:inquiry|enquiry)\b/iu;
const dealWords =
  /新(?:立|开|增)了?(?:个|一个)?(?:项目|商机)?|新项目|新商机|立项了|上[二三四]期|\bnew (?:project|opportunity|deal)\b/iu;
/** Words for those whom the talk is about. */
const theirs =
  /(?<!其)[他她它](?!妈)|对方|那边|人家|(?<![新个家位])客户(?!经理)|\b(?:they|them|their|he|him|his|she|her|the (?:client|customer))\b/iu;
/** A sentence that breaks off: she needs. */
const unfinished = /^\s*\S{1,12}\s*(?:needs?|wants?|said|asked|says|is|was|要|想|说|问|让)\s*$/iu;
/** Somebody or some place that the words name, whom a reader may not know. */
const named =
  /(?:拜访|[见去到约找陪跟和给])(?:了|过|完)?(?!过去|一下|一趟|个|着|时间|再|完|面|来)\p{Script=Han}{2,}|\p{Lu}\p{Ll}+/u;

/** Whether words that name no customer go on about the one whom the talk is about. */
const goesOn = (text: string, segments: Segment[], people: PersonSpan[]): boolean =>
  (theirs.test(text) && !unfinished.test(text) && !aside.test(text)) ||
  ((!keptInMind.test(text) || ofSales.test(text)) &&
    segments.some(({ kind, when }) => kind === 'plan' && when.next) &&
    people.length === 0 &&
    !named.test(text.replace(dayNames, '').replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())));
/** What one does for a customer, so that a reminder of it goes on about the one of the talk; "buy milk" does not. */
const ofSales =
  /\b(?:call|ring|phone|e-?mail|mail|text|ping|message|send|quote|visit|follow|chase|contract|proposal|meeting|meet|demo|samples?|pric(?:e|ing)|invoice|order|check|sign|offer|brochure|voicemail|speak|talk|present|deliver|drop)/iu;
/** What one hands over or shows a customer, and how they can be reached: a report of it without any name is about the talk. */
const ofDeal =
  /\b(?:demo|quoted?|proposal|contract|pitch(?:ed)?|present(?:ed|ation)|samples?|pricing|prices?|voicemail|no answer|no reply|trial|pilot|invoice|brochure|discount|budget|engaged|rang out|hung up|deck|references?)\b/iu;
/** A meeting among ourselves, or words to somebody. */
const amongUs =
  /\b(?:our|my|team|internal|stand-?up|sales meeting|pipeline|weekly|boss|you|your|mum|dad|wife|husband)\b/iu;

/** Only says that a thing was done before, or that somebody ate. */
const aside =
  /\b(?:already|just) (?:did|done|had|logged|got|sent) (?:it|them|that|this|those|these)\b|\bsorry\W*$|^\W*(?:\w+ )?(?:had|grabbed) (?:a )?(?:lunch|coffee|dinner|breakfast|tea)\W*$/iu;

/** Whether an English report names nobody at all, and can only be about whom the talk is about: "called, no answer". */
const isNameless = (text: string, segments: Segment[], people: PersonSpan[]): boolean =>
  !aside.test(text) &&
  /^[^\p{Script=Han}]*$/u.test(text) &&
  people.length === 0 &&
  !amongUs.test(text) &&
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
const business = /约|拜访|见了|报价|签|合同|客户|方案|聊|\b(?:met|visit|quote|price|contract)/iu;

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
  const called = calledColleagues(text, about.colleagues);
  const given = about.isMine ? undefined : givenTask(text, called, at);
  if (given) return await readGiven(given, at, about);
  const colleagues = colleaguesIn(text, called);
  const pieces = scan(text, sentencePieceKinds, at);
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
  const found = await findCustomerMentions(text, clauses, pieces, others, about.names, isLead);
  // Beside words for those whom the talk is about, an unknown name is rarely a customer's.
  const isTheirs = about.hasTopic === true && !isLead && theirs.test(text);
  const mentions = isTheirs && found.every(({ how }) => how === 'new') && !visits(text, found) ? [] : found;
  if (isQuestion(text) && !keptInMind.test(text))
    return { intent: 'question', acts: mentions.slice(0, 1).map((mention) => blank(mention)) };

  const ids = mentions.flatMap(({ how, hits }) =>
    how === 'sure' || (how === 'near' && hits.length === 1) ? hits.map(({ id }) => id) : [],
  );
  const contacts: KnownContact[] = [];
  for (const id of new Set(mentions.length > 0 ? ids : about.of))
    contacts.push(...(await about.names.contacts(id)).map((one) => ({ ...one, customerId: id })));
  const outside = (one: PersonSpan) => !mentions.some((name) => one.from < name.to && name.from < one.to);
  const known = knownPeople(text, contacts).filter(outside);
  const named = titledAfter(text, mentions).filter(outside);
  const titledOnly = [...titled, ...named].filter(
    (one) =>
      outside(one) &&
      !known.some((other) => one.from < other.to && other.from < one.to) &&
      !known.some((other) => other.to === one.from && other.words[0] === one.words[0]),
  );
  const introduced = introducedPeople(text, [...mentions, ...known, ...titledOnly, ...colleagues]);
  const taken = [...mentions, ...known, ...titledOnly, ...colleagues, ...introduced];
  const strangers = [...introduced, ...unknownPeople(text, taken)];
  // A contact mentioned twice (王总, "Mr Wang") is the same person.
  for (const one of titledOnly) one.of ??= known.find(({ words }) => words === one.words)?.of;
  const people = [...known, ...titledOnly, ...strangers].sort((a, b) => a.from - b.from);
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
    .map((act) => {
      const theirs = newcomers.filter(({ words }) => act.contacts.includes(words));
      return theirs.length > 0 ? { ...act, introduced: theirs.map(({ words }) => words) } : act;
    });
  let isAboutTalk = false;
  if (mentions.length === 0) {
    const ours = segments.some(
      (one) => (one.channel && one.kind === 'done') || one.amount || one.contacts.length > 0 || one.obstacle,
    );
    const isOpen: boolean =
      (about.of?.length ?? 0) > 0 ||
      (about.hasTopic === true &&
        (isNameless(text, segments, people) ||
          goesOn(text, segments, acts.some((act) => act.by) ? titled : others)));
    // 你 ("you") addresses somebody; it is not a customer.
    const isKept =
      keptInMind.test(text) ||
      (isOrder.test(text) && segments.some(({ kind, when }) => kind === 'plan' && when.next));
    if (!isKept && ((!ours && !isOpen && !business.test(text)) || /你|\byou\b/iu.test(text)))
      return { intent: 'none', acts: [] };
    if (isOpen && newcomers.length === 0) return { intent: acts[0]?.act ?? 'none', acts, goesOn: true };
    isAboutTalk = isOpen;
    for (const act of acts) act.asks.unshift('customer');
  }
  const [first] = acts;
  if (!first) return { intent: 'none', acts: [] };
  const isOnlyIntroduced =
    acts.length === 1 &&
    newcomers.length > 0 &&
    segments.every(
      (one) => one.kind !== 'plan' && !(one.kind === 'done' && one.channel) && !one.amount && !one.when.next,
    );
  if (isOnlyIntroduced && first.mention?.how !== 'new') {
    turnInto(first, 'contact');
    first.how = 'sure';
  } else if (isLead && first.mention?.how === 'new') turnInto(first, 'lead');
  else if (dealWords.test(text) && first.mention?.how === 'sure') {
    turnInto(first, 'deal');
    first.next = undefined;
  }
  return { intent: first.act, acts, ...(isAboutTalk ? { goesOn: true } : {}) };
}

/** Reads what somebody is to do as a plan of theirs, whether or not it says of whom and when. */
async function readGiven(
  { who, what }: GivenTask,
  at: ReadAt,
  about: SpeakerContext,
): Promise<SentenceReading> {
  const { acts, goesOn } = await readSentence(what, at, { ...about, isMine: true });
  const [first = { ...blank(), asks: ['customer' as const] }] = acts;
  const { channel: _, at: __, ...plan } = first;
  const next = plan.next && { ...plan.next, how: 'sure' as const };
  return {
    intent: 'plan',
    acts: [{ ...plan, act: 'plan', how: 'sure', by: who, given: what, next }],
    goesOn,
  };
}

/** Turns an act into a lead, a deal or a new contact, which has neither day nor channel. */
function turnInto(act: ActRead, kind: 'lead' | 'deal' | 'contact'): void {
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
