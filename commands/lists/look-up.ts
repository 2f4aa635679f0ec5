import type { Context } from '../../crm/access/context.js';
import { visible } from '../../crm/access/visibility.js';
import { contactsMeant, unknownContactOf } from '../../crm/lookup/contacts-called.js';
import { dealsNamed } from '../../crm/lookup/deal-names.js';
import { onlyCustomerShown } from '../../crm/lookup/only-customer.js';
import { openSubject } from '../../crm/lookup/open-subject.js';
import { tasksCalled } from '../../crm/lookup/task-named.js';
import type { Call } from '../../kernel/card/card.js';
import { customerNo, dealNo, recordNumber, taskNo } from '../../kernel/records/record-number.js';
import type { WordReader, WordReading } from '../../language/arbiter/reading.js';
import { attributeAsked } from '../../language/look-up/attribute-asked.js';
import { listAsked } from '../../language/look-up/list-request.js';
import { comparedWords } from '../../language/look-up/list-words.js';
import { ownerAsked } from '../../language/look-up/owner-asked.js';
import { type AskedOfRecord, recordAsked } from '../../language/look-up/record-asked.js';
import { plainQuestion } from '../../language/question/question-line.js';
import { writeQuestion } from '../../language/question/write-question.js';
import { isQuestion } from '../../language/sentence/cues.js';
import { filedValues, namesAskedBy } from '../../reports/answers/read-known-question.js';
import { dimensionsOf } from '../../sales/figures/slice-names.js';
import { openDealsOf } from '../../store/deals/deal-queries.js';
import type { Customer } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import { tasksOfCustomer } from './tasks-of-customer.js';

/**
 * Reads a line as a look-up: a list or a record that is asked for in words (我名下有哪些客户 "which customers do I have",
 * `show me ironwood`, 王总电话多少 "what is Mr Wang's number"), or a question about what the talk is about.
 */
export const readLookUp: WordReader<Context> = async ({ line }, ctx) => {
  if (line.length > longest || line.includes('\n')) return undefined;
  if (asksForPool.test(line.trim()))
    return { kind: 'lookUp', strength: 'strong', call: { command: 'pool', input: {} } };
  const tasks = await tasksOfCustomer(line, ctx);
  if (tasks) return { kind: 'lookUp', strength: 'strong', call: tasks };
  const attribute = await attributeCall(line, ctx);
  if (attribute) return { kind: 'lookUp', strength: 'strong', call: attribute };
  const compared = await comparedCall(line, ctx);
  if (compared) return { kind: 'lookUp', strength: 'strong', call: compared };
  const list = await listCall(line, ctx);
  if (list) return { kind: 'lookUp', strength: 'strong', call: list };
  const stranger = await strangersList(line, ctx);
  if (stranger) return { kind: 'lookUp', strength: 'fair', isAside: true, call: stranger };
  const record = await recordCall(line, ctx);
  if (record) return { kind: 'lookUp', ...record };
  const task = await taskCall(line, ctx);
  if (task) return { kind: 'lookUp', strength: 'strong', call: task };
  const topic = ctx.subject ?? ctx.topic ?? ctx.groupTopic;
  const asked = recordAsked(line);
  if (!asked) return undefined;
  if (asked.name !== '')
    return isNameLike(asked.name) && isQuestion(line) ? unknownRead(asked.name) : undefined;
  // 回到海棠，他们上次说啥了 ("back to Haitang, what did they say") names whom it is about.
  if (!topic || /^(?:回到|说回|再说回?|关于)\S{2}/u.test(line)) return undefined;
  const strength = isQuestion(line) ? 'strong' : 'fair';
  if (asked.about === 'history') return { kind: 'lookUp', strength, call: historyOf(topic) };
  if (asked.about === 'last') return { kind: 'lookUp', strength, call: await lastOf(ctx, topic) };
  const isOfCustomer = asked.about === 'contact' || asksOfSeveral.test(line);
  const name = isOfCustomer
    ? await customerOfTopic(ctx, topic)
    : await narrowedTopic(ctx, topic, asked.about);
  const sum =
    asked.about === 'deal' && asksOfSeveral.test(line) ? await dealsOfCustomer(ctx, name) : undefined;
  return { kind: 'lookUp', strength, call: sum ?? { command: 'find', input: { name } } };
};

