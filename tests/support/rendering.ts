import type { Call, Loss } from '../../kernel/card/card.js';

/** A platform's payload as people meet it; what the three laws are checked on. */
export interface Seen {
  /** All visible text in reading order, escapes and markup taken away. */
  text: string;
  /** Buttons and options that carry a call, or the line they make people say. */
  controls: { label: string; call?: Call; says?: string; confirm?: boolean }[];
  /** Live links, labels as shown. */
  links: { label: string; url: string; button: boolean }[];
  images: { alt: string; url: string }[];
  tables: number;
  dividers: number;
  /** Markup that must not be live because only people's text could have brought it. */
  live: string[];
}

export interface Case {
  seen: Seen;
  messages: number;
  losses: Loss[];
}

/** Takes away white space and invisible joiners, which no platform keeps exactly. */
export const squeeze = (text: string): string => text.replace(/[\s\u200b-\u200d\u2060\ufeff]/gu, '');

/** Percent-encoding undone byte by byte, so that `(` equals `%28`. */
export const bareUrl = (url: string): string =>
  new URL(url).href.replace(/%([0-9a-f]{2})/giu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );

const hide = (char: string): string => String.fromCodePoint(0xf0000 + (char.codePointAt(0) ?? 0));

const restore = (text: string): string =>
  text.replace(/[\u{f0000}-\u{f00ff}]/gu, (char) =>
    String.fromCodePoint((char.codePointAt(0) ?? 0) - 0xf0000),
  );

const inlineMarks = /[<`_~*[\]]|&#?\w+;/gu;

const lineMarks = /^\s{4}|^\t|^[#>]|^[-+](?=\s|$)|^=+$|^\d+[.)](?=\s)/gu;

/** Reads Markdown as a client does: escapes become characters, live markup is taken off and listed. */
export function readMarkdown(markdown: string): Seen {
  const seen: Seen = { text: '', controls: [], links: [], images: [], tables: 0, dividers: 0, live: [] };
  const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };
  let text = markdown
    .replace(/\\([!-/:-@[-`{-~])/gu, (_, char: string) => hide(char))
    .replace(/&(?:lt|gt|amp);/gu, (entity) => hide(entities[entity] ?? ''));
  text = text.replace(/(!?)\[([^\]]*)\]\(([^()\s]*)\)/gu, (_, image: string, label: string, url: string) => {
    if (image) seen.images.push({ alt: restore(label), url });
    else seen.links.push({ label: restore(label), url, button: false });
    return label;
  });
  const lines = text.split('\n').map((line) => {
    if (/^(?:---|\*\*\*)$/u.test(line.trim())) {
      seen.dividers++;
      return '';
    }
    if (/^\|(?: -+:? \|)+$/u.test(line)) {
      seen.tables++;
      return '';
    }
    const bare = line
      .replace(/^(?:### |> |- )/u, '')
      .replaceAll('**', '')
      .replaceAll('|', '');
    seen.live.push(...(bare.match(inlineMarks) ?? []));
    if (!line.startsWith('|')) seen.live.push(...(bare.match(lineMarks) ?? []));
    return bare;
  });
  seen.text = restore(lines.join('\n'));
  return seen;
}

export function together(all: Seen[]): Seen {
  return {
    text: all.map((seen) => seen.text).join('\n'),
    controls: all.flatMap((seen) => seen.controls),
    links: all.flatMap((seen) => seen.links),
    images: all.flatMap((seen) => seen.images),
    tables: all.reduce((sum, seen) => sum + seen.tables, 0),
    dividers: all.reduce((sum, seen) => sum + seen.dividers, 0),
    live: all.flatMap((seen) => seen.live),
  };
}

export const nothing: Seen = {
  text: '',
  controls: [],
  links: [],
  images: [],
  tables: 0,
  dividers: 0,
  live: [],
};
