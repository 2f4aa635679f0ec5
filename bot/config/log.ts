import { randomBytes } from 'node:crypto';
import { type Logger, pino } from 'pino';
import type { Config } from './config.js';

/** Names under which a secret could reach the log, at any of the first three depths. */
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

/** Structured logs on stderr, so that stdout is free for what a command answers; secrets are cut out. */
export function makeLog(level: Config['logLevel']): Logger {
  const paths = secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  return pino({ level, redact: { paths, censor: '[secret]' } }, pino.destination(2));
}

/** Logs an unexpected fault with its stack and answers the number the person is given. */
export function incidentLog(log: Logger): (error: unknown, about: Record<string, unknown>) => string {
  return (error, about) => {
    const incident = randomBytes(4).toString('hex').toUpperCase();
    log.error({ err: error, incident, ...about }, 'unexpected fault');
    return incident;
  };
}
