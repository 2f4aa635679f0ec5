import { inFullSpelling } from '../../kernel/words/chat-spelling.js';
import { literalPattern } from '../../kernel/words/literal-pattern.js';
import { plainPeriods } from './plain-periods.js';

/** The words of a question, taken away piece by piece as they are understood. */
export class QuestionLine {
  constructor(public left: string) {}

  /** Takes out the first match and returns it; a space stays in its place. Undefined if there is none. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    const found = pattern.exec(this.left);
    if (!found || found[0] === '') return undefined;
    const [from, to] = [found.index, found.index + found[0].length];
    // What a pattern skips in a group with indices was not read by it.
    const skipped = (found.indices ?? [])
      .slice(1)
      .flatMap((at) => (at && from <= at[0] && at[1] <= to ? [this.left.slice(at[0], at[1])] : []));
    this.left = `${this.left.slice(0, from)} ${skipped.map((one) => `${one} `).join('')}${this.left.slice(to)}`;
    return found;
  }

  /**
   * Takes out `words` with what may stand round them: `round` gets their pattern and answers the whole one. Most names that
   * are known do not stand in a line, and to look for their letters costs far less than to build the pattern.
   */
  takeWords(words: string, round: (word: string) => string): RegExpExecArray | undefined {
    return this.mentions(words) ? this.take(new RegExp(round(wordPattern(words)), 'iu')) : undefined;
  }

  /** Whether the first of the words stands in the line, also inside of another word. */
  mentions(words: string): boolean {
    const [first = ''] = words.split(/\s/);
    return this.left.toLowerCase().includes(first.toLowerCase());
  }

  /** Takes out all matches; true if there was one. */
  takeAll(pattern: RegExp): boolean {
    let found = false;
    while (this.take(pattern)) found = true;
    return found;
  }

  cut(from: number, to: number): void {
    this.left = `${this.left.slice(0, from)} ${this.left.slice(to)}`;
  }

  /** Leaves one space where several are left of what was taken. */
  squeeze(): void {
    this.left = this.left.replace(/\s+/gu, ' ').trim();
  }

  has(pattern: RegExp): boolean {
    return pattern.test(this.left);
  }
}

/** Escapes words for a pattern; Latin ones match whole words only. */
export function wordPattern(words: string): string {
  const escaped = literalPattern(words).replace(/\s+/g, '\\s+');
  const isLatin = (char: string | undefined) => /[a-z\d]/i.test(char ?? '');
  const before = isLatin(words[0]) ? '(?<![a-z\\d])' : '';
  const after = isLatin(words.at(-1)) ? "(?:'s)?(?![a-z\\d])" : '';
  return `${before}${escaped}${after}`;
}

/** Normalises a question for matching: half-width, one kind of apostrophe, no mark at the end. */
export const plainQuestion = (words: string): string =>
  plainPeriods(inFullSpelling(words.normalize('NFKC')))
    .replace(/[’‘]/g, "'")
    .replace(/\b(what|who|where|how|when|that|there|it|which|one)'s\b/gi, '$1 is')
    .replace(/[\s,]*\b(?:by the way|btw)\b[\s,]*/giu, ' ')
    .trim()
    .replace(/[?？。.!！\s]+$/u, '')
    .trim();

/** Whether a line says what something was, and asks nothing: "no it was an email". */
export const saysWhatItIs = (line: string): boolean =>
  /^(?:(?:no|nope|sorry|actually|wait|oh)[\s,]+)*(?:it|that|this)(?: was| wasn't| is| isn't|['’]s) (?!there\b)[^?？]*$/iu.test(
    line.trim(),
  );
