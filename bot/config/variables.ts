import { z } from 'zod';
import type { Masked } from '../../kernel/model/model-port.js';
import { isZone } from '../../kernel/time/zone.js';
import { type Catalogue, locales } from '../../texts/languages.js';

/** One variable of the environment: what it is for, what it may be, what it is when absent. */
export interface Variable {
  name: keyof Catalogue['config']['about'];
  /** Shown in the docs and in `.env.example`; what applies when the variable is absent or empty. */
  default?: string;
  /** Never shown, never logged. */
  secret?: boolean;
  /** A value that would pass, for the docs. */
  example?: string;
  check: z.ZodType<unknown, string>;
}

const words = z.string().trim().min(1, 'must not be empty');
const url = (pattern: RegExp, expected: string) => words.regex(pattern, `must be ${expected}`);
const http = url(/^https?:\/\/[^\s/]+/, 'an http(s) address');

/** `file:` names an SQLite file, `:memory:` a database that is gone at the end. */
const database = url(/^(file:.+|postgres(ql)?:\/\/.+)$/, 'file:PATH or postgres://…');

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number, 0–65535')
  .transform(Number)
  .refine((value) => value <= 65_535, 'must be a port number, 0–65535');

const count = z
  .string()
  .regex(/^\d{1,9}$/, 'must be a number')
  .transform(Number)
  .refine((value) => value > 0, 'must be more than 0');

const money = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,6})?$/, 'must be an amount such as 20 or 0.5')
  .transform(Number);

const seconds = z
  .string()
  .regex(/^\d{1,3}$/, 'must be a number of seconds')
  .transform(Number)
  .refine((value) => value >= 1 && value <= 300, 'must be 1 to 300 seconds');

const maskable = ['names', 'phones', 'amounts'] as const satisfies readonly Masked[];

/** `names,phones`, or `none`. */
const masks = words.transform((value, check): Masked[] => {
  const said = value.toLowerCase().split(/[\s,]+/);
  const known = maskable.filter((one) => said.includes(one));
  const isNone = said.length === 1 && said[0] === 'none';
  if (!isNone && known.length !== new Set(said).size)
    check.addIssue({ code: 'custom', message: 'must be none, or some of names, phones, amounts' });
  return known;
});

/** Where a password stands in an address, it stands in logs. */
const endpoint = http
  .refine((value) => URL.canParse(value), 'must be an http(s) address')
  .refine(
    (value) => !URL.canParse(value) || new URL(value).username === '',
    'must hold no user or password; MODEL_KEY is for the key',
  );

/** Every variable the process reads, in the order of `.env.example`; the names are a contract. */
export const variables = [
  {
    name: 'DATABASE_URL',
    default: 'file:./data/genjin.db',
    secret: true,
    check: database,
  },
  {
    name: 'PROCESS_FILE',
    default: 'process.yaml',
    check: words,
  },
  {
    name: 'TZ_DEFAULT',
    default: 'Asia/Shanghai',
    check: words.refine(isZone, 'must be a time zone such as Asia/Shanghai'),
  },
  {
    name: 'LOCALE',
    default: locales[0],
    check: z.enum(locales, `must be ${locales.join(' or ')}`),
  },
  {
    name: 'HOST',
    default: '127.0.0.1',
    check: words,
  },
  {
    name: 'PORT',
    default: '3000',
    check: port,
  },
  {
    name: 'SANDBOX',
    default: 'auto',
    check: z.enum(['auto', 'on', 'off'], 'must be auto, on or off'),
  },
  {
    name: 'ROLE',
    default: 'all',
    check: z.enum(['all', 'bot', 'worker'], 'must be all, bot or worker'),
  },
  {
    name: 'LOG_LEVEL',
    default: 'info',
    check: z.enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'must be trace, debug, info, warn, error, fatal or silent',
    ),
  },
  {
    name: 'ADMIN_SETUP_CODE',
    secret: true,
    check: words.min(6, 'must have at least 6 characters'),
  },
  {
    name: 'SLACK_BOT_TOKEN',
    secret: true,
    example: 'xoxb-…',
    check: url(/^xoxb-/, 'a bot token, xoxb-…'),
  },
  {
    name: 'SLACK_APP_TOKEN',
    secret: true,
    example: 'xapp-…',
    check: url(/^xapp-/, 'an app token, xapp-…'),
  },
  {
    name: 'SLACK_SIGNING_SECRET',
    secret: true,
    check: words,
  },
  {
    name: 'SLACK_API_URL',
    check: http,
  },
  { name: 'WECOM_BOT_ID', check: words },
  {
    name: 'WECOM_BOT_SECRET',
    secret: true,
    check: words,
  },
  {
    name: 'WECOM_BOT_NAME',
    check: words,
  },
  {
    name: 'WECOM_WS_URL',
    check: url(/^wss?:\/\//, 'a ws(s) address'),
  },
  {
    name: 'WECOM_CORP_ID',
    check: words,
  },
  {
    name: 'WECOM_APP_SECRET',
    secret: true,
    check: words,
  },
  {
    name: 'WECOM_API_URL',
    check: http,
  },
  {
    name: 'WECOM_CARD_URL',
    check: http,
  },
  { name: 'DINGTALK_CLIENT_ID', check: words },
  {
    name: 'DINGTALK_CLIENT_SECRET',
    secret: true,
    check: words,
  },
  { name: 'DINGTALK_ROBOT_CODE', check: words },
  {
    name: 'DINGTALK_CARD_TEMPLATE_ID',
    check: words,
  },
  {
    name: 'DINGTALK_FORM_TEMPLATE_ID',
    check: words,
  },
  {
    name: 'DINGTALK_MONTHLY_CALLS',
    default: '5000',
    check: count,
  },
  {
    name: 'DINGTALK_MONTHLY_PUSHES',
    default: '3000',
    check: count,
  },
  {
    name: 'DINGTALK_API_URL',
    check: http,
  },
  {
    name: 'DINGTALK_OAPI_URL',
    check: http,
  },
  {
    name: 'MODEL_URL',
    example: 'http://localhost:11434/v1',
    // Somebody may put a password into it, which is then refused, and must not be shown for it.
    secret: true,
    check: endpoint,
  },
  {
    name: 'MODEL_NAME',
    example: 'qwen3:8b',
    check: words,
  },
  {
    name: 'MODEL_KEY',
    secret: true,
    check: words,
  },
  {
    name: 'MODEL_MASK',
    default: 'names,phones,amounts',
    check: masks,
  },
  {
    name: 'MODEL_TIMEOUT_S',
    default: '15',
    check: seconds,
  },
  {
    name: 'MODEL_MONTHLY_TOKENS',
    default: '1000000',
    check: count,
  },
  {
    name: 'MODEL_MONTHLY_COST',
    check: money,
  },
  {
    name: 'MODEL_PRICE_IN',
    default: '0',
    check: money,
  },
  {
    name: 'MODEL_PRICE_OUT',
    default: '0',
    check: money,
  },
] as const satisfies readonly Variable[];
