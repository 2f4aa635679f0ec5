import type { DingtalkMessage } from '../../../adapters/dingtalk/draw/messages.js';

const bytes = (text: string) => Buffer.byteLength(text, 'utf8');

/**
 * Checks a message from the platform's limits alone: card variables of 1,000 bytes, msgParam (a JSON string) of
 * 15,000, the fields each msgKey requires, the Markdown that robot messages know.
 */
export function dingtalkRefusals(message: DingtalkMessage): string[] {
  const refusals: string[] = [];
  const check = (ok: boolean, what: string) => {
    if (!ok) refusals.push(what);
  };
  const param = (value: Record<string, string>) =>
    check(bytes(JSON.stringify(value)) <= 15_000, 'msgParam.tooLong');
  const robotMarkdown = (text: string) =>
    check(!/^(?:\||```|---$|\*\*\*$)/mu.test(text), 'not robot Markdown');
  switch (message.type) {
    case 'card': {
      for (const [name, value] of Object.entries(message.variables)) {
        check(typeof value === 'string', `${name}: MissingStringValue`);
        check(bytes(value) <= 1_000, `${name}: 1000 bytes`);
      }
      check(message.variables.title !== '' && message.variables.markdown !== '', 'title and markdown');
      const { msgButtons } = JSON.parse(message.variables.sys_full_json_obj) as {
        msgButtons: Record<string, unknown>[];
      };
      check(msgButtons.length <= 4, 'four buttons');
      check(
        msgButtons.every((button) => typeof button.text === 'string' && button.text !== ''),
        'button text',
      );
      check(
        msgButtons.every((button) => ['blue', 'gray', 'red'].includes(String(button.color))),
        'button color',
      );
      const ids = msgButtons.flatMap((button) => (button.request === true ? [button.id] : []));
      check(new Set(ids).size === ids.length && ids.every((id) => typeof id === 'string'), 'button ids');
      break;
    }
    case 'markdown':
      check(message.title.trim() !== '' && message.text.trim() !== '', '400402: title and text');
      param({ title: message.title, text: message.text });
      robotMarkdown(message.text);
      break;
    case 'action_card': {
      check(message.title.trim() !== '' && message.text.trim() !== '', '400402: title and text');
      check(message.buttons.length >= 1 && message.buttons.length <= 5, 'one to five buttons');
      const named = message.buttons.flatMap((button, at) => [
        [`actionTitle${at + 1}`, button.title],
        [`actionURL${at + 1}`, button.url],
      ]);
      param({ title: message.title, text: message.text, ...Object.fromEntries(named) });
      robotMarkdown(message.text);
      break;
    }
    case 'text':
      check(message.content.trim() !== '', '400402: content');
      param({ content: message.content });
      break;
  }
  return refusals;
}
