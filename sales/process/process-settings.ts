import type { LeadRole } from '../../kernel/command/roles.js';
import { currencySaid } from '../../kernel/pieces/currency-said.js';
import { foldWords } from '../../kernel/words/folding.js';
import {
  type ByLanguage,
  type Catalogue,
  entriesInEach,
  everyWording,
  inEachLanguage,
  type Locale,
  termInEach,
} from '../../texts/languages.js';
import type { Term } from '../../texts/shape/term.js';
import { type AlertingRule, alertRules } from './alert-rule-names.js';
import {
  builtInFields,
  type Pipeline,
  type Process,
  type Stage,
  type StepTask,
  weekdays,
} from './process-schema.js';

/** An entry of a list setting. */
export interface SettingItem {
  key: string;
  name: ByLanguage;
}

/** A rule of the process file that can be changed on its own in chat. */
export interface Setting {
  /** 'pool.returnAfterDays', 'stages.4.stallDays'. */
  key: string;
  name: ByLanguage;
  /** Other names for it. */
  aliases: readonly string[];
  kind:
    | 'days'
    | 'minutes'
    | 'count'
    | 'percent'
    | 'time'
    | 'span'
    | 'choice'
    | 'list'
    | 'gate'
    | 'rate'
    | 'stepTask';
  /** The values of a choice. */
  choices?: readonly { value: string; name: ByLanguage }[];
  /** Name of the value null: never, no limit. */
  nullable?: ByLanguage;
  value: SettingValue;
  /** Entries of a list. */
  items?: readonly SettingItem[];
  /** What a list may contain, if fixed; added by key. */
  candidates?: readonly SettingItem[];
  /** The currency of a value that is an amount, or that holds one. */
  currency?: string;
  /** The rates of a currency, each from a day on. */
  rates?: Process['rates'][string];
  /** Path in the file. */
  path: readonly (string | number)[];
}

/** A setting's present or new value; for a list, the entry added or removed. */
export type SettingValue =
  | string
  | number
  | null
  | { from: string; to: string }
  | GateValue
  | StepTask
  | { add: string }
  | { remove: number };

/** Who approves deals, and from which amount on (major units). */
export interface GateValue {
  role?: LeadRole;
  people?: string[];
  need?: 'any' | 'all';
  above?: number;
}

type SettingTexts = Catalogue['setting'];

const said = (pick: (t: SettingTexts) => string): ByLanguage => inEachLanguage((t) => pick(t.setting));

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

type More = Partial<Pick<Setting, 'choices' | 'nullable' | 'items' | 'candidates' | 'currency'>>;

function one(
  path: readonly (string | number)[],
  kind: Setting['kind'],
  value: SettingValue,
  pick: (t: SettingTexts, locale: Locale) => Term,
  more: More = {},
): Setting {
  return {
    key: path.join('.'),
    path,
    kind,
    value,
    ...termInEach((t, locale) => pick(t.setting, locale)),
    ...more,
  };
}

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

function stageSettings(
  process: Process,
  stage: Stage,
  path: readonly (string | number)[],
  { at, within }: { at: number; within: Pipeline | undefined },
): Setting[] {
  const called =
    (what: Exclude<keyof SettingTexts['stage'], 'stepTask'>) => (t: SettingTexts, locale: Locale) =>
      t.stage[what](within?.name[locale] ?? '', stage.name[locale]);
  const known = [...Object.entries(builtInFields).map(([key, name]) => ({ key, name })), ...process.fields];
  const lists = [
    one([...path, 'steps'], 'list', '', called('steps'), { items: stage.steps }),
    one([...path, 'required'], 'list', '', called('required'), {
      items: known
        .filter(({ key }) => stage.required.includes(key))
        .sort((a, b) => stage.required.indexOf(a.key) - stage.required.indexOf(b.key)),
      candidates: known,
    }),
  ];
  const doers = stage.steps.map((step, index) =>
    one(
      [...path, 'steps', index, 'task'],
      'stepTask',
      step.task,
      (t, locale) => t.stage.stepTask(within?.name[locale] ?? '', stage.name[locale], step.name[locale]),
      { nullable: said((t) => t.noStepTask) },
    ),
  );
  lists.push(...doers);
  if (stage.won) return lists;
  const gated = () =>
    one([...path, 'gate'], 'gate', gateValue(stage.gate), called('gate'), {
      nullable: said((t) => t.noGate),
      currency: process.currency,
    });
  return [
    one([...path, 'stallDays'], 'days', stage.stallDays, called('stallDays'), { nullable: notWatched }),
    one([...path, 'maxDays'], 'days', stage.maxDays, called('maxDays'), { nullable: notWatched }),
    one([...path, 'probability'], 'percent', stage.probability, called('probability')),
    ...lists,
    // Deals begin in the first two stages, so these have no gate.
    ...(at < 2 ? [] : [gated()]),
  ];
}

function gateValue(gate: Stage['gate']): GateValue | null {
  if (!gate) return null;
  const who = gate.people.length > 0 ? { people: gate.people } : { role: gate.role };
  return {
    ...who,
    ...(gate.need === 'all' ? { need: 'all' as const } : {}),
    ...(gate.above === null ? {} : { above: gate.above }),
  };
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
