import { type Found, findNamed } from './find.js';
import { builtInFields, type Named, type Process, type Stage, type Step } from './process-schema.js';
import { type Bilingual, fold } from './words.js';

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
  name: Bilingual;
}

export function stageOf(process: Process, key: string): Stage | undefined {
  return process.stages.find((stage) => stage.key === key);
}

/** Position of the stage, from 0; -1 where the process no longer has it. */
export function stageIndex(process: Process, key: string): number {
  return process.stages.findIndex((stage) => stage.key === key);
}

export function nextStage(process: Process, key: string): Stage | undefined {
  const index = stageIndex(process, key);
  return index < 0 ? undefined : process.stages[index + 1];
}

export function previousStage(process: Process, key: string): Stage | undefined {
  const index = stageIndex(process, key);
  return index < 0 ? undefined : process.stages[index - 1];
}

/** The first stage: what is not yet a deal lives there. */
export function leadStage(process: Process): Stage {
  return atLeastOne(process.stages[0]);
}

/** Where a new deal begins: the stage after the leads', unless that one is the won stage. */
export function firstDealStage(process: Process): Stage {
  const second = atLeastOne(process.stages[1]);
  return second.won ? leadStage(process) : second;
}

/** The last stage; reaching it wins the deal. */
export function wonStage(process: Process): Stage {
  return atLeastOne(process.stages.at(-1));
}

/** Stages an open deal can be in. */
export function openStages(process: Process): Stage[] {
  return process.stages.filter((stage) => !stage.won);
}

function atLeastOne(stage: Stage | undefined): Stage {
  if (!stage) throw new RangeError('a process has at least two stages');
  return stage;
}

/** Finds a stage by name, alias, key, part of these, or number from 1 ('4', '第4', '第四阶段'). */
export function findStage(process: Process, words: string): Found<Stage> {
  const named = findNamed(process.stages, words);
  if (named.kind === 'one') return named;
  const numbered = process.stages[ordinalOf(words) - 1];
  return numbered ? { kind: 'one', item: numbered } : named;
}

const numerals = '零一二三四五六七八九十';

function ordinalOf(words: string): number {
  const found = /^(?:第|stage|#)?(\d{1,2}|[一二三四五六七八九十])(?:阶段|步|个)?$/.exec(fold(words))?.[1];
  if (!found) return 0;
  return /\d/.test(found) ? Number(found) : numerals.indexOf(found);
}

export function findLossReason(process: Process, words: string): Found<Named> {
  return findNamed(process.lossReasons, words);
}

export function findSource(process: Process, words: string): Found<Named> {
  return findNamed(process.sources, words);
}

/** Whether the move goes on; from a stage that is no longer there, every move does. */
export function isForward(process: Process, from: string, to: string): boolean {
  return stageIndex(process, to) > stageIndex(process, from);
}

/** What the deal lacks to be in the stage. */
export function missingRequired(process: Process, stage: Stage, deal: GatedDeal): RequiredField[] {
  return stage.required
    .filter((key) => !isFilled(key, deal))
    .map((key) => ({ key, name: fieldName(process, key) }));
}

/**
 * What the deal lacks to be moved: what the target asks for and every stage that is passed over. A move back
 * needs nothing.
 */
export function missingForMove(process: Process, from: string, to: string, deal: GatedDeal): RequiredField[] {
  const passed = process.stages.slice(stageIndex(process, from) + 1, stageIndex(process, to) + 1);
  const missing = new Map<string, RequiredField>();
  for (const stage of passed) {
    for (const field of missingRequired(process, stage, deal)) missing.set(field.key, field);
  }
  return [...missing.values()];
}

/** Name of a field a stage may require, built in or declared in the process; its key if neither. */
export function fieldName(process: Process, key: string): Bilingual {
  if (Object.hasOwn(builtInFields, key)) return builtInFields[key] ?? { zh: key, en: key };
  return process.fields.find((field) => field.key === key)?.name ?? { zh: key, en: key };
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
