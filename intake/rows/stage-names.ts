import { foldSpelling } from '../../kernel/words/folding.js';
import type { Process } from '../../sales/process/parse-process.js';
import {
  findLossReason,
  findStage,
  firstDealStage,
  leadStage,
  openStages,
  wonStage,
} from '../../sales/process/stages.js';
import { formatsIn, type Locale, textsIn, wordsInEach } from '../../texts/languages.js';

/** The stage and status that a word of the stage column stands for. */
export interface ImportedStage {
  stage: string;
  status: 'open' | 'won' | 'lost';
}

/** Words of other systems for the beginning and end of a deal; the process names the stages between. */
const words = {
  first: wordsInEach((t) => t.intake.stageWords.first),
  engaged: wordsInEach((t) => t.intake.stageWords.engaged),
  won: wordsInEach((t) => t.intake.stageWords.won),
  lost: wordsInEach((t) => t.intake.stageWords.lost),
};

/**
 * Reads a word of the stage column, or undefined if neither the process nor this list knows it. A lost row
 * does not say how far the deal came: like a won one without history, it counts from the first deal stage.
 */
export function readStageWord(process: Process, word: string): ImportedStage | undefined {
  const folded = foldSpelling(word);
  if (words.won.includes(folded)) return { stage: wonStage(process).key, status: 'won' };
  if (words.lost.includes(folded)) return { stage: firstDealStage(process).key, status: 'lost' };
  if (words.first.includes(folded)) return { stage: leadStage(process).key, status: 'open' };
  if (words.engaged.includes(folded)) return { stage: firstDealStage(process).key, status: 'open' };
  const found = findStage(process, word);
  if (found.kind !== 'one') return undefined;
  return { stage: found.item.key, status: found.item.won ? 'won' : 'open' };
}

/** The words that would have been known. */
export function knownStages(process: Process, locale: Locale): string {
  const { won, lost } = textsIn(locale).figure.statuses;
  return formatsIn(locale).list([
    ...openStages(process).map((stage) => stage.name[locale]),
    won.name,
    lost.name,
  ]);
}

/** Finds the key of a loss reason, or undefined. */
export function lossReasonOf(process: Process, word: string): string | undefined {
  const found = findLossReason(process, word);
  return found.kind === 'one' ? found.item.key : undefined;
}
