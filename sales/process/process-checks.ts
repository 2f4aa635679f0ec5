import { cronFault } from '../../kernel/time/cron.js';
import { nearest } from '../../kernel/words/edit-distance.js';
import { foldWords } from '../../kernel/words/folding.js';
import { type ByLanguage, type Catalogue, everyWording } from '../../texts/languages.js';
import { because, type Path, type ProcessFinding } from './process-problems.js';
import { schedulesIn } from './process-schedules.js';
import { builtInFields, type Process, type Stage } from './process-schema.js';

/** The stages of one pipeline and their path in the file. */
interface StageList {
  path: Path;
  stages: readonly Stage[];
}

/**
 * Lists contradictions between parts of a process that are valid on their own, and schedules that never come.
 * `storedBefore`: the process was accepted once, and schedules are not checked.
 */
export function contradictions(
  process: Process,
  { storedBefore = false }: { storedBefore?: boolean } = {},
): ProcessFinding[] {
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
    ...(storedBefore ? [] : schedules(process)),
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
    const names = new Set([field.key, ...everyWording(field.name)].map(foldWords));
    return [...names].map((word) => ({
      word,
      path: [...path, word === foldWords(field.key) ? 'key' : 'name'],
    }));
  });
  const findings = repeated(words);
  for (const [index, { key, type, choices }] of fields.entries()) {
    const path: Path = ['fields', index];
    if (Object.hasOwn(builtInFields, key)) {
      const reason = because((t) => t.builtIn(key));
      findings.push({ path: [...path, 'key'], reason });
    } else if (commandInputs.includes(key)) {
      const reason = because((t) => t.taken(key));
      findings.push({ path: [...path, 'key'], reason });
    }
    if ((type === 'choice') === choices.length > 0) continue;
    const reason = type === 'choice' ? because((t) => t.needsChoices) : because((t) => t.noChoices);
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
      const reason = because((t) => t.gateTooEarly);
      return [{ path, reason }];
    }
    if (gate.remindAfterDays < gate.expireAfterDays) return [];
    const reason = because((t) => t.belowExpiry(gate.expireAfterDays));
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
      const reason = because((t) => t.noCondition);
      return [{ path, reason }];
    }
    return when.sources.flatMap((source, at) =>
      known.includes(source)
        ? []
        : [
            {
              path: [...path, 'sources', at],
              reason: because((t) => t.noSource(source, known)),
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
        const reason = because((t) => t.noEntry(key, known));
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
  const reason = because((t) => t.weights(sum));
  return [{ path: ['kpi', 'weights'], reason }];
}

function tooShort(path: Path, days: number | null, warnBeforeDays: number): ProcessFinding[] {
  if (days === null || days > warnBeforeDays) return [];
  const reason = because((t) => t.aboveWarning(warnBeforeDays));
  return [{ path, reason }];
}

/** Keys, names and aliases of one list must differ, or a typed word would mean two things. */
function repeatedWords(
  list: Path,
  entries: readonly { key: string; name: ByLanguage; aliases: string[] }[],
): ProcessFinding[] {
  const words = entries.flatMap((entry, index) => {
    const at: Path = [...list, index];
    const own = [
      { word: entry.key, path: [...at, 'key'] },
      ...everyWording(entry.name).map((word) => ({ word, path: [...at, 'name'] })),
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
      return [{ path, reason: because((t) => t.repeated(word)) }];
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
          reason: because((t) => t.lastIsWon),
        },
      ];
    }
    if (index < last && stage.won) {
      return [
        {
          path: [...list, index, 'won'],
          reason: because((t) => t.onlyLastIsWon),
        },
      ];
    }
    if (stage.won && stage.probability !== 100) {
      return [
        {
          path: [...list, index, 'probability'],
          reason: because((t) => t.wonIsCertain),
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
          reason: because((t) => (suggestion ? t.noFieldNear(field, suggestion) : t.noField(field, known))),
        },
      ];
    }),
  );
}

function schedules(process: Process): ProcessFinding[] {
  return schedulesIn(process).flatMap(({ path, cron }) =>
    cronFault(cron) === 'never' ? [{ path, reason: because((t) => t.cronNever) }] : [],
  );
}

function times({ workHours, quietHours, lead, pool }: Process): ProcessFinding[] {
  const findings: ProcessFinding[] = [];
  const find = (wrong: boolean, path: Path, pick: (t: Catalogue['problem']) => string): void => {
    if (wrong) findings.push({ path, reason: because(pick) });
  };
  find(workHours.from >= workHours.to, ['workHours', 'to'], (t) => t.afterStart);
  find(quietHours !== null && quietHours.from === quietHours.to, ['quietHours', 'to'], (t) => t.sameTimes);
  const { respondWithinMinutes, remindAfterMinutes, escalateAfterMinutes, reassignAfterMinutes } = lead;
  find(remindAfterMinutes > respondWithinMinutes, ['lead', 'remindAfterMinutes'], (t) =>
    t.remindLate(respondWithinMinutes),
  );
  find(escalateAfterMinutes < respondWithinMinutes, ['lead', 'escalateAfterMinutes'], (t) =>
    t.escalateEarly(respondWithinMinutes),
  );
  find(
    reassignAfterMinutes !== null && reassignAfterMinutes <= respondWithinMinutes,
    ['lead', 'reassignAfterMinutes'],
    (t) => t.reassignEarly(respondWithinMinutes),
  );
  const { returnAfterDays, warnBeforeDays } = pool;
  if (returnAfterDays !== null)
    find(warnBeforeDays >= returnAfterDays, ['pool', 'warnBeforeDays'], (t) =>
      t.belowReturn(returnAfterDays),
    );
  return findings;
}
