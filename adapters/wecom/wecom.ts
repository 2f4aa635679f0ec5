import type { Adapter } from '../../kernel/chat/adapter.js';
import { inEachLanguage } from '../../texts/languages.js';
import { wecomLimits } from './draw/limits.js';
import { previewWecom } from './draw/preview.js';
import { renderWecom } from './draw/render.js';
import type { WecomMessage } from './draw/template-card.js';
import { type WecomSettings, wecomNeeds, wecomSettings, wecomVariables } from './setup/settings.js';

/** WeCom (企业微信), through a smart bot over the long connection. */
export const wecom: Adapter<WecomSettings, WecomMessage> = {
  id: 'wecom',
  title: inEachLanguage((t) => t.wecom.platform),
  can: {
    files: 'sent',
    shows: ['tables', 'dividers', 'images', 'styles'],
    callBytes: wecomLimits.optionIdBytes,
  },
  variables: wecomVariables,
  needs: wecomNeeds,
  settings: wecomSettings,
  render: (card, options) => renderWecom(card, { ...options, taskId: 'card' }),
  preview: previewWecom,
  async create(settings, ports) {
    const { createWecom } = await import('./chat/wecom-chat.js');
    return createWecom({ ...settings, ...ports, lease: ports.lease(`wecom:${settings.botId}`) });
  },
};
