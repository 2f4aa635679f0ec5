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
import type { Locale } from '../../texts/languages.js';

/** What a word of the stage column stands for. */
export interface ImportedStanding {
  stage: string;
  status: 'open' | 'won' | 'lost';
}

/** Words of other systems for the beginning and the end of a deal; the steps between are named by the process. */
const words: Record<'first' | 'engaged' | 'won' | 'lost', string[]> = {
  first: ['prospecting', 'prospect', 'new', 'open', '新建'],
  engaged: ['engaging', 'engaged', 'contacted', 'inprogress', '进行中', '跟进中'],
  won: ['won', 'closedwon', '赢单', '已赢单', '成交', '已成交', '签约成功'],
  lost: ['lost', 'closedlost', '输单', '已输单', '丢单', '失败', '流失'],
};

/**
 * What the word stands for. A lost row does not say how far the deal came; like one won without history, it is
 * taken to have been where deals begin. Undefined for a word that neither the process nor this list knows.
 */
export function importedStanding(process: Process, word: string): ImportedStanding | undefined {
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
  const ends = locale === 'zh' ? ['赢单', '输单'] : ['won', 'lost'];
  return [...openStages(process).map((stage) => stage.name[locale]), ...ends].join(', ');
}

/** The key of a loss reason; undefined for words that name none. */
export function lossReasonOf(process: Process, word: string): string | undefined {
  const found = findLossReason(process, word);
  return found.kind === 'one' ? found.item.key : undefined;
}
