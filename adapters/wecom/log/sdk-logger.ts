import type { PlatformLog } from '../../../kernel/chat/adapter.js';

/** The SDK's messages in our log. Its debug lines carry whole bodies, keys among them, and are never written. */
export function wecomSdkLogger(log: PlatformLog) {
  const line = (message: string) => message.replace(/\{[\s\S]*/, '{…}').slice(0, 300);
  const about = { from: 'wecom sdk' };
  return {
    debug: () => undefined,
    info: (message: string) => log.debug(about, line(message)),
    warn: (message: string) => log.warn(about, line(message)),
    error: (message: string) => log.warn(about, line(message)),
  };
}
