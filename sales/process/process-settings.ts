import type { LeadRole } from '../../kernel/command/roles.js';
import { foldWords } from '../../kernel/words/folding.js';
import type { ByLanguage } from '../../texts/languages.js';
import { type AlertingRule, alertRules } from './alert-rule-names.js';
import { builtInFields, type Pipeline, type Process, type Stage } from './process-schema.js';

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
  kind: 'days' | 'minutes' | 'count' | 'percent' | 'time' | 'span' | 'choice' | 'list' | 'gate';
  /** The values of a choice. */
  choices?: readonly { value: string; name: ByLanguage }[];
  /** Name of the value null: never, no limit. */
  nullable?: ByLanguage;
  value: SettingValue;
  /** Entries of a list. */
  items?: readonly SettingItem[];
  /** What a list may contain, if fixed; added by key. */
  candidates?: readonly SettingItem[];
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
  | { add: string }
  | { remove: number };

/** Who approves deals, and from which amount on (major units). */
export interface GateValue {
  role?: LeadRole;
  people?: string[];
  need?: 'any' | 'all';
  above?: number;
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

type More = Partial<Pick<Setting, 'aliases' | 'choices' | 'nullable' | 'items' | 'candidates'>>;

function one(
  path: readonly (string | number)[],
  kind: Setting['kind'],
  value: SettingValue,
  [zh, en]: readonly [zh: string, en: string],
  more: More = {},
): Setting {
  return { key: path.join('.'), path, kind, value, name: { zh, en }, aliases: [], ...more };
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
    one(['pool', 'returnAfterDays'], 'days', pool.returnAfterDays, ['公海回收', 'pool return'], {
      aliases: ['公海', '回收', '回收天数', 'pool'],
      nullable: never,
    }),
    one(['pool', 'warnBeforeDays'], 'days', pool.warnBeforeDays, ['回收提醒', 'pool warning']),
    one(['pool', 'dailyClaims'], 'count', pool.dailyClaims, ['每日认领', 'daily claims'], {
      aliases: ['认领'],
    }),
    one(['pool', 'maxHeld'], 'count', pool.maxHeld, ['持有上限', 'held at most'], {
      aliases: ['上限'],
      nullable: unlimited,
    }),
    ...finerPoolSettings(process),
  ];
}

function leadSettings({ lead, assignment }: Process): Setting[] {
  return [
    one(
      ['lead', 'respondWithinMinutes'],
      'minutes',
      lead.respondWithinMinutes,
      ['响应时限', 'response time'],
      {
        aliases: ['响应', 'response'],
      },
    ),
    one(['lead', 'remindAfterMinutes'], 'minutes', lead.remindAfterMinutes, [
      '响应提醒',
      'response reminder',
    ]),
    one(['lead', 'escalateAfterMinutes'], 'minutes', lead.escalateAfterMinutes, [
      '响应升级',
      'response escalation',
    ]),
    one(
      ['lead', 'reassignAfterMinutes'],
      'minutes',
      lead.reassignAfterMinutes,
      ['超时改派', 'reassignment'],
      {
        aliases: ['改派'],
        nullable: { zh: '不改派', en: 'never' },
      },
    ),
    one(['assignment', 'strategy'], 'choice', assignment.strategy, ['分配方式', 'assignment'], {
      aliases: ['分配'],
      choices: strategies,
    }),
  ];
}

function clockSettings(process: Process): Setting[] {
  const { stall, reports, dailyTasks, quietHours, workHours } = process;
  return [
    one(['stall', 'days'], 'days', stall.days, ['停滞天数', 'stall days'], {
      aliases: ['停滞'],
      nullable: none,
    }),
    one(['stall', 'maxDays'], 'days', stall.maxDays, ['停留天数', 'stage days'], { nullable: none }),
    one(['stall', 'escalateAfterDays'], 'days', stall.escalateAfterDays, ['停滞升级', 'stall escalation']),
    one(['reports', 'weekly', 'day'], 'choice', reports.weekly.day, ['周报日', 'report day'], {
      choices: weekdays,
    }),
    one(['reports', 'weekly', 'at'], 'time', reports.weekly.at, ['周报时间', 'report time'], {
      aliases: ['周报'],
    }),
    one(['dailyTasks', 'at'], 'time', dailyTasks.at, ['待办时间', 'task time'], { aliases: ['待办'] }),
    one(['quietHours'], 'span', quietHours, ['免打扰', 'quiet hours'], {
      aliases: ['勿扰', 'quiet'],
      nullable: { zh: '全天推送', en: 'none' },
    }),
    one(['workHours'], 'span', workHours, ['上班时间', 'work hours']),
    one(['undoMinutes'], 'minutes', process.undoMinutes, ['撤销时限', 'undo time'], { aliases: ['撤销'] }),
  ];
}

const modes = [
  { value: 'on', name: { zh: '开', en: 'on' } },
  { value: 'shadow', name: { zh: '试运行', en: 'shadow' } },
  { value: 'off', name: { zh: '关', en: 'off' } },
];

/** What the alert rules are called. */
export const alertNames: Record<AlertingRule, ByLanguage> = {
  stalled: { zh: '停滞', en: 'stalled' },
  slipped: { zh: '延期', en: 'slipped' },
  cut: { zh: '降价', en: 'amount cut' },
  back: { zh: '退回', en: 'stage back' },
  bigDeal: { zh: '大单', en: 'big deal' },
  won: { zh: '赢单', en: 'win' },
  silent: { zh: '客户沉默', en: 'silent customer' },
  falling: { zh: '下滑', en: 'falling figures' },
  incomplete: { zh: '资料缺失', en: 'missing data' },
};

