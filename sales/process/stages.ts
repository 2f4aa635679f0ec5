import { foldWords } from '../../kernel/words/folding.js';
import { type ByLanguage, everyWording, type Locale, sameInEach } from '../../texts/languages.js';
import { type FoundNames, findNamed } from '../words/find-named.js';
import {
  builtInFields,
  type NamedItem,
  type Pipeline,
  type Process,
  type Stage,
  type Step,
} from './process-schema.js';

/** What a stage may require of a deal; `hasContact`: whether the deal's customer has a contact. */
export interface GatedDeal {
  amount: number | null;
  closeDate: string | null;
  product: string | null;
  lastFollowUpAt: Date | null;
  hasContact: boolean;
  facts: Readonly<Record<string, string>>;
}

/** A required field with its name. */
export interface RequiredField {
  key: string;
  name: ByLanguage;
}

/**
 * Finds a stage of any pipeline by key; a removed key leads to the stage that took its deals. Undefined if
 * unknown.
 */
export function stageOf(process: Process, key: string): Stage | undefined {
  const all = process.pipelines.flatMap((pipeline) => pipeline.stages);
  return all.find((stage) => stage.key === key) ?? all.find((stage) => stage.was.includes(key));
}

/** Lists stages with open deals that the process neither has nor maps to another. */
export function strandedStages<T extends { stage: string; deals: number }>(
  process: Process,
  stages: readonly T[],
): T[] {
  return stages.filter(({ stage, deals }) => deals > 0 && !stageOf(process, stage));
}

/** Returns the pipeline of a stage; the main one for a removed stage. */
export function pipelineOf(process: Process, key: string): Pipeline {
  const stage = stageOf(process, key);
  const found = process.pipelines.find((pipeline) => stage && pipeline.stages.includes(stage));
  return found ?? mainPipeline(process);
}

/** Returns the main pipeline. */
export function mainPipeline(process: Process): Pipeline {
  return atLeastOne(process.pipelines[0]);
}

/** Chooses the pipeline of a new deal: by its product, else by its team, else the main one. */
export function pipelineFor(process: Process, deal: { product?: string | null; team?: string }): Pipeline {
  const product = foldWords(deal.product ?? '');
  const fits = (words: readonly string[], said: string, isWhole: boolean) =>
    said !== '' &&
    words.some((word) => (isWhole ? foldWords(word) === said : said.includes(foldWords(word))));
  return (
    process.pipelines.find(({ products }) => fits(products, product, false)) ??
    process.pipelines.find(({ teams }) => fits(teams, foldWords(deal.team ?? ''), true)) ??
    mainPipeline(process)
  );
}

/** Position of the stage in its pipeline, from 0; -1 if the process no longer has it. */
export function stageIndex(process: Process, key: string): number {
  const stage = stageOf(process, key);
  return stage ? pipelineOf(process, key).stages.indexOf(stage) : -1;
}

/** Returns the next stage in the pipeline, or undefined after the last. */
export function nextStage(process: Process, key: string): Stage | undefined {
  const index = stageIndex(process, key);
  return index < 0 ? undefined : pipelineOf(process, key).stages[index + 1];
}

/** Returns the previous stage in the pipeline, or undefined before the first. */
export function previousStage(process: Process, key: string): Stage | undefined {
  const index = stageIndex(process, key);
  return index < 0 ? undefined : pipelineOf(process, key).stages[index - 1];
}

/** The first stage of the main pipeline, where leads are. */
export function leadStage(process: Process): Stage {
  return atLeastOne(process.stages[0]);
}

/** The stage where new deals begin: the second, unless it is the won stage. */
export function firstDealStage({ stages }: Pick<Pipeline, 'stages'>): Stage {
  const second = atLeastOne(stages[1]);
  return second.won ? atLeastOne(stages[0]) : second;
}

/** The last stage; reaching it wins the deal. */
export function wonStage({ stages }: Pick<Pipeline, 'stages'>): Stage {
  return atLeastOne(stages.at(-1));
}

/** Lists the stages that an open deal can be in, of every pipeline. */
export function openStages(process: Process): Stage[] {
  return process.pipelines.flatMap((pipeline) => pipeline.stages).filter((stage) => !stage.won);
}

/** Lists the stages entered by a move, the target included; none for a move back or to another pipeline. */
export function stagesEntered(process: Process, from: string, to: string): Stage[] {
  if (!isForward(process, from, to)) return [];
  const { stages } = pipelineOf(process, to);
  return stages.slice(stageIndex(process, from) + 1, stageIndex(process, to) + 1);
}

function atLeastOne<T>(one: T | undefined): T {
  if (one === undefined) throw new RangeError('a process has a pipeline of at least two stages');
  return one;
}

/**
 * Finds a stage of a pipeline by name, alias, key, part of these, or number from 1 ('4', '第4' ("no. 4"),
 * '第四阶段' ("fourth stage")).
 */
export function findStage({ stages }: Pick<Pipeline, 'stages'>, words: string): FoundNames<Stage> {
  const named = findNamed(stages, words);
  if (named.kind === 'one') return named;
  const numbered = stages[ordinalOf(words) - 1];
  return numbered ? { kind: 'one', item: numbered } : named;
}

