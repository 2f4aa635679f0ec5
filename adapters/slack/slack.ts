import type { Adapter } from '../../kernel/chat/adapter.js';
import { inEachLanguage } from '../../texts/languages.js';
import type { SlackMessage } from './draw/blocks.js';
import { slackLimits } from './draw/limits.js';
import { previewSlack } from './draw/preview.js';
import { renderSlack } from './draw/render.js';
import { slackManifest } from './setup/manifest.js';
import { scopesTable } from './setup/scopes.js';
import { type SlackSettings, slackNeeds, slackSettings, slackVariables } from './setup/settings.js';

/** Slack, over Socket Mode or HTTP. */
export const slack: Adapter<SlackSettings, SlackMessage> = {
  id: 'slack',
  title: inEachLanguage((t) => t.slack.platform),
  can: {
    shows: ['confirm', 'tables', 'dividers', 'images', 'menus', 'styles'],
    messageMenu: true,
    asides: true,
    members: 'listed',
    files: 'sent',
    callBytes: slackLimits.optionValue,
  },
  variables: slackVariables,
  needs: slackNeeds,
  settings: slackSettings,
  listens: ({ appToken }) => appToken === undefined,
  render: renderSlack,
  preview: previewSlack,
  async create(settings, ports) {
    const { createSlack } = await import('./chat/slack-chat.js');
    return createSlack({ ...settings, ...ports });
  },
  async examine(settings, { groups, log }) {
    const { examineSlack } = await import('./setup/examine.js');
    return await examineSlack({ ...settings, channels: groups, log });
  },
  manifest: slackManifest,
  tables: { scopes: scopesTable },
};
