import { decodeCall } from '../../../kernel/render/call-code.js';
import { webUrl } from '../../../kernel/render/web-url.js';
import { Markdown } from './markdown.js';
import { drawMarks } from './marks.js';
import type { PageTexts } from './page-texts.js';

interface TemplateCard {
  card_type: 'button_interaction' | 'text_notice';
  main_title: { title: string; desc?: string };
  quote_area?: { quote_text: string };
  sub_title_text?: string;
  horizontal_content_list?: { keyname: string; value: string }[];
  button_selection?: { title: string; option_list: { id: string; text: string }[] };
  button_list?: { text: string; style: 1 | 2 | 3; key: string }[];
  jump_list?: { title: string; url: string }[];
}

/** What the preview reads of a WeCom message. */
export type WecomPreview =
  | { type: 'template_card'; card: TemplateCard }
  | { type: 'markdown'; content: string };

/** The messages as a WeCom chat shows them. */
export const WecomCard = ({
  messages,
  bot,
  texts,
}: {
  messages: WecomPreview[];
  bot: string;
  texts: PageTexts;
}) => (
  <section class="frame wecom" aria-label={texts.looks.wecom}>
    {messages.map((message) =>
      message.type === 'markdown' ? (
        <div class="wecom-bubble">
          <Markdown text={message.content} />
        </div>
      ) : (
        <TemplateCardView card={message.card} bot={bot} texts={texts} />
      ),
    )}
  </section>
);

const styles = { 1: 'primary', 2: '', 3: 'danger' } as const;

const TemplateCardView = ({ card, bot, texts }: { card: TemplateCard; bot: string; texts: PageTexts }) => (
  <div class="wecom-card" data-wecom>
    <p class="wecom-source">{bot}</p>
    <p class="wecom-title">{drawMarks(card.main_title.title)}</p>
    {card.main_title.desc ? <p class="wecom-desc">{card.main_title.desc}</p> : null}
    {card.quote_area ? <blockquote>{card.quote_area.quote_text}</blockquote> : null}
    {card.sub_title_text ? <p class="wecom-text">{card.sub_title_text}</p> : null}
    {card.horizontal_content_list ? (
      <dl>
        {card.horizontal_content_list.map((item) => (
          <div>
            <dt>{item.keyname}</dt>
            <dd>{item.value}</dd>
          </div>
        ))}
      </dl>
    ) : null}
    {card.button_selection ? (
      <label class="wecom-select">
        <span>{card.button_selection.title}</span>
        <select data-selection>
          {card.button_selection.option_list.map((option) => (
            <option value={option.id}>{option.text}</option>
          ))}
        </select>
      </label>
    ) : null}
    {card.button_list ? (
      <div class={`wecom-buttons ${card.button_list.length > 2 ? 'stacked' : ''}`}>
        {card.button_list.map((button) => (
          <button
            type="button"
            class={`button ${styles[button.style]}`}
            {...(decodeCall(button.key) ? { 'data-call': button.key } : { 'data-send-selection': true })}
          >
            {button.text}
          </button>
        ))}
      </div>
    ) : null}
    {(card.jump_list ?? []).map((jump) => {
      const address = webUrl(jump.url);
      return address ? (
        <a class="wecom-jump" href={address} target="_blank" rel="noopener noreferrer" title={texts.openLink}>
          {jump.title} <span aria-hidden="true">›</span>
        </a>
      ) : null;
    })}
  </div>
);
