import type { ManifestOptions } from '../../../kernel/chat/adapter.js';
import { wholeGrammar } from '../in/read.js';
import { botScopes } from './scopes.js';

/** Names that Slack keeps to itself (https://slack.com/help/articles/201259356-Slash-commands-in-Slack). */
const taken = new Set(
  (
    'active archive away call collapse dm dnd expand feed feedback files help invite join kick leave list me msg ' +
    'mute open people prefs remind remove rename search shortcuts shrug star status topic unarchive who'
  ).split(' '),
);

/** Limits of https://docs.slack.dev/reference/app-manifest. */
const most = { commands: 50, name: 32, description: 2_000, usage: 1_000 };

/** The app manifest: what an administrator pastes to make the app. Keys in Slack's own order. */
export function slackManifest({ commands, prefix, url }: ManifestOptions): object {
  const endpoint = url ? { url } : {};
  const name = (slash: string) => `/${prefix ? `${prefix}-` : ''}${slash}`;
  const own = commands.filter(
    ({ slash }) => /^[a-z][a-z0-9_-]*$/.test(slash) && (prefix || !taken.has(slash)),
  );
  const listed = [
    {
      slash: wholeGrammar,
      description: '跟进：整句都可以说 · Genjin: say anything',
      usage: '跟 华为 电话 价格偏高 下周三再约 · log Acme call price too high next Wed',
    },
    ...own,
  ];
  return {
    display_information: {
      name: 'Genjin 跟进',
      description: '住在聊天里的销售过程助手 · The sales-process assistant that lives in the chat',
      background_color: '#1b4d45',
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: 'genjin', always_online: true },
      shortcuts: [
        {
          name: '跟进：说一句 · Say a line',
          type: 'global',
          callback_id: 'line',
          description: 'Genjin 跟进',
        },
        {
          name: '记为跟进 · Log it',
          type: 'message',
          callback_id: 'log',
          description: '把这条消息记为跟进 · Log this message as a follow-up',
        },
        {
          name: '记为线索 · Make a lead',
          type: 'message',
          callback_id: 'lead',
          description: '用这条消息建线索 · Make a lead of this message',
        },
        {
          name: '存为文章 · Save article',
          type: 'message',
          callback_id: 'article-propose',
          description: '把这条消息存为文章 · Save this message as an article',
        },
      ],
      slash_commands: listed.slice(0, most.commands).map(({ slash, description, usage }) => ({
        command: name(slash).slice(0, most.name),
        ...endpoint,
        description: description.slice(0, most.description),
        usage_hint: usage.slice(0, most.usage),
        should_escape: true,
      })),
    },
    oauth_config: { scopes: { bot: botScopes.map((scope) => scope.name) } },
    settings: {
      event_subscriptions: {
        ...(url ? { request_url: url } : {}),
        bot_events: ['app_home_opened', 'app_mention', 'message.im'],
      },
      interactivity: {
        is_enabled: true,
        ...(url ? { request_url: url, message_menu_options_url: url } : {}),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: false,
    },
  };
}
