import { existsSync } from 'node:fs';
import type { Masked } from '../../kernel/model/model-port.js';
import type { Locale } from '../../texts/languages.js';
import { type Variable, variables } from './variables.js';

type Name = (typeof variables)[number]['name'];

/** What was configured, checked; secrets are in it, so it is never logged whole. */
export interface Config {
  databaseUrl: string;
  processFile: string;
  timeZone: string;
  locale: Locale;
  host: string;
  port: number;
  /** `auto` is settled here. */
  sandbox: boolean;
  role: 'all' | 'bot' | 'worker';
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  adminSetupCode: string | null;
  slack: { botToken: string; appToken?: string; signingSecret?: string; apiUrl?: string } | null;
  wecom: {
    botId: string;
    secret: string;
    name?: string;
    wsUrl?: string;
    cardUrl?: string;
    app?: { corpId: string; secret: string; apiUrl?: string };
  } | null;
  dingtalk: {
    clientId: string;
    clientSecret: string;
    robotCode?: string;
    cardTemplateId?: string;
    formTemplateId?: string;
    quota: { calls: number; pushes: number };
    apiUrl?: string;
    oapiUrl?: string;
  } | null;
  /** Off unless both address and name are there. */
  model: {
    url: string;
    name: string;
    apiKey?: string;
    masks: Masked[];
    timeoutSeconds: number;
    monthlyTokens: number;
    monthlyCost: number | null;
    prices: { in: number; out: number };
  } | null;
}

export interface ConfigProblem {
  variable: string;
  /** What is wrong and what was expected; a secret's value is not in it. */
  reason: string;
}

