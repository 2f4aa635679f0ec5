import { App, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { SlackEmulator } from './emulator.js';

/** Keeps what the SDK logs out of the test's output. */
export const quiet: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};

/** The SDK's own client, pointed at the emulator; nothing is tried twice unless asked for. */
export const webClient = (slack: SlackEmulator, options: WebClientOptions = {}): WebClient =>
  new WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    logger: quiet,
    ...options,
  });

export interface BoltOptions {
  /** The SDK waits so long before it reconnects; its own 5 s are too long for tests. */
  clientPingTimeout?: number;
}

/** A bare Bolt app in Socket Mode; the URL is given twice, each in an object of its own (slack.md, section 12). */
export function boltApp(slack: SlackEmulator, { clientPingTimeout = 300 }: BoltOptions = {}): App {
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logger: quiet,
    clientPingTimeout,
    installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
  });
  const { botId, botUserId } = slack.app;
  return new App({
    token: slack.botToken,
    receiver,
    botId,
    botUserId,
    convoStore: false,
    logger: quiet,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
  });
}
