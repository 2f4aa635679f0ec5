import { randomBytes } from 'node:crypto';
import { type Logger, pino } from 'pino';
import type { Config } from './config.js';

/** Keys under which a secret could reach the log, in the first three levels. */
const secrets = [
  'token',
  'secret',
  'botToken',
  'appToken',
  'signingSecret',
  'clientSecret',
  'apiKey',
  'password',
  'authorization',
];

/** Creates structured logs on stderr, so that stdout is free for a command's answer; secrets are removed. */
export function makeLog(level: Config['logLevel']): Logger {
  const paths = secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  return pino({ level, redact: { paths, censor: '[secret]' } }, pino.destination(2));
}

/** Logs an unexpected fault with its stack and returns the incident number that the person is shown. */
export function incidentLog(log: Logger): (error: unknown, about: Record<string, unknown>) => string {
  return (error, about) => {
    const incident = randomBytes(4).toString('hex').toUpperCase();
    log.error({ err: error, incident, ...about }, 'unexpected fault');
    return incident;
  };
}
