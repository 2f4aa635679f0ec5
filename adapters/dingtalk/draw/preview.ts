import { z } from 'zod';
import type { Call } from '../../../kernel/card/card.js';
import {
  type PreviewBlock,
  type PreviewControl,
  type PreviewMessage,
  plainRun,
  saidBy,
} from '../../../kernel/chat/preview.js';
import { decodeCallAmong } from '../../../kernel/render/call-code.js';
import { sayPrefix } from './action-card.js';
import type { DingtalkMessage } from './messages.js';

/** Messages as a DingTalk chat shows them. */
export function previewDingtalk(
  messages: readonly DingtalkMessage[],
  calls: readonly Call[],
): PreviewMessage[] {
  return messages.map((message) => previewMessage(message, calls));
}

function previewMessage(message: DingtalkMessage, calls: readonly Call[]): PreviewMessage {
  switch (message.type) {
    case 'text':
      return { frame: 'card', blocks: [{ kind: 'text', runs: plainRun(message.content) }] };
    case 'markdown':
      return { frame: 'card', blocks: [markdown(message.text)] };
    case 'action_card': {
      const items = message.buttons.map(({ title, url }) => linkButton(title, url, 'primary'));
      return { frame: 'card', blocks: [markdown(message.text), { kind: 'controls', items, stacked: true }] };
    }
    case 'card': {
      const { title, markdown: text, tips, sys_full_json_obj } = message.variables;
      return {
        frame: 'card',
        sender: 'line',
        blocks: [
          { kind: 'heading', text: title },
          markdown(text),
          ...(tips ? [{ kind: 'text' as const, style: 'quiet' as const, runs: plainRun(tips) }] : []),
          ...controls(sys_full_json_obj, calls),
        ],
      };
    }
  }
}

const markdown = (text: string): PreviewBlock => ({ kind: 'markdown', text, sayPrefix });

const buttonsSchema = z.object({
  msgButtons: z.array(
    z.object({
      text: z.string(),
      color: z.enum(['blue', 'gray', 'red']),
      url: z.string().optional(),
      params: z.object({ call: z.string() }).optional(),
    }),
  ),
});

const styles = { blue: 'primary', gray: undefined, red: 'danger' } as const;

function controls(json: string, calls: readonly Call[]): PreviewBlock[] {
  const { msgButtons } = buttonsSchema.parse(JSON.parse(json));
  const items = msgButtons.flatMap(({ text, color, url, params }): PreviewControl[] => {
    const style = styles[color];
    if (!params) return [linkButton(text, url ?? '', style)];
    const call = decodeCallAmong(params.call, calls);
    return call ? [{ kind: 'button', label: text, style, call }] : [];
  });
  return items.length > 0 ? [{ kind: 'controls', items }] : [];
}

/** A link, or a button that makes who taps it say a line. */
function linkButton(label: string, url: string, style: 'primary' | 'danger' | undefined): PreviewControl {
  const says = saidBy(url, sayPrefix);
  return says === undefined ? { kind: 'link', label, url, style } : { kind: 'button', label, style, says };
}
