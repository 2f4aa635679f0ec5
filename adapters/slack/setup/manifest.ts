import type { ManifestOptions } from '../../../kernel/chat/adapter.js';
import { type Catalogue, inEachLanguage, productName, wordingsLine } from '../../../texts/languages.js';
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
const most = {
  commands: 50,
  name: 32,
  description: 2_000,
  usage: 1_000,
  about: 140,
  menu: 24,
  menuAbout: 150,
};

/** The words of every language that fit. */
const said = (pick: (t: Catalogue['slackApp']) => string, letters: number): string =>
  wordingsLine(
    inEachLanguage((t) => pick(t.slackApp)),
    letters,
  );

/** The app manifest: what an administrator pastes to make the app. Keys in Slack's own order. */
export function slackManifest({ commands, prefix, url }: ManifestOptions): object {
  const endpoint = url ? { url } : {};
  const name = (slash: string) => `/${prefix ? `${prefix}-` : ''}${slash}`;
  const own = commands.filter(
    ({ slash }) => /^[a-z][a-z0-9_-]*$/.test(slash) && (prefix || !taken.has(slash)),
  );
  // What there is to type is never the one that is too many.
  const isHelp = ({ slash }: { slash: string }) => slash === 'help';
  const listed = [
    {
      slash: wholeGrammar,
      description: said((t) => t.anything, most.description),
      usage: said((t) => t.anythingExample, most.usage),
    },
    ...own.filter(isHelp),
    ...own.filter((one) => !isHelp(one)),
  ];
  return {
    display_information: {
      name: productName,
      description: said((t) => t.about, most.about),
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
          name: said((t) => t.line, most.menu),
          type: 'global',
          callback_id: 'line',
          description: productName,
        },
        {
          name: said((t) => t.log.name, most.menu),
          type: 'message',
          callback_id: 'log',
          description: said((t) => t.log.about, most.menuAbout),
        },
        {
          name: said((t) => t.lead.name, most.menu),
          type: 'message',
          callback_id: 'lead',
          description: said((t) => t.lead.about, most.menuAbout),
        },
        {
          name: said((t) => t.article.name, most.menu),
          type: 'message',
          callback_id: 'article-propose',
          description: said((t) => t.article.about, most.menuAbout),
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
        bot_events: [
          'app_home_opened',
          'app_mention',
          'member_joined_channel',
          'member_left_channel',
          'message.im',
        ],
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
