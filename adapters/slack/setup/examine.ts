import { WebClient } from '@slack/web-api';
import type { PlatformLog } from '../../../kernel/chat/adapter.js';
import type { Finding } from '../../../kernel/chat/finding.js';
import { operatorLocale } from '../../../texts/languages.js';
import { failureOf, webClient } from '../api/web.js';
import { slackSdkLogger } from '../log/sdk-logger.js';
import { appScope, botScopes } from './scopes.js';

export interface SlackCheck {
  botToken: string;
  appToken?: string;
  apiUrl?: string;
  /** Channels that posts go to. */
  channels: readonly { id: string; name: string }[];
  log: PlatformLog;
}

const pasteTokens = 'copy it again from https://api.slack.com/apps, "OAuth & Permissions"';

/** Looks at tokens, scopes and channels; changes nothing. */
export async function examineSlack(check: SlackCheck): Promise<Finding[]> {
  const client = webClient(check.botToken, check.apiUrl, check.log);
  const [bot, well] = await botToken(client);
  return [
    ...bot,
    ...(check.appToken ? [await appToken(check, check.appToken)] : []),
    ...(well ? await channels(client, check) : []),
  ];
}

async function botToken(client: WebClient): Promise<[Finding[], boolean]> {
  try {
    const who = await client.auth.test();
    const given = new Set(who.response_metadata?.scopes ?? []);
    const missing = botScopes.filter(({ name }) => !given.has(name));
    const wrong = who.bot_id === undefined;
    const token: Finding = wrong
      ? {
          check: 'slack token',
          state: 'fail',
          found: `SLACK_BOT_TOKEN is of ${who.user ?? 'a person'}, not of a bot`,
          fix: 'use the "Bot User OAuth Token", xoxb-…',
        }
      : { check: 'slack token', state: 'ok', found: `${who.user} in ${who.team}` };
    const scopes: Finding =
      missing.length === 0
        ? { check: 'slack scopes', state: 'ok', found: `all ${botScopes.length}` }
        : {
            check: 'slack scopes',
            state: 'fail',
            found: `missing: ${missing.map(({ name, why }) => `${name} (${why[operatorLocale]})`).join(', ')}`,
            fix: 'add them under "OAuth & Permissions", or paste `genjin manifest slack`, then reinstall the app',
          };
    return [[token, scopes], !wrong];
  } catch (error) {
    const { reason, final } = failureOf(error);
    const fix = final ? pasteTokens : 'check the network and SLACK_API_URL';
    return [[{ check: 'slack token', state: 'fail', found: `SLACK_BOT_TOKEN: ${reason}`, fix }], false];
  }
}

/** An address for a socket is asked for and not used; it lapses by itself. */
async function appToken({ apiUrl, log }: SlackCheck, token: string): Promise<Finding> {
  const check = 'slack socket';
  const client = new WebClient(undefined, {
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
    headers: { Authorization: `Bearer ${token}` },
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: slackSdkLogger(log, 'slack web api'),
  });
  try {
    await client.apps.connections.open({});
    return { check, state: 'ok', found: 'Socket Mode is on' };
  } catch (error) {
    const { reason, final } = failureOf(error);
    const fixes: Record<string, string> = {
      not_allowed_token_type: 'SLACK_APP_TOKEN must be an app-level token, xapp-… ("Basic Information")',
      missing_scope: `give the app-level token the scope ${appScope}`,
    };
    const known = Object.entries(fixes).find(([word]) => reason.startsWith(word))?.[1];
    const fix = known ?? (final ? pasteTokens : 'check the network and SLACK_API_URL');
    return { check, state: 'fail', found: `SLACK_APP_TOKEN: ${reason}`, fix };
  }
}

async function channels(client: WebClient, { channels }: SlackCheck): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { id, name } of channels) {
    const problem = await problemOf(client, id);
    if (problem) findings.push({ check: `slack #${name}`, state: 'warn', ...problem });
  }
  if (findings.length > 0 || channels.length === 0) return findings;
  return [{ check: 'slack channels', state: 'ok', found: `${channels.length}, the bot is in each` }];
}

async function problemOf(client: WebClient, id: string): Promise<Pick<Finding, 'found' | 'fix'> | null> {
  try {
    const { channel } = await client.conversations.info({ channel: id });
    if (channel?.is_archived) return { found: 'it is archived', fix: 'bind another channel: bind-group' };
    if (channel?.is_ext_shared)
      return { found: 'another company is in it, so nothing is posted there', fix: 'bind another channel' };
    if (!channel?.is_member) return { found: 'the bot is not in it', fix: 'send /invite @genjin there' };
    return null;
  } catch (error) {
    const { reason } = failureOf(error);
    const hidden = reason.startsWith('channel_not_found');
    return hidden
      ? { found: 'the bot is not in it, or it is gone', fix: 'send /invite @genjin there' }
      : { found: reason, fix: 'see https://docs.slack.dev/reference/methods/conversations.info' };
  }
}
