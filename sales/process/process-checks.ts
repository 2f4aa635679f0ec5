import { nearest } from '../../kernel/words/edit-distance.js';
import { foldWords } from '../../kernel/words/folding.js';
import type { Path, ProcessFinding } from './process-problems.js';
import { builtInFields, type Process, type Stage } from './process-schema.js';

/** The stages of one pipeline and their path in the file. */
interface StageList {
  path: Path;
  stages: readonly Stage[];
}

/** Lists contradictions between parts of a process that are valid on their own. */
export function contradictions(process: Process): ProcessFinding[] {
  const lists: StageList[] = process.pipelines.map(({ stages }, index) => ({
    path: index === 0 ? ['stages'] : ['pipelines', index - 1, 'stages'],
    stages,
  }));
  return [
    ...lists.flatMap((list) => [
      ...repeatedSteps(list),
      ...repeatedWords(list.path, list.stages),
      ...wonStage(list),
      ...unknownFields(process, list),
      ...gates(list),
    ]),
    ...repeatedStages(lists),
    ...repeatedWords(['pipelines'], process.pipelines.slice(1)),
    ...repeatedWords(['lossReasons'], process.lossReasons),
    ...repeatedWords(['sources'], process.sources),
    ...repeatedWords(['tags'], process.tags),
    ...customFields(process),
    ...times(process),
    ...assignmentRules(process),
    ...pools(process),
    ...scoreWeights(process),
  ];
}

/** A stage key may occur once in all pipelines, or histories of two stages would mix. */
function repeatedStages(lists: readonly StageList[]): ProcessFinding[] {
  const keys = lists.flatMap(({ path, stages }) =>
    stages.flatMap((stage, index) => [
      { word: stage.key, path: [...path, index, 'key'] },
      ...stage.was.map((word, at) => ({ word, path: [...path, index, 'was', at] })),
    ]),
  );
  return repeated(keys);
}

function repeatedSteps({ path, stages }: StageList): ProcessFinding[] {
  return stages.flatMap((stage, at) =>
    repeated(stage.steps.map((step, index) => ({ word: step.key, path: [...path, at, 'steps', index] }))),
  );
}

/** Input names of commands; a custom field of that key would be mistaken for one. */
const commandInputs = [
  'record',
  'deal',
  'customer',
  'name',
  'stage',
  'close',
  'tags',
  'why',
  'v',
  'isNew',
  'main',
];

function customFields({ fields }: Process): ProcessFinding[] {
  const words = fields.flatMap((field, index) => {
    const path: Path = ['fields', index];
    const names = new Set([field.key, field.name.zh, field.name.en].map(foldWords));
    return [...names].map((word) => ({
      word,
      path: [...path, word === foldWords(field.key) ? 'key' : 'name'],
    }));
  });
  const findings = repeated(words);
  for (const [index, { key, type, choices }] of fields.entries()) {
    const path: Path = ['fields', index];
    if (Object.hasOwn(builtInFields, key)) {
      const reason = { zh: `「${key}」是内置字段，不用再声明`, en: `"${key}" is a built-in field` };
      findings.push({ path: [...path, 'key'], reason });
    } else if (commandInputs.includes(key)) {
      const reason = {
        zh: `「${key}」已有别的用处，换一个 key`,
        en: `"${key}" means something else; rename it`,
      };
      findings.push({ path: [...path, 'key'], reason });
    }
    if ((type === 'choice') === choices.length > 0) continue;
    const reason =
      type === 'choice'
        ? { zh: 'type: choice 要写 choices: [...]', en: 'type: choice needs choices: [...]' }
        : { zh: '只有 type: choice 才写 choices', en: 'only type: choice has choices' };
    findings.push({ path: [...path, type === 'choice' ? 'type' : 'choices'], reason });
  }
  const lists = fields.flatMap((field, index) => repeatedWords(['fields', index, 'choices'], field.choices));
  return [...findings, ...lists];
}