/** The environment was refused; each problem names its variable. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  constructor(readonly problems: ConfigProblem[]) {
    super(problems.map(({ variable, reason }) => `${variable} ${reason}`).join('; '));
  }
}

/** Reads and checks the environment. An empty variable counts as absent. Throws ConfigError. */
export function loadConfig(env: Record<string, string | undefined>): Config {
  const problems: ConfigProblem[] = [];
  const values = new Map<Name, unknown>();
  for (const variable of variables as readonly (Variable & { name: Name })[]) {
    const given = env[variable.name]?.trim() || variable.default;
    if (given === undefined) continue;
    const checked = variable.check.safeParse(given);
    if (checked.success) values.set(variable.name, checked.data);
    else {
      const reason = checked.error.issues[0]?.message ?? 'is not valid';
      problems.push({
        variable: variable.name,
        reason: variable.secret ? reason : `${reason} (it is "${given}")`,
      });
    }
  }
  const text = (name: Name) => values.get(name) as string | undefined;
  const needs = (name: Name, because: Name, ...others: Name[]) => {
    if (!env[because]?.trim() || [name, ...others].some((one) => env[one]?.trim())) return;
    problems.push({ variable: [name, ...others].join(' or '), reason: `is missing, and ${because} is set` });
  };
  needs('SLACK_APP_TOKEN', 'SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET');
  needs('SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN');
  needs('SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET');
  needs('WECOM_BOT_SECRET', 'WECOM_BOT_ID');
  needs('WECOM_BOT_ID', 'WECOM_BOT_SECRET');
  needs('WECOM_APP_SECRET', 'WECOM_CORP_ID');
  needs('WECOM_CORP_ID', 'WECOM_APP_SECRET');
  needs('DINGTALK_CLIENT_SECRET', 'DINGTALK_CLIENT_ID');
  needs('DINGTALK_CLIENT_ID', 'DINGTALK_CLIENT_SECRET');
  needs('MODEL_NAME', 'MODEL_URL');
  needs('MODEL_URL', 'MODEL_NAME');
  if (values.has('MODEL_MONTHLY_COST') && !values.get('MODEL_PRICE_IN') && !values.get('MODEL_PRICE_OUT'))
    problems.push({
      variable: 'MODEL_PRICE_OUT',
      reason: 'is missing, and MODEL_MONTHLY_COST is set: without prices nothing costs anything',
    });

  const platform = text('SLACK_BOT_TOKEN') ?? text('WECOM_BOT_ID') ?? text('DINGTALK_CLIENT_ID');
  const sandbox = text('SANDBOX') === 'on' || (text('SANDBOX') === 'auto' && platform === undefined);
  const host = text('HOST') ?? '';
  if (sandbox && !isLoopback(host)) {
    problems.push({
      variable: 'HOST',
      reason: `must be a loopback address such as 127.0.0.1 while the sandbox is on (it is "${host}"); SANDBOX=off turns it off`,
    });
  }
  if (sandbox && text('SLACK_SIGNING_SECRET') && !text('SLACK_APP_TOKEN')) {
    problems.push({
      variable: 'SANDBOX',
      reason: 'must be off while Slack comes over HTTP, which needs the same port',
    });
  }
  if (problems.length > 0) throw new ConfigError(distinct(problems));

  return {
    databaseUrl: text('DATABASE_URL') ?? '',
    processFile: text('PROCESS_FILE') ?? '',
    timeZone: text('TZ_DEFAULT') ?? '',
    locale: text('LOCALE') as Config['locale'],
    host,
    port: values.get('PORT') as number,
    sandbox,
    role: text('ROLE') as Config['role'],
    logLevel: text('LOG_LEVEL') as Config['logLevel'],
    adminSetupCode: text('ADMIN_SETUP_CODE') ?? null,
    slack: whereSet(text('SLACK_BOT_TOKEN'), (botToken) => ({
      botToken,
      appToken: text('SLACK_APP_TOKEN'),
      signingSecret: text('SLACK_SIGNING_SECRET'),
      apiUrl: text('SLACK_API_URL'),
    })),
    wecom: whereSet(text('WECOM_BOT_ID'), (botId) => ({
      botId,
      secret: text('WECOM_BOT_SECRET') ?? '',
      name: text('WECOM_BOT_NAME'),
      wsUrl: text('WECOM_WS_URL'),
      cardUrl: text('WECOM_CARD_URL'),
      app:
        whereSet(text('WECOM_CORP_ID'), (corpId) => ({
          corpId,
          secret: text('WECOM_APP_SECRET') ?? '',
          apiUrl: text('WECOM_API_URL'),
        })) ?? undefined,
    })),
    dingtalk: whereSet(text('DINGTALK_CLIENT_ID'), (clientId) => ({
      clientId,
      clientSecret: text('DINGTALK_CLIENT_SECRET') ?? '',
      robotCode: text('DINGTALK_ROBOT_CODE'),
      cardTemplateId: text('DINGTALK_CARD_TEMPLATE_ID'),
      formTemplateId: text('DINGTALK_FORM_TEMPLATE_ID'),
      quota: {
        calls: values.get('DINGTALK_MONTHLY_CALLS') as number,
        pushes: values.get('DINGTALK_MONTHLY_PUSHES') as number,
      },
      apiUrl: text('DINGTALK_API_URL'),
      oapiUrl: text('DINGTALK_OAPI_URL'),
    })),
    model: whereSet(text('MODEL_URL'), (url) => ({
      url,
      name: text('MODEL_NAME') ?? '',
      apiKey: text('MODEL_KEY'),
      masks: values.get('MODEL_MASK') as Masked[],
      timeoutSeconds: values.get('MODEL_TIMEOUT_S') as number,
      monthlyTokens: values.get('MODEL_MONTHLY_TOKENS') as number,
      monthlyCost: (values.get('MODEL_MONTHLY_COST') as number | undefined) ?? null,
      prices: {
        in: values.get('MODEL_PRICE_IN') as number,
        out: values.get('MODEL_PRICE_OUT') as number,
      },
    })),
  };
}

/** The process's environment, completed from `.env` in the working folder; what is already set wins. */
export function readEnvironment(): Record<string, string | undefined> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}

/** 127.0.0.0/8, ::1 and localhost. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i.test(host);
}

function whereSet<T>(value: string | undefined, make: (value: string) => T): T | null {
  return value === undefined ? null : make(value);
}

function distinct(problems: ConfigProblem[]): ConfigProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ variable }) => !seen.has(variable) && seen.add(variable));
}
