import type { PreviewBlock, PreviewControl, PreviewMessage, PreviewRun } from '../../kernel/chat/preview.js';
import { nothing, readMarkdown, type Seen, together } from './rendering.js';

/** What people see of messages, as their platform tells the sandbox page. */
export const seenInPreview = (messages: readonly PreviewMessage[]): Seen =>
  together(messages.flatMap(({ blocks }) => blocks.map(seenInBlock)));

function seenInBlock(block: PreviewBlock): Seen {
  switch (block.kind) {
    case 'heading':
      return { ...nothing, text: block.text };
    case 'text':
      return runs(block.runs);
    case 'columns':
      return together(block.items.map(runs));
    case 'facts':
      return { ...nothing, text: block.items.map(({ label, value }) => `${label}\n${value}`).join('\n') };
    case 'markdown':
      return sayLinks(readMarkdown(block.text), block.sayPrefix);
    case 'table':
      return { ...together(block.rows.flat().map(runs)), tables: 1 };
    case 'image':
      return { ...nothing, text: block.alt, images: [{ alt: block.alt, url: block.url ?? '' }] };
    case 'divider':
      return { ...nothing, dividers: 1 };
    case 'choice':
      return { ...nothing, text: block.label, controls: block.options };
    case 'controls':
      return together(block.items.map(seenInControl));
    case 'links':
      return { ...nothing, links: block.items.map((link) => ({ ...link, button: true })) };
  }
}

function seenInControl(control: PreviewControl): Seen {
  const { kind, label } = control;
  if (kind === 'menu') return { ...nothing, text: label, controls: control.options };
  if (kind === 'link') return { ...nothing, links: [{ label, url: control.url, button: true }] };
  if ('sendsChoice' in control) return { ...nothing, text: label };
  const tap = 'call' in control ? { call: control.call } : { says: control.says };
  return { ...nothing, controls: [{ label, ...tap, confirm: control.confirm !== undefined }] };
}

const runs = (all: PreviewRun[]): Seen => ({
  ...nothing,
  text: all.map(({ text }) => text).join(''),
  links: all.flatMap(({ text, url }) => (url === undefined ? [] : [{ label: text, url, button: false }])),
});

/** Links that make people say a line are controls. */
export function sayLinks(seen: Seen, prefix: string | undefined): Seen {
  if (prefix === undefined) return seen;
  const says = seen.links.filter((link) => link.url.startsWith(prefix));
  return {
    ...seen,
    links: seen.links.filter((link) => !link.url.startsWith(prefix)),
    controls: [
      ...seen.controls,
      ...says.map(({ label, url }) => ({ label, says: decodeURIComponent(url.slice(prefix.length)) })),
    ],
  };
}
