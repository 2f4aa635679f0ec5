import { foldWords } from '../../kernel/words/folding.js';
import { literalPattern } from '../../kernel/words/literal-pattern.js';
import { isWordToo } from '../../language/names/given-tasks.js';
import { namesInPlace } from '../../language/names/strangers.js';
import { contactsOwnedBy } from '../../store/customers/contact-queries.js';
import { newestCustomers } from '../../store/customers/customer-queries.js';
import { listPeople } from '../../store/people/person-queries.js';
import type { Contact, Customer } from '../../store/schema/row-types.js';
import { everyWording } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { readableAmong, readableCalled } from '../access/readable.js';
import { dealsNamedIn } from './deal-names.js';

/** Most customers compared with a text, and most named. */
const limits = { compared: 200, contacts: 1000, named: 3 };

/** Lists the customers of the speaker, or of a colleague, whom a text names, by their name or a contact's, those named first ahead. */
export async function customersNamedIn(
  ctx: Context,
  words: string,
  ownerId: string = ctx.person.id,
): Promise<Customer[]> {
  const own = await readableAmong(ctx, await newestCustomers(ctx.db, ownerId, limits.compared));
  const found: { at: number; customer: Customer }[] = [];
  const all = await contactsOwnedBy(ctx.db, ownerId, limits.contacts);
  for (const customer of own) {
    const contacts = all.filter(({ customerId }) => customerId === customer.id);
    const names = [customer.name, ...contacts.flatMap(calledBy)].filter((name) => name.length > 1);
    const places = names.map((name) => words.search(asWord(name))).filter((at) => at >= 0);
    if (places.length > 0) found.push({ at: Math.min(...places), customer });
  }
  return found
    .toSorted((a, b) => a.at - b.at)
    .slice(0, limits.named)
    .map(({ customer }) => customer);
}

/**
 * Lists the words of a text by which it names contacts of several of the speaker's own customers, each with its customer;
 * empty if one of them may be a contact of more than one.
 */
export async function contactsNamedIn(ctx: Context, words: string): Promise<Map<string, Customer>> {
  const own = await readableAmong(ctx, await newestCustomers(ctx.db, ctx.person.id, limits.compared));
  const byWords = new Map<string, Customer>();
  for (const contact of await contactsOwnedBy(ctx.db, ctx.person.id, limits.contacts)) {
    const customer = own.find(({ id }) => id === contact.customerId);
    const said = calledBy(contact)
      .filter((name) => name.length > 1)
      .toSorted((a, b) => b.length - a.length)
      .flatMap((name) => asWord(name).exec(words)?.[0] ?? [])
      .at(0);
    if (!customer || !said) continue;
    if (byWords.has(said) && byWords.get(said)?.id !== customer.id) return new Map();
    byWords.set(said, customer);
  }
  return new Set([...byWords.values()].map(({ id }) => id)).size > 1 ? byWords : new Map();
}

/** What a contact is called in a sentence: 王强, 王总 ("Mr Wang"), Jane Smith, Jane. */
function calledBy({ name: full, title }: Contact): string[] {
  const name = full.replace(/^(?:dr|mr|mrs|ms|prof)\.?\s+/iu, '');
  const [first = ''] = name.split(' ');
  const last = name.split(' ').at(-1) ?? '';
  const isChinese = /^\p{Script=Han}/u.test(name);
  return isChinese
    ? [name, ...(title ? [`${name[0]}${title}`] : [])]
    : [
        full,
        name,
        first,
        ...['Dr', 'Dr.', 'Mr', 'Mr.', 'Ms', 'Ms.', 'Mrs', 'Mrs.'].map((one) => `${one} ${last}`),
      ];
}

/** Words after which a name stands, in small letters too. */
const beforeName =
  '(?:call(?:ed|ing)?|calld|rang|ring|ringing|phon(?:ed|e|ing)|e?-?mail(?:ed|ing)?|text(?:ed|ing)?|ping(?:ed|ing)?|me?e?tt?ing|meet|met|saw|seeing|with|w|chas(?:ed|e|ing)|visit(?:ed|ing)?|tell|told|ask(?:ed)?|gave|show(?:ed)?|remind(?:ed)?)';

