import { currencySaid } from '../../kernel/pieces/currency-said.js';
import { foldWords } from '../../kernel/words/folding.js';
import {
  type ByLanguage,
  entriesInEach,
  everyWording,
  inEachLanguage,
  type Locale,
} from '../../texts/languages.js';
import { type AlertingRule, alertRules } from './alert-rule-names.js';
import { type Process, weekdays } from './process-schema.js';
import { type More, one, type Setting, type SettingTexts, said } from './setting.js';
import { pipelineSettings, stageSettings } from './stage-settings.js';

const never = said((t) => t.never);
const notWatched = said((t) => t.notWatched);
const unlimited = said((t) => t.unlimited);

const strategies = (['roundRobin', 'leastLoaded', 'weighted'] as const).map((value) => ({
  value,
  name: said((t) => t.strategies[value]),
}));

const modes = (['on', 'shadow', 'off'] as const).map((value) => ({
  value,
  name: said((t) => t.modes[value]),
}));

const days = weekdays.map((value, index) => ({
  value,
  name: inEachLanguage(({ formats }) => formats.weekdays[index] ?? value),
}));

/** Lists every setting with its present value. */
export function settingsOf(process: Process): Setting[] {
  return [
    ...poolSettings(process),
    ...leadSettings(process),
    ...clockSettings(process),
    ...alertSettings(process),
    ...targetSettings(process),
    ...listSettings(process),
    ...Object.keys(process.rates).flatMap((code) => rateSetting(process, code) ?? []),
    ...pipelineSettings(process),
    ...process.pipelines.flatMap((pipeline, index) =>
      pipeline.stages.flatMap((stage, at) =>
        stageSettings(process, stage, [...(index === 0 ? [] : ['pipelines', index - 1]), 'stages', at], {
          at,
          // Two pipelines may have stages of one name.
          within: process.pipelines.length > 1 && index > 0 ? pipeline : undefined,
        }),
      ),
    ),
  ];
}

function poolSettings(process: Process): Setting[] {
  const { pool } = process;
  return [
    one(['pool', 'returnAfterDays'], 'days', pool.returnAfterDays, (t) => t.pool.returnAfterDays, {
      nullable: never,
    }),
    one(['pool', 'warnBeforeDays'], 'days', pool.warnBeforeDays, (t) => t.pool.warnBeforeDays),
    one(['pool', 'dailyClaims'], 'count', pool.dailyClaims, (t) => t.pool.dailyClaims),
    one(['pool', 'maxHeld'], 'count', pool.maxHeld, (t) => t.pool.maxHeld, { nullable: unlimited }),
    ...finerPoolSettings(process),
  ];
}

function leadSettings({ lead, assignment }: Process): Setting[] {
  const limit = (
    key: 'respondWithinMinutes' | 'remindAfterMinutes' | 'escalateAfterMinutes' | 'reassignAfterMinutes',
    more: More = {},
  ) => one(['lead', key], 'minutes', lead[key], (t) => t.lead[key], more);
  return [
    limit('respondWithinMinutes'),
    limit('remindAfterMinutes'),
    limit('escalateAfterMinutes'),
    limit('reassignAfterMinutes', { nullable: said((t) => t.notReassigned) }),
    one(['assignment', 'strategy'], 'choice', assignment.strategy, (t) => t.strategy, {
      choices: strategies,
    }),
  ];
}

function clockSettings(process: Process): Setting[] {
  const { stall, reports, dailyTasks, quietHours, workHours } = process;
  return [
    one(['stall', 'days'], 'days', stall.days, (t) => t.stall.days, { nullable: notWatched }),
    one(['stall', 'maxDays'], 'days', stall.maxDays, (t) => t.stall.maxDays, { nullable: notWatched }),
    one(['stall', 'escalateAfterDays'], 'days', stall.escalateAfterDays, (t) => t.stall.escalateAfterDays),
    one(['reports', 'weekly', 'day'], 'choice', reports.weekly.day, (t) => t.clock.reportDay, {
      choices: days,
    }),
    one(['reports', 'weekly', 'at'], 'time', reports.weekly.at, (t) => t.clock.reportTime),
    one(['dailyTasks', 'at'], 'time', dailyTasks.at, (t) => t.clock.taskTime),
    one(['quietHours'], 'span', quietHours, (t) => t.clock.quietHours, { nullable: said((t) => t.allDay) }),
    one(['workHours'], 'span', workHours, (t) => t.clock.workHours),
    one(['undoMinutes'], 'minutes', process.undoMinutes, (t) => t.clock.undoMinutes),
  ];
}

/** What the alert rules are called. */
export const alertNames: Record<AlertingRule, ByLanguage> = entriesInEach((t) => t.process.alerts);

function alertSettings({ alerts, currency }: Process): Setting[] {
  const { slipped, cut, bigDeal, silent, falling } = alerts;
  return [
    ...alertRules.map((rule) =>
      one(
        ['alerts', rule, 'mode'],
        'choice',
        alerts[rule].mode,
        (t, locale) => t.alert.mode(alertNames[rule][locale]),
        { choices: modes },
      ),
    ),
    one(['alerts', 'slipped', 'days'], 'days', slipped.days, (t) => t.alert.slippedDays),
    one(['alerts', 'cut', 'percent'], 'percent', cut.percent, (t) => t.alert.cutPercent),
    one(['alerts', 'bigDeal', 'above'], 'count', bigDeal.above, (t) => t.alert.bigDealAmount, { currency }),
    one(['alerts', 'silent', 'factor'], 'count', silent.factor, (t) => t.alert.silenceFactor),
    one(['alerts', 'falling', 'percent'], 'percent', falling.percent, (t) => t.alert.fallPercent),
    one(['alerts', 'dailyBudget'], 'count', alerts.dailyBudget, (t) => t.alert.dailyBudget),
    one(['alerts', 'digestAt'], 'time', alerts.digestAt, (t) => t.alert.digestAt),
  ];
}

