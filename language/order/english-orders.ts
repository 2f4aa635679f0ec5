import { readShift } from '../correction/changed-values.js';
import { doneCue } from '../sentence/cues.js';
import { closeSet } from './close-told.js';
import { isAmount, isDay, isPersonName, isStageName, nameSaid, saidOnly, stageSaid } from './order-parts.js';
import type { OrderForm } from './order-reading.js';
import { groupLanguageOrder, leaverOrder, roleOrder } from './people-orders.js';
import { muteFor, noticesOnce, targetOrder, zoneOrder } from './settings-orders.js';
import { targetInAnyOrder } from './target-pieces.js';

const changes =
  '(?:change|set|update|make|put|correct|adjust|bump|raise|lower|increase|decrease|drop|cut|edit|reduce)';
const amountWord = '(?:amount|value|price|deal size|size|worth|deal value)';
const closeWord = '(?:expected |planned |forecast )?clos(?:e|ing)(?: date)?';
const moved = '(?: out| back| forward| up| down)?';

const amountOf = RegExp(
  `^${changes} (?:(?:the )?${amountWord} (?:of|for|on) (?<a>.+?)|(?<b>.+?)(?:'s)? ${amountWord}|(?:the )?${amountWord})${moved} (?:to|at|=) (?<value>.+)$`,
  'iu',
);
const plainAmount =
  /^(?:change|set|update|bump|raise|lower|reduce|cut|drop|edit) (?<a>.+?)(?: up| down)? to (?<value>\S+(?: (?:k|m|million|thousand|dollars|euros|pounds))?)$/iu;
const closeOf = RegExp(
  `^(?:change|set|update|move|push|shift|put|bring|pull|edit|extend|slip|delay|postpone) (?:(?:the )?${closeWord} (?:of|for|on) (?<a>.+?)|(?<b>.+?)(?:'s)? ${closeWord}|(?:the )?${closeWord})${moved} (?:to|until|till|for|on|=) (?<value>.+)$`,
  'iu',
);
/** "push Larkspur's close date back two weeks", "pull the close of Larkspur in by a week". */
const closeShift = RegExp(
  `^(?:move|push|shift|put|bring|pull|extend|slip|delay|postpone) (?:(?:the )?${closeWord} (?:of|for|on) (?<a>.+?)|(?<b>.+?)(?:'s)? ${closeWord}|(?:the )?${closeWord})(?<way> out| back| forward| up| in)?(?: by)? (?<shift>(?:an?|one|another|two|three|four|five|\\d{1,2}|a couple of) (?:days?|weeks?|months?))(?: (?<later>later|earlier|back|out))?$`,
  'iu',
);
const lostOf =
  /^(?:mark|set|close|put|record|count|flag) (?<a>.+?) (?:down )?(?:as |to )?(?:closed[- ])?(?:lost|dead)(?:[,:]? (?:on|to|due to|because of|for|over|because|since|as|reason|-)?:? ?(?<reason>.+))?$/iu;
const loseOf = /^(?:lost|lose) (?<a>.+?),? (?:on|due to|because of|over) (?<reason>\S+(?: \S+){0,2})$/iu;
const wonOf =
  /^(?:mark|set|close|put|record|count|flag) (?<a>.+?) (?:down )?(?:as )?(?:closed[- ])?won(?:,? (?:at|for|with) (?<amount>.+))?$/iu;
const numberedLost =
  /^(?:(?:deal )?(?<a>D-?\d+)(?: (?:is|was|has been|got|now|deal))* (?:closed[- ])?(?:lost|dead)|(?:lost|lose) (?:deal )?(?<b>D-?\d+))(?:(?: ?[,:;-]+ ?(?:because|as|since|reason:?)? ?| (?:on|due to|because of|because|over|as|since) )(?<reason>.+))?$/iu;
const numberedWon =
  /^(?:(?:deal )?(?<a>D-?\d+)(?: (?:is|was|has been|got|now|deal))* (?:closed[- ])?won|(?:won|win) (?:deal )?(?<b>D-?\d+))(?:(?: ?[,:;-]+ ?| )(?:at|for|with|worth)?:? ?(?<amount>.+))?$/iu;
