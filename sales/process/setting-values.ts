import { formatAmount, readAmount } from '../../kernel/pieces/amount.js';
import { readDate } from '../../kernel/pieces/date.js';
import { foldWords } from '../../kernel/words/folding.js';
import {
  type ByLanguage,
  everyWording,
  formatsIn,
  type Locale,
  locales,
  termInEach,
  textsIn,
  wordsInEach,
} from '../../texts/languages.js';
import type { StepTask } from './process-schema.js';
import type { GateValue, Setting, SettingItem, SettingValue } from './setting.js';
import { stepTaskIn, stepTaskWords, withStepTask } from './step-task-values.js';
import { editYaml } from './yaml-edit.js';

/** Said for no value of any rule. */
const nothing = ['null', ...wordsInEach((t) => t.setting.nothing)];

/** Reads the value that the words give a setting, or undefined. */
export function valueFor(setting: Setting, words: string): SettingValue | undefined {
  const folded = foldWords(words);
  if (setting.nullable && [...everyWording(setting.nullable), ...nothing].map(foldWords).includes(folded))
    return null;
  switch (setting.kind) {
    case 'choice':
      return setting.choices?.find(({ value, name }) =>
        [value, ...everyWording(name)].map(foldWords).includes(folded),
      )?.value;
    case 'time':
      return timeIn(folded);
    case 'span':
      return spanIn(folded);
    case 'list':
      return listEdit(setting, words);
    case 'gate':
      return gateIn(words);
    case 'rate':
      return rateIn(folded);
    case 'name':
      return nameIn(setting, words);
    case 'stages':
      return stageIn(setting, words);
    case 'stepTask':
      return stepTaskIn(words);
    default: {
      const hours = setting.kind === 'minutes' ? hoursIn(folded) : undefined;
      if (hours !== undefined) return hours;
      if (setting.currency) return wholeAmountIn(words);
      const [, number, wan] =
        /^(\d{1,9}(?:\.\d+)?)(万|w)?(?:天|个?工作日|日|分钟|分|条|个|元|倍|%|days?|minutes?|min)?$/.exec(
          folded,
        ) ?? [];
      return number === undefined ? undefined : Number(number) * (wan ? 10_000 : 1);
    }
  }
}

/** Longest name of a stage, in characters. */
const longestName = 30;

/** A name that no other stage has. */
function nameIn({ items = [] }: Setting, words: string): string | undefined {
  const name = words.trim().replace(/^["“「]|["”」]$/gu, '');
  return name === '' || name.length > longestName || items.some((item) => isCalled(item, name))
    ? undefined
    : name;
}

const placed =
  /^(?:加|增加|添加|新增|add|\+)\s*(?<name>.+?)(?:[\s,，]+(?:(?:放?在)\s*(?<han>.+?)之?(?<hanSide>后|前)[面边]?|(?<side>after|behind|before) (?<latin>.+)))?$/iu;

/** `加 法务审核 在 方案报价 后`, `add Legal review after Proposal`; without a place it comes right before what is won. */
function stageIn(setting: Setting, words: string): SettingValue | undefined {
  const { items = [] } = setting;
  const said = placed.exec(words.trim())?.groups;
  const name = nameIn(setting, said?.name ?? '');
  if (!said || name === undefined) return undefined;
  const beside = said.han ?? said.latin;
  const at = beside === undefined ? items.length - 1 : items.findIndex((item) => isNamed(item, beside));
  const isBefore = beside === undefined || said.hanSide === '前' || /before/iu.test(said.side ?? '');
  const after = isBefore ? at - 1 : at;
  // Deals begin in the first stage and end in the last one.
  return at < 0 || after < 0 || after >= items.length - 1 ? undefined : { insert: { after, name } };
}

/** Whether a stage is called so, or by the beginning of its name. */
const isNamed = (item: SettingItem, words: string): boolean =>
  isCalled(item, words) ||
  everyWording(item.name).some((name) => foldWords(name).startsWith(foldWords(words)));

/** A rate above zero, of at most six decimals. */
function rateIn(said: string): number | undefined {
  const rate = /^\d{1,6}(?:\.\d{1,6})?$/.test(said) ? Number(said) : 0;
  return rate > 0 ? rate : undefined;
}

/** `16:00`, `4pm`, 下午4点; 18点 is that hour of the day. */
const timeIn = (said: string): string | undefined =>
  clockTime(said.replace(/^(\d{1,2})点(半)?钟?$/u, (_, hour, half) => `${hour}:${half ? '30' : '00'}`));

