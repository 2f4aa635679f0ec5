import type { ReadAt } from '../pieces/piece.js';
import { scan } from '../pieces/scan.js';
import { clausesOf, hasNegation } from './clauses.js';
import { isCorrection, mendOf } from './correction.js';
import { again, isForwarded, isQuestion } from './cues.js';
import { findMentions } from './mentions.js';
import {
  colleaguesIn,
  contactsIn,
  doneBy,
  knownPeople,
  soundsLikeName,
  unknownPeople,
  type Who,
} from './people.js';
import { wanted } from './pieces.js';
import { prepare } from './prepare.js';
import type { About, ActRead, Ask, Mention, SentenceReading } from './reading.js';
import { type Segment, segmentsOf } from './segments.js';

const leadWords =
  /线索|新客户|询盘|咨询|展会|转介绍|介绍了?一?个客户|认识了|\bnew (?:lead|prospect|customer)\b|\b(?:inquiry|enquiry)\b/iu;
const dealWords =
  /新(?:立|开|增)了?(?:个|一个)?(?:项目|商机)?|新项目|新商机|立项了|上[二三四]期|\bnew (?:project|opportunity|deal)\b/iu;
/** Without a customer's name, only this makes a sentence one of ours. */
const business = /约|拜访|见了|报价|签|合同|客户|方案|聊|\b(?:met|visit|quote|price|contract)/iu;

/**
 * Reads a sentence as one would tell it to a colleague into the acts it tells of. It decides nothing that it is
 * not told: what may be meant is proposed, what is not said stays blank.
 */
export async function readSentence(said: string, at: ReadAt, about: About): Promise<SentenceReading> {
  const text = prepare(said, about.voice);
  const colleagues = colleaguesIn(text, about.colleagues);
  const pieces = scan(text, wanted, at);
  const titled = contactsIn(pieces).filter(
    (one) => !colleagues.some((who) => one.from < who.to && who.from < one.to),
  );
  const speaks = (head: string) =>
    titled.some((one) => one.from === 0 && one.to === head.length) ||
    colleagues.some((one) => one.from === 0 && one.to === head.length) ||
    (soundsLikeName(head) && !/^(?:客户|备注|结果)/u.test(head)) ||
    (/^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u.test(head) && colleagues.some((one) => one.words === head));
  if (!about.isMine && isForwarded(text, speaks)) return { intent: 'forward', acts: [] };
  if (isCorrection(text)) return { intent: 'correction', acts: [], mend: await mendOf(text, at, about) };
  const clauses = clausesOf(text);
  const isLead =
    leadWords.test(text) || (pieces.some(({ piece }) => piece.kind === 'phone') && titled.length > 0);
  const others = [...titled, ...colleagues];
  const mentions = await findMentions(text, clauses, pieces, others, about.names, isLead);
  if (isQuestion(text))
    return { intent: 'question', acts: mentions.slice(0, 1).map((mention) => blank(mention)) };

  const ids = mentions.flatMap(({ how, hits }) => (how === 'sure' ? hits.map(({ id }) => id) : []));
  const contacts: { name: string; title: string | null }[] = [];
  for (const id of ids) contacts.push(...(await about.names.contacts(id)));
  const outside = (one: Who) => !mentions.some((name) => one.from < name.to && name.from < one.to);
  const known = knownPeople(text, contacts).filter(outside);
  const free = titled.filter(
    (one) =>
      outside(one) &&
      !known.some((other) => one.from < other.to && other.from < one.to) &&
      !known.some((other) => other.to === one.from && other.words[0] === one.words[0]),
  );
  const strangers = unknownPeople(text, [...mentions, ...known, ...free, ...colleagues]);
  const people = [...known, ...free, ...strangers].sort((a, b) => a.from - b.from);
  const segments = segmentsOf({ text, clauses, pieces, mentions, people, colleagues, at, about });
  const by = about.isMine ? undefined : doneBy(text, colleagues, mentions);
  const acts = actsOf(segments, at, about.voice)
    .map((act) => (by ? { ...act, by, asks: [...act.asks, 'whose' as Ask] } : act))
    .map((act) => withContactAsked(act, contacts));
  if (mentions.length === 0) {
    const ours = segments.some(
      (one) => (one.channel && one.kind === 'done') || one.amount || one.contacts.length > 0 || one.obstacle,
    );
    // 你 is whom one talks to, not whom one visits.
    if ((!ours && !business.test(text)) || /你|\byou\b/iu.test(text)) return { intent: 'none', acts: [] };
    for (const act of acts) act.asks.unshift('customer');
  }
  const [first] = acts;
  if (!first) return { intent: 'none', acts: [] };
  if (isLead && first.mention?.how === 'new') become(first, 'lead');
  else if (dealWords.test(text) && first.mention?.how === 'sure') {
    become(first, 'deal');
    first.next = undefined;
  }
  return { intent: first.act, acts };
}

/** A lead and a deal are made, they do not happen on a day or by a channel. */
function become(act: ActRead, kind: 'lead' | 'deal'): void {
  act.act = kind;
  act.at = undefined;
  act.channel = undefined;
}

function blank(mention?: Mention): ActRead {
  return { act: 'log', how: 'proposed', mention, contacts: [], asks: [] };
}

/** Stretches about one customer make one act; what comes before the first name is about the first. */
function actsOf(segments: Segment[], at: ReadAt, voice = false): ActRead[] {
  const groups: Segment[][] = [];
  let leading: Segment[] = [];
  for (const segment of segments) {
    const id = segment.mention && keyOf(segment.mention);
    const same = id && groups.find((group) => group.some((one) => one.mention && keyOf(one.mention) === id));
    if (same) same.push(segment);
    else if (segment.mention) {
      groups.push([...leading, segment]);
      leading = [];
    } else if (groups.length > 0) groups.at(-1)?.push(segment);
    else leading.push(segment);
  }
  if (leading.length > 0) groups.push(leading);
  share(groups);
  return groups.flatMap((group) => actOf(group, at, voice));
}