/** Finds gates whose reminder is after their expiry, or in the first two stages, where deals begin. */
function gates({ path: at, stages }: StageList): ProcessFinding[] {
  return stages.flatMap(({ gate }, index) => {
    if (!gate) return [];
    const path = [...at, index, 'gate'];
    if (index < 2) {
      const reason = {
        zh: '商机从前两个阶段开始，关卡要放在后面的阶段',
        en: 'deals begin in the first two stages; a gate belongs to a later one',
      };
      return [{ path, reason }];
    }
    if (gate.remindAfterDays < gate.expireAfterDays) return [];
    const reason = {
      zh: `要少于失效天数(${gate.expireAfterDays})`,
      en: `must be below expireAfterDays (${gate.expireAfterDays})`,
    };
    return [{ path: [...path, 'remindAfterDays'], reason }];
  });
}

/** Finds assignment rules that can never fit, or fit every lead. */
function assignmentRules({ assignment, sources }: Process): ProcessFinding[] {
  const known = sources.map((source) => source.key);
  return assignment.rules.flatMap(({ when }, index) => {
    const path = ['assignment', 'rules', index, 'when'];
    const { sources, tags, regions, products, words, above } = when;
    if ([sources, tags, regions, products, words].every((one) => one.length === 0) && above === undefined) {
      const reason = {
        zh: '至少写一个条件：sources、tags、regions、products、words 或 above',
        en: 'name at least one condition: sources, tags, regions, products, words or above',
      };
      return [{ path, reason }];
    }
    return when.sources.flatMap((source, at) =>
      known.includes(source)
        ? []
        : [
            {
              path: [...path, 'sources', at],
              reason: {
                zh: `没有来源「${source}」，可用：${known.join('、')}`,
                en: `no source "${source}"; known: ${known.join(', ')}`,
              },
            },
          ],
    );
  });
}

/** Finds pool rules for unknown sources, grades or stages, or without time for the warning. */
function pools({ pool, grades, sources, stages }: Process): ProcessFinding[] {
  const open = stages.filter((stage) => !stage.won).map((stage) => stage.key);
  const lists = [
    { path: ['pool', 'sources'], days: pool.sources, known: sources.map((source) => source.key) },
    { path: ['pool', 'customers', 'grades'], days: pool.customers.grades, known: grades },
    { path: ['pool', 'customers', 'stages'], days: pool.customers.stages, known: open },
  ];
  const findings = [...repeated(grades.map((word, index) => ({ word, path: ['grades', index] })))];
  for (const { path, days, known } of lists) {
    for (const [key, limit] of Object.entries(days)) {
      if (!known.includes(key)) {
        const reason = {
          zh: `没有「${key}」，可用：${known.join('、')}`,
          en: `there is no "${key}"; known: ${known.join(', ')}`,
        };
        findings.push({ path: [...path, key], reason });
      } else findings.push(...tooShort([...path, key], limit, pool.warnBeforeDays));
    }
  }
  const { returnAfterDays, afterContractDays } = pool.customers;
  return [
    ...findings,
    ...tooShort(['pool', 'customers', 'returnAfterDays'], returnAfterDays, pool.warnBeforeDays),
    ...tooShort(['pool', 'customers', 'afterContractDays'], afterContractDays, pool.warnBeforeDays),
  ];
}

/** Checks that the weights of the score add up. */
function scoreWeights({ kpi }: Process): ProcessFinding[] {
  const sum = Object.values(kpi.weights).reduce((all, weight) => all + weight, 0);
  if (sum === 0 || sum === 100) return [];
  const reason = {
    zh: `合起来要等于 100，现在是 ${sum}；全写 0 表示不算得分`,
    en: `must add up to 100, not ${sum}; all 0 means no score`,
  };
  return [{ path: ['kpi', 'weights'], reason }];
}

function tooShort(path: Path, days: number | null, warnBeforeDays: number): ProcessFinding[] {
  if (days === null || days > warnBeforeDays) return [];
  const reason = {
    zh: `要多于提醒天数(${warnBeforeDays})`,
    en: `must be above warnBeforeDays (${warnBeforeDays})`,
  };
  return [{ path, reason }];
}

/** Keys, names and aliases of one list must differ, or a typed word would mean two things. */
function repeatedWords(
  list: Path,
  entries: readonly { key: string; name: { zh: string; en: string }; aliases: string[] }[],
): ProcessFinding[] {
  const words = entries.flatMap((entry, index) => {
    const at: Path = [...list, index];
    const own = [
      { word: entry.key, path: [...at, 'key'] },
      { word: entry.name.zh, path: [...at, 'name'] },
      { word: entry.name.en, path: [...at, 'name'] },
      ...entry.aliases.map((word, alias) => ({ word, path: [...at, 'aliases', alias] })),
    ];
    const seen = new Set<string>();
    return own.filter(({ word }) => !seen.has(foldWords(word)) && seen.add(foldWords(word)));
  });
  return repeated(words);
}

