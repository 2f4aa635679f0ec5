/** Stands in a line where a typed piece was cut out of it. */
export const cutMark = '\ue000';

/** The same where the piece was a phone number. */
export const phoneCutMark = '\ue001\ue000';

/** A word of a line, or what stands in quotes. */
export interface Token {
  said: string;
  isQuoted: boolean;
  /** A comma or another mark stands before it. */
  isMarked: boolean;
  /** A mark or a typed piece follows it, so that no name goes on after it. */
  ends: boolean;
  /** A phone number follows it. */
  isBeforePhone?: true;
}

const outerMarks = /^[,，、;；。:：]+|[,，、;；。:：]+$/g;

/** Splits a line into words apart by white space; what stands in quotes is one word. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let isMarked = false;
  for (const { 1: quote, 2: word = '', index } of text.matchAll(/"([^"]+)"|([^\s\ue000\ue001]+)/g)) {
    const raw = quote ?? word;
    const said = raw.replace(outerMarks, '');
    const last = tokens.at(-1);
    const isCut = text.slice(0, index).trimEnd().endsWith(cutMark);
    if (last && (isCut || said === '' || /^[,，、;；。:：]/.test(raw))) last.ends = true;
    if (last && text.slice(0, index).trimEnd().endsWith(phoneCutMark)) last.isBeforePhone = true;
    isMarked ||= /^[,，、;；。:：]/.test(raw);
    if (said === '') continue;
    const ends = /[,，、;；。:：]$/.test(raw);
    tokens.push({ said, isQuoted: quote !== undefined, isMarked, ends });
    isMarked = ends;
  }
  const last = tokens.at(-1);
  if (last && text.trimEnd().endsWith(cutMark)) last.ends = true;
  if (last && text.trimEnd().endsWith(phoneCutMark)) last.isBeforePhone = true;
  return tokens;
}

/** Joins the words of tokens. */
export const joined = (tokens: readonly Token[]): string => tokens.map(({ said }) => said).join(' ');

/** Words before a value that say how it is meant: `to Tom`, `on price`, 给 ("to"). */
const preposition =
  /^(?:to|for|in|into|on|onto|at|as|by|from|with|due|because|of|到|至|给|为|成|进|因|因为|由于|转给|交给)$/iu;

export const isPreposition = ({ said, isQuoted }: Token): boolean => !isQuoted && preposition.test(said);

/** The same written at the head of a value: 给韩梅 ("to Han Mei"). */
export const gluedPreposition = /^(?:转给|交给|因为|由于|[到至给为成进因])(?=\S{2})/u;

/** Words that say nothing in a command. */
const filler =
  /^(?:please|pls|plz|the|now|thanks|thx|thank|you|吧|了|请|麻烦|一下|下|啊|呢|哦|谢谢|把|将|is|it)$/iu;

export const isFiller = ({ said, isQuoted }: Token): boolean => !isQuoted && filler.test(said);
