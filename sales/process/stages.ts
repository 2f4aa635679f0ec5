import { type ByLanguage, everyWording, type Locale, sameInEach } from '../../texts/languages.js';
import { type FoundNames, findNamed } from '../words/find-named.js';
import { fold } from '../words/nearest-words.js';
import {
  builtInFields,
  type NamedItem,
  type Pipeline,
  type Process,
  type Stage,
  type Step,
} from './process-schema.js';

/** What the gate looks at; `hasContact`: the deal's customer has a contact. */
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

/** The stage of a key, in whichever pipeline; a key that is gone leads to the stage that took its deals. */
export function stageOf(process: Process, key: string): Stage | undefined {
  const all = process.pipelines.flatMap((pipeline) => pipeline.stages);
  return all.find((stage) => stage.key === key) ?? all.find((stage) => stage.was.includes(key));
}

/** Stages in which deals stand and which the process neither has nor says what became of them. */
export function strandedStages<T extends { stage: string; deals: number }>(
  process: Process,
  standing: readonly T[],
): T[] {
  return standing.filter(({ stage, deals }) => deals > 0 && !stageOf(process, stage));
}

/** The pipeline a stage belongs to; the main one for a stage that is gone. */
export function pipelineOf(process: Process, key: string): Pipeline {
  const stage = stageOf(process, key);
  const found = process.pipelines.find((pipeline) => stage && pipeline.stages.includes(stage));
  return found ?? mainPipeline(process);
}

export function mainPipeline(process: Process): Pipeline {
  return atLeastOne(process.pipelines[0]);
}

/** Where a new deal is sold: by what it is about, else by who sells it, else in the main pipeline. */
export function pipelineFor(process: Process, deal: { product?: string | null; team?: string }): Pipeline {
  const product = fold(deal.product ?? '');
  const fits = (words: readonly string[], said: string, whole: boolean) =>
    said !== '' && words.some((word) => (whole ? fold(word) === said : said.includes(fold(word))));
  return (
    process.pipelines.find(({ products }) => fits(products, product, false)) ??
    process.pipelines.find(({ teams }) => fits(teams, fold(deal.team ?? ''), true)) ??
    mainPipeline(process)
  );
}

/** Position of the stage in its pipeline, from 0; -1 where the process no longer has it. */
export function stageIndex(process: Process, key: string): number {
  const stage = stageOf(process, key);
  return stage ? pipelineOf(process, key).stages.indexOf(stage) : -1;
}

export function nextStage(process: Process, key: string): Stage | undefined {
  const index = stageIndex(process, key);
  return index < 0 ? undefined : pipelineOf(process, key).stages[index + 1];
}

export function previousStage(process: Process, key: string): Stage | undefined {
  const index = stageIndex(process, key);
  return index < 0 ? undefined : pipelineOf(process, key).stages[index - 1];
}

/** The first stage of the main pipeline: what is not yet a deal lives there. */
export function leadStage(process: Process): Stage {
  return atLeastOne(process.stages[0]);
}

/** Where a new deal begins: the stage after the leads', unless that one is the won stage. */
export function firstDealStage({ stages }: Pick<Pipeline, 'stages'>): Stage {
  const second = atLeastOne(stages[1]);
  return second.won ? atLeastOne(stages[0]) : second;
}

/** The last stage; reaching it wins the deal. */
export function wonStage({ stages }: Pick<Pipeline, 'stages'>): Stage {
  return atLeastOne(stages.at(-1));
}

/** Stages an open deal can be in, of every pipeline. */
export function openStages(process: Process): Stage[] {
  return process.pipelines.flatMap((pipeline) => pipeline.stages).filter((stage) => !stage.won);
}

/** The stages that a move from one to another enters, the last included; none for a move back or aside. */
export function stagesEntered(process: Process, from: string, to: string): Stage[] {
  if (!isForward(process, from, to)) return [];
  const { stages } = pipelineOf(process, to);
  return stages.slice(stageIndex(process, from) + 1, stageIndex(process, to) + 1);
}

function atLeastOne<T>(one: T | undefined): T {
  if (one === undefined) throw new RangeError('a process has a pipeline of at least two stages');
  return one;
}

/** Finds a stage of a pipeline by name, alias, key, part of these, or number from 1 ('4', '第4', '第四阶段'). */
export function findStage({ stages }: Pick<Pipeline, 'stages'>, words: string): FoundNames<Stage> {
  const named = findNamed(stages, words);
  if (named.kind === 'one') return named;
  const numbered = stages[ordinalOf(words) - 1];
  return numbered ? { kind: 'one', item: numbered } : named;
}

export function findPipeline(process: Process, words: string): FoundNames<Pipeline> {
  return findNamed(process.pipelines, words);
}

const numerals = '零一二三四五六七八九十';

function ordinalOf(words: string): number {
  const found = /^(?:第|stage|#)?(\d{1,2}|[一二三四五六七八九十])(?:阶段|步|个)?$/.exec(fold(words))?.[1];
  if (!found) return 0;
  return /\d/.test(found) ? Number(found) : numerals.indexOf(found);
}

export function findLossReason(process: Process, words: string): FoundNames<NamedItem> {
  return findNamed(process.lossReasons, words);
}

/** A tag by the company's name for it; one that the company has not is kept as it was said. */
export function tagNamed(process: Process, words: string, locale: Locale): string {
  const wanted = fold(words);
  const known = process.tags.find(({ key, name, aliases }) =>
    [key, ...everyWording(name), ...aliases].some((word) => fold(word) === wanted),
  );
  return known?.name[locale] ?? words;
}

export function findSource(process: Process, words: string): FoundNames<NamedItem> {
  return findNamed(process.sources, words);
}

/** Whether the move goes on; from a stage that is no longer there, every move does. */
export function isForward(process: Process, from: string, to: string): boolean {
  const known = stageOf(process, from);
  if (known && pipelineOf(process, from) !== pipelineOf(process, to)) return false;
  return stageIndex(process, to) > stageIndex(process, from);
}

/** What the deal lacks to be in the stage. */
export function missingRequired(process: Process, stage: Stage, deal: GatedDeal): RequiredField[] {
  return stage.required
    .filter((key) => !isFilled(key, deal))
    .map((key) => ({ key, name: requiredFieldName(process, key) }));
}

/**
 * What the deal lacks to be moved: what the target asks for and every stage that is passed over. A move back
 * needs nothing.
 */
export function missingForMove(process: Process, from: string, to: string, deal: GatedDeal): RequiredField[] {
  const missing = new Map<string, RequiredField>();
  for (const stage of stagesEntered(process, from, to)) {
    for (const field of missingRequired(process, stage, deal)) missing.set(field.key, field);
  }
  return [...missing.values()];
}

/** Name of a field a stage may require, built in or declared in the process; its key if neither. */
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

/** The fact of a deal that says that a standard action is done. */
export function stepFact(stage: Stage, step: Step): string {
  return `step:${stage.key}/${step.key}`;
}

/** Standard actions of the stage not yet ticked. */
export function openSteps(stage: Stage, facts: Readonly<Record<string, string>>): Step[] {
  return stage.steps.filter((step) => !Object.hasOwn(facts, stepFact(stage, step)));
}