/** Where a first name in small letters can only be somebody, though it is a word as well: "bill is late", "a call to sue". */
const placesOf = (name: string): string[] => {
  const does =
    "(?: (?:still |also |just |really |now )?(?:is|was|has|had|says?|said|wants?|wanted|needs?|thinks?|asks?|asked|called|rang|texted|emailed|loves?|likes?|liked|signs|signed|told|agreed|agrees|knows?|reckons?|would|replied|answered|confirmed|\\p{Ll}{2,}ed)|'s (?:still|on|not|in|out|away|back|happy|keen|asking|got|been))\\b";
  return [
    `(?<=\\b${beforeName}\\s)${name}\\b`,
    `(?<=\\b(?:calls?|talk(?:ed|ing)?|spoke|speak(?:ing)?|spoken|wrote|sent|back|messages?|e?mails?|note|text|demos?|visit|quote|over|out) (?:it |them |that )?(?:to|for) )${name}\\b(?! (?:me|us|them|it)\\b)`,
    `(?<=(?:^|[,;.!] |\\b(?:and|but|so|that|because|cos) ))${name}(?=${does})`,
    `(?<=\\band )${name}(?= (?:yesterday|today|tomorrow|on (?:mon|tue|wed|thu|fri|sat|sun)|(?:mon|tues|wednes|thurs|fri)day|next (?:week|mon|tue|wed|thu|fri)))`,
    `(?<=\\b${beforeName} \\p{L}+ and )${name}\\b`,
    `(?<=\\b(?:send|sent|sending|give|giving|owe|bring|get|wrote|promised?|let|drop|invite|help|offer|offered) )${name}(?= (?:the|a|an|my|our|his|her|that|this|some|know)\\b)`,
  ];
};

/** Finds a name in a text; a Latin one as whole words. */
const asWord = (name: string): RegExp => {
  const words = literalPattern(name);
  if (!/^[\w\s'-]+$/u.test(name)) return new RegExp(words, 'iu');
  // A first name that is a word as well has its capital, or stands where only somebody can: "Will" is no "will".
  return isWordToo(name)
    ? RegExp([`\\b${words}\\b`, ...placesOf(words.toLowerCase())].join('|'), 'u')
    : RegExp(`\\b${words}\\b`, 'iu');
};

/**
 * Lists the names in a sentence that stand for a customer or a person whom the speaker's records do not know: words that name
 * such a one are never about the record that was shown last.
 */
export async function strangersIn(ctx: Context, words: string): Promise<string[]> {
  const said = namesInPlace(words);
  if (said.length === 0) return [];
  const known = new Set([...(await colleagueNames(ctx)), ...processNames(ctx)]);
  const strangers: string[] = [];
  for (const name of said) {
    if (known.has(foldWords(name)) || (await isRecorded(ctx, name))) continue;
    strangers.push(name);
  }
  return strangers;
}

/** Whether the words are a customer that the speaker may see, the beginning of one of theirs, a contact or a deal of theirs. */
async function isRecorded(ctx: Context, name: string): Promise<boolean> {
  if ((await dealsNamedIn(ctx, name)).length > 0 || (await customersNamedIn(ctx, name)).length > 0)
    return true;
  const found = await readableCalled(ctx, name, { limit: 3 });
  return found.some(({ how }) => how === 'name' || how === 'alias' || how === 'start');
}

const colleagueNames = async (ctx: Context): Promise<string[]> =>
  (await listPeople(ctx.db)).flatMap(({ name }) => [name, name.split(' ')[0] ?? '']).map(foldWords);

/** Stages and products, as they are called in any language. */
const processNames = ({ process }: Context): string[] =>
  [
    ...process.pipelines.flatMap(({ stages }) =>
      stages.flatMap(({ name, aliases }) => [...everyWording(name), ...aliases]),
    ),
  ].map(foldWords);
