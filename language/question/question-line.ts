import { literalPattern } from '../../kernel/words/literal-pattern.js';
/** The words of a question, taken away piece by piece as they are understood. */
export class QuestionLine {
  constructor(public left: string) {}

  /** Takes the first match out and answers it; a space stays in its place. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    const found = pattern.exec(this.left);
    if (!found || found[0] === '') return undefined;
    this.cut(found.index, found.index + found[0].length);
    return found;
  }

  /** Takes all matches out. */
  takeAll(pattern: RegExp): boolean {
    let taken = false;
    while (this.take(pattern)) taken = true;
    return taken;
  }

  cut(from: number, to: number): void {
    this.left = `${this.left.slice(0, from)} ${this.left.slice(to)}`;
  }

  has(pattern: RegExp): boolean {
    return pattern.test(this.left);
  }
}

/** Words as part of a pattern: whole ones where they are of letters. */
export function wordPattern(words: string): string {
  const escaped = literalPattern(words).replace(/\s+/g, '\\s+');
  const isLatin = (char: string | undefined) => /[a-z\d]/i.test(char ?? '');
  const before = isLatin(words[0]) ? '(?<![a-z\\d])' : '';
  const after = isLatin(words.at(-1)) ? "(?:'s)?(?![a-z\\d])" : '';
  return `${before}${escaped}${after}`;
}

/** The question as it is compared: half-width, one kind of apostrophe, no mark at its end. */
export const plainQuestion = (words: string): string =>
  words
    .normalize('NFKC')
    .replace(/[’‘]/g, "'")
    .replace(/\b(what|who|where|how|when|that|there|it)'s\b/gi, '$1 is')
    .replace(/[?？。.!！\s]+$/u, '')
    .trim();
