import { existsSync } from 'node:fs';
import type { Adapter, ConfiguredChat } from '../../kernel/chat/adapter.js';
import type { ValuesOf, Variable, VariableNeed, VariableValues } from '../../kernel/config/variable.js';
import type { Masked } from '../../kernel/model/model-port.js';
import { type Locale, operatorLocale, textsIn } from '../../texts/languages.js';
import { adapters as everyAdapter } from '../platforms/adapters.js';
import { modelNeeds, type modelVariables, type processVariables, variablesWith } from './variables.js';

/** The checked configuration; it contains secrets, so it is never logged as a whole. */
export interface Config {
  databaseUrl: string;
  /** Undefined: the one that the company began with (`processFileOf`). */
  processFile: string | undefined;
  timeZone: string;
  locale: Locale;
  host: string;
  port: number;
  /** `auto` is resolved. */
  sandbox: boolean;
  role: 'all' | 'bot' | 'worker';
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  adminSetupCode: string | null;
  /** Every platform there is. */
  adapters: readonly Adapter[];
  /** Those whose variables are set. */
  chats: readonly ConfiguredChat[];
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
  /** What is wrong and what was expected; never contains a secret's value. */
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
export function loadConfig(
  env: Record<string, string | undefined>,
  adapters: readonly Adapter[] = everyAdapter,
): Config {
  const problems: ConfigProblem[] = [];
  const values = valuesIn(env, variablesWith(adapters), problems);
  const own = values as OwnValues;
  const needs = [...adapters.flatMap((adapter) => adapter.needs ?? []), ...modelNeeds];
  problems.push(...needs.flatMap((need) => unmet(need, env)));
  if (own.MODEL_MONTHLY_COST !== undefined && !own.MODEL_PRICE_IN && !own.MODEL_PRICE_OUT)
    problems.push({
      variable: 'MODEL_PRICE_OUT',
      reason: 'is missing, and MODEL_MONTHLY_COST is set: without prices nothing costs anything',
    });

  const chats = adapters.flatMap((adapter): ConfiguredChat[] => {
    const settings = adapter.settings(values);
    return settings === undefined ? [] : [{ adapter, settings }];
  });
  const sandbox = own.SANDBOX === 'on' || (own.SANDBOX === 'auto' && chats.length === 0);
  const host = own.HOST;
  if (sandbox && !isLoopback(host)) {
    problems.push({
      variable: 'HOST',
      reason: `must be a loopback address such as 127.0.0.1 while the sandbox is on (it is "${host}"); SANDBOX=off turns it off`,
    });
  }
  const listening = chats.find(({ adapter, settings }) => adapter.listens?.(settings));
  if (sandbox && listening) {
    problems.push({
      variable: 'SANDBOX',
      reason: `must be off while ${listening.adapter.title[operatorLocale]} comes over HTTP, which needs the same port`,
    });
  }
  if (problems.length > 0) throw new ConfigError(distinct(problems));

  return {
    databaseUrl: own.DATABASE_URL,
    processFile: own.PROCESS_FILE,
    // The demo lives where its people do, unless somebody says otherwise.
    timeZone: sandbox && !env.TZ_DEFAULT?.trim() ? textsIn(own.LOCALE).demo.timeZone : own.TZ_DEFAULT,
    locale: own.LOCALE,
    host,
    port: own.PORT,
    sandbox,
    role: own.ROLE,
    logLevel: own.LOG_LEVEL,
    adminSetupCode: own.ADMIN_SETUP_CODE ?? null,
    adapters,
    chats,
    model: modelIn(own),
  };
}

type OwnValues = ValuesOf<typeof processVariables> & ValuesOf<typeof modelVariables>;

/** What passes its check, by name; what does not is added to the problems. */
function valuesIn(
  env: Record<string, string | undefined>,
  variables: readonly Variable[],
  problems: ConfigProblem[],
): VariableValues {
  const values: Record<string, unknown> = {};
  for (const { name, check, secret, default: otherwise } of variables) {
    const given = env[name]?.trim() || otherwise;
    if (given === undefined) continue;
    const checked = check.safeParse(given);
    if (checked.success) values[name] = checked.data;
    else {
      const reason = checked.error.issues[0]?.message ?? 'is not valid';
      problems.push({ variable: name, reason: secret ? reason : `${reason} (it is "${given}")` });
    }
  }
  return values;
}

function unmet({ when, oneOf }: VariableNeed, env: Record<string, string | undefined>): ConfigProblem[] {
  if (!env[when]?.trim() || oneOf.some((one) => env[one]?.trim())) return [];
  return [{ variable: oneOf.join(' or '), reason: `is missing, and ${when} is set` }];
}

function modelIn(own: OwnValues): Config['model'] {
  const { MODEL_URL: url, MODEL_NAME: name = '' } = own;
  if (url === undefined) return null;
  return {
    url,
    name,
    apiKey: own.MODEL_KEY,
    masks: own.MODEL_MASK,
    timeoutSeconds: own.MODEL_TIMEOUT_S,
    monthlyTokens: own.MODEL_MONTHLY_TOKENS,
    monthlyCost: own.MODEL_MONTHLY_COST ?? null,
    prices: { in: own.MODEL_PRICE_IN, out: own.MODEL_PRICE_OUT },
  };
}

/** Reads the environment, completed from `.env` in the working folder; set variables win. */
export function readEnvironment(): Record<string, string | undefined> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}

/** Whether a host is 127.0.0.0/8, ::1 or localhost. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i.test(host);
}

function distinct(problems: ConfigProblem[]): ConfigProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ variable }) => !seen.has(variable) && seen.add(variable));
}