/** Whether the words are exactly the key, a name or an alias of a stage of any pipeline. */
export function isStage({ pipelines }: Pick<Process, 'pipelines'>, words: string): boolean {
  const folded = foldWords(words);
  const wordsOf = ({ key, name, aliases }: Stage) => [key, ...everyWording(name), ...aliases];
  const stages = pipelines.flatMap((pipeline) => pipeline.stages);
  return folded !== '' && stages.some((stage) => wordsOf(stage).some((word) => foldWords(word) === folded));
}

/** Finds a pipeline by name, alias, key or part of these. */
export function findPipeline(process: Process, words: string): FoundNames<Pipeline> {
  return findNamed(process.pipelines, words);
}

const numerals = '零一二三四五六七八九十';

function ordinalOf(words: string): number {
  const found = /^(?:第|stage|#)?(\d{1,2}|[一二三四五六七八九十])(?:阶段|步|个)?$/.exec(
    foldWords(words),
  )?.[1];
  if (!found) return 0;
  return /\d/.test(found) ? Number(found) : numerals.indexOf(found);
}

/** Finds a loss reason by name, alias, key or part of these. */
export function findLossReason(process: Process, words: string): FoundNames<NamedItem> {
  return findNamed(process.lossReasons, words);
}

/** Returns the company's name of a tag, or the words if the company has no such tag. */
export function tagNamed(process: Process, words: string, locale: Locale): string {
  const folded = foldWords(words);
  const known = process.tags.find(({ key, name, aliases }) =>
    [key, ...everyWording(name), ...aliases].some((word) => foldWords(word) === folded),
  );
  return known?.name[locale] ?? words;
}

/** Finds a lead source by name, alias, key or part of these. */
export function findSource(process: Process, words: string): FoundNames<NamedItem> {
  return findNamed(process.sources, words);
}

/** Whether a move goes forward; from a removed stage, every move does. */
export function isForward(process: Process, from: string, to: string): boolean {
  const known = stageOf(process, from);
  if (known && pipelineOf(process, from) !== pipelineOf(process, to)) return false;
  return stageIndex(process, to) > stageIndex(process, from);
}

/** Lists the fields a deal lacks for the stage. */
export function missingRequired(process: Process, stage: Stage, deal: GatedDeal): RequiredField[] {
  return stage.required
    .filter((key) => !isFilled(key, deal))
    .map((key) => ({ key, name: requiredFieldName(process, key) }));
}

/**
 * Lists the fields a deal lacks for a move: those of the target and of every skipped stage. A move back needs
 * none.
 */
export function missingForMove(process: Process, from: string, to: string, deal: GatedDeal): RequiredField[] {
  const missing = new Map<string, RequiredField>();
  for (const stage of stagesEntered(process, from, to)) {
    for (const field of missingRequired(process, stage, deal)) missing.set(field.key, field);
  }
  return [...missing.values()];
}

/**
 * Lists the fields a deal lacks to be won: those of every stage of its pipeline, however the deal came there, unless the
 * company asks only for those of the won stage. It closes today, so that the planned day is not asked for.
 */
export function missingForWin(process: Process, won: Stage, deal: GatedDeal): RequiredField[] {
  if (process.wins.require === 'won') return missingRequired(process, won, deal);
  const missing = new Map<string, RequiredField>();
  for (const stage of pipelineOf(process, won.key).stages) {
    for (const field of missingRequired(process, stage, deal)) missing.set(field.key, field);
  }
  missing.delete('closeDate');
  return [...missing.values()];
}

/** Name of a required field, built in or custom; its key if unknown. */
export function requiredFieldName(process: Process, key: string): ByLanguage {
  if (Object.hasOwn(builtInFields, key)) return builtInFields[key] ?? sameInEach(key);
  return process.fields.find((field) => field.key === key)?.name ?? sameInEach(key);
}

function isFilled(key: string, deal: GatedDeal): boolean {
  switch (key) {
    case 'amount':
      return deal.amount !== null;
    case 'closeDate':
      return deal.closeDate !== null;
    case 'product':
      return (deal.product ?? '') !== '';
    case 'contact':
      return deal.hasContact;
    case 'note':
      return deal.lastFollowUpAt !== null;
    default:
      return Object.hasOwn(deal.facts, key) && deal.facts[key] !== '';
  }
}

/** Key of the deal fact that records a done standard action. */
export function stepFact(stage: Stage, step: Step): string {
  return `step:${stage.key}/${step.key}`;
}

/** Lists the standard actions that a deal must have done to leave its stage for the target, and has not. */
export function neededSteps(
  process: Process,
  deal: { stage: string; facts: Readonly<Record<string, string>> },
  to: string,
): Step[] {
  const stage = stageOf(process, deal.stage);
  if (!stage || !isForward(process, deal.stage, to)) return [];
  return openSteps(stage, deal.facts).filter(({ needed }) => needed);
}

/** Lists the standard actions of a stage that are not done. */
export function openSteps(stage: Stage, facts: Readonly<Record<string, string>>): Step[] {
  return stage.steps.filter((step) => !Object.hasOwn(facts, stepFact(stage, step)));
}
