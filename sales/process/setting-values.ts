import { foldWords } from '../../kernel/words/folding.js';
import type { ByLanguage, Locale } from '../../texts/languages.js';
import type { GateValue, Setting, SettingItem, SettingValue } from './process-settings.js';
import { editYaml } from './yaml-edit.js';

/** Reads the value that the words give a setting, or undefined. */
export function valueFor(setting: Setting, words: string): SettingValue | undefined {
  const folded = foldWords(words);
  const nullWords =
    setting.nullable &&
    [setting.nullable.zh, setting.nullable.en, 'null', '无', '不', '取消', 'none'].map(foldWords);
  if (nullWords?.includes(folded)) return null;
  switch (setting.kind) {
    case 'choice':
      return setting.choices?.find(({ value, name }) =>
        [value, name.zh, name.en].map(foldWords).includes(folded),
      )?.value;
    case 'time':
      return timeIn(folded);
    case 'span':
      return spanIn(folded);
    case 'list':
      return listEdit(setting, words);
    case 'gate':
      return gateIn(words);
    default: {
      const [, number, wan] =
        /^(\d{1,9}(?:\.\d+)?)(万|w)?(?:天|个?工作日|日|分钟|分|条|个|元|倍|%|days?|minutes?|min)?$/.exec(
          folded,
        ) ?? [];
      return number === undefined ? undefined : Number(number) * (wan ? 10_000 : 1);
    }
  }
}

const timeIn = (said: string): string | undefined =>
  /^([01]?\d|2[0-3]):[0-5]\d$/.test(said) ? said.padStart(5, '0') : undefined;

/** `20:00-08:00`, `20:00到08:00` ("to"). */
function spanIn(said: string): { from: string; to: string } | undefined {
  const [from, to, ...more] = said.split(/[-–—~至到]|to/).map(timeIn);
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

const isCalled = ({ key, name }: SettingItem, words: string): boolean =>
  [key, name.zh, name.en].map(foldWords).includes(foldWords(words));

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

const roles = [
  {
    role: 'manager' as const,
    words: ['经理', '团队经理', '主管', 'manager'],
    name: { zh: '团队经理', en: 'the manager' },
  },
  { role: 'admin' as const, words: ['管理员', 'admin'], name: { zh: '管理员', en: 'an admin' } },
];

/** Words a value. */
export function valueWords(setting: Setting, value: SettingValue, locale: Locale): string {
  const join = (names: readonly string[]) => names.join(locale === 'zh' ? '、' : ', ') || '–';
  if (setting.kind === 'list') return join(namesAfter(setting, value, locale));
  if (value === null) return setting.nullable?.[locale] ?? '–';
  if (typeof value === 'object') {
    if ('from' in value) return `${value.from}–${value.to}`;
    return gateWords(value as GateValue, locale, join);
  }
  const choice = setting.choices?.find((one) => one.value === value);
  return choice ? choice.name[locale] : `${value}${units[setting.kind]?.[locale] ?? ''}`;
}

const units: Partial<Record<Setting['kind'], ByLanguage>> = {
  days: { zh: ' 个工作日', en: ' workdays' },
  minutes: { zh: ' 分钟', en: ' minutes' },
  percent: { zh: '%', en: '%' },
};

/** Lists the names of a list, with the change made. */
function namesAfter({ items = [], candidates = [] }: Setting, value: SettingValue, locale: Locale): string[] {
  const names = items.map((item) => item.name[locale]);
  if (typeof value !== 'object' || value === null) return names;
  if ('remove' in value) return names.filter((_, at) => at !== value.remove);
  if (!('add' in value)) return names;
  return [...names, candidates.find(({ key }) => key === value.add)?.name[locale] ?? value.add];
}

function gateWords(gate: GateValue, locale: Locale, join: (names: string[]) => string): string {
  const role = roles.find((one) => one.role === gate.role);
  const who = gate.people ? join(gate.people) : (role?.name[locale] ?? '');
  const all = gate.need === 'all' ? { zh: '都', en: 'each of ' }[locale] : '';
  const money = gate.above?.toLocaleString('en-US');
  if (locale === 'zh') return `${money ? `${money} 起` : ''}${who}${all}放行`;
  return `${all}${who} lets in${money ? ` from ${money} on` : ''}`;
}

/** Whether the setting already has the value. */
export const isSame = (setting: Setting, value: SettingValue): boolean =>
  JSON.stringify(value) === JSON.stringify(setting.value);

/** Returns the file with one setting changed and everything else unchanged, letter for letter. */
export function withSetting(yaml: string, setting: Setting, value: SettingValue): string {
  if (setting.kind === 'list' && typeof value === 'object' && value !== null) {
    if ('add' in value) return editYaml(yaml, setting.path, { add: value.add });
    if ('remove' in value) return editYaml(yaml, setting.path, { remove: value.remove });
  }
  return editYaml(yaml, setting.path, { set: value });
}
