import { doneCue } from './cues.js';
import type { Segment } from './segment-type.js';

/** Begins with a verb as one says it to oneself: "call Jane about the invoice", "find out who decides". */
const order =
  /^\s*(?:(?:please|pls|ok|okay|so|and|also|then|next|now|must|to-?do:?|(?:i |i've |we )?(?:got to|gotta|have to|need to|should))[\s,]+)*(?:(?:call|ring|phone|e-?mail|text|visit|message|ping|chase|meet|ask|tell|send|invite|remind|take|book|lead|host|join|attend|go (?:to|see|over)|drop (?:by|in|off)|pop (?:by|in|over)|swing by|follow up|check|confirm|arrange|prepare|draft|write(?: to)?|call up|get back to|reach out to|speak (?:to|with)|talk (?:to|with))(?: back)?\s+(?!(?:with|from|in|at|went|was|were|is|are|has|had|over|by|on|re|re:|about|went|done|notes?|log|booked|scheduled|received|today|yesterday|earlier)\b|to (?:say|tell)|[-:–—])|find out\b|(?:check|see|confirm|ask) (?:with|if|whether|in with|on)\b|follow up (?:with|on)\b)/iu;
/** Behind an order, what came of it: "call Larkspur: no answer", "visit Acme - went well". */
const outcome =
  /[:–—]|\s-+\s|\b(?:no (?:answer|reply|response|luck|show)|voicemail|went|was|were|said|says|happy|interested|agreed|liked?s?|loved?|wants?|wanted|needs?|ok|okay|good|great|fine|done|positive|negative|busy|engaged|rang out)\b/iu;

/** What is to be found out, or leads to an order, and tells of nothing done: "if they paid", "got to". */
const aside = /\b(?:if|whether)\b.*$|\bgot to\b/iu;

/** Whether an English clause is an order to oneself without a day, and tells of nothing that was done. */
const ordersLatin = (one: Segment): boolean =>
  ['done', 'told', 'state'].includes(one.kind) &&
  order.test(one.text) &&
  !outcome.test(one.text) &&
  !doneCue.test(one.text.replace(aside, '')) &&
  !tellsMore(one);

/** A Chinese order to oneself, which may as well be a report without 了: 问王总预算 ("ask Mr Wang about the budget"). */
const orderHan =
  /^(?:\s|我|再|要|得|先|去|今天|下午|晚上|待会儿?|等会儿?)*(?:(?:问|催)(?:问|一下|下|一问|催)?(?!题|到|出|过|我)|打(?:个)?电话(?:给|问|跟)|给[^,。]{1,14}?打(?:个)?(?:电话|微信)|(?:发|寄|送|写)(?:个|封|份)?(?:邮件|微信|短信|消息|资料|合同|报价单?|方案|样品)?给|(?:跟|和|与|找)[^,。]{1,12}?(?:确认|核对|核实|对一下|沟通|落实|商量|谈|聊)(?!得|好|妥|过|了|完)|(?:回答|回复|答复|确认|核实|核对|了解|打听|查)(?:一下|下)?|等(?:一下|着)?[^,。]{1,10}?(?:回复|回信|消息|确认|通知)$)[^,。]*$/u;
const outcomeHan =
  /[了过完]|得(?:不错|很|挺)|(?:说|讲|(?<!回)答)(?!给|话)|没|不(?!变|对)|好的|通了|接了|昨天|上午|刚|已|同意|满意|[:：]/u;

/** An order for the same day: "call Jane today about the invoice". */
const forToday = /\b(?:today|tonight|this (?:afternoon|evening)|later)\b/iu;

/** The kind of the only clause of a sentence, where it may be an order to oneself and tells of nothing that was done. */
export function withoutOrder(one: Segment, today: string): Segment['kind'] {
  if (ordersLatin(one)) {
    if (forToday.test(one.text)) one.when.todayAt ??= today;
    return 'plan';
  }
  const isOpen = (one.kind === 'done' || one.kind === 'told') && !tellsMore(one);
  return isOpen && orderHan.test(one.text) && !outcomeHan.test(one.text) ? 'state' : one.kind;
}

/** Whether a clause holds a day, an amount or news of the deal. */
const tellsMore = ({ when, amount, stage, rival, obstacle }: Segment): boolean =>
  Boolean(when.next || when.at || when.todayAt || amount || stage || rival || obstacle);
