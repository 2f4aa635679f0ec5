import { parseDocument } from 'yaml';
import type { Process } from './process-schema.js';
import { type Bilingual, fold } from './words.js';

/** One rule of the process file that can be changed by itself. */
export interface Setting {
  /** 'pool.returnAfterDays', 'stages.negotiation.stallDays'. */
  key: string;
  name: Bilingual;
  /** What else people call it. */
  aliases: readonly string[];
  kind: 'days' | 'minutes' | 'count' | 'percent' | 'time' | 'choice';
  /** What it may be set to in words, where it is a choice. */
  choices?: readonly { value: string; name: Bilingual }[];
  /** 'null' is a value: never, no limit. */
  nullable?: Bilingual;
  value: string | number | null;
  /** Where it stands in the file. */
  path: readonly (string | number)[];
}

const never = { zh: '不收回', en: 'never' };
const none = { zh: '不检查', en: 'not watched' };
const unlimited = { zh: '不限', en: 'no limit' };

const strategies = [
  { value: 'roundRobin', name: { zh: '轮流', en: 'in turn' } },
  { value: 'leastLoaded', name: { zh: '最少', en: 'least' } },
  { value: 'weighted', name: { zh: '份额', en: 'by share' } },
];

const weekdays = [
  ['monday', '周一', 'Monday'],
  ['tuesday', '周二', 'Tuesday'],
  ['wednesday', '周三', 'Wednesday'],
  ['thursday', '周四', 'Thursday'],
  ['friday', '周五', 'Friday'],
  ['saturday', '周六', 'Saturday'],
  ['sunday', '周日', 'Sunday'],
].map(([value = '', zh = '', en = '']) => ({ value, name: { zh, en } }));

/** Every rule that can be changed by itself, with what it is now. */
export function settingsOf(process: Process): Setting[] {
  const { pool, lead, stall, reports, dailyTasks, assignment } = process;
  const one = (
    path: readonly (string | number)[],
    kind: Setting['kind'],
    value: Setting['value'],
    zh: string,
    en: string,
    more: Partial<Pick<Setting, 'aliases' | 'choices' | 'nullable'>> = {},
  ): Setting => ({ key: path.join('.'), path, kind, value, name: { zh, en }, aliases: [], ...more });
  return [
    one(['pool', 'returnAfterDays'], 'days', pool.returnAfterDays, '公海回收', 'pool return', {
      aliases: ['公海', '回收', '回收天数', 'pool'],
      nullable: never,
    }),
    one(['pool', 'warnBeforeDays'], 'days', pool.warnBeforeDays, '回收提醒', 'pool warning'),
    one(['pool', 'dailyClaims'], 'count', pool.dailyClaims, '每日认领', 'daily claims', {
      aliases: ['认领'],
    }),
    one(['pool', 'maxHeld'], 'count', pool.maxHeld, '持有上限', 'held at most', {
      aliases: ['上限'],
      nullable: unlimited,
    }),
    ...poolSettings(process, one),
    one(['lead', 'respondWithinMinutes'], 'minutes', lead.respondWithinMinutes, '响应时限', 'response time', {
      aliases: ['响应', 'response'],
    }),
    one(['lead', 'remindAfterMinutes'], 'minutes', lead.remindAfterMinutes, '响应提醒', 'response reminder'),
    one(
      ['lead', 'escalateAfterMinutes'],
      'minutes',
      lead.escalateAfterMinutes,
      '响应升级',
      'response escalation',
    ),
    one(['lead', 'reassignAfterMinutes'], 'minutes', lead.reassignAfterMinutes, '超时改派', 'reassignment', {
      aliases: ['改派'],
      nullable: { zh: '不改派', en: 'never' },
    }),
    one(['assignment', 'strategy'], 'choice', assignment.strategy, '分配方式', 'assignment', {
      aliases: ['分配'],
      choices: strategies,
    }),
    one(['stall', 'days'], 'days', stall.days, '停滞天数', 'stall days', {
      aliases: ['停滞'],
      nullable: none,
    }),
    one(['stall', 'maxDays'], 'days', stall.maxDays, '停留天数', 'stage days', { nullable: none }),
    one(['stall', 'escalateAfterDays'], 'days', stall.escalateAfterDays, '停滞升级', 'stall escalation'),
    one(['reports', 'weekly', 'day'], 'choice', reports.weekly.day, '周报日', 'report day', {
      choices: weekdays,
    }),
    one(['reports', 'weekly', 'at'], 'time', reports.weekly.at, '周报时间', 'report time', {
      aliases: ['周报'],
    }),
    one(['dailyTasks', 'at'], 'time', dailyTasks.at, '待办时间', 'task time', { aliases: ['待办'] }),
    one(['undoMinutes'], 'minutes', process.undoMinutes, '撤销时限', 'undo time', { aliases: ['撤销'] }),
    ...process.stages.flatMap((stage, at) => {
      if (stage.won) return [];
      const of = (zh: string, en: string) => [`${stage.name.zh}${zh}`, `${stage.name.en} ${en}`] as const;
      return [
        one(['stages', at, 'stallDays'], 'days', stage.stallDays, ...of('停滞', 'stall days'), {
          nullable: none,
        }),
        one(['stages', at, 'maxDays'], 'days', stage.maxDays, ...of('停留', 'stage days'), {
          nullable: none,
        }),
        one(['stages', at, 'probability'], 'percent', stage.probability, ...of('赢率', 'probability')),
      ];
    }),
  ];
}

