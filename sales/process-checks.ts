import type { Finding, Path } from './process-problems.js';
import { builtInFields, type Process } from './process-schema.js';
import { fold, nearest } from './words.js';

/** What the parts of a process get wrong together, though each is right by itself. */
export function contradictions(process: Process): Finding[] {
  return [
    ...repeatedKeys(process),
    ...repeatedWords('stages', process.stages),
    ...repeatedWords('lossReasons', process.lossReasons),
    ...repeatedWords('sources', process.sources),
    ...wonStage(process),
    ...unknownFields(process),
    ...times(process),
    ...assignmentRules(process),
    ...gates(process),
    ...pools(process),
  ];
}

function repeatedKeys(process: Process): Finding[] {
  const findings = [
    ...repeated(process.fields.map((field, index) => ({ word: field.key, path: ['fields', index, 'key'] }))),
    ...process.stages.flatMap((stage, at) =>
      repeated(stage.steps.map((step, index) => ({ word: step.key, path: ['stages', at, 'steps', index] }))),
    ),
  ];
  for (const [index, field] of process.fields.entries()) {
    if (!Object.hasOwn(builtInFields, field.key)) continue;
    findings.push({
      path: ['fields', index, 'key'],
      reason: { zh: `「${field.key}」是内置字段，不用再声明`, en: `"${field.key}" is a built-in field` },
    });
  }
  return findings;
}

/** A gate that asks for the reminder after the end, or stands where every deal begins. */
function gates({ stages }: Process): Finding[] {
  return stages.flatMap(({ gate }, index) => {
    if (!gate) return [];
    const path = ['stages', index, 'gate'];
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

/** A rule that can never fit, or that fits every lead. */
function assignmentRules({ assignment, sources }: Process): Finding[] {
  const known = sources.map((source) => source.key);
  return assignment.rules.flatMap(({ when }, index) => {
    const path = ['assignment', 'rules', index, 'when'];
    if (when.sources.length + when.tags.length + when.words.length === 0) {
      const reason = {
        zh: '至少写一个条件：sources、tags 或 words',
        en: 'name at least one condition: sources, tags or words',
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

/** Sources, grades and stages that there are, each with time for the warning. */
function pools({ pool, grades, sources, stages }: Process): Finding[] {
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

function tooShort(path: Path, days: number | null, warnBeforeDays: number): Finding[] {
  if (days === null || days > warnBeforeDays) return [];
  const reason = {
    zh: `要多于提醒天数(${warnBeforeDays})`,
    en: `must be above warnBeforeDays (${warnBeforeDays})`,
  };
  return [{ path, reason }];
}

/** Keys, names and aliases of one list share one space of words, or typing one would mean two things. */
function repeatedWords(
  list: 'stages' | 'lossReasons' | 'sources',
  entries: readonly { key: string; name: { zh: string; en: string }; aliases: string[] }[],
): Finding[] {
  const words = entries.flatMap((entry, index) => {
    const at: Path = [list, index];
    const own = [
      { word: entry.key, path: [...at, 'key'] },
      { word: entry.name.zh, path: [...at, 'name'] },
      { word: entry.name.en, path: [...at, 'name'] },
      ...entry.aliases.map((word, alias) => ({ word, path: [...at, 'aliases', alias] })),
    ];
    const seen = new Set<string>();
    return own.filter(({ word }) => !seen.has(fold(word)) && seen.add(fold(word)));
  });
  return repeated(words);
}

function repeated(words: { word: string; path: Path }[]): Finding[] {
  const seen = new Set<string>();
  return words.flatMap(({ word, path }) => {
    const folded = fold(word);
    if (seen.has(folded)) {
      return [{ path, reason: { zh: `「${word}」重复了`, en: `"${word}" is used twice` } }];
    }
    seen.add(folded);
    return [];
  });
}

function wonStage({ stages }: Process): Finding[] {
  const last = stages.length - 1;
  return stages.flatMap((stage, index): Finding[] => {
    if (index === last && !stage.won) {
      return [
        {
          path: ['stages', index],
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
          path: ['stages', index, 'won'],
          reason: { zh: '只有最后一个阶段可以写 won: true', en: 'only the last stage may have won: true' },
        },
      ];
    }
    if (stage.won && stage.probability !== 100) {
      return [
        {
          path: ['stages', index, 'probability'],
          reason: { zh: '赢单阶段的概率是 100', en: 'the probability of the won stage is 100' },
        },
      ];
    }
    return [];
  });
}

function unknownFields(process: Process): Finding[] {
  const known = [...Object.keys(builtInFields), ...process.fields.map((field) => field.key)];
  return process.stages.flatMap((stage, at) =>
    stage.required.flatMap((field, index) => {
      if (known.includes(field)) return [];
      const meant = nearest(field, known);
      return [
        {
          path: ['stages', at, 'required', index],
          reason: {
            zh: `没有字段「${field}」${meant ? `，是不是「${meant}」？` : `，可用：${known.join('、')}`}`,
            en: `no field "${field}"${meant ? `, did you mean "${meant}"?` : `; known: ${known.join(', ')}`}`,
          },
        },
      ];
    }),
  );
}

function times({ workHours, quietHours, lead, pool }: Process): Finding[] {
  const findings: Finding[] = [];
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
