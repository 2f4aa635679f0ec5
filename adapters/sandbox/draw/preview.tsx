import type {
  PreviewBlock,
  PreviewControl,
  PreviewMessage,
  PreviewOption,
  PreviewRun,
} from '../../../kernel/chat/preview.js';
import { encodeCall } from '../../../kernel/render/call-code.js';
import { webUrl } from '../../../kernel/render/web-url.js';
import { Menu } from './card.js';
import { Markdown } from './markdown.js';
import { drawMarks } from './marks.js';
import type { PageTexts } from './page-texts.js';

interface PreviewOf {
  messages: PreviewMessage[];
  /** Id of the platform, for the colours and shapes of its clients; one that has none here is drawn plainly. */
  platform: string;
  title: string;
  bot: string;
  texts: PageTexts;
}

/** Messages as a chat of another platform shows them. */
export const PreviewCard = ({ messages, platform, title, bot, texts }: PreviewOf) => (
  <section class={`frame ${platform}`} aria-label={title}>
    {messages.map((message) => (
      <MessageView message={message} bot={bot} texts={texts} />
    ))}
  </section>
);

const MessageView = (of: { message: PreviewMessage; bot: string; texts: PageTexts }) => {
  const { message, bot, texts } = of;
  const blocks = message.blocks.map((block) => <BlockView block={block} texts={texts} />);
  if (message.sender !== 'picture') {
    return (
      <div class={`look-message look-${message.frame}`}>
        {message.sender === 'line' ? <p class="look-source">{bot}</p> : null}
        {blocks}
      </div>
    );
  }
  return (
    <div class={`look-message look-${message.frame} look-pictured`}>
      <span class="look-avatar" aria-hidden="true">
        {[...bot][0]}
      </span>
      <div class="look-body">
        <p class="look-name">
          <b>{bot}</b> <span class="look-app">APP</span>
        </p>
        {blocks}
      </div>
    </div>
  );
};

const BlockView = ({ block, texts }: { block: PreviewBlock; texts: PageTexts }) => {
  switch (block.kind) {
    case 'heading':
      return <p class="look-heading">{drawMarks(block.text)}</p>;
    case 'text':
      if (block.style === 'quote') return <blockquote>{block.runs.map(drawRun)}</blockquote>;
      return <p class={block.style === 'quiet' ? 'look-quiet' : undefined}>{block.runs.map(drawRun)}</p>;
    case 'columns':
      return (
        <div class="look-columns">
          {block.items.map((runs) => (
            <p>{runs.map(drawRun)}</p>
          ))}
        </div>
      );
    case 'facts':
      return (
        <dl class="look-facts">
          {block.items.map((item) => (
            <div>
              <dt>{item.label}</dt>
              <dd>{item.value}</dd>
            </div>
          ))}
        </dl>
      );
    case 'markdown':
      return <Markdown text={block.text} sayPrefix={block.sayPrefix} />;
    case 'table':
      return <TableView table={block} />;
    case 'image':
      return block.url === undefined ? (
        <p class="look-image">{block.alt}</p>
      ) : (
        <img class="card-image" src={block.url} alt={block.alt} />
      );
    case 'divider':
      return <hr />;
    case 'choice':
      return <ChoiceView label={block.label} options={block.options} />;
    case 'controls':
      return (
        <div class={`look-controls ${block.stacked ? 'stacked' : ''}`}>
          {block.items.map((control) => (
            <ControlView control={control} texts={texts} />
          ))}
        </div>
      );
    case 'links':
      return block.items.map((link) => <FootLink {...link} texts={texts} />);
  }
};

const drawRun = ({ text, bold, url }: PreviewRun) => {
  const address = url === undefined ? null : webUrl(url);
  if (!address) return bold ? <strong>{text}</strong> : text;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  );
};

const TableView = ({ table }: { table: Extract<PreviewBlock, { kind: 'table' }> }) => (
  <section class="card-table" aria-label={titleOf(table.rows[0])} tabindex={0}>
    <table>
      <tbody>
        {table.rows.map((row) => (
          <tr>
            {row.map((cell, at) => (
              <td class={table.align[at] === 'right' ? 'right' : undefined}>{cell.map(drawRun)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

/** The first row's words, which name the columns. */
const titleOf = (row: PreviewRun[][] = []): string =>
  row.map((cell) => cell.map(({ text }) => text).join('')).join(' · ');

const ChoiceView = ({ label, options }: { label: string; options: PreviewOption[] }) => (
  <label class="look-choice">
    <span>{label}</span>
    <select data-selection>
      {options.map((option) => (
        <option value={encodeCall(option.call)}>{option.label}</option>
      ))}
    </select>
  </label>
);

const ControlView = ({ control, texts }: { control: PreviewControl; texts: PageTexts }) => {
  const { kind, label } = control;
  if (kind === 'menu') {
    const options = control.options.map((option) => ({ label: option.label, code: encodeCall(option.call) }));
    return <Menu label={label} options={options} />;
  }
  const look = `button ${control.style ?? ''}`;
  if (kind === 'button') {
    return (
      <button type="button" class={look} data-confirm={control.confirm} {...tapOf(control)}>
        {label}
      </button>
    );
  }
  const address = webUrl(control.url);
  if (!address) return <span class={look}>{label}</span>;
  return (
    <a class={look} href={address} target="_blank" rel="noopener noreferrer" title={texts.openLink}>
      {label}
    </a>
  );
};

/** What the page's script reads off a button. */
function tapOf(button: Extract<PreviewControl, { kind: 'button' }>): Record<string, string | true> {
  if ('call' in button) return { 'data-call': encodeCall(button.call) };
  return 'says' in button ? { 'data-say': button.says } : { 'data-send-selection': true };
}

const FootLink = ({ label, url, texts }: { label: string; url: string; texts: PageTexts }) => {
  const address = webUrl(url);
  if (!address) return null;
  return (
    <a class="look-link-row" href={address} target="_blank" rel="noopener noreferrer" title={texts.openLink}>
      {label} <span aria-hidden="true">›</span>
    </a>
  );
};