function alertSettings({ alerts }: Process): Setting[] {
  const { slipped, cut, bigDeal, silent, falling } = alerts;
  return [
    ...alertRules.map((rule) =>
      one(
        ['alerts', rule, 'mode'],
        'choice',
        alerts[rule].mode,
        [`${alertNames[rule].zh}提醒`, `${alertNames[rule].en} alert`],
        {
          choices: modes,
        },
      ),
    ),
    one(['alerts', 'slipped', 'days'], 'days', slipped.days, ['延期天数', 'slipped days']),
    one(['alerts', 'cut', 'percent'], 'percent', cut.percent, ['降价幅度', 'cut percent']),
    one(['alerts', 'bigDeal', 'above'], 'count', bigDeal.above, ['大单金额', 'big deal amount']),
    one(['alerts', 'silent', 'factor'], 'count', silent.factor, ['沉默倍数', 'silence factor']),
    one(['alerts', 'falling', 'percent'], 'percent', falling.percent, ['下滑幅度', 'fall percent']),
    one(['alerts', 'dailyBudget'], 'count', alerts.dailyBudget, ['每日提醒', 'daily alerts']),
    one(['alerts', 'digestAt'], 'time', alerts.digestAt, ['汇总时间', 'list time']),
  ];
}

function targetSettings({ targets }: Process): Setting[] {
  return [one(['targets', 'raisePercent'], 'percent', targets.raisePercent, ['目标提高', 'target raise'])];
}

function listSettings({ sources, lossReasons, tags }: Process): Setting[] {
  return [
    one(['sources'], 'list', '', ['来源', 'sources'], { items: sources, aliases: ['线索来源'] }),
    one(['lossReasons'], 'list', '', ['输单原因', 'loss reasons'], { items: lossReasons }),
    one(['tags'], 'list', '', ['标签', 'tags'], { items: tags }),
  ];
}

function stageSettings(
  process: Process,
  stage: Stage,
  path: readonly (string | number)[],
  { at, within }: { at: number; within: Pipeline | undefined },
): Setting[] {
  const called = (zh: string, en: string) =>
    [
      `${within?.name.zh ?? ''}${stage.name.zh}${zh}`,
      `${within ? `${within.name.en} ` : ''}${stage.name.en} ${en}`,
    ] as const;
  const known = [...Object.entries(builtInFields).map(([key, name]) => ({ key, name })), ...process.fields];
  const lists = [
    one([...path, 'steps'], 'list', '', called('标准动作', 'steps'), { items: stage.steps }),
    one([...path, 'required'], 'list', '', called('必填', 'required'), {
      items: known
        .filter(({ key }) => stage.required.includes(key))
        .sort((a, b) => stage.required.indexOf(a.key) - stage.required.indexOf(b.key)),
      candidates: known,
    }),
  ];
  if (stage.won) return lists;
  return [
    one([...path, 'stallDays'], 'days', stage.stallDays, called('停滞', 'stall days'), { nullable: none }),
    one([...path, 'maxDays'], 'days', stage.maxDays, called('停留', 'stage days'), { nullable: none }),
    one([...path, 'probability'], 'percent', stage.probability, called('赢率', 'probability')),
    ...lists,
    // Deals begin in the first two stages, so these have no gate.
    ...(at < 2
      ? []
      : [
          one([...path, 'gate'], 'gate', gateValue(stage.gate), called('关卡', 'gate'), {
            nullable: { zh: '无', en: 'none' },
          }),
        ]),
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
    one(at('maxCustomers'), 'count', pool.maxCustomers, ['客户上限', 'customers at most'], capped),
    one(at('dailyViews'), 'count', pool.dailyViews, ['每日查看', 'daily views'], capped),
    one(at('offerMinutes'), 'minutes', pool.offerMinutes, ['优先认领', 'first offer'], {
      nullable: { zh: '不优先', en: 'to all at once' },
    }),
    one(at('protectDays'), 'days', pool.protectDays, ['认领保护', 'claim protection']),
    one(at('cooldownDays'), 'days', pool.cooldownDays, ['再认领间隔', 'claim again']),
    one(['pool', 'followUp', 'minLetters'], 'count', pool.followUp.minLetters, [
      '跟进字数',
      'follow-up letters',
    ]),
    one(of('returnAfterDays'), 'days', customers.returnAfterDays, ['客户回收', 'customer return'], returned),
    one(of('afterContractDays'), 'days', customers.afterContractDays, ['合同回收', 'contract return'], {
      nullable: { zh: '不看合同', en: 'not looked at' },
    }),
    ...grades.map((grade) => {
      const days = Object.hasOwn(customers.grades, grade)
        ? own(customers.grades[grade])
        : customers.returnAfterDays;
      return one(of('grades', grade), 'days', days, [`${grade}级回收`, `grade ${grade} return`], returned);
    }),
    ...sources.map((source) => {
      const days = Object.hasOwn(pool.sources, source.key)
        ? own(pool.sources[source.key])
        : pool.returnAfterDays;
      const name = [`${source.name.zh}线索回收`, `${source.name.en} lead return`] as const;
      return one(['pool', 'sources', source.key], 'days', days, name, returned);
    }),
  ];
}

/**
 * Finds the setting that the words begin with (the longest name wins) and the rest, its new value; or
 * undefined.
 */
export function settingIn(process: Process, words: string): { setting: Setting; rest: string } | undefined {
  const folded = foldWords(words);
  const named = settingsOf(process).flatMap((setting) =>
    [setting.key, setting.name.zh, setting.name.en, ...setting.aliases].map((name) => ({
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
