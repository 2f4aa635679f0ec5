import { customerNo } from '../../kernel/records/record-number.js';
import { isOneApart, lettersLeftOut } from '../../kernel/words/edit-distance.js';
import { foldName, nameSpellings } from '../../kernel/words/folding.js';
import type { NameHit, Names } from '../../language/reading/sentence-reading.js';
import { contactsOf } from '../../store/customers/contact-queries.js';
import {
  customersBeginning,
  customersOfOwner,
  customersUnder,
  type KeyHit,
} from '../../store/customers/customer-name-hits.js';
import { learntCustomer, learntUnder } from '../../store/customers/learnt-names.js';
import { nameKeys } from '../../store/customers/name-keys.js';
import { type RecordReader, readableAmong } from '../access/readable.js';
import { nameLikeness } from './like-names.js';

/** Most customers with the same beginning that are looked at. */
const mostBeginnings = 30;
/** Most names of the speaker's own that are compared one by one. */
const mostOwn = 3000;

/** Gives the sentence reader one speaker's view of the name index: only customers that they may see. */
export function knownNames(reader: RecordReader): Names {
  const { db, person: speaker } = reader;
  const readable = async <T extends { customer: KeyHit['customer'] }>(hits: T[]): Promise<T[]> => {
    const seen = await readableAmong(
      reader,
      hits.map(({ customer }) => customer),
    );
    const ids = new Set(seen.map(({ id }) => id));
    return hits.filter(({ customer }) => ids.has(customer.id));
  };
  const hit = (key: string, { customer }: KeyHit): NameHit => ({
    key,
    id: customer.id,
    number: customerNo(customer),
    name: customer.name,
    distance:
      customer.ownerId === speaker.id ? 0 : customer.teamId && customer.teamId === speaker.teamId ? 1 : 2,
  });
  let own: Promise<KeyHit[]> | undefined;
  const ownNames = async (): Promise<KeyHit[]> => {
    own ??= customersOfOwner(db, speaker.id, ['name', 'alias', 'pinyin'], mostOwn);
    const found = await own;
    return found.length < mostOwn ? found : [];
  };
  return {
    async own() {
      return (await ownNames()).filter(({ kind }) => kind !== 'pinyin').map((one) => hit(one.key, one));
    },
    async ownLike(words) {
      const names = await ownNames();
      return words.flatMap((said) => names.filter(nameLikeness(said)).map((one) => hit(said, one)));
    },
    async exact(words) {
      const byKey = folded(words);
      const hits = await readable(await customersUnder(db, [...byKey.keys()], ['name', 'alias']));
      const named = hits.flatMap((one) => (byKey.get(one.key) ?? []).map((said) => hit(said, one)));
      const learnt = speaker.teamId ? await learntUnder(db, speaker.teamId, [...byKey.keys()]) : [];
      for (const one of learnt.filter(({ contactId }) => contactId === null)) {
        const customer = await learntCustomer(db, one);
        if (!customer || (await readableAmong(reader, [customer])).length === 0) continue;
        // A customer's own name comes before a name that a team has taught.
        if (named.some(({ key }) => byKey.get(one.key)?.includes(key))) continue;
        named.push(
          ...(byKey.get(one.key) ?? []).map((said) => hit(said, { ...one, kind: 'alias', customer })),
        );
      }
      return named;
    },
    async starting(words) {
      const found: NameHit[] = [];
      const known = new Map<string, KeyHit[]>();
      for (const said of [...words].sort((a, b) => a.length - b.length)) {
        const key = foldName(said);
        if (key.length < 2) continue;
        const shorter = [...known].find(
          ([start, hits]) => key.startsWith(start) && hits.length < mostBeginnings,
        );
        const hits = shorter
          ? shorter[1].filter((one) => one.key.startsWith(key))
          : await readable(await customersBeginning(db, key, mostBeginnings));
        known.set(key, hits);
        found.push(...hits.filter((one) => isShort(said, one)).map((one) => hit(said, one)));
      }
      return found;
    },
    async like(words) {
      const sounds = new Map<string, string[]>();
      const letters = new Map<string, string[]>();
      for (const said of words) {
        for (const { key, kind } of nameKeys(said)) if (kind === 'pinyin') add(sounds, key, said);
        const key = foldName(said);
        if (/^[a-z]+$/.test(key)) add(sounds, key, said);
        if (key.length > 3) for (const one of [key, ...lettersLeftOut(key)]) add(letters, one, said);
      }
      const alike = await readable(await customersUnder(db, [...sounds.keys()], ['pinyin', 'initials']));
      const near = await readable(await customersUnder(db, [...letters.keys()], ['name', 'alias', 'near']));
      return [
        ...alike.flatMap((one) => (sounds.get(one.key) ?? []).map((said) => hit(said, one))),
        ...near.flatMap((one) =>
          (letters.get(one.key) ?? [])
            .filter((said) => isOneApart(foldName(said), foldName(one.customer.name)))
            .map((said) => hit(said, one)),
        ),
      ];
    },
    async contacts(id) {
      return (await contactsOf(db, id)).map(({ name, title }) => ({ name, title }));
    },
  };
}

/** Groups the words by their folded key. */
function folded(words: string[]): Map<string, string[]> {
  const byKey = new Map<string, string[]>();
  for (const said of words) {
    for (const key of nameSpellings(said)) if (key.length > 1) add(byKey, key, said);
  }
  return byKey;
}

function add(map: Map<string, string[]>, key: string, said: string): void {
  const known = map.get(key);
  if (known) known.push(said);
  else map.set(key, [said]);
}

/** Tells whether the words leave out the end of the customer's name; of a Latin name, whole words of it. */
function isShort(said: string, { key, customer }: KeyHit): boolean {
  if (key.length <= foldName(said).length) return false;
  return /[a-z]/i.test(said) ? customer.name.toLowerCase().startsWith(`${said.toLowerCase()} `) : true;
}
