import { currencyOfSum } from '../../kernel/pieces/amount.js';
import { foldName, normalise } from '../../kernel/words/folding.js';
import type { ActRead } from '../../language/reading/sentence-reading.js';
import { stepIn } from '../../language/sentence/task-told.js';
import { contactById, contactsOf } from '../../store/customers/contact-queries.js';
import { learntUnder } from '../../store/customers/learnt-names.js';
import type { Contact, Customer, Person, Task } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { demandChange } from '../access/demand-rights.js';
import { type OtherNumber, otherNumberOf } from '../cards/other-number.js';
import type { RecordedAct } from '../cards/recorded-card.js';
import { ownedBy, type Subject } from '../lookup/open-subject.js';
import { sumOfMoney } from '../words/deal-price.js';
import { todayOf } from '../words/zoned-dates.js';
import { findOrCreateContact } from './customer-acts.js';
import { recordFollowUp } from './record-follow-up.js';
import { addTask } from './task-acts.js';

/** Writes the sure part of a sentence: the follow-up or the plan. The rest waits on the card. */
export async function recordSentence(
  ctx: Context,
  subject: Subject,
  act: ActRead,
  more: { words: string; by?: Person; toldAt?: Date },
): Promise<RecordedAct> {
  const { contacts, twins } = await contactsMeant(ctx, subject.customer, act.contacts);
  const next =
    act.next?.how === 'sure' && act.next.value.slice(0, 10) >= todayOf(ctx) ? act.next.value : undefined;
  const [, ...later] = act.steps ?? [];
  const title = titleOf(ctx, subject, act.steps?.[0]?.words ?? act.words ?? more.words);
  const addLater = async (): Promise<Task[]> => {
    const tasks: Task[] = [];
    for (const step of later)
      tasks.push(await addTask(ctx, subject, step.value, titleOf(ctx, subject, step.words), more.by));
    return tasks;
  };
  if (act.act === 'plan') {
    await demandChange(ctx, subject.number, ownedBy(subject));
    const task = next ? await addTask(ctx, subject, next, act.given ?? title, more.by) : undefined;
    return { act, subject, task, laterTasks: await addLater(), twins, by: more.by };
  }
  if (act.isOnlyContact) {
    await demandChange(ctx, subject.number, ownedBy(subject));
    return { act, subject, ...(await introduce(ctx, subject.customer, act)), twins };
  }
  const [first, ...others] = contacts;
  const logged = await recordFollowUp(ctx, subject, {
    channel: act.channel,
    contact: first,
    next,
    note: title,
    at: act.at,
    facts: factsOf(ctx, subject, act),
    by: more.by,
    told: act.words ?? more.words,
    toldAt: more.toldAt,
  });
  const naming = { ...ctx, unit: ctx.unit.asConsequence('followedUp') };
  for (const name of others) await findOrCreateContact(naming, subject.customer, name);
  let { other } = act.introduces ? await introduce(naming, subject.customer, act) : {};
  // A number without the name of whose it is stays in the words.
  const [owner] = act.phoneOf
    ? (await contactsMeant(ctx, subject.customer, [act.phoneOf])).contacts
    : /\p{Script=Han}/u.test(more.words) || contacts.length > 1
      ? []
      : [first];
  if (act.phone && owner) {
    const { phone } = act;
    other ??= otherNumberOf(await findOrCreateContact(naming, subject.customer, owner, phone), { phone });
  }
  const laterTasks = await addLater();
  return { act, subject, logged, task: logged.task, laterTasks, twins, other, by: more.by };
}

