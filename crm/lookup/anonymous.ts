import { findAmounts } from '../../kernel/pieces/amount.js';
import { findContacts } from '../../kernel/pieces/contact.js';
import { findPhones } from '../../kernel/pieces/phone.js';
import { recordLetterClass } from '../../kernel/records/record-number.js';
import { foldName } from '../../kernel/words/folding.js';
import { literalPattern } from '../../kernel/words/literal-pattern.js';
import { contactsOf } from '../../store/customers/contact-queries.js';
import { aliasesOf } from '../../store/customers/customer-queries.js';
import { learntOf } from '../../store/customers/learnt-names.js';
import type { Customer } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';

/** Parts of a typed line that an article leaves out: the verb, the record's number, the channel. */
const grammar = [
  /^\s*\/?(?:跟进?|g|log|推进?|t|move|输单?|丢单|lost|lose|赢单?|成交|won|win|[>》]\S+)\s+/iu,
  new RegExp(`\\b${recordLetterClass}-\\d+\\b`, 'giu'),
  /^\s*(?:电话|拜访|微信|邮件|会议|call|visit|wechat|email|meeting)\s+/iu,
];
const mail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;

/** Most learnt names of one customer that are searched for. */
const mostLearnt = 500;

/** Removes the customer's name, its people, phone numbers and amounts from what was noted. */
export async function anonymous(ctx: Context, customer: Customer, words: string): Promise<string> {
  const t = textsIn(ctx.locale).knowledge.story;
  const contacts = await contactsOf(ctx.db, customer.id);
  const teamId = customer.teamId ?? ctx.person.teamId;
  const learnt = (teamId ? await learntOf(ctx.db, teamId, mostLearnt) : []).filter(
    ({ customerId }) => customerId === customer.id,
  );
  const called = (isPerson: boolean) =>
    learnt.filter(({ contactId }) => (contactId !== null) === isPerson).map((one) => one.words);
  const own = [
    ...shortForms(customer.name),
    ...(await aliasesOf(ctx.db, customer.id)).flatMap(shortForms),
    ...called(false),
  ];
  const people = [...contacts.flatMap(({ name }) => personForms(name)), ...called(true)];
  let left = plain(words);
  left = replaced(left, own, t.customer);
  left = replaced(left, people, t.contact).replace(mail, t.blank);
  for (const [find, instead] of [
    [findPhones, t.blank],
    [findAmounts, t.blank],
    [findContacts, t.contact],
  ] as const) {
    for (const { from, to } of [...find(left)].sort((a, b) => b.from - a.from))
      left = left.slice(0, from) + instead + left.slice(to);
  }
  const head = new RegExp(`^\\s*${t.customer}\\s+`, 'u');
  return plain(left.replace(head, '')).replace(/\s+/g, ' ').trim();
}

const plain = (words: string): string => grammar.reduce((said, pattern) => said.replace(pattern, ''), words);

const isHan = (name: string): boolean => /\p{Script=Han}/u.test(name);

/** Replaces each of the names, the longest first, however spaced or written. */
function replaced(words: string, names: readonly string[], instead: string): string {
  return [...new Set(names.map(foldName))]
    .filter((name) => [...name].length > 1)
    .sort((a, b) => b.length - a.length)
    .reduce((left, name) => {
      const letters = [...name].map(literalPattern);
      const spaced = letters.join("[\\s·.,'&-]*");
      const whole = isHan(name) ? spaced : `(?<![\\p{L}\\p{N}])${spaced}(?![\\p{L}\\p{N}])`;
      return left.replace(new RegExp(whole, 'giu'), instead);
    }, words);
}

/** Lists a name and its short forms: 星河科技 is called 星河, Acme Holdings is called Acme. */
function shortForms(name: string): string[] {
  const units = isHan(name) ? [...name] : name.split(/\s+/);
  const [least, between] = isHan(name) ? [2, ''] : [1, ' '];
  return units.map((_, n) => units.slice(0, n + 1).join(between)).slice(least - 1);
}

/** Lists the short forms of a person's name: 建国 for 王建国; Tom and Reed for Tom Reed. */
const personForms = (name: string): string[] =>
  isHan(name)
    ? [name, ...([...name].length > 2 ? [[...name].slice(1).join('')] : [])]
    : [name, ...name.split(/\s+/)];
