import type { Action, Card, CardFile, CardNode, Picture } from '../../../kernel/card/card.js';
import { askedCall } from '../../../kernel/card/sure-call.js';
import { encodeCall } from '../../../kernel/render/call-code.js';
import { withNamedRows } from '../../../kernel/render/named-rows.js';
import { webUrl } from '../../../kernel/render/web-url.js';
import type { PageTexts } from './page-texts.js';

/** The card as the sandbox itself draws it: everything a card can say, nothing lost. */
export const NativeCard = ({ card, texts, picture }: { card: Card; texts: PageTexts; picture?: Picture }) => (
  <section class={`card tone-${card.tone}`} aria-label={card.title}>
    <header class="card-head">
      <h3>{card.title}</h3>
      {card.subtitle ? <p>{card.subtitle}</p> : null}
    </header>
    {withNamedRows(card).nodes.map((node) => (
      <Node node={node} texts={texts} picture={picture} />
    ))}
  </section>
);

const Node = ({ node, texts, picture }: { node: CardNode; texts: PageTexts; picture?: Picture }) => {
  switch (node.kind) {
    case 'text':
      return <TextNode text={node.text} style={node.style ?? 'plain'} />;
    case 'context':
      return <p class="card-context">{node.text}</p>;
    case 'divider':
      return <hr />;
    case 'fields':
      return (
        <dl class="card-fields">
          {node.items.map((item) => (
            <div>
              <dt>{item.label}</dt>
              <dd>{item.value}</dd>
            </div>
          ))}
        </dl>
      );
    case 'table':
      return <TableNode table={node} />;
    case 'image': {
      if (!('chart' in node)) return <ImageNode url={node.url} alt={node.alt} texts={texts} />;
      const url = picture?.(node.chart) ?? '';
      return (
        <picture>
          {url ? <source media="(prefers-color-scheme: dark)" srcset={`${url}&dark=1`} /> : null}
          <ImageNode url={url} alt={node.alt} texts={texts} />
        </picture>
      );
    }
    case 'actions':
      return (
        <div class="card-actions">
          {node.items.map((action) => (
            <Control action={action} texts={texts} />
          ))}
        </div>
      );
  }
};

const TextNode = ({ text, style }: { text: string; style: 'plain' | 'strong' | 'quote' }) => {
  const bar = splitBar(text);
  if (bar) {
    return (
      <p class={`card-text ${style}`}>
        <Bar {...bar} /> {bar.rest}
      </p>
    );
  }
  if (style === 'quote') return <blockquote class="card-text">{text}</blockquote>;
  return <p class={`card-text ${style}`}>{text}</p>;
};

const TableNode = ({ table }: { table: Extract<CardNode, { kind: 'table' }> }) => {
  const align = (at: number) => (table.columns[at]?.align === 'right' ? 'right' : undefined);
  const name = table.columns.map((column) => column.label).join(' · ');
  return (
    <section class="card-table" aria-label={name} tabindex={0}>
      <table>
        <thead>
          <tr>
            {table.columns.map((column, at) => (
              <th scope="col" class={align(at)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr>
              {row.map((cell, at) => {
                const bar = splitBar(cell);
                return <td class={align(at)}>{bar ? [<Bar {...bar} />, ' ', bar.rest] : cell}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** Only pictures of this very server are loaded; others are a click away. */
const ImageNode = ({ url, alt, texts }: { url: string; alt: string; texts: PageTexts }) => {
  if (/^(?:data:image\/(?:png|jpeg|gif|webp);base64,|\/(?![/\\]))/u.test(url)) {
    return <img class="card-image" src={url} alt={alt} loading="lazy" />;
  }
  const address = webUrl(url);
  return (
    <figure class="card-figure">
      <figcaption>{alt}</figcaption>
      {address ? <OutLink url={address} label={texts.openImage} texts={texts} /> : null}
    </figure>
  );
};

const Control = ({ action, texts }: { action: Action; texts: PageTexts }) => {
  if (action.kind === 'link') {
    const address = webUrl(action.url);
    if (!address) return <span class="card-context">{`${action.label} ${action.url}`}</span>;
    return <OutLink url={address} label={action.label} texts={texts} button />;
  }
  if (action.kind === 'select') {
    return (
      <Menu
        label={action.label || texts.choose}
        options={action.options.map((option) => ({ label: option.label, code: encodeCall(option.call) }))}
      />
    );
  }
  return (
    <button
      type="button"
      class={`button ${action.style ?? ''}`}
      data-call={encodeCall(askedCall(action))}
      data-confirm={action.confirm}
    >
      {action.label}
    </button>
  );
};

/** A choice among calls as a menu that opens in place: two taps, or Enter and Tab. */
export const Menu = ({ label, options }: { label: string; options: { label: string; code: string }[] }) => (
  <details class="menu">
    <summary class="button">{label}</summary>
    <ul>
      {options.map((option) => (
        <li>
          <button type="button" data-call={option.code}>
            {option.label}
          </button>
        </li>
      ))}
    </ul>
  </details>
);

export const OutLink = (link: { url: string; label: string; texts: PageTexts; button?: boolean }) => (
  <a
    class={link.button ? 'button' : undefined}
    href={link.url}
    target="_blank"
    rel="noopener noreferrer"
    title={link.texts.openLink}
  >
    {link.label} <span aria-hidden="true">↗</span>
  </a>
);

/** The files of a card, as downloads. */
export const FileLinks = ({
  files,
  addressOf,
  texts,
}: {
  files: readonly CardFile[];
  addressOf: (at: number) => string;
  texts: PageTexts;
}) => (
  <div class="card-actions card-files">
    {files.map((file, at) => (
      <a class="button" href={addressOf(at)} download={file.name}>
        {texts.download(file.name)}
      </a>
    ))}
  </div>
);

interface BarParts {
  full: number;
  empty: number;
  rest: string;
}

/** A text that begins with a drawn bar (▰▰▱▱, ■■□□, ●●○○, ███░░), as the bar's lengths and the words after. */
export function splitBar(text: string): BarParts | null {
  const found = /^([▰■●█▇]{0,40})([▱□○░]{0,40})(?:\s+|$)([\s\S]*)$/u.exec(text);
  const [, full = '', empty = '', rest = ''] = found ?? [];
  return full.length + empty.length < 2 ? null : { full: full.length, empty: empty.length, rest };
}

const Bar = ({ full, empty }: BarParts) => (
  <svg
    class="bar"
    viewBox={`0 0 ${(full + empty) * 10} 8`}
    width={(full + empty) * 12}
    height="9.6"
    aria-hidden="true"
  >
    {Array.from({ length: full + empty }, (_, at) => (
      <rect class={at < full ? 'full' : 'empty'} x={at * 10} width="8.5" height="8" rx="2" />
    ))}
  </svg>
);
