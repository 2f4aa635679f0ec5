import { z } from 'zod';
import type { Masked } from '../../kernel/model/model-port.js';
import { isZone } from '../../kernel/time/zone.js';
import type { ByLanguage } from '../../texts/languages.js';

/** An environment variable: its purpose, valid values and default. */
export interface Variable {
  name: string;
  about: ByLanguage;
  /** Shown in the docs and in `.env.example`; used if the variable is absent or empty. */
  default?: string;
  /** Never shown, never logged. */
  secret?: boolean;
  /** A valid value, for the docs. */
  example?: string;
  check: z.ZodType<unknown, string>;
}

const words = z.string().trim().min(1, 'must not be empty');
const matching = (pattern: RegExp, expected: string) => words.regex(pattern, `must be ${expected}`);
const http = matching(/^https?:\/\/[^\s/]+/, 'an http(s) address');

/** `file:` names an SQLite file, `:memory:` a temporary database. */
const database = matching(/^(file:.+|postgres(ql)?:\/\/.+)$/, 'file:PATH or postgres://…');

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

/** Refuses passwords in an address, which would reach logs. */
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
    check: words,
  },
  {
    name: 'TZ_DEFAULT',
    about: {
      zh: '没有另设时区的人和团队用的时区',
      en: 'Time zone of people and teams that have none of their own',
    },
    default: 'Asia/Shanghai',
    check: words.refine(isZone, 'must be a time zone such as Asia/Shanghai'),
  },
  {
    name: 'LOCALE',
    about: { zh: '默认语言：zh 或 en', en: 'Default language: zh or en' },
    default: 'zh',
    check: z.enum(['zh', 'en'], 'must be zh or en'),
  },
  {
    name: 'HOST',
    about: {
      zh: '网页监听的地址；沙盒只能用本机地址',
      en: 'Address the web pages listen on; the sandbox takes loopback only',
    },
    default: '127.0.0.1',
    check: words,
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
    check: words.min(6, 'must have at least 6 characters'),
  },
  {
    name: 'SLACK_BOT_TOKEN',
    about: { zh: 'Slack 机器人令牌', en: 'Slack bot token' },
    secret: true,
    example: 'xoxb-…',
    check: matching(/^xoxb-/, 'a bot token, xoxb-…'),
  },
  {
    name: 'SLACK_APP_TOKEN',
    about: {
      zh: 'Slack 应用令牌(Socket Mode，无需公网地址)',
      en: 'Slack app token (Socket Mode, no public address needed)',
    },
    secret: true,
    example: 'xapp-…',
    check: matching(/^xapp-/, 'an app token, xapp-…'),
  },
  {
    name: 'SLACK_SIGNING_SECRET',
    about: {
      zh: 'Slack 签名密钥(HTTP 模式，代替应用令牌)',
      en: 'Slack signing secret (HTTP mode, in place of the app token)',
    },
    secret: true,
    check: words,
  },
  {
    name: 'SLACK_API_URL',
    about: { zh: 'Slack API 地址(GovSlack)', en: 'Address of the Slack API (GovSlack)' },
    check: http,
  },
  { name: 'WECOM_BOT_ID', about: { zh: '企业微信智能机器人 ID', en: 'WeCom bot id' }, check: words },
  {
    name: 'WECOM_BOT_SECRET',
    about: { zh: '企业微信智能机器人密钥', en: 'WeCom bot secret' },
    secret: true,
    check: words,
  },
  {
    name: 'WECOM_BOT_NAME',
    about: {
      zh: '机器人在群里的名字，用来去掉 @ 前缀',
      en: 'The name it has in groups; taken off the front of messages',
    },
    check: words,
  },
  {
    name: 'WECOM_WS_URL',
    about: {
      zh: '企业微信长连接地址(私有部署)',
      en: 'Address of the WeCom long connection (private deployment)',
    },
    check: matching(/^wss?:\/\//, 'a ws(s) address'),
  },
  {
    name: 'WECOM_CORP_ID',
    about: {
      zh: '企业 ID；和 WECOM_APP_SECRET 一起填，可从通讯录取姓名',
      en: 'Corp id; with WECOM_APP_SECRET names come from the directory',
    },
    check: words,
  },
  {
    name: 'WECOM_APP_SECRET',
    about: { zh: '自建应用的 Secret(可选)', en: 'Secret of a self-built app (optional)' },
    secret: true,
    check: words,
  },
  {
    name: 'WECOM_API_URL',
    about: {
      zh: '企业微信 API 地址(私有部署)',
      en: 'Address of the WeCom API (private deployment)',
    },
    check: http,
  },
  {
    name: 'WECOM_CARD_URL',
    about: { zh: '企业微信卡片点击后打开的网页', en: 'The page a tap on a WeCom card opens' },
    check: http,
  },
  { name: 'DINGTALK_CLIENT_ID', about: { zh: '钉钉应用 Client ID', en: 'DingTalk client id' }, check: words },
  {
    name: 'DINGTALK_CLIENT_SECRET',
    about: { zh: '钉钉应用 Client Secret', en: 'DingTalk client secret' },
    secret: true,
    check: words,
  },
  { name: 'DINGTALK_ROBOT_CODE', about: { zh: '钉钉机器人编码', en: 'DingTalk robot code' }, check: words },
  {
    name: 'DINGTALK_CARD_TEMPLATE_ID',
    about: {
      zh: '钉钉互动卡片模板 ID；不填用官方公共模板',
      en: 'DingTalk card template id; the public template without it',
    },
    check: words,
  },
  {
    name: 'DINGTALK_FORM_TEMPLATE_ID',
    about: {
      zh: '钉钉表单卡片模板 ID；不填则一次问一项',
      en: 'DingTalk form template id; without it forms are asked a field at a time',
    },
    check: words,
  },
  {
    name: 'DINGTALK_MONTHLY_CALLS',
    about: {
      zh: '本公司每月可用的钉钉 API 次数',
      en: 'Calls of the DingTalk API that the company has a month',
    },
    default: '5000',
    check: count,
  },
  {
    name: 'DINGTALK_MONTHLY_PUSHES',
    about: {
      zh: '本公司每月可用的钉钉推送(Webhook 和 Stream)次数',
      en: 'Pushes (webhook and Stream) that the company has a month',
    },
    default: '3000',
    check: count,
  },
  {
    name: 'DINGTALK_API_URL',
    about: { zh: '钉钉新版 API 地址(专属部署)', en: 'Address of the DingTalk API (dedicated deployment)' },
    check: http,
  },
  {
    name: 'DINGTALK_OAPI_URL',
    about: {
      zh: '钉钉旧版 API 地址(专属部署)',
      en: 'Address of the older DingTalk API (dedicated deployment)',
    },
    check: http,
  },
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
    check: words,
  },
  {
    name: 'MODEL_KEY',
    about: { zh: '模型接口的密钥；本机的可以不填', en: 'Key of the model; local ones need none' },
    secret: true,
    check: words,
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
    check: count,
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
