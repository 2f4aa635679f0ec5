import { readFileSync } from 'node:fs';
import { isObject, type JsonObject, objectOf, objectsIn, parsed, stringOf } from './json.js';
import type { CommandEntry } from './people/stage.js';

/** What an app's settings say, as far as the emulator acts by it (slack.md, section 9). */
export interface AppManifest {
  scopes?: string[];
  /** Names of events: `app_mention`, `message.im`, … */
  events: string[];
  /** Undefined: every command is taken. */
  commands?: Map<string, CommandEntry>;
  homeTab: boolean;
  messagesTab: boolean;
}

export const usualManifest: AppManifest = {
  events: ['app_mention', 'message.im', 'app_home_opened'],
  homeTab: true,
  messagesTab: true,
};

/** Reads a manifest as it is pasted into Slack (https://docs.slack.dev/reference/app-manifest). */
export function readManifest(manifest: JsonObject | string): AppManifest {
  const value = typeof manifest === 'string' ? parsed(readFileSync(manifest, 'utf8')) : manifest;
  if (!isObject(value)) throw new Error('the manifest is no JSON object');
  const features = objectOf(value.features);
  const home = objectOf(features.app_home);
  const commands = objectsIn(features.slash_commands).map((one): [string, CommandEntry] => [
    stringOf(one.command),
    { shouldEscape: one.should_escape === true },
  ]);
  const texts = (list: unknown) => (Array.isArray(list) ? list.map(String) : []);
  return {
    scopes: texts(objectOf(objectOf(value.oauth_config).scopes).bot),
    events: texts(objectOf(objectOf(value.settings).event_subscriptions).bot_events),
    commands: new Map(commands),
    homeTab: home.home_tab_enabled === true,
    messagesTab: home.messages_tab_enabled === true,
  };
}
