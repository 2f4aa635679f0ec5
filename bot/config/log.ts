import { randomBytes } from 'node:crypto';
import { type DestinationStream, type Logger, pino } from 'pino';
import { plainReason } from '../../kernel/command/plain-reason.js';
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

/** What is told of an error beside its name, its message and where it was thrown; other properties may hold people's words. */
const told = [
  'code',
  'errno',
  'syscall',
  'address',
  'port',
  'status',
  'statusCode',
  'kind',
  'table',
  'column',
  'constraint',
];

/**
 * Creates structured logs on stderr, so that stdout is free for a command's answer. Secrets are removed, and of errors the
 * values that a database statement was given.
 */
export function makeLog(level: Config['logLevel'], out: DestinationStream = pino.destination(2)): Logger {
  const paths = secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  return pino({ level, serializers: { err: loggedError }, redact: { paths, censor: '[secret]' } }, out);
}

function loggedError(error: unknown): object {
  const known = error instanceof Error ? error : undefined;
  const facts = Object.entries(known ?? {}).filter(([name]) => told.includes(name));
  return {
    type: known?.name ?? typeof error,
    message: plainReason(error),
    stack: framesOf(error).join('\n'),
    ...Object.fromEntries(facts),
  };
}

/** Where an error and its causes were thrown, without what they say. */
function framesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const { stack = '', message, cause } = error;
  const at = message === '' ? -1 : stack.indexOf(message);
  const frames = (at < 0 ? stack : stack.slice(at + message.length))
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
  const causes = framesOf(cause);
  return causes.length > 0 ? [...frames, `caused by ${(cause as Error).name}`, ...causes] : frames;
}

/** Logs an unexpected fault with its stack and returns the incident number that the person is shown. */
export function incidentLog(log: Logger): (error: unknown, about: Record<string, unknown>) => string {
  return (error, about) => {
    const incident = randomBytes(4).toString('hex').toUpperCase();
    log.error({ err: error, incident, ...about }, 'unexpected fault');
    return incident;
  };
}
