import type { TemplateCard, WecomMessage } from '../../adapters/wecom/draw/template-card.js';
import { decodeCall } from '../../kernel/render/call-code.js';
import { nothing, readMarkdown, type Seen, together } from './rendering.js';

export function seenInWecom(messages: WecomMessage[]): Seen {
  return together(
    messages.map((message) =>
      message.type === 'markdown' ? readMarkdown(message.content) : seenInCard(message.card),
    ),
  );
}

/** Template cards show plain text; nothing in them is parsed. */
function seenInCard(card: TemplateCard): Seen {
  const text = [
    card.quote_area?.quote_text,
    card.main_title.title,
    card.main_title.desc,
    card.sub_title_text,
    ...(card.horizontal_content_list ?? []).flatMap((fact) => [fact.keyname, fact.value]),
  ];
  const seen: Seen = { ...nothing, text: text.filter((part) => part !== undefined).join('\n') };
  if (card.card_type === 'text_notice') {
    return {
      ...seen,
      links: (card.jump_list ?? []).map((jump) => ({ label: jump.title, url: jump.url, button: true })),
    };
  }
  const options = card.button_selection?.option_list ?? [];
  return {
    ...seen,
    text: [seen.text, card.button_selection?.title ?? ''].join('\n'),
    controls: [
      ...card.button_list.map((button) => ({
        label: button.text,
        call: decodeCall(button.key) ?? undefined,
      })),
      ...options.map((option) => ({ label: option.text, call: decodeCall(option.id) ?? undefined })),
    ],
  };
}