function targetSettings({ targets }: Process): Setting[] {
  return [one(['targets', 'raisePercent'], 'percent', targets.raisePercent, (t) => t.raisePercent)];
}

/** What one unit of a currency is in the company's; undefined for that one and for what is no currency. */
function rateSetting(process: Process, code: string): Setting | undefined {
  const isKnown = code in process.rates || Intl.supportedValuesOf('currency').includes(code);
  if (!isKnown || code === process.currency) return undefined;
  const rates = process.rates[code] ?? [];
  const last = rates.toSorted((a, b) => a.from.localeCompare(b.from)).at(-1);
  return { ...one(['rates', code], 'rate', last?.rate ?? null, (t) => t.rate(code)), rates };
}

/** Finds a setting by its key; a currency that has no rate yet has one too. */
export const settingAt = (process: Process, key: string): Setting | undefined =>
  settingsOf(process).find((one) => one.key === key) ??
  (key.startsWith('rates.') ? rateSetting(process, key.slice('rates.'.length)) : undefined);

/** Finds a setting by its whole name in any language; that of a currency without a rate yet too. */
export const settingCalled = (process: Process, name: string): Setting | undefined =>
  [...settingsOf(process), ...ratesNamed(process, name)].find((one) =>
    Object.values(one.name).includes(name),
  );

/** Rates of the currencies that the words name. */
function ratesNamed(process: Process, words: string): Setting[] {
  return words.split(/\s+/u).flatMap((word) => {
    const mark = /^[a-z]{3}$/iu.test(word) ? word.toUpperCase() : (currencySaid(word) ?? '');
    const named = rateSetting(process, mark);
    return named
      ? [
          {
            ...named,
            aliases: [...named.aliases, ...named.aliases.map((one) => one.replace(mark, word)), word],
          },
        ]
      : [];
  });
}

function listSettings({ sources, lossReasons, tags }: Process): Setting[] {
  return [
    one(['sources'], 'list', '', (t) => t.lists.sources, { items: sources }),
    one(['lossReasons'], 'list', '', (t) => t.lists.lossReasons, { items: lossReasons }),
    one(['tags'], 'list', '', (t) => t.lists.tags, { items: tags }),
  ];
}

/** Finer settings of the pool: by source and grade, of customers, and limits of claims. */
function finerPoolSettings({ pool, grades, sources }: Process): Setting[] {
  const { customers } = pool;
  const at = (key: string) => ['pool', key];
  const of = (...keys: string[]) => ['pool', 'customers', ...keys];
  const own = (days: number | null | undefined) => (days === undefined ? null : days);
  const returned = { nullable: never };
  const capped = { nullable: unlimited };
  return [
    one(at('maxCustomers'), 'count', pool.maxCustomers, (t) => t.pool.maxCustomers, capped),
    one(at('dailyViews'), 'count', pool.dailyViews, (t) => t.pool.dailyViews, capped),
    one(at('offerMinutes'), 'minutes', pool.offerMinutes, (t) => t.pool.offerMinutes, {
      nullable: said((t) => t.toAll),
    }),
    one(at('protectDays'), 'days', pool.protectDays, (t) => t.pool.protectDays),
    one(at('cooldownDays'), 'days', pool.cooldownDays, (t) => t.pool.cooldownDays),
    one(['pool', 'followUp', 'minLetters'], 'count', pool.followUp.minLetters, (t) => t.pool.minLetters),
    one(of('returnAfterDays'), 'days', customers.returnAfterDays, (t) => t.pool.customerReturn, returned),
    one(of('afterContractDays'), 'days', customers.afterContractDays, (t) => t.pool.contractReturn, {
      nullable: said((t) => t.noContract),
    }),
    ...grades.map((grade) => {
      const days = Object.hasOwn(customers.grades, grade)
        ? own(customers.grades[grade])
        : customers.returnAfterDays;
      return one(of('grades', grade), 'days', days, (t) => t.pool.gradeReturn(grade), returned);
    }),
    ...sources.map(({ key, name }) => {
      const days = Object.hasOwn(pool.sources, key) ? own(pool.sources[key]) : pool.returnAfterDays;
      const called = (t: SettingTexts, locale: Locale) => t.pool.sourceReturn(name[locale]);
      return one(['pool', 'sources', key], 'days', days, called, returned);
    }),
  ];
}

/**
 * Finds the setting that the words begin with (the longest name wins) and the rest, its new value; or
 * undefined.
 */
export function settingIn(process: Process, words: string): { setting: Setting; rest: string } | undefined {
  const folded = foldWords(words);
  const named = [...settingsOf(process), ...ratesNamed(process, words)].flatMap((setting) =>
    [setting.key, ...everyWording(setting.name), ...setting.aliases].map((name) => ({
      setting,
      name: foldWords(name),
    })),
  );
  const [best] = named
    .filter(({ name }) => folded.startsWith(name))
    .sort((a, b) => b.name.length - a.name.length);
  return (
    best && { setting: best.setting, rest: afterName(words, best.name).replace(/^[\s:：=＝改为成到]+/u, '') }
  );
}

/** Returns what follows a name, as typed. */
function afterName(words: string, name: string): string {
  for (let end = 1; end <= words.length; end++)
    if (foldWords(words.slice(0, end)) === name) return words.slice(end);
  return '';
}
