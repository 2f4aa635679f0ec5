import type { Child } from 'hono/jsx';
import { webUrl } from '../../../kernel/render/web-url.js';
import { Menu } from './card.js';
import { drawMarks } from './marks.js';
import type { PageTexts } from './page-texts.js';

interface TextObject {
  type: 'plain_text' | 'mrkdwn';
  text: string;
}

interface RichText {
  type: 'rich_text';
  elements: {
    type: 'rich_text_section' | 'rich_text_quote';
    elements: (
      | { type: 'text'; text: string; style?: { bold: true } }
      | { type: 'link'; url: string; text: string }
    )[];
  }[];
}

type Control =
  | {
      type: 'button';
      text: TextObject;
      value?: string;
      url?: string;
      style?: 'primary' | 'danger';
      confirm?: { text: TextObject };
    }
  | { type: 'static_select'; placeholder: TextObject; options: { text: TextObject; value: string }[] };

type Block =
  | { type: 'header'; text: TextObject }
  | { type: 'section'; text: TextObject }
  | { type: 'section'; fields: TextObject[] }
  | { type: 'context'; elements: TextObject[] }
  | { type: 'divider' }
  | { type: 'image'; image_url: string; alt_text: string }
  | { type: 'image'; slack_file: { id: string }; alt_text: string }
  | { type: 'actions'; elements: Control[] }
  | {
      type: 'table';
      rows: ({ type: 'raw_text'; text: string } | RichText)[][];
      column_settings: { align: 'left' | 'right' }[];
    }
  | RichText;

/** What the preview reads of a Slack message. */
export interface SlackPreview {
  blocks: Block[];
}

/** The messages as a Slack channel shows them. */
export const SlackCard = ({
  messages,
  bot,
  texts,
}: {
  messages: SlackPreview[];
  bot: string;
  texts: PageTexts;
}) => (
  <section class="frame slack" aria-label="Slack">
    {messages.map((message) => (
      <div class="slack-message">
        <span class="slack-avatar" aria-hidden="true">
          {[...bot][0]}
        </span>
        <div class="slack-body">
          <p class="slack-name">
            <b>{bot}</b> <span class="slack-app">APP</span>
          </p>
          {message.blocks.map((block) => (
            <BlockView block={block} texts={texts} />
          ))}
        </div>
      </div>
    ))}
  </section>
);

const BlockView = ({ block, texts }: { block: Block; texts: PageTexts }) => {
  switch (block.type) {
    case 'header':
      return <p class="slack-header">{drawMarks(decode(block.text.text))}</p>;
    case 'section':
      if ('text' in block) return <p class="slack-section">{drawText(block.text)}</p>;
      return (
        <div class="slack-fields">
          {block.fields.map((field) => (
            <p>{drawText(field)}</p>
          ))}
        </div>
      );
    case 'context':
      return <p class="slack-context">{block.elements.map(drawText)}</p>;
    case 'divider':
      return <hr />;
    case 'image':
      if ('slack_file' in block)
        return <img class="card-image" src={block.slack_file.id} alt={block.alt_text} />;
      return <p class="look-image">{block.alt_text}</p>;
    case 'rich_text':
      return <RichView rich={block} />;
    case 'actions':
      return (
        <div class="slack-actions">
          {block.elements.map((element) => (
            <ControlView control={element} texts={texts} />
          ))}
        </div>
      );
    case 'table':
      return <TableView table={block} />;
  }
};

const ControlView = ({ control, texts }: { control: Control; texts: PageTexts }) => {
  if (control.type === 'static_select') {
    return (
      <Menu
        label={decode(control.placeholder.text)}
        options={control.options.map((option) => ({ label: decode(option.text.text), code: option.value }))}
      />
    );
  }
  const label = decode(control.text.text);
  const address = control.url === undefined ? null : webUrl(control.url);
  if (address) {
    return (
      <a class="button" href={address} target="_blank" rel="noopener noreferrer" title={texts.openLink}>
        {label}
      </a>
    );
  }
  return (
    <button
      type="button"
      class={`button ${control.style ?? ''}`}
      data-call={control.value}
      data-confirm={control.confirm ? decode(control.confirm.text.text) : undefined}
    >
      {label}
    </button>
  );
};

const TableView = ({ table }: { table: Extract<Block, { type: 'table' }> }) => (
  <section class="card-table" aria-label={titleOf(table)} tabindex={0}>
    <table>
      <tbody>
        {table.rows.map((row) => (
          <tr>
            {row.map((cell, at) => (
              <td class={table.column_settings[at]?.align === 'right' ? 'right' : undefined}>
                {cell.type === 'raw_text' ? cell.text : <RichView rich={cell} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

/** The first row's words, which name the columns. */
const titleOf = (table: Extract<Block, { type: 'table' }>): string =>
  (table.rows[0] ?? [])
    .map((cell) =>
      cell.type === 'raw_text'
        ? cell.text
        : cell.elements.flatMap((element) => element.elements.map((leaf) => leaf.text)).join(''),
    )
    .join(' · ');

const RichView = ({ rich }: { rich: RichText }) => (
  <>
    {rich.elements.map((element) => {
      const leaves = element.elements.map((leaf): Child => {
        if (leaf.type === 'link') {
          const address = webUrl(leaf.url);
          return address ? (
            <a href={address} target="_blank" rel="noopener noreferrer">
              {leaf.text}
            </a>
          ) : (
            leaf.text
          );
        }
        return leaf.style?.bold ? <strong>{leaf.text}</strong> : leaf.text;
      });
      return element.type === 'rich_text_quote' ? (
        <blockquote>{leaves}</blockquote>
      ) : (
        <p class="slack-section">{leaves}</p>
      );
    })}
  </>
);

/** In mrkdwn only `*bold*` is drawn: it is all that cards use. */
function drawText(object: TextObject): Child {
  if (object.type === 'plain_text') return decode(object.text);
  return (
    <>
      {object.text
        .split(/(\*[^*\n]+\*)/u)
        .map((part) =>
          /^\*[^*\n]+\*$/u.test(part) ? <strong>{decode(part.slice(1, -1))}</strong> : decode(part),
        )}
    </>
  );
}

/** Slack decodes these three once. */
const decode = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