const clockTime = (said: string): string | undefined =>
  /^([01]?\d|2[0-3]):[0-5]\d$/.test(said)
    ? said.padStart(5, '0')
    : /\d/.test(said)
      ? readDate(said.trim(), anyDay)?.time
      : undefined;

/** A time of day is the same on each day. */
const anyDay = { today: '2001-01-01', locale: locales[0] };

/** Hours as minutes: `2 hours`, 两小时, `half an hour`. */
function hoursIn(said: string): number | undefined {
  const [, number, half] =
    /^(?:(\d{1,3}(?:\.\d)?|[一两二三四五六]|an?|one|two|three|four|six)?\s*(半|half an?)?\s*(?:个?(?:小时|钟头)|h|hrs?|hours?))$/.exec(
      said,
    ) ?? [];
  if (number === undefined && half === undefined) return undefined;
  return Math.round((number === undefined ? 0 : (counted[number] ?? Number(number))) * 60 + (half ? 30 : 0));
}

const counted: Record<string, number> = {
  ...{ 一: 1, 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6 },
  ...{ a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, six: 6 },
};

/** An amount in whole units: `300k`, 30万, `50000`. */
function wholeAmountIn(words: string): number | undefined {
  const minor = readAmount(words.trim());
  return minor === undefined ? undefined : minor / 100;
}

/** `20:00-08:00`, `20:00到08:00` ("to"), `8pm to 8am`. */
function spanIn(said: string): { from: string; to: string } | undefined {
  const [from, to, ...more] = said.split(/[-–—~至到]|to|until|till/).map((one) => timeIn(one.trim()));
  return from && to && more.length === 0 ? { from, to } : undefined;
}

/**
 * `加 抖音` ("add Douyin"), `删 展会` ("remove trade fair"); cannot add an existing entry or remove a missing one.
 */
function listEdit({ items = [], candidates }: Setting, words: string): SettingValue | undefined {
  const [, verb = '', rest = ''] =
    /^\s*(加|增加|添加|add|\+|删除|删|去掉|remove|-)\s*(.+?)\s*$/iu.exec(words) ?? [];
  const at = items.findIndex((item) => isCalled(item, rest));
  if (/^(删除|删|去掉|remove|-)$/i.test(verb)) return at < 0 ? undefined : { remove: at };
  if (verb === '' || at >= 0) return undefined;
  if (!candidates) return { add: rest };
  const known = candidates.find((item) => isCalled(item, rest));
  return known && { add: known.key };
}

/** The entry that the words add to a list or take off it, and whether it is there; undefined for any other words. */
export function entryIn(
  { kind, items = [] }: Setting,
  words: string,
): { said: string; isThere: boolean } | undefined {
  const said =
    kind === 'list'
      ? /^\s*(?:加|增加|添加|add|\+|删除|删|去掉|remove|-)\s*(.+?)\s*$/iu.exec(words)?.[1]
      : undefined;
  return said === undefined ? undefined : { said, isThere: items.some((item) => isCalled(item, said)) };
}

const isCalled = ({ key, name, aliases = [] }: SettingItem, words: string): boolean =>
  [key, ...everyWording(name), ...aliases].map(foldWords).includes(foldWords(words));

/**
 * `经理` ("manager"), `经理 30万` ("manager from 300,000"), `管理员` ("admin"), `周敏、陈晨 都` ("both Zhou Min and Chen
 * Chen").
 */
function gateIn(words: string): GateValue | undefined {
  const [, amount, unit = ''] = /(\d+(?:\.\d+)?)\s*(万|w|千|k)?(?:元|以上|起)*\s*$/iu.exec(words) ?? [];
  const factor = { 万: 10_000, w: 10_000, 千: 1000, k: 1000 }[unit.toLowerCase()] ?? 1;
  const above = amount === undefined ? {} : { above: Number(amount) * factor };
  const who = words.replace(/(\d+(?:\.\d+)?)\s*(万|w|千|k)?(?:元|以上|起)*\s*$/iu, '').trim();
  const need = /(都|全部|all)\s*$/iu.test(who) ? { need: 'all' as const } : {};
  const names = who
    .replace(/(都|全部|all)\s*$/iu, '')
    .split(/[\s、,，]+/)
    .filter(Boolean);
  const [only] = names;
  if (!only) return undefined;
  const role = roles.find((one) => names.length === 1 && one.words.includes(foldWords(only)))?.role;
  return role ? { role, ...need, ...above } : { people: names, ...need, ...above };
}