const stageOf =
  /^(?:(?:move|push|advance|bring|put|take|set|promote|progress|switch|change) (?<a>.+?)(?:'s stage)?(?: on| forward| along| up| back| over| ahead)?,? (?:to|into|in) (?:the )?(?<stage>.+?)(?: stage| phase)?|(?:change|set|move|update) the stage (?:of|for) (?<b>.+?) to (?:the )?(?<other>.+?))$/iu;
const onOf =
  /^(?:move|push|advance|take|bring|promote|progress) (?<a>.+?) (?:forward|on|ahead|along|up|(?:on |up )?to (?:the )?next stage|(?:on |up )?(?:a|one) stage|a step(?: forward)?)$/iu;
const assignOf =
  /^(?:assign|transfer|give|hand over|hand|reassign|pass|move) (?:over )?(?<a>.+?)(?: over| on)?(?: from @?[\p{L}'’.-]+(?: [\p{L}'’.-]+)?)? to (?<to>@?[\p{L}'’.-]+(?: [\p{L}'’.-]+)?)$|^make (?<other>@?[\p{L}'’.-]+(?: [\p{L}'’.-]+)??) (?:the )?(?:new )?owner of (?<b>.+)$/iu;
const handoverOf =
  /^(?:hand ?over|hand|transfer|give|move|pass) (?:(?:all|everything) (?:of |from |that )?)?(?<who>@?[\p{L}'’.-]+?(?: [\p{L}'’.-]+?)??)(?:'s| has)? ?(?:whole |entire |all )?(?:book|customers|accounts|deals|leads|work|everything|stuff|portfolio|records|pipeline)?(?: over)? to (?<to>@?[\p{L}'’.-]+(?: [\p{L}'’.-]+)?)$/iu;
const dealFor =
  /^(?:create|add|open|make|start|set up|enter|register) (?:a |an |another |the |new )*(?:deal|opportunity) (?:for|with|at|on) (?<rest>.+)$/iu;
/** "Larkspur has a new deal, CRM project 20k", "new opportunity at Acme: spa 15k", "there's another deal at Acme, tracking 8k". */
const hasDeal =
  /^(?:(?<a>.+?) (?:has|have|got)(?: got)? (?:a |an |another |one more |the )*(?:new |another )(?:deal|opportunity)|(?:there's |there is |we have |got |i have )?(?:a |an )?(?:new|another) (?:deal|opportunity) (?:at|with|for|from|on) (?<b>.+?))(?: called| named)?[,:;] ?(?<rest>[^,;]*\d[^,;]*(?:, ?[^,;]*)?)$/iu;
const leadOf =
  /^(?:(?:i |we )?(?:just )?(?:got|have|add|create|enter|here's|there's|found) )?(?:a |another |one more |my (?:first|second|next) |the |new )*(?:(?:new |another )lead|new (?:prospect|customer|client|account))\b(?: (?:from|at|off) (?:the |our |a )?(?:expo|trade show|trade fair|fair|show|website|web|stand|booth|conference|event))?(?:!+|[\s]*[-–—:,.])?\s+(?<rest>\S.*)$|^(?:please )?(?:add|create|enter|register|set up|save)(?: (?:a|another|the|one))*(?: new)? (?:customer|client|account|prospect|company)(?:[:,]|(?:,? (?:called|named)))? (?<customer>\p{Lu}.*)$|^(?:i |we )?(?:just )?(?:got|have) my (?:first|second|next) lead\b[!:,.\s-]+(?<other>\S.*)$/iu;

const backTo =
  /^(?:(?:move|put|bring|take|send|push|set|pull|drop|step|go) (?:(?<a>.+?) )?)?back (?:to|into|in) (?:the )?(?<stage>[\p{L} -]+?)(?: stage| phase)?(?:(?:, ?| )(?:because|since|as) (?<why>.+)|[,:;] ?(?<reason>.+))?$/iu;
const convertOf =
  /^(?:convert|turn|make|promote|change|upgrade) (?<a>.+?)(?: lead)? (?:in)?to (?:a |an )?(?:new |open )?(?:deal|opportunity)$|^make (?<b>.+?) (?:a|an) (?:deal|opportunity)$|^make (?:a|an) (?:deal|opportunity) (?:out )?of (?<c>.+)$|^convert (?<d>(?:the |this |that )?lead|it|L-?\d+)$/iu;

const back: OrderForm = (text, about) => {
  const { a, stage = '', why, reason } = backTo.exec(text)?.groups ?? {};
  const name = stageSaid(stage, about);
  const note = why ?? reason;
  return name ? { command: 'move', input: saidOnly({ record: nameSaid(a), stage: name, note }) } : undefined;
};

const convert: OrderForm = (text) => {
  const found = convertOf.exec(text)?.groups;
  const name = nameSaid(found?.a ?? found?.b ?? found?.c ?? found?.d)?.replace(
    /^(?:lead|(?:this|that) lead)$/iu,
    '',
  );
  return found && { command: 'move', input: saidOnly({ record: name }), converts: true };
};

const changeAmount: OrderForm = (text) => {
  const found = amountOf.exec(text)?.groups ?? plainAmount.exec(text)?.groups;
  if (!found || !isAmount(found.value)) return undefined;
  return { command: 'edit', input: saidOnly({ deal: nameSaid(found.a ?? found.b), amount: found.value }) };
};

const shiftClose: OrderForm = (text) => {
  const found = closeShift.exec(text)?.groups;
  if (!found) return undefined;
  const isEarlier =
    /^ (?:in|up)$/iu.test(found.way ?? '') || /^(?:bring|pull) /iu.test(text) || found.later === 'earlier';
  // "Forward" may mean both.
  if (/^ forward$/iu.test(found.way ?? '') && !isEarlier) return undefined;
  const days = readShift(isEarlier ? `bring it forward ${found.shift}` : `push it ${found.shift}`);
  return days === undefined
    ? undefined
    : { command: 'edit', input: saidOnly({ deal: nameSaid(found.a ?? found.b), later: String(days) }) };
};

const changeClose: OrderForm = (text, about) => {
  const found = closeOf.exec(text)?.groups;
  if (found && isDay(found.value, about))
    return { command: 'edit', input: saidOnly({ deal: nameSaid(found.a ?? found.b), close: found.value }) };
  const set = closeSet(text, about.at);
  return set && { command: 'edit', input: saidOnly({ deal: set.about, close: set.day }) };
};

const lose: OrderForm = (text) => {
  const found = (lostOf.exec(text) ?? numberedLost.exec(text) ?? loseOf.exec(text))?.groups;
  const deal = nameSaid(found?.a ?? found?.b);
  return found && { command: 'lost', input: saidOnly({ deal, reason: found.reason }) };
};

const win: OrderForm = (text) => {
  const found = (wonOf.exec(text) ?? numberedWon.exec(text))?.groups;
  if (!found || (found.amount !== undefined && !isAmount(found.amount))) return undefined;
  return { command: 'won', input: saidOnly({ deal: nameSaid(found.a ?? found.b), amount: found.amount }) };
};

const move: OrderForm = (text, about) => {
  const on = onOf.exec(text)?.groups;
  if (on) return { command: 'move', input: saidOnly({ record: nameSaid(on.a) }) };
  const found = stageOf.exec(text)?.groups;
  const stage = found?.stage ?? found?.other ?? '';
  if (!found || !isStageName(stage, about)) return undefined;
  return { command: 'move', input: saidOnly({ record: nameSaid(found.a ?? found.b), stage }) };
};

const handOver: OrderForm = (text, about) => {
  const { who, to } = handoverOf.exec(text)?.groups ?? {};
  const name = who?.replace(/['’]s$/u, '');
  if (!name || !to || !isPersonName(name, about) || !isPersonName(to, about)) return undefined;
  return { command: 'handover', input: { who: name, to } };
};

const assign: OrderForm = (text, about) => {
  const { a, to, other, b } = assignOf.exec(text)?.groups ?? {};
  const who = to ?? other;
  if (!who || !isPersonName(who, about)) return undefined;
  return { command: 'assign', input: saidOnly({ record: nameSaid(a ?? b), to: who }) };
};

const createDeal: OrderForm = (text) => {
  const told = hasDeal.exec(text)?.groups;
  const who = told?.a ?? told?.b;
  if (told && who && !/^(?:they|he|she|it|we|i|you|who|that|this)$/iu.test(who))
    return { command: 'deal', input: {}, customer: who, words: `${who}, ${told.rest}`, known: who };
  const rest = dealFor.exec(text)?.groups?.rest;
  if (!rest) return undefined;
  const words = rest
    .replace(/,? (?:called|named|titled) /iu, ', ')
    .replace(/,? (?:closing|expected|due)(?= (?:on|at|by|in|the|end|next|\p{Lu}|\d))/u, ',');
  return { command: 'deal', input: {}, words };
};

/** Begins no name: "new lead from the market, …", "a new lead, name is …" tell of one, whom the words name later. */
const noLeadName =
  /^[,:]?\s*(?:from|at|in|on|via|through|by|of|with|who|whose|that|which|is|was|came|called|named|(?:the |company |business )*name(?:'s| is|:))\s|^(?:(?:the|an?|our|my|his|her|their|this|that)\s(?=\p{Ll})|(?:to|us|me|them|him|her|it|time)\s)/u;

/** Whether the words behind "lead" begin with no customer's name. */
export const namesNoLead = (words: string): boolean =>
  noLeadName.test(words) || periodFirst.test(words.trim());

/** Begins no customer's name: "deal with the complaint", "deal is off". */
const noDealName =
  /^(?:(?:with|about|of|in|is|isn't|was|has|will|looks|seems|goes|went|done|off|on|over|out)\s|(?:the|an?|our|my|his|her|their|this|that)\s(?=\p{Ll}))/u;

/** A period, which is nobody's name: 新商机 上半年 ("new deals, first half"). */
const periodFirst =
  /^(?:[上下]半年|[本这上下去今明]个?[周月季年]度?|每个?[天周月季年]度?|第?[一二三四1-4]季度?|[qh][1-4]|(?:this|last|next|each|every) (?:day|week|month|quarter|year))(?=$|[\s,，])/iu;

/** Whether the words behind "deal" begin with no customer's name. */
export const namesNoDeal = (words: string): boolean =>
  noDealName.test(words) || periodFirst.test(words.trim());

const createLead: OrderForm = (text) => {
  const { rest, other, customer } = leadOf.exec(text)?.groups ?? {};
  // "contact" before a person's name says only what the person is.
  // In small letters it is no name: "add customer service to the list".
  const named = customer && /^\p{Lu}/u.test(customer) ? customer : undefined;
  // What was done with a new customer as well is a sentence about it: "new customer Acme Foods, met Jim today".
  const isOther = rest !== undefined && !/\blead\b/iu.test(text);
  if (
    isOther &&
    (!/^(?!(?:Manager|Service|Success|Support|Portal|Number|List|Team)\b)(?:\p{Lu}|\d)/u.test(rest) ||
      doneCue.test(rest))
  )
    return undefined;
  const words =
    rest ?? other ?? named?.replace(/,? (?:(?:the )?contact(?: is| person is)?|attn):? (?=\p{Lu})/u, ', ');
  return words && !namesNoLead(words) ? { command: 'lead', input: {}, words } : undefined;
};

const languageOf =
  /^(?:(?:change|switch|set|put) (?:(?:the|my|your) )?language(?: to| into| =)? |(?:change|switch) (?:back )?(?:to|into) |(?:speak|talk|answer|reply|write|use)(?: to)?(?: me)?(?: in)? |in )?(?<to>english|chinese|mandarin|中文|英文)(?: (?:please|pls|only|from now on|going forward|always|again))*$/iu;

const setLanguage: OrderForm = (text) => {
  const to = languageOf.exec(text)?.groups?.to;
  return to ? { command: 'language', input: { to } } : undefined;
};

/** The forms of orders in English, the narrower ones first. */
export const englishOrders: readonly OrderForm[] = [
  targetOrder,
  targetInAnyOrder,
  muteFor,
  noticesOnce,
  groupLanguageOrder,
  setLanguage,
  zoneOrder,
  roleOrder,
  leaverOrder,
  changeAmount,
  shiftClose,
  changeClose,
  lose,
  win,
  handOver,
  assign,
  convert,
  back,
  move,
  createDeal,
  createLead,
];