/** Asks when something is due: 演示是什么时候 ("when is the demo"). */
const asksWhen =
  /^(?:so |and |hang on,? )?when(?:'s| is| are) (?:the|my|our|that) (?<what>[\p{L}\d' ]{2,30}?)(?: (?:due|again|on))?[?？]?$|^(?:那个?|我的)?(?<when>\p{Script=Han}{2,12}?)(?:是|在|约的?是|定的?是)?(?:什么时候|啥时候|哪[一]?天|几号|几点)(?:来着|呢|啊|去)?[?？]?$/iu;

/** Asks whether something is to be done: `is the quote on my list`, 报价那个在待办里了吗. */
const asksPlanned =
  /^(?:so |and |ok,? )?(?:is|are|did you (?:put|add)|have you (?:put|added)) (?:the |my |that )?(?<what>[\p{L}\d' ]{2,40}?)(?: thing| task| one| stuff)? (?:now |already )?(?:on|in|to) (?:my|the) (?:list|tasks?|to-?dos?(?: list)?|plate|agenda)(?: now| yet| already)?[?？]?$|^(?<planned>\p{Script=Han}{2,12}?)(?:那个|这个|的事|那件事)?(?:有没有|是不是)?(?:在|进|加到?|放到?|记到?|列入)(?:我的?)?(?:待办|清单|日程|任务)(?:里面?|上|中)?(?:了)?(?:吗|没有?|么)?[?？]?$/iu;

/** The only task of one's own that a question about a date names. */
async function taskCall(line: string, ctx: Context): Promise<Call | undefined> {
  const { what: thing, planned = thing } = asksPlanned.exec(line.trim())?.groups ?? {};
  if (planned !== undefined) {
    const [one, ...more] = await tasksCalled(ctx, planned);
    return one && more.length === 0
      ? { command: 'find', input: { name: taskNo(one) } }
      : { command: 'tasks', input: {} };
  }
  const said = asksWhen.exec(line.trim())?.groups;
  const what = said?.what ?? said?.when;
  if (!what) return undefined;
  const [only, ...others] = await tasksCalled(ctx, what);
  return only && others.length === 0 ? { command: 'find', input: { name: taskNo(only) } } : undefined;
}

/** Asks what waits in the pool: 公海有多少线索 ("how many leads are in the pool"). */
const asksForPool =
  /^(?:现在|目前|看看|看下)?公海(?:里面?|中|池)?(?:现在|目前)?(?:还)?有(?:没有)?(?:多少|几[条个家]|哪些|什么|啥)?(?:新)?(?:线索|客户)?(?:可以?抢|能抢|没人要)?(?:的)?[吗呢?？]*$|^(?:what(?:'s| is)|how (?:many|much)(?: leads| customers)?(?: are| is)?(?: there)?|anything|which leads are|show me what is) in the pool[?？]*$/iu;

/** What was followed up last with the customer of the talk. */
async function lastOf(ctx: Context, topic: string): Promise<Call> {
  const subject = await openSubject(ctx, topic).catch(() => undefined);
  if (!subject) return { command: 'find', input: { name: topic } };
  const reading = { measure: 'lastTalk' as const, filters: { values: [], customer: subject.customer.name } };
  const words = writeQuestion(reading, ctx.locale, dimensionsOf(ctx.process));
  return { command: 'ask', input: { words, figures: true } };
}

const historyOf = (name: string): Call => ({ command: 'history', input: { name } });

/** The deals of the customer with that number, which the list adds up; undefined if there are not several. */
async function dealsOfCustomer(ctx: Context, number: string): Promise<Call | undefined> {
  const subject = await openSubject(ctx, number).catch(() => undefined);
  const deals = subject && (await visible(ctx, await openDealsOf(ctx.db, subject.customer.id)));
  if (!subject || !deals || deals.length < 2) return undefined;
  return {
    command: 'deals',
    input: { words: [textsIn(ctx.locale).asking.company, subject.customer.name].join(' ') },
  };
}

/** A question about something of which nobody has heard: said so, it is no question for the team's articles. */
const unknownRead = (name: string): WordReading => ({
  kind: 'lookUp',
  strength: 'fair',
  isAside: true,
  call: { command: 'find', input: { name } },
});

/** Whether words may name a customer: a few words without a verb among them. */
const isNameLike = (name: string): boolean =>
  /^(?:\p{Script=Han}{2,8}|[\p{L}\p{N}&'.-]+(?: [\p{L}\p{N}&'.-]+){0,2})$/u.test(name) &&
  !/^(?:the|a|an|my|our|this|that|it|you|we|they)\b|[我你您怎么吗了]/iu.test(name);

/** Asks how one record stands, or how many deals a customer has: its card names them. */
const ofOne =
  /\bwhere (?:is|are|do|does)\b.*\b(?:stand|at)\b|\bhow many (?:open )?(?:deals|opportunities)\b(?!.*\b(?:won|lost|win|lose|new|this|last|since)\b)/iu;

/** Asks about all deals of a customer, though one of them was shown last: 两个单子加起来多少 ("what are both worth"). */
const asksOfSeveral =
  /[两几三]个|多少个|加起来|一共|总共|合计|\b(?:ones|deals|both|all|altogether|total)\b/iu;

async function customerOfTopic(ctx: Context, topic: string): Promise<string> {
  const subject = await openSubject(ctx, topic).catch(() => undefined);
  return subject ? customerNo(subject.customer) : topic;
}

/** The only open deal of the customer that the talk is about, if a deal is what is asked about. */
async function narrowedTopic(ctx: Context, topic: string, about: AskedOfRecord): Promise<string> {
  const type = recordNumber(topic)?.type;
  if (type !== 'customer' && !(type === 'task' && about === 'deal')) return topic;
  const subject = await openSubject(ctx, topic).catch(() => undefined);
  // A task that was shown last is no deal, but it is about one.
  if (type === 'task') return subject?.number ?? topic;
  return subject ? await narrowed(ctx, subject.customer, about) : topic;
}

/** Longest line read as a look-up, in characters. */
const longest = 120;

/** Which of several customers is worth more is seen in the list of deals, the largest first. */
async function comparedCall(line: string, ctx: Context): Promise<Call | undefined> {
  const plain = plainQuestion(line);
  if (!comparedWords.test(plain)) return undefined;
  const said = plain
    .replace(comparedWords, ' ')
    .split(/[,，、\s]|和|跟|与|还是|比|\b(?:and|or|of|is|than|bigger|larger)\b/iu);
  const named: Customer[] = [];
  for (const name of said.filter(Boolean)) {
    const customer = await onlyCustomerShown(ctx, name);
    if (customer) named.push(customer);
  }
  if (named.length < 2) return undefined;
  const isOwn = named.every(({ ownerId }) => ownerId === ctx.person.id);
  return { command: 'deals', input: isOwn ? {} : { words: textsIn(ctx.locale).asking.company } };
}

/** Reads a line that asks for a list. */
async function listCall(line: string, ctx: Context): Promise<Call | undefined> {
  const known = await namesAskedBy(ctx, line);
  const values = /客户|customers|accounts|clients/iu.test(line) ? await filedValues(ctx, line) : [];
  const request = listAsked(line, { ...known, values: [...values, ...known.values] });
  if (!request) return undefined;
  // What a customer has is on its card.
  if (request.filters.customer) return { command: 'find', input: { name: request.filters.customer } };
  return { command: request.kind, input: { words: line } };
}

/** Reads a line that asks for the list of somebody whom nobody knows: the list says so, and who there is. */
async function strangersList(line: string, ctx: Context): Promise<Call | undefined> {
  const asked = ownerAsked(line);
  if (!asked || (await onlyCustomerShown(ctx, asked.who)) || (await contactsMeant(ctx, asked.who)).length > 0)
    return undefined;
  const { people, teams, values } = await namesAskedBy(ctx, asked.who);
  const said = asked.who.toLowerCase();
  const known = [...people.flatMap(({ words }) => words), ...teams, ...values.flatMap(({ words }) => words)];
  return known.some((one) => one.toLowerCase() === said)
    ? undefined
    : { command: asked.kind, input: { words: line } };
}

/** Reads a question about one record; of a customer's facts a figure may tell more than its card. */
async function recordCall(
  line: string,
  ctx: Context,
): Promise<Pick<WordReading, 'strength' | 'call'> | undefined> {
  const asked = recordAsked(line);
  if (!asked || asked.name === '') return undefined;
  const { name, about } = asked;
  const found = (to: string) => ({ command: 'find', input: { name: to } });
  const customer = await onlyCustomerShown(ctx, name);
  if (about === 'history') {
    const [deal] = customer ? [] : await dealsNamed(ctx, name);
    const number = customer
      ? customerNo(customer)
      : deal
        ? dealNo(deal)
        : recordNumber(name)
          ? name
          : undefined;
    return number ? { strength: 'strong', call: historyOf(number) } : undefined;
  }
  if (customer && about === 'deal' && asksOfSeveral.test(line)) {
    const sum = await dealsOfCustomer(ctx, customerNo(customer));
    if (sum) return { strength: 'strong', call: sum };
  }
  if (customer) {
    const isPlain = about === 'record' || about === 'closing' || (about === 'deal' && ofOne.test(line));
    const strength = isPlain ? 'strong' : 'fair';
    return { strength, call: found(await narrowed(ctx, customer, about)) };
  }
  const deals = await dealsNamed(ctx, name);
  const [deal] = deals;
  if (deal) return { strength: 'strong', call: found(deals.length === 1 ? dealNo(deal) : name) };
  if (about !== 'contact' && about !== 'record') return undefined;
  const isKnown = (await contactsMeant(ctx, name)).length > 0;
  return isKnown ? { strength: 'strong', call: { command: 'contacts', input: { words: name } } } : undefined;
}

/** Reads words that only name something of a record: 海棠李总电话 ("Haitang's Mr Li phone"), "owner of Larkspur". */
async function attributeCall(line: string, ctx: Context): Promise<Call | undefined> {
  const asked = attributeAsked(line);
  if (!asked) return undefined;
  for (const name of asked.names) {
    const call = await attributeOf(ctx, asked.about, name);
    if (call) return call;
  }
  return undefined;
}

async function attributeOf(ctx: Context, about: AskedOfRecord, name: string): Promise<Call | undefined> {
  const customer = await onlyCustomerShown(ctx, name);
  if (about === 'last' && customer) return await lastOf(ctx, customerNo(customer));
  if (customer) return { command: 'find', input: { name: await narrowed(ctx, customer, about) } };
  if (about === 'contact')
    return (await contactsMeant(ctx, name)).length > 0 || (await unknownContactOf(ctx, name))
      ? { command: 'contacts', input: { words: name } }
      : undefined;
  const deals = await dealsNamed(ctx, name);
  const [deal, ...others] = deals;
  if (deal) return { command: 'find', input: { name: others.length === 0 ? dealNo(deal) : name } };
  const [contact, ...more] = await contactsMeant(ctx, name);
  return contact && more.length === 0 && about === 'last'
    ? await lastOf(ctx, customerNo(contact.of))
    : undefined;
}

/** The only open deal of a customer, if a deal is what is asked about, else the customer. */
async function narrowed(
  ctx: Context,
  customer: { id: string; no: number },
  about: AskedOfRecord,
): Promise<string> {
  const isOfDeal = about === 'closing' || about === 'deal';
  const [deal, ...others] = isOfDeal ? await visible(ctx, await openDealsOf(ctx.db, customer.id)) : [];
  return deal && others.length === 0 ? dealNo(deal) : customerNo(customer);
}
