import type { Child } from 'hono/jsx';
import { saidBy } from '../../../kernel/chat/preview.js';
import { webUrl } from '../../../kernel/render/web-url.js';
import { drawMarks } from './marks.js';

/** Draws the Markdown that chat platforms show: headings, quotes, lists, tables, rules, bold, links, images. */
export const Markdown = ({ text, sayPrefix }: { text: string; sayPrefix?: string }) => (
  <div class="markdown">{blocksOf(text).map((block) => drawBlock(block, sayPrefix))}</div>
);

type Block =
  | { kind: 'heading' | 'paragraph' | 'quote'; lines: string[] }
  | { kind: 'list'; items: string[][] }
  | { kind: 'table'; head: string[]; right: boolean[]; rows: string[][] }
  | { kind: 'rule' };

/** Blocks in order; exported for tests. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open = true;
  const lines = text.split('\n').map((line) => line.trim());
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const last = open ? blocks.at(-1) : undefined;
    open = line !== '';
    if (line === '') continue;
    if (/^(?:\*{3,}|-{3,})$/u.test(line)) {
      blocks.push({ kind: 'rule' });
      open = false;
    } else if (/^#{1,6} /u.test(line)) {
      blocks.push({ kind: 'heading', lines: [line.replace(/^#+ /u, '')] });
      open = false;
    } else if (line.startsWith('|') && /^\|(?:\s*:?-+:?\s*\|)+$/u.test(lines[at + 1] ?? '')) {
      const right = cellsOf(lines[at + 1] ?? '').map((rule) => rule.endsWith(':'));
      const table: Block = { kind: 'table', head: cellsOf(line), right, rows: [] };
      at += 1;
      while ((lines[at + 1] ?? '').startsWith('|')) table.rows.push(cellsOf(lines[++at] ?? ''));
      blocks.push(table);
      open = false;
    } else if (/^> ?/u.test(line)) {
      const quoted = line.replace(/^> ?/u, '');
      if (last?.kind === 'quote') last.lines.push(quoted);
      else blocks.push({ kind: 'quote', lines: [quoted] });
    } else if (/^[-*] /u.test(line)) {
      if (last?.kind === 'list') last.items.push([line.slice(2)]);
      else blocks.push({ kind: 'list', items: [[line.slice(2)]] });
    } else if (last?.kind === 'list') last.items.at(-1)?.push(line);
    else if (last?.kind === 'paragraph' || last?.kind === 'quote') last.lines.push(line);
    else blocks.push({ kind: 'paragraph', lines: [line] });
  }
  return blocks;
}

const cellsOf = (row: string): string[] =>
  row
    .slice(1, -1)
    .split(/(?<!\\)\|/u)
    .map((cell) => cell.trim());

function drawBlock(block: Block, sayPrefix: string | undefined) {
  const drawLines = (lines: string[]) => linesOf(lines, sayPrefix);
  switch (block.kind) {
    case 'rule':
      return <hr />;
    case 'heading':
      return <p class="markdown-heading">{drawLines(block.lines)}</p>;
    case 'quote':
      return <blockquote>{drawLines(block.lines)}</blockquote>;
    case 'paragraph':
      return <p>{drawLines(block.lines)}</p>;
    case 'list':
      return (
        <ul>
          {block.items.map((lines) => (
            <li>{drawLines(lines)}</li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <section class="card-table" aria-label={block.head.join(' · ')} tabindex={0}>
          <table>
            <thead>
              <tr>
                {block.head.map((cell, at) => (
                  <th scope="col" class={block.right[at] ? 'right' : undefined}>
                    {inlineOf(cell, sayPrefix)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row) => (
                <tr>
                  {row.map((cell, at) => (
                    <td class={block.right[at] ? 'right' : undefined}>{inlineOf(cell, sayPrefix)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      );
  }
}

const linesOf = (lines: string[], sayPrefix: string | undefined): Child[] =>
  lines.flatMap((line, at): Child[] => {
    const drawn = inlineOf(line, sayPrefix);
    return at === 0 ? drawn : [<br />, ...drawn];
  });

const inline =
  /\\(?<escaped>[\\`*_~[\]|#>+.=)!({}-])|&(?<entity>lt|gt|amp|nbsp);|\*\*(?<bold>(?:\\.|[^\\])+?)\*\*|(?<image>!?)\[(?<label>(?:\\.|[^\\\]])*)\]\((?<url>[^()\s]*)\)/gu;

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', nbsp: '\u00a0' };

function inlineOf(text: string, sayPrefix: string | undefined): Child[] {
  const drawn: Child[] = [];
  let from = 0;
  for (const match of text.matchAll(inline)) {
    if (match.index > from) drawn.push(...drawMarks(text.slice(from, match.index)));
    from = match.index + match[0].length;
    const { escaped, entity, bold, image, label = '', url = '' } = match.groups ?? {};
    if (escaped !== undefined) drawn.push(escaped);
    else if (entity !== undefined) drawn.push(entities[entity] ?? '');
    else if (bold !== undefined) drawn.push(<strong>{inlineOf(bold, sayPrefix)}</strong>);
    else if (image) drawn.push(<span class="look-image">{inlineOf(label, sayPrefix)}</span>);
    else drawn.push(drawLink(label, url, sayPrefix));
  }
  if (from < text.length) drawn.push(...drawMarks(text.slice(from)));
  return drawn;
}

function drawLink(label: string, url: string, sayPrefix: string | undefined): Child {
  const words = inlineOf(label, sayPrefix);
  const line = saidBy(url, sayPrefix);
  if (line !== undefined) {
    return (
      <button type="button" class="look-link" data-say={line}>
        {words}
      </button>
    );
  }
  const address = webUrl(url);
  if (!address) return <span>{words}</span>;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {words}
    </a>
  );
}
