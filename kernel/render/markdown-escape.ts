const noJoin = '\u200b';

/**
 * Escapes people's text for Markdown, on one or several lines. What could notify somebody or disguise a link
 * (`<@…>`, `<font>`, `[x](http://…)`) is also broken by a zero-width space, for clients without backslash
 * escapes.
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

/** Escapes headings, quotes, bullets, numbers and underlines, which count only at the start of a line. */
function escapeLineStart(line: string): string {
  return line
    .replace(/^(?:[#>]|[-+](?=\s|$|-|\+)|=+$)/u, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/u, '$1\\$2');
}