const roles = (['manager', 'admin'] as const).map((role) => {
  const { name, aliases } = termInEach((t) => t.setting.roles[role]);
  return { role, name, words: [...everyWording(name), ...aliases].map(foldWords) };
});

/** Words a value; `isDayFirst`: for readers who write the day before the month, and 14:00. */
export function valueWords(
  setting: Setting,
  value: SettingValue,
  locale: Locale,
  isDayFirst = false,
): string {
  const time = (one: string) => formatsIn(locale).time(one, isDayFirst);
  if (setting.kind === 'list' || setting.kind === 'stages')
    return listed(namesAfter(setting, value, locale), locale);
  if (setting.kind === 'name') return typeof value === 'string' ? value : (value as ByLanguage)[locale];
  if (value === null) return setting.nullable?.[locale] ?? '–';
  if (typeof value === 'object') {
    if ('from' in value) return `${time(value.from)}–${time(value.to)}`;
    if ('who' in value) return stepTaskWords(value, locale);
    return gateWords(setting, value as GateValue, locale);
  }
  const choice = setting.choices?.find((one) => one.value === value);
  if (choice) return choice.name[locale];
  const t = textsIn(locale).setting;
  if (setting.currency) return moneyWords(setting.currency, Number(value), locale);
  switch (setting.kind) {
    case 'time':
      return time(`${value}`);
    case 'days':
      return t.days(Number(value));
    case 'minutes':
      return t.minutes(Number(value));
    case 'percent':
      return t.percent(Number(value));
    default:
      return `${value}`;
  }
}

const listed = (names: readonly string[], locale: Locale): string => formatsIn(locale).list(names) || '–';

/** Lists the names of a list, with the change made. */
function namesAfter({ items = [], candidates = [] }: Setting, value: SettingValue, locale: Locale): string[] {
  const names = items.map((item) => item.name[locale]);
  if (typeof value !== 'object' || value === null) return names;
  if ('remove' in value) return names.filter((_, at) => at !== value.remove);
  if ('insert' in value) return names.toSpliced(value.insert.after + 1, 0, value.insert.name);
  if (!('add' in value)) return names;
  return [...names, candidates.find(({ key }) => key === value.add)?.name[locale] ?? value.add];
}

/** Writes whole units of a currency. */
const moneyWords = (currency: string, value: number, locale: Locale): string =>
  formatAmount(Math.round(value * 100), { locale, process: { currency } });

function gateWords({ currency = '' }: Setting, gate: GateValue, locale: Locale): string {
  const role = roles.find((one) => one.role === gate.role);
  const who = gate.people ? listed(gate.people, locale) : (role?.name[locale] ?? '');
  const money = gate.above === undefined ? '' : moneyWords(currency, gate.above, locale);
  return textsIn(locale).setting.gate(who, gate.need === 'all', money);
}

/** Whether the setting already has the value. */
export const isSame = (setting: Setting, value: SettingValue): boolean =>
  JSON.stringify(value) === JSON.stringify(setting.value);

/** Returns the file with one setting changed from today on, where it has a history, and everything else unchanged, letter for letter. */
export function withSetting(yaml: string, setting: Setting, value: SettingValue, today: string): string {
  if (setting.kind === 'rate') {
    const before = (setting.rates ?? []).filter(({ from }) => from !== today);
    return editYaml(yaml, setting.path, { set: [...before, { from: today, rate: value }] });
  }
  if (setting.kind === 'stepTask') return withStepTask(yaml, setting.path, value as StepTask | null);
  if (setting.kind === 'list' && typeof value === 'object' && value !== null) {
    if ('add' in value) return editYaml(yaml, setting.path, { add: value.add });
    if ('remove' in value) return editYaml(yaml, setting.path, { remove: value.remove });
  }
  if (setting.kind === 'stages' && typeof value === 'object' && value !== null && 'insert' in value) {
    const { after, name } = value.insert;
    return editYaml(yaml, setting.path, { insert: { key: newKey(setting, name), name }, after });
  }
  return editYaml(yaml, setting.path, { set: value });
}

/** A key that no stage has: of the letters of its name, where it has any. */
function newKey({ items = [] }: Setting, name: string): string {
  const letters = name
    .toLowerCase()
    .replace(/[^a-z]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  const known = new Set(items.map(({ key }) => key));
  const stem = letters || 'stage';
  const numbered = (number: number): string =>
    known.has(`${stem}-${number}`) ? numbered(number + 1) : `${stem}-${number}`;
  return letters && !known.has(letters) ? letters : numbered(items.length + 1);
}