type Make = (
  path: readonly (string | number)[],
  kind: Setting['kind'],
  value: Setting['value'],
  zh: string,
  en: string,
  more?: Partial<Pick<Setting, 'aliases' | 'choices' | 'nullable'>>,
) => Setting;

/** The finer rules of the pool: by source, of customers, by grade, and who may claim when. */
function poolSettings({ pool, grades, sources }: Process, one: Make): Setting[] {
  const { customers } = pool;
  const at = (key: string) => ['pool', key];
  const of = (...keys: string[]) => ['pool', 'customers', ...keys];
  const own = (days: number | null | undefined) => (days === undefined ? null : days);
  const returned = { nullable: never };
  const capped = { nullable: unlimited };
  return [
    one(at('maxCustomers'), 'count', pool.maxCustomers, '客户上限', 'customers at most', capped),
    one(at('dailyViews'), 'count', pool.dailyViews, '每日查看', 'daily views', capped),
    one(at('offerMinutes'), 'minutes', pool.offerMinutes, '优先认领', 'first offer', {
      nullable: { zh: '不优先', en: 'to all at once' },
    }),
    one(at('protectDays'), 'days', pool.protectDays, '认领保护', 'claim protection'),
    one(at('cooldownDays'), 'days', pool.cooldownDays, '再认领间隔', 'claim again'),
    one(
      ['pool', 'followUp', 'minLetters'],
      'count',
      pool.followUp.minLetters,
      '跟进字数',
      'follow-up letters',
    ),
    one(of('returnAfterDays'), 'days', customers.returnAfterDays, '客户回收', 'customer return', returned),
    one(of('afterContractDays'), 'days', customers.afterContractDays, '合同回收', 'contract return', {
      nullable: { zh: '不看合同', en: 'not looked at' },
    }),
    ...grades.map((grade) => {
      const days = Object.hasOwn(customers.grades, grade)
        ? own(customers.grades[grade])
        : customers.returnAfterDays;
      return one(of('grades', grade), 'days', days, `${grade}级回收`, `grade ${grade} return`, returned);
    }),
    ...sources.map((source) => {
      const days = Object.hasOwn(pool.sources, source.key)
        ? own(pool.sources[source.key])
        : pool.returnAfterDays;
      const [zh, en] = [`${source.name.zh}线索回收`, `${source.name.en} lead return`];
      return one(['pool', 'sources', source.key], 'days', days, zh, en, returned);
    }),
  ];
}

/** The setting that the words begin with, and what is left of them: its new value. The longest name wins. */
export function settingIn(process: Process, words: string): { setting: Setting; rest: string } | undefined {
  const said = fold(words);
  const named = settingsOf(process).flatMap((setting) =>
    [setting.key, setting.name.zh, setting.name.en, ...setting.aliases].map((name) => ({
      setting,
      name: fold(name),
    })),
  );
  const [best] = named
    .filter(({ name }) => said.startsWith(name))
    .sort((a, b) => b.name.length - a.name.length);
  return (
    best && { setting: best.setting, rest: said.slice(best.name.length).replace(/^[:：=＝改为成到]+/u, '') }
  );
}

/** The value that the words say for a setting; undefined where they say none. */
export function valueFor(setting: Setting, words: string): Setting['value'] | undefined {
  const said = fold(words);
  const nothing =
    setting.nullable && [setting.nullable.zh, setting.nullable.en, 'null', '无', '不'].map(fold);
  if (nothing?.includes(said)) return null;
  if (setting.kind === 'choice') {
    const fits = ({ value, name }: { value: string; name: Bilingual }) =>
      [value, name.zh, name.en].some((one) => fold(one) === said);
    return setting.choices?.find(fits)?.value;
  }
  if (setting.kind === 'time')
    return /^([01]?\d|2[0-3]):[0-5]\d$/.test(said) ? said.padStart(5, '0') : undefined;
  const number = /^(\d{1,6})(?:天|个?工作日|日|分钟|分|条|个|%|days?|minutes?|min)?$/.exec(said)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** A value as people read it. */
export function valueWords(setting: Setting, value: Setting['value'], locale: 'zh' | 'en'): string {
  if (value === null) return setting.nullable?.[locale] ?? '–';
  const choice = setting.choices?.find((one) => one.value === value);
  if (choice) return choice.name[locale];
  const units = {
    days: { zh: ' 个工作日', en: ' workdays' },
    minutes: { zh: ' 分钟', en: ' minutes' },
    percent: { zh: '%', en: '%' },
    count: { zh: '', en: '' },
    time: { zh: '', en: '' },
    choice: { zh: '', en: '' },
  };
  return `${value}${units[setting.kind][locale]}`;
}

/**
 * The file with one value changed, everything else letter for letter as it was, comments among it; a value that is not
 * in the file yet is added.
 */
export function withSetting(yaml: string, setting: Setting, value: Setting['value']): string {
  const document = parseDocument(yaml);
  const node = document.getIn(setting.path, true) as { range?: [number, number, number] } | undefined;
  const written = typeof value === 'string' ? JSON.stringify(value) : String(value);
  if (node?.range) return yaml.slice(0, node.range[0]) + written + yaml.slice(node.range[1]);
  document.setIn(setting.path, value);
  return document.toString({ lineWidth: 0 });
}
