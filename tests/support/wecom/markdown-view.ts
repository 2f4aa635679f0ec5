/** Draws the name where Markdown mentions a person, or leaves the words as they stand. */
export type NameOf = (userId: string) => string | undefined;

/**
 * Markdown as a person reads it in the client, which renders all of it: wecom.md, section 8. `<@userid>` becomes
 * a mention if the id is known; other angle brackets are plain text.
 */
export function readMarkdown(markdown: string, nameOf: NameOf): string {
  const blocks = markdown.split(/^(```[\s\S]*?^```\s*$)/mu);
  return blocks
    .map((block) => (block.startsWith('```') ? codeBlock(block) : lines(block, nameOf)))
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

function codeBlock(block: string): string {
  return block.replace(/^```.*\n/u, '').replace(/\n?```\s*$/u, '');
}

function lines(text: string, nameOf: NameOf): string {
  return text
    .replace(/<think>([\s\S]*?)<\/think>/gu, '〔$1〕')
    .split('\n')
    .filter((line) => !isTableRule(line))
    .map((line) => inline(shownLine(line), nameOf))
    .join('\n');
}

const isTableRule = (line: string): boolean => /^\s*\|?(\s*:?-+:?\s*\|)+\s*(:?-+:?)?\s*$/u.test(line);

function shownLine(line: string): string {
  if (/^\s*([-*_])(\s*\1){2,}\s*$/u.test(line)) return '———';
  if (/^\s*\|.*\|\s*$/u.test(line)) return tableRow(line);
  return line
    .replace(/^\s*#{1,6}\s+/u, '')
    .replace(/^(\s*>)+\s?/u, '│ ')
    .replace(/^(\s*)[-*+]\s+/u, '$1• ')
    .replace(/ {2,}$/u, '');
}

function tableRow(line: string): string {
  const cells = line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/u);
  return cells.map((cell) => cell.trim()).join(' | ');
}

/** Marks inside a line; what a backslash escapes stays as it is. */
function inline(line: string, nameOf: NameOf): string {
  const kept: string[] = [];
  // A private-use character stands for what is kept, so that no later rule reads it.
  const keep = (text: string): string => `\uE000${kept.push(text) - 1}\uE000`;
  return line
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~])/gu, (_, char: string) => keep(char))
    .replace(/`([^`]+)`/gu, (_, code: string) => keep(code))
    .replace(/<@([^>\s]+)>/gu, (words, id: string) => keep(mention(words, nameOf(id))))
    .replace(/!\[([^\]]*)\]\([^)\s]*\)/gu, (_, label: string) =>
      label === '' ? '[图片]' : `[图片: ${label}]`,
    )
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/gu, (_, label: string, url: string) => `${label} (${keep(url)})`)
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/gu, '$2')
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replace(/\uE000(\d+)\uE000/gu, (_, index: string) => kept[Number(index)] ?? '');
}

function mention(words: string, name: string | undefined): string {
  return name === undefined ? words : `@${name}`;
}