const keyOf = (mention: Mention): string => mention.hits[0]?.id ?? mention.words;

const shared = ['channel', 'obstacle', 'stage', 'amount'] as const;

/** A、B都见了: what is said of one of a row of customers is said of all that nothing else is said of. */
function share(groups: Segment[][]): void {
  for (const [at, group] of groups.entries()) {
    const [last] = group.filter((one) => one.mention).slice(-1);
    const follower = groups[at + 1]?.find((one) => one.mention);
    if (!last || !follower?.joined) continue;
    if (isBare(last)) {
      for (const key of shared) last[key] ??= follower[key] as never;
      if (last.kind === 'state') last.kind = follower.kind;
    }
    follower.channel ??= channelOf(group);
    if (!follower.when.at && !follower.when.next) follower.when = { ...follower.when, ...whenOfGroup(group) };
    if (follower.kind === 'state') follower.kind = last.kind;
  }
}

const channelOf = (group: Segment[]) => group.find((one) => one.channel)?.channel;
const whenOfGroup = (group: Segment[]) => {
  const { at, next } = group.find((one) => one.when.at || one.when.next)?.when ?? {};
  return { ...(at ? { at } : {}), ...(next ? { next } : {}) };
};
const isBare = ({ channel, amount, obstacle, stage, rival }: Segment): boolean =>
  !channel && !amount && !obstacle && !stage && !rival;

function actOf(group: Segment[], at: ReadAt, voice = false): ActRead[] {
  const act = kindOfAct(group);
  if (!act) return [];
  const told = group.filter((one) => !['off', 'undone', 'aside'].includes(one.kind));
  const mention = group.find((one) => one.mention)?.mention;
  const nexts = told.flatMap(({ when, kind }) =>
    when.next
      ? [when.next]
      : when.todayAt && kind === 'plan'
        ? [{ value: when.todayAt, how: 'sure' as const }]
        : [],
  );
  const next = nexts.sort((a, b) => (a.value < b.value ? -1 : 1))[0];
  const phone = told.find((one) => one.phone)?.phone;
  // 竞品是星图，报了25万: what follows on a rival is the rival's.
  const isRivals = (one: Segment) =>
    /^\s*(?:他们|它|对方)?(?:报|出|给)/u.test(one.text) && group[group.indexOf(one) - 1]?.rival !== undefined;
  const amount = told.filter((one) => one.amount && !isRivals(one)).at(-1)?.amount;
  const stage = told.find((one) => one.stage)?.stage;
  const rival = told.find((one) => one.rival)?.rival;
  const obstacle = told.find((one) => one.obstacle)?.obstacle;
  const happened = told.filter((one) => one.kind !== 'plan');
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
  if (told.some(({ when }) => when.asks && when.next === next) || (act === 'plan' && !next))
    asks.push('date');
  return [
    {
      act,
      how: (act === 'plan' || told.length === group.length) && isSure(told, voice) ? 'sure' : 'proposed',
      mention,
      contacts: [...new Set(told.flatMap(({ contacts }) => contacts))],
      ...(act === 'log' ? { channel: event?.channel, at: day } : {}),
      next,
      amount: amount && (voice ? { ...amount, how: 'proposed' } : amount),
      stage: stage && act === 'log' ? { value: stage, how: 'proposed' } : undefined,
      competitor: rival && { value: rival.name, how: 'proposed' },
      obstacle: obstacle ? { value: obstacle, how: 'proposed' } : undefined,
      phone,
      asks,
    },
  ];
}

/**
 * A statement with nothing done, said or meant in it may be anything, more so when a machine wrote it down; and
 * what a denial reaches is easily mistaken.
 */
function isSure(told: Segment[], voice: boolean): boolean {
  if (told.some(({ text, obstacle }) => !obstacle && hasNegation(text))) return false;
  return told.some(
    ({ kind, amount, obstacle, stage, rival }) =>
      (kind !== 'state' && kind !== 'aside') || (!voice && (amount || obstacle || stage || rival)),
  );
}

/** Something that happened or was told makes a log; only intentions make a plan; what came to nothing, neither. */
function kindOfAct(group: Segment[]): 'log' | 'plan' | undefined {
  let act: 'log' | 'plan' | undefined;
  for (const { kind } of group) {
    if (kind === 'done' || kind === 'told') return 'log';
    if (kind === 'plan') act = 'plan';
    if (kind === 'off' || kind === 'undone') act = undefined;
  }
  const states = group.filter(({ kind }) => kind === 'state');
  // 再约, after good news of the customer, follows on something that took place.
  const isNews = states.some(({ text }) => !/[不没]|\bnot\b/iu.test(text));
  const isAgain = group.some(({ kind, text }) => kind === 'plan' && again.test(text));
  if (act === 'plan' && isNews && isAgain) return 'log';
  const denied = group.some(({ kind }) => kind === 'off' || kind === 'undone');
  return act ?? (states.length > 0 && !denied ? 'log' : undefined);
}

/** Two contacts that both are 王总: which one is asked, the log is kept all the same. */
function withContactAsked(act: ActRead, contacts: { name: string; title: string | null }[]): ActRead {
  const twins = act.contacts.some((said) => {
    const fits = contacts.filter(({ name, title }) => title !== null && said === `${name[0]}${title}`);
    return fits.length > 1;
  });
  return twins ? { ...act, asks: [...act.asks, 'contact'] } : act;
}
