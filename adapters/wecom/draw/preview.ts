import type { Call } from '../../../kernel/card/card.js';
import {
  type PreviewBlock,
  type PreviewControl,
  type PreviewMessage,
  plainRun,
} from '../../../kernel/chat/preview.js';
import { decodeCallAmong } from '../../../kernel/render/call-code.js';
import { submitKey } from './limits.js';
import type { ButtonSelection, TemplateCard, WecomButton, WecomMessage } from './template-card.js';

/** Messages as a WeCom chat shows them. */
export function previewWecom(messages: readonly WecomMessage[], calls: readonly Call[]): PreviewMessage[] {
  return messages.map((message) =>
    message.type === 'markdown'
      ? { frame: 'bubble', blocks: [{ kind: 'markdown', text: message.content }] }
      : { frame: 'card', sender: 'line', blocks: cardBlocks(message.card, calls) },
  );
}

function cardBlocks(card: TemplateCard, calls: readonly Call[]): PreviewBlock[] {
  const { main_title: title, quote_area: quote, sub_title_text: text, horizontal_content_list: facts } = card;
  return [
    { kind: 'heading', text: title.title },
    ...quiet(title.desc),
    ...(quote ? [{ kind: 'text' as const, style: 'quote' as const, runs: plainRun(quote.quote_text) }] : []),
    ...quiet(text),
    ...(facts ? [factsBlock(facts)] : []),
    ...(card.card_type === 'button_interaction'
      ? [...choice(card.button_selection, calls), buttons(card.button_list, calls)]
      : links(card.jump_list)),
  ];
}

const quiet = (text: string | undefined): PreviewBlock[] =>
  text ? [{ kind: 'text', style: 'quiet', runs: plainRun(text) }] : [];

const factsBlock = (facts: { keyname: string; value: string }[]): PreviewBlock => ({
  kind: 'facts',
  items: facts.map(({ keyname, value }) => ({ label: keyname, value })),
});

function choice(selection: ButtonSelection | undefined, calls: readonly Call[]): PreviewBlock[] {
  if (!selection) return [];
  const options = selection.option_list.flatMap(({ id, text }) => {
    const call = decodeCallAmong(id, calls);
    return call ? [{ label: text, call }] : [];
  });
  return [{ kind: 'choice', label: selection.title, options }];
}

const styles = { 1: 'primary', 2: undefined, 3: 'danger' } as const;

function buttons(list: WecomButton[], calls: readonly Call[]): PreviewBlock {
  const items = list.flatMap(({ text, style, key }): PreviewControl[] => {
    const call = decodeCallAmong(key, calls);
    const look = { kind: 'button' as const, label: text, style: styles[style] };
    if (key === submitKey) return [{ ...look, sendsChoice: true }];
    return call ? [{ ...look, call }] : [];
  });
  return { kind: 'controls', items, stacked: items.length > 2 };
}

const links = (jumps: { title: string; url: string }[] | undefined): PreviewBlock[] =>
  jumps ? [{ kind: 'links', items: jumps.map(({ title, url }) => ({ label: title, url })) }] : [];