function repeated(words: { word: string; path: Path }[]): ProcessFinding[] {
  const seen = new Set<string>();
  return words.flatMap(({ word, path }) => {
    const folded = foldWords(word);
    if (seen.has(folded)) {
      return [{ path, reason: { zh: `「${word}」重复了`, en: `"${word}" is used twice` } }];
    }
    seen.add(folded);
    return [];
  });
}

function wonStage({ path: list, stages }: StageList): ProcessFinding[] {
  const last = stages.length - 1;
  return stages.flatMap((stage, index): ProcessFinding[] => {
    if (index === last && !stage.won) {
      return [
        {
          path: [...list, index],
          reason: {
            zh: '最后一个阶段要写 won: true，到这里就算赢单',
            en: 'the last stage needs won: true; reaching it wins the deal',
          },
        },
      ];
    }
    if (index < last && stage.won) {
      return [
        {
          path: [...list, index, 'won'],
          reason: { zh: '只有最后一个阶段可以写 won: true', en: 'only the last stage may have won: true' },
        },
      ];
    }
    if (stage.won && stage.probability !== 100) {
      return [
        {
          path: [...list, index, 'probability'],
          reason: { zh: '赢单阶段的概率是 100', en: 'the probability of the won stage is 100' },
        },
      ];
    }
    return [];
  });
}

function unknownFields(process: Process, { path: list, stages }: StageList): ProcessFinding[] {
  const known = [...Object.keys(builtInFields), ...process.fields.map((field) => field.key)];
  return stages.flatMap((stage, at) =>
    stage.required.flatMap((field, index) => {
      if (known.includes(field)) return [];
      const suggestion = nearest(field, known);
      return [
        {
          path: [...list, at, 'required', index],
          reason: {
            zh: `没有字段「${field}」${suggestion ? `，是不是「${suggestion}」？` : `，可用：${known.join('、')}`}`,
            en: `no field "${field}"${suggestion ? `, did you mean "${suggestion}"?` : `; known: ${known.join(', ')}`}`,
          },
        },
      ];
    }),
  );
}

function times({ workHours, quietHours, lead, pool }: Process): ProcessFinding[] {
  const findings: ProcessFinding[] = [];
  const find = (wrong: boolean, path: Path, zh: string, en: string): void => {
    if (wrong) findings.push({ path, reason: { zh, en } });
  };
  find(workHours.from >= workHours.to, ['workHours', 'to'], '要晚于上班时间', 'must be later than "from"');
  find(
    quietHours !== null && quietHours.from === quietHours.to,
    ['quietHours', 'to'],
    '不能与开始时间相同；不要免打扰时段请写 quietHours: null',
    'must differ from "from"; for none write quietHours: null',
  );
  find(
    lead.remindAfterMinutes > lead.respondWithinMinutes,
    ['lead', 'remindAfterMinutes'],
    `不能晚于响应时限(${lead.respondWithinMinutes} 分钟)`,
    `must not be later than respondWithinMinutes (${lead.respondWithinMinutes})`,
  );
  find(
    lead.escalateAfterMinutes < lead.respondWithinMinutes,
    ['lead', 'escalateAfterMinutes'],
    `不能早于响应时限(${lead.respondWithinMinutes} 分钟)`,
    `must not be earlier than respondWithinMinutes (${lead.respondWithinMinutes})`,
  );
  find(
    lead.reassignAfterMinutes !== null && lead.reassignAfterMinutes <= lead.respondWithinMinutes,
    ['lead', 'reassignAfterMinutes'],
    `要晚于响应时限(${lead.respondWithinMinutes} 分钟)`,
    `must be later than respondWithinMinutes (${lead.respondWithinMinutes})`,
  );
  find(
    pool.returnAfterDays !== null && pool.warnBeforeDays >= pool.returnAfterDays,
    ['pool', 'warnBeforeDays'],
    `要少于收回天数(${pool.returnAfterDays})`,
    `must be below returnAfterDays (${pool.returnAfterDays})`,
  );
  return findings;
}
