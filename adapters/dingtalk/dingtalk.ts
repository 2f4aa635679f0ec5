import type { Adapter } from '../../kernel/chat/adapter.js';
import { inEachLanguage, textsIn } from '../../texts/languages.js';
import { dingtalkLimits } from './draw/limits.js';
import type { DingtalkMessage } from './draw/messages.js';
import { previewDingtalk } from './draw/preview.js';
import { renderDingtalk } from './draw/render.js';
import {
  type DingtalkSettings,
  dingtalkNeeds,
  dingtalkSettings,
  dingtalkVariables,
} from './setup/settings.js';

/** DingTalk (钉钉), over the Stream connection. */
export const dingtalk: Adapter<DingtalkSettings, DingtalkMessage> = {
  id: 'dingtalk',
  title: inEachLanguage((t) => t.dingtalk.platform),
  can: {
    files: 'sent',
    shows: ['tables', 'dividers', 'images', 'styles'],
    callBytes: dingtalkLimits.callBytes,
  },
  quota: {
    counts: ['api', 'push', 'card', 'action_card', 'text'],
    line: (used, locale) => textsIn(locale).dingtalk.used(used('api'), used('push')),
  },
  variables: dingtalkVariables,
  needs: dingtalkNeeds,
  settings: dingtalkSettings,
  render: renderDingtalk,
  preview: previewDingtalk,
  async create(settings, ports) {
    const { createDingtalk } = await import('./chat/dingtalk-chat.js');
    return createDingtalk({ ...settings, ...ports });
  },
  async examine(settings, { used }) {
    const { examineDingtalk } = await import('./setup/examine.js');
    const [api, push] = [used('api'), used('push')];
    const ways = { card: used('card'), action_card: used('action_card'), text: used('text') };
    return await examineDingtalk({ ...settings, used: { api, push, ...ways } });
  },
};
