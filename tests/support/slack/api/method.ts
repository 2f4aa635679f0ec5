import type { Surroundings } from '../block-kit/rule.js';
import type { JsonObject } from '../json.js';
import type { Drawing, Message } from '../workspace/message.js';
import type { Triggers } from '../workspace/triggers.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Args } from './args.js';
import { missingScope } from './refusal.js';
import type { TokenKind, Tokens } from './tokens.js';

/** Switches of the app's settings that methods answer by. */
export interface AppSettings {
  homeTab: boolean;
  messagesTab: boolean;
}

/** What methods work on. */
export interface Api {
  workspace: Workspace;
  tokens: Tokens;
  triggers: Triggers;
  settings: AppSettings;
  /** Where this Slack is reached: `http://127.0.0.1:PORT`. */
  base(): string;
  /** A one-time address for a socket. */
  socketUrl(): string;
  /** Events about messages that changed. */
  changed(message: Message, before: Drawing): void;
  deleted(message: Message): void;
}

export interface Method {
  token: TokenKind | 'none';
  /** Any one of them is enough; all are told in x-accepted-oauth-scopes. */
  scopes: string[];
  /** Some methods do not read JSON bodies: `json_input_supported` of each method's page. */
  takesJson: boolean;
  required: string[];
  /** Calls a minute: https://docs.slack.dev/apis/web-api/rate-limits */
  perMinute: number;
  run(args: Args, api: Api): JsonObject;
}

/** Calls a minute of the tiers that the documents name. */
export const tiers = { t2: 20, t3: 50, t4: 100, special: 600 } as const;

/** Throws unless the bot token has the scope. */
export function need(scope: string, { tokens }: Api): void {
  if (!tokens.scopes.has(scope)) throw missingScope(scope, tokens.scopes);
}

export const around = ({ workspace }: Api): Omit<Surroundings, 'surface'> => ({
  isImage: (file) => workspace.files.find(file)?.isImage === true,
});