/** Stores the people whom the words introduce, with their role and number; a number other than the known one is `other`. */
async function introduce(
  ctx: Context,
  customer: Customer,
  { introduces = [], phone, phoneOf }: ActRead,
): Promise<{ introduced: Contact[]; other: OtherNumber | undefined }> {
  const introduced: Contact[] = [];
  let other: OtherNumber | undefined;
  for (const { name, title } of introduces) {
    const said = name === phoneOf ? phone : undefined;
    const made = await findOrCreateContact(ctx, customer, name, said);
    if (!made) continue;
    other ??= otherNumberOf(made, { phone: said });
    const lacksTitle = title !== undefined && !made.title;
    introduced.push(lacksTitle ? await ctx.unit.change('contact.changed', made, { title }) : made);
  }
  return { introduced, other };
}

/** Collects the other facts in the words, as they are stored with the act; the amount of a new deal is none of a known one. */
function factsOf(
  { process }: Context,
  { deal }: Subject,
  { act, amount, competitor, obstacle }: ActRead,
): Record<string, string> {
  const currency = amount && currencyOfSum(sumOfMoney(amount.value), process.currency);
  const isOther = currency !== undefined && currency !== (deal?.currency ?? process.currency);
  return {
    ...(amount?.how === 'sure' && act !== 'deal'
      ? { [amount.value.isBudget ? 'budget' : 'amount']: String(amount.value.minor) }
      : {}),
    ...(amount?.how === 'sure' && act !== 'deal' && isOther ? { currency } : {}),
    ...(amount?.how === 'sure' && act !== 'deal' && amount.value.approximate ? { approximate: 'yes' } : {}),
    ...(competitor ? { competitor: competitor.value } : {}),
    ...(obstacle ? { obstacle: obstacle.value } : {}),
  };
}

/** Longest sentence that is a task's title, in characters: as much as a phone shows in three lines. */
const longestTitle = { han: 40, latin: 100 };

/** Titles a task with the sentence, or with the part of it that says what comes next, if it is short enough. */
export function titleOf(ctx: Context, { customer }: Subject, words: string): string {
  const longest = /\p{Script=Han}/u.test(words) ? longestTitle.han : longestTitle.latin;
  if (words.length <= longest) return words;
  const step = stepIn(words).trim();
  return step.length <= longest ? step : textsIn(ctx.locale).work.taskTitle(customer.name);
}

/**
 * Resolves the contacts in the sentence to stored names: by name, by a learnt name, or by surname and title.
 */
async function contactsMeant(
  ctx: Context,
  customer: Customer,
  said: string[],
): Promise<{ contacts: string[]; twins: RecordedAct['twins'] }> {
  const all = said.length > 0 ? await contactsOf(ctx.db, customer.id) : [];
  const contacts: string[] = [];
  const twins: RecordedAct['twins'] = [];
  for (const one of said) {
    const taught = await taughtContact(ctx, customer, one);
    const exact = all.filter(({ name }) => name === one);
    const called = exact.length > 0 ? exact : all.filter((contact) => isCalled(contact, one));
    const among = taught ? [taught] : called;
    if (among.length > 1) twins.push({ said: one, among });
    else contacts.push(among[0]?.name ?? one);
  }
  return { contacts, twins };
}

async function taughtContact(ctx: Context, customer: Customer, said: string): Promise<Contact | undefined> {
  if (!ctx.person.teamId) return undefined;
  const learnt = await learntUnder(ctx.db, ctx.person.teamId, [foldName(said)]);
  const id = learnt.find((one) => one.customerId === customer.id && one.contactId)?.contactId;
  return id ? await contactById(ctx.db, id) : undefined;
}

/**
 * Tells whether the words mean the contact: 王总 ("Mr Wang") is 王建国 with the title 总, or a contact stored as
 * 王总; Tom is Tom Reed.
 */
function isCalled({ name, title }: Contact, said: string): boolean {
  const lower = (words: string) => normalise(words).toLowerCase();
  if (lower(name) === lower(said) || lower(name + (title ?? '')) === lower(said)) return true;
  if (title && said === `${[...name][0]}${title}`) return true;
  return /^[a-z]/i.test(said) && lower(name).split(' ')[0] === lower(said);
}
