const noJoin = '\u200b';

/**
 * Makes text from people literal in Markdown, on one line or several. What could notify or disguise a link
 * (`<@…>`, `<font>`, `[x](http://…)`) is also broken by a zero-width space, so that it stays dead even in a
 * client that does not know backslash escapes.
 */
export function escapeMarkdown(text: string, lineBreak: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => escapeLineStart(escapeInline(line.trim())))
    .join(lineBreak);
}

function escapeInline(line: string): string {
  return line
    .replace(/&(?=#?\w+;)/gu, '&amp;')
    .replace(/[\\`*_~[\]|]/gu, '\\$&')
    .replaceAll('<', `&lt;${noJoin}`)
    .replaceAll('\\]', `\\]${noJoin}`);
}

/** Headings, quotes, bullets, numbers and underlines count only where a line begins. */
function escapeLineStart(line: string): string {
  return line
    .replace(/^(?:[#>]|[-+](?=\s|$|-|\+)|=+$)/u, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/u, '$1\\$2');
}
