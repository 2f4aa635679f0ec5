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
import { locales } from '../../texts/languages.js';

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

/** What the process itself reads, before the platforms' variables; the names are a contract. */
export const processVariables = [
  {
    name: 'DATABASE_URL',
    about: {
      zh: '数据库：file:路径 用内置的 SQLite；postgres://… 用 PostgreSQL',
      en: 'Database: file:PATH is the built-in SQLite; postgres://… is PostgreSQL',
    },
    default: 'file:./data/genjin.db',
    secret: true,
    check: database,
  },
  {
    name: 'PROCESS_FILE',
    about: { zh: '销售流程文件', en: 'The sales process file' },
    default: 'process.yaml',
    check: anyWords,
  },
  {
    name: 'TZ_DEFAULT',
    about: {
      zh: '没有另设时区的人和团队用的时区',
      en: 'Time zone of people and teams that have none of their own',
    },
    default: 'Asia/Shanghai',
    check: anyWords.refine(isZone, 'must be a time zone such as Asia/Shanghai'),
  },
  {
    name: 'LOCALE',
    about: { zh: '默认语言：zh 或 en', en: 'Default language: zh or en' },
    default: 'zh',
    check: z.enum(locales, 'must be zh or en'),
  },
  {
    name: 'HOST',
    about: {
      zh: '网页监听的地址；沙盒只能用本机地址',
      en: 'Address the web pages listen on; the sandbox takes loopback only',
    },
    default: '127.0.0.1',
    check: anyWords,
  },
  {
    name: 'PORT',
    about: { zh: '网页监听的端口；0 表示任选', en: 'Port the web pages listen on; 0 takes any' },
    default: '3000',
    check: port,
  },
  {
    name: 'SANDBOX',
    about: {
      zh: '聊天沙盒：auto(没有配置任何平台时开)、on、off',
      en: 'The chat sandbox: auto (on when no platform is configured), on, off',
    },
    default: 'auto',
    check: z.enum(['auto', 'on', 'off'], 'must be auto, on or off'),
  },
  {
    name: 'ROLE',
    about: {
      zh: '这个进程做什么：all 全部，bot 只收发消息，worker 只跑定时任务和推送',
      en: 'What this process does: all, bot (talks), worker (jobs and pushes)',
    },
    default: 'all',
    check: z.enum(['all', 'bot', 'worker'], 'must be all, bot or worker'),
  },
  {
    name: 'LOG_LEVEL',
    about: { zh: '日志级别', en: 'Log level' },
    default: 'info',
    check: z.enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'must be trace, debug, info, warn, error, fatal or silent',
    ),
  },
  {
    name: 'ADMIN_SETUP_CODE',
    about: {
      zh: '第一位管理员私聊发送「setup 口令」用的口令，用一次即失效；不设则首次启动时打印一个',
      en: 'Code with which the first admin is made ("setup CODE" in a private chat), once; else one is printed at first start',
    },
    secret: true,
    check: anyWords.min(6, 'must have at least 6 characters'),
  },
] as const satisfies readonly Variable[];

/** What the model is reached with, after the platforms' variables. */
export const modelVariables = [
  {
    name: 'MODEL_URL',
    about: {
      zh: '模型接口地址(OpenAI 协议，本机的也行)；和 MODEL_NAME 都填了才会启用，见 docs/model.md',
      en: 'Address of a model (OpenAI protocol, a local one too); off unless MODEL_NAME is set as well, see docs/model.md',
    },
    example: 'http://localhost:11434/v1',
    // Somebody may put a password into it, which is refused and must not be shown.
    secret: true,
    check: endpoint,
  },
  {
    name: 'MODEL_NAME',
    about: { zh: '模型名称', en: 'Name of the model' },
    example: 'qwen3:8b',
    check: anyWords,
  },
  {
    name: 'MODEL_KEY',
    about: { zh: '模型接口的密钥；本机的可以不填', en: 'Key of the model; local ones need none' },
    secret: true,
    check: anyWords,
  },
  {
    name: 'MODEL_MASK',
    about: {
      zh: '发给模型前隐去什么：names 人名和客户名、phones 电话邮箱、amounts 金额；none 都不隐去',
      en: 'What is masked before it leaves: names, phones (mail too), amounts; none masks nothing',
    },
    default: 'names,phones,amounts',
    check: masks,
  },
  {
    name: 'MODEL_TIMEOUT_S',
    about: { zh: '最多等模型几秒', en: 'Seconds to wait for the model' },
    default: '15',
    check: seconds,
  },
  {
    name: 'MODEL_MONTHLY_TOKENS',
    about: { zh: '每月最多用多少 token', en: 'Tokens that may be used a month' },
    default: '1000000',
    check: positiveCount,
  },
  {
    name: 'MODEL_MONTHLY_COST',
    about: {
      zh: '每月最多花多少钱，按下面两个单价算；不填只看 token',
      en: 'What may be spent a month, at the two prices below; tokens alone count without it',
    },
    check: money,
  },
  {
    name: 'MODEL_PRICE_IN',
    about: { zh: '每百万 token 输入的价格', en: 'Price of a million tokens sent' },
    default: '0',
    check: money,
  },
  {
    name: 'MODEL_PRICE_OUT',
    about: { zh: '每百万 token 输出的价格', en: 'Price of a million tokens answered' },
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
