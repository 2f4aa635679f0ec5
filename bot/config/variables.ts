import { z } from 'zod';
import type { Adapter } from '../../kernel/chat/adapter.js';
import {
  addressLike,
  anyWords,
  httpAddress,
  positiveCount,
  type Variable,
  type VariableNeed,
} from '../../kernel/config/variable.js';
import type { Masked } from '../../kernel/model/model-port.js';
import { isZone } from '../../kernel/time/zone.js';
import { type Catalogue, inEachLanguage, locales } from '../../texts/languages.js';

/** `file:` names an SQLite file, `:memory:` a database that is gone at the end. */
const database = addressLike(/^(file:.+|postgres(ql)?:\/\/.+)$/, 'file:PATH or postgres://…');

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number, 0–65535')
  .transform(Number)
  .refine((value) => value <= 65_535, 'must be a port number, 0–65535');

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
const masks = anyWords.transform((value, check): Masked[] => {
  const said = value.toLowerCase().split(/[\s,]+/);
  const known = maskable.filter((one) => said.includes(one));
  const isNone = said.length === 1 && said[0] === 'none';
  if (!isNone && known.length !== new Set(said).size)
    check.addIssue({ code: 'custom', message: 'must be none, or some of names, phones, amounts' });
  return known;
});

/** Where a password stands in an address, it stands in logs. */
const endpoint = httpAddress
  .refine((value) => URL.canParse(value), 'must be an http(s) address')
  .refine(
    (value) => !URL.canParse(value) || new URL(value).username === '',
    'must hold no user or password; MODEL_KEY is for the key',
  );

const about = (name: keyof Catalogue['config']['about']) =>
  inEachLanguage(({ config }) => {
    const words = config.about[name];
    return typeof words === 'string' ? words : words([...locales]);
  });

/** What the process itself reads, before the platforms' variables; the names are a contract. */
export const processVariables = [
  {
    name: 'DATABASE_URL',
    about: about('DATABASE_URL'),
    default: 'file:./data/genjin.db',
    secret: true,
    check: database,
  },
  {
    name: 'PROCESS_FILE',
    about: about('PROCESS_FILE'),
    example: 'process.yaml',
    check: anyWords,
  },
  {
    name: 'TZ_DEFAULT',
    about: about('TZ_DEFAULT'),
    default: 'Asia/Shanghai',
    check: anyWords.refine(isZone, 'must be a time zone such as Asia/Shanghai'),
  },
  {
    name: 'LOCALE',
    about: about('LOCALE'),
    default: locales[0],
    check: z.enum(locales, `must be ${locales.join(' or ')}`),
  },
  {
    name: 'HOST',
    about: about('HOST'),
    default: '127.0.0.1',
    check: anyWords,
  },
  {
    name: 'PORT',
    about: about('PORT'),
    default: '3000',
    check: port,
  },
  {
    name: 'SANDBOX',
    about: about('SANDBOX'),
    default: 'auto',
    check: z.enum(['auto', 'on', 'off'], 'must be auto, on or off'),
  },
  {
    name: 'ROLE',
    about: about('ROLE'),
    default: 'all',
    check: z.enum(['all', 'bot', 'worker'], 'must be all, bot or worker'),
  },
  {
    name: 'LOG_LEVEL',
    about: about('LOG_LEVEL'),
    default: 'info',
    check: z.enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'must be trace, debug, info, warn, error, fatal or silent',
    ),
  },
  {
    name: 'ADMIN_SETUP_CODE',
    about: about('ADMIN_SETUP_CODE'),
    secret: true,
    check: anyWords.min(6, 'must have at least 6 characters'),
  },
] as const satisfies readonly Variable[];

/** What the model is reached with, after the platforms' variables. */
export const modelVariables = [
  {
    name: 'MODEL_URL',
    about: about('MODEL_URL'),
    example: 'http://localhost:11434/v1',
    // Somebody may put a password into it, which is refused and must not be shown.
    secret: true,
    check: endpoint,
  },
  {
    name: 'MODEL_NAME',
    about: about('MODEL_NAME'),
    example: 'qwen3:8b',
    check: anyWords,
  },
  {
    name: 'MODEL_KEY',
    about: about('MODEL_KEY'),
    secret: true,
    check: anyWords,
  },
  {
    name: 'MODEL_MASK',
    about: about('MODEL_MASK'),
    default: 'names,phones,amounts',
    check: masks,
  },
  {
    name: 'MODEL_TIMEOUT_S',
    about: about('MODEL_TIMEOUT_S'),
    default: '15',
    check: seconds,
  },
  {
    name: 'MODEL_MONTHLY_TOKENS',
    about: about('MODEL_MONTHLY_TOKENS'),
    default: '1000000',
    check: positiveCount,
  },
  {
    name: 'MODEL_MONTHLY_COST',
    about: about('MODEL_MONTHLY_COST'),
    check: money,
  },
  {
    name: 'MODEL_PRICE_IN',
    about: about('MODEL_PRICE_IN'),
    default: '0',
    check: money,
  },
  {
    name: 'MODEL_PRICE_OUT',
    about: about('MODEL_PRICE_OUT'),
    default: '0',
    check: money,
  },
] as const satisfies readonly Variable[];

export const modelNeeds: readonly VariableNeed[] = [
  { when: 'MODEL_URL', oneOf: ['MODEL_NAME'] },
  { when: 'MODEL_NAME', oneOf: ['MODEL_URL'] },
];

/** Every variable that is read with these platforms, in the order of `.env.example`. */
export const variablesWith = (adapters: readonly Adapter[]): readonly Variable[] => [
  ...processVariables,
  ...adapters.flatMap(({ variables }) => variables),
  ...modelVariables,
];
