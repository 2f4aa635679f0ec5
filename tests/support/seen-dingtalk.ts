import type { DingtalkButton, DingtalkMessage } from '../../adapters/dingtalk/draw/messages.js';
import { decodeCall } from '../../kernel/render/call-code.js';
import { nothing, readMarkdown, type Seen, together } from './rendering.js';
import { sayLinks } from './seen-preview.js';

const sayPrefix = 'dtmd://dingtalkclient/sendMessage?content=';

export function seenInDingtalk(messages: DingtalkMessage[]): Seen {
  return together(messages.map(seenInMessage));
}

function seenInMessage(message: DingtalkMessage): Seen {
  switch (message.type) {
    case 'text':
      return { ...nothing, text: message.content };
    case 'markdown':
      return sayLinks(readMarkdown(message.text), sayPrefix);
    case 'action_card':
      return together([
        sayLinks(readMarkdown(message.text), sayPrefix),
        sayLinks(
          {
            ...nothing,
            links: message.buttons.map(({ title, url }) => ({ label: title, url, button: true })),
          },
          sayPrefix,
        ),
      ]);
    case 'card': {
      const { title, markdown, tips, sys_full_json_obj } = message.variables;
      const { msgButtons } = JSON.parse(sys_full_json_obj) as { msgButtons: DingtalkButton[] };
      return together([
        { ...nothing, text: title },
        readMarkdown(markdown),
        { ...nothing, text: tips },
        ...msgButtons.map((button): Seen => {
          if ('url' in button)
            return { ...nothing, links: [{ label: button.text, url: button.url, button: true }] };
          return {
            ...nothing,
            controls: [{ label: button.text, call: decodeCall(button.params.call) ?? undefined }],
          };
        }),
      ]);
    }
  }
}
