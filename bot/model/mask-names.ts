import { type Masked, maskToken, type NamesIn } from '../../kernel/model/model-port.js';
import { findAmounts } from '../../kernel/pieces/amount.js';
import { findContacts } from '../../kernel/pieces/contact.js';
import { findPhones } from '../../kernel/pieces/phone.js';
import { literalPattern } from '../../kernel/words/literal-pattern.js';
import { type Catalogue, type Locale, textsIn } from '../../texts/languages.js';

/** The masked material, and the way to unmask an answer. */
export interface Mask {
  masked: string;
  /** Unmasks words, or undefined if they contain a mask that was never sent. */
  plain(words: string): string | undefined;
}

type Kind = keyof Catalogue['modelTasks']['tokens'];

interface Span {
  kind: Kind;
  from: number;
  to: number;
}

const mail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
/** Account numbers, QQ numbers, and digits joined to other words (`ERP300000`). */
const longNumber = /\d(?:[,\s-]?\d){4,}/gu;
/** A bare number after a word for a price is an amount: 报价30 ("quote 30"), quoted 300. */
const bareSum =
  /(?<=(?:报价|报了|报到|报|价格|预算|总价|金额|降到|砍到|改成|谈到|quoted?|price|budget|for)(?:了|到|是|为|[:：])?\s?)\d+(?:\.\d+)?(?![\d年月号日点:/%折个人家次天周期])/giu;
/** A date in digits is not an account number. */
const digitDate = /^(?:19|20)\d{2}-\d{1,2}-\d{1,2}/u;

/**
 * Replaces every name, number and amount of the given kinds by a mask. The same words get the same mask, and
 * masks that the text itself contains are not used.
 */
export function mask(text: string, names: NamesIn, kinds: ReadonlySet<Masked>, locale: Locale): Mask {
  const spans = withoutOverlaps([
    ...(kinds.has('phones') ? [...matched('mail', text, mail), ...pieces('phone', findPhones(text))] : []),
    ...(kinds.has('names') ? namesFound(text, names) : []),
    ...(kinds.has('amounts')
      ? [...pieces('amount', findAmounts(text)), ...matched('amount', text, bareSum)]
      : []),
    ...(kinds.has('phones') || kinds.has('amounts') ? numbersFound(text) : []),
  ]);
  const taken = new Set(
    [...text.matchAll(maskToken)].map(([, word = '', n = '']) => tokenKey(word, Number(n))),
  );
  const called = textsIn(locale).modelTasks.tokens;
  const keyOf = (kind: Kind, n: number) => tokenKey(called[kind], n);
  const tokens = new Map<string, string>();
  const hidden = new Map<string, string>();
  const counted = new Map<Kind, number>();
  const tokenFor = (kind: Kind, words: string): string => {
    const known = tokens.get(`${kind} ${words}`);
    if (known) return known;
    let n = counted.get(kind) ?? 0;
    do n++;
    while (taken.has(keyOf(kind, n)));
    const token = `[${called[kind]}${n}]`;
    counted.set(kind, n);
    tokens.set(`${kind} ${words}`, token);
    hidden.set(keyOf(kind, n), words);
    return token;
  };
  let masked = '';
  let at = 0;
  for (const { kind, from, to } of spans) {
    masked += text.slice(at, from) + tokenFor(kind, text.slice(from, to));
    at = to;
  }
  return { masked: masked + text.slice(at), plain: (said) => unmasked(said, hidden, taken) };
}

const tokenKey = (word: string, n: number): string => word.toLowerCase() + n;

function unmasked(
  said: string,
  hidden: ReadonlyMap<string, string>,
  own: ReadonlySet<string>,
): string | undefined {
  let isKnown = true;
  const plain = said.replace(maskToken, (token: string, word: string, n: string) => {
    const key = tokenKey(word, Number(n));
    if (!hidden.has(key) && !own.has(key)) isKnown = false;
    return hidden.get(key) ?? token;
  });
  return isKnown ? plain : undefined;
}

/** Finds every occurrence of the names, longest names first, and people mentioned by title. */
function namesFound(text: string, { customers, contacts, colleagues }: NamesIn): Span[] {
  const all = [
    ...customers.map((name) => ({ kind: 'customer' as const, name })),
    ...contacts.map((name) => ({ kind: 'contact' as const, name })),
    ...colleagues.map((name) => ({ kind: 'colleague' as const, name })),
  ]
    .filter(({ name }) => name.length > 1)
    .sort((a, b) => b.name.length - a.name.length);
  return [
    ...all.flatMap(({ kind, name }) => matched(kind, text, wordOf(name))),
    ...pieces('contact', findContacts(text)),
  ];
}

function wordOf(name: string): RegExp {
  const literal = literalPattern(name);
  const head = /^[\p{Script=Latin}\d]/u.test(name) ? '(?<![\\p{Script=Latin}\\d])' : '';
  const tail = /[\p{Script=Latin}\d]$/u.test(name) ? '(?![\\p{Script=Latin}\\d])' : '';
  return new RegExp(`${head}${literal}${tail}`, 'giu');
}

const numbersFound = (text: string): Span[] =>
  matched('number', text, longNumber).filter(({ from, to }) => !digitDate.test(text.slice(from, to)));

const matched = (kind: Kind, text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map((found) => ({
    kind,
    from: found.index,
    to: found.index + found[0].length,
  }));

const pieces = (kind: Kind, found: readonly { from: number; to: number }[]): Span[] =>
  found.map(({ from, to }) => ({ kind, from, to }));

/** Resolves overlaps: earlier spans win, later ones keep only the parts outside. */
function withoutOverlaps(spans: readonly Span[]): Span[] {
  const accepted: Span[] = [];
  for (const span of spans) {
    if (span.to <= span.from) continue;
    let left: Span[] = [span];
    for (const other of accepted) {
      left = left.flatMap((one) => {
        if (other.to <= one.from || one.to <= other.from) return [one];
        return [
          { ...one, to: other.from },
          { ...one, from: other.to },
        ].filter(({ from, to }) => from < to);
      });
    }
    accepted.push(...left);
  }
  return accepted.sort((a, b) => a.from - b.from);
}
