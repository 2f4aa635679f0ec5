const link = String.raw`(?<url>(?:https?|mailto|tel):[^\s<>|()]+)`;

/** Marks in pairs that only format words: `**华为**`, `~~x~~`. Single ones stay, as names and notes hold them too. */
const pairs = /(\*\*|~~)(?=\S)([^\n]+?)(?<=\S)\1/gu;
const tags = /<\/?(?:font|at)(?:\s[^<>]*)?\/?>/giu;

/**
 * Turns markup that people type or paste into the words it stands for: `<at id=all></at>` and `<!channel>` into `@all` and
 * `@channel`, `[华为](https://…)` and `<https://…|华为>` into the label and the address, `**华为**` and `<font …>` into the
 * words alone. `<@U…>` stays: the id says who is meant.
 */
export function readTypedMarkup(text: string): string {
  if (!/[<*~[]/u.test(text)) return text;
  const plain = text
    .replace(/<at(?:\s[^<>]*)?>([^<>]*)<\/at>/giu, (whole, shown: string) =>
      shown.trim() ? ` @${shown.trim().replace(/^@/u, '')} ` : whole,
    )
    .replace(/<at\s[^<>]*?=\s*["']?([^\s"'<>/]+)["']?[^<>]*>(?:<\/at>)?/giu, ' @$1 ')
    .replace(/<!(?:[^<>|]*\|)?@?([^<>^|]+)(?:\^[^<>|]*)?>/gu, ' @$1 ')
    .replace(/<@(all|everyone|channel|here|\p{Script=Han}+)>/giu, ' @$1 ')
    .replace(/<#[^<>|]*\|([^<>|]+)>/gu, '#$1')
    .replace(new RegExp(String.raw`<${link}(?:\|(?<label>[^<>|]*))?>`, 'giu'), written)
    .replace(new RegExp(String.raw`!?\[(?<label>[^\[\]\n]+)\]\(${link}\)`, 'giu'), written)
    .replace(/<br\s*\/?>/giu, ' ')
    .replace(tags, '');
  const bare = plain.replace(pairs, '$2');
  return bare === text ? text : bare.replace(/ {2,}/gu, ' ').trim();
}

/** A link as its label and its address, or as one of them where they say the same. */
function written(...found: unknown[]): string {
  const { label = '', url = '' } = found.at(-1) as { label?: string; url?: string };
  const address = url.replace(/^(?:mailto|tel):/u, '');
  const isSame =
    label === '' ||
    address.replace(/^https?:\/\/|\/$/gu, '').includes(label.replace(/^https?:\/\/|\/$/gu, ''));
  return isSame ? address : `${label} ${address}`;
}

/** Whether words hold markup, or call everybody or somebody, so that they are nobody's name. */
export const holdsMarkup = (words: string): boolean => /<[@!#/]?[\p{L}\p{N}][^<>]*>|^@/u.test(words.trim());
