import { type Logger, LogLevel } from '@slack/bolt';
import type { PlatformLog } from '../../../kernel/chat/adapter.js';

/**
 * The SDK's messages in our log, one line each. Its debug lines carry whole payloads and are never asked for; the
 * rest is cut, since an HTML error page may stand in it.
 */
export function slackSdkLogger(log: PlatformLog, from: string): Logger {
  const line = (parts: unknown[]) => parts.map(String).join(' ').slice(0, 300);
  const about = { from };
  return {
    debug: () => undefined,
    info: (...parts) => log.debug(about, line(parts)),
    warn: (...parts) => log.warn(about, line(parts)),
    error: (...parts) => log.error(about, line(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
