import type { Locale } from '../../texts/languages.js';
import { builtInFields, type Pipeline, type Process, type Stage } from './process-schema.js';
import { type GateValue, one, type Setting, type SettingTexts, said } from './setting.js';

const notWatched = said((t) => t.notWatched);

/** Lists the rules of one stage. */
export function stageSettings(
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
  const name = one([...path, 'name'], 'name', stage.name, called('name'), {
    items: process.pipelines.flatMap(({ stages }) => stages).filter((one) => one !== stage),
  });
  if (stage.won) return [...lists, name];
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
    name,
  ];
}

/** The stages of each pipeline as a list to which one can be added. */
export const pipelineSettings = ({ pipelines }: Process): Setting[] =>
  pipelines.map(({ name, stages }, index) =>
    one(
      index === 0 ? ['stages'] : ['pipelines', index - 1, 'stages'],
      'stages',
      '',
      (t, locale) => t.stages(index === 0 ? '' : name[locale]),
      {
        items: stages,
      },
    ),
  );

function gateValue(gate: Stage['gate']): GateValue | null {
  if (!gate) return null;
  const who = gate.people.length > 0 ? { people: gate.people } : { role: gate.role };
  return {
    ...who,
    ...(gate.need === 'all' ? { need: 'all' as const } : {}),
    ...(gate.above === null ? {} : { above: gate.above }),
  };
}
