import { parseDocument } from 'yaml';
import { workdaysSaid } from '../../kernel/pieces/workdays-said.js';
import { foldWords } from '../../kernel/words/folding.js';
import { everyWording, type Locale, termInEach, textsIn } from '../../texts/languages.js';
import type { StepTask } from './process-schema.js';
import { doerRoles, isDoerRole } from './step-doers.js';
import { editYaml, type YamlPath } from './yaml-edit.js';

const roles = doerRoles.map((role) => {
  const { name, aliases } = termInEach((t) => t.setting.doers[role]);
  return { role, name, words: [role, ...everyWording(name), ...aliases].map(foldWords) };
});

/**
 * Reads who does a standard action and within how many workdays: 韩梅 3天 ("Han Mei, 3 days"), `manager in 2 days`, 5天 (the
 * deal's owner); undefined if the words name no days, or another number.
 */
export function stepTaskIn(words: string): StepTask | undefined {
  const said = workdaysSaid(words);
  if (!said || /\d/u.test(said.rest)) return undefined;
  const who = said.rest === '' ? 'owner' : said.rest;
  return { who: roles.find((one) => one.words.includes(foldWords(who)))?.role ?? who, days: said.days };
}

/** Words who does a standard action and when: 韩梅，进入阶段后 3 个工作日内 ("Han Mei, within 3 workdays of entering the stage"). */
export function stepTaskWords({ who, days }: StepTask, locale: Locale): string {
  const t = textsIn(locale).setting;
  const role = isDoerRole(who) ? roles.find((one) => one.role === who)?.name[locale] : undefined;
  return t.stepTask(role ?? who, days);
}

/** Returns the file with the task of one standard action set or, for null, taken away; `path` ends with 'task'. */
export function withStepTask(yaml: string, path: YamlPath, task: StepTask | null): string {
  const at = path.slice(0, -1);
  const step: unknown = parseDocument(yaml).getIn(at, true);
  const said = (step as { toJSON?(): unknown } | undefined)?.toJSON?.() ?? step;
  const isEntry = typeof said === 'object' && said !== null && 'name' in said;
  const { task: _, ...kept } = (isEntry ? said : { name: said }) as Record<string, unknown>;
  return editYaml(yaml, at, { set: task === null ? kept : { ...kept, task } });
}
