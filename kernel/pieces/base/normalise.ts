import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * Normalises a line for the readers: half-width ASCII, straight quotes, plain spaces, simplified characters.
 * Everything else stays as typed.
 */
export function normalise(text: string): string {
  return toSimplified(foldWidth(text));
}

/** Normalises for matching: keeps the length, so that positions hold in the original text. */
export function fold(text: string): string {
  if (text === folded.text) return folded.result;
  const narrow = foldWidth(text);
  const simplified = toSimplified(narrow);
  folded = { text, result: simplified.length === text.length ? simplified : narrow };
  return folded.result;
}

/** Caches the last line, which a dozen readers fold in turn. */
let folded = { text: '', result: '' };

/** Replaces each character by one UTF-16 unit. */
function foldWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]|[\u00a0\u2002-\u200a\u202f\u3000]|[“”„‟]|[‘’‚‛]/g, (char) => {
    const code = char.charCodeAt(0);
    if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
    if ('“”„‟'.includes(char)) return '"';
    return '‘’‚‛'.includes(char) ? "'" : ' ';
  });
}

/** The dictionary takes some megabytes, so it is loaded for the first text that needs it. */
function toSimplified(text: string): string {
  if (!mayBeTraditional(text)) return text;
  convert ??= loadConverter();
  return convert(text);
}

let convert: ((text: string) => string) | undefined;

function loadConverter(): (text: string) => string {
  const opencc: typeof import('opencc-js/t2cn') = require('opencc-js/t2cn');
  return opencc.Converter({ from: 't', to: 'cn' });
}

let simplified: Set<string> | undefined;

/** Whether a text has a Chinese character outside GB 2312, which holds the 6,763 common simplified ones. */
function mayBeTraditional(text: string): boolean {
  const chinese = text.match(/\p{Script=Han}/gu);
  if (!chinese) return false;
  simplified ??= gb2312();
  return chinese.some((char) => !simplified?.has(char));
}

function gb2312(): Set<string> {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  }
  return new Set(new TextDecoder('gb2312').decode(new Uint8Array(bytes)));
}
