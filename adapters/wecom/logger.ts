/** What the adapter needs of a log. */
export interface WecomLog {
  debug(about: object, message: string): void;
  info(about: object, message: string): void;
  warn(about: object, message: string): void;
  error(about: object, message: string): void;
}

/** The SDK's messages in our log. Its debug lines carry whole bodies, keys among them, and are never written. */
export function wecomSdkLogger(log: WecomLog) {
  const line = (message: string) => message.replace(/\{[\s\S]*/, '{…}').slice(0, 300);
  const about = { from: 'wecom sdk' };
  return {
    debug: () => undefined,
    info: (message: string) => log.debug(about, line(message)),
    warn: (message: string) => log.warn(about, line(message)),
    error: (message: string) => log.warn(about, line(message)),
  };
}
