import { literalPattern } from '../../kernel/words/literal-pattern.js';
import { obstacleIn, wentElsewhere } from '../../language/sentence/obstacles.js';
import { findLossReason } from '../../sales/process/stages.js';
import { everyWording } from '../../texts/languages.js';
import type { Context } from '../access/context.js';

/**
 * Finds the loss reason that words tell of, 价格太高了 ("the price is too high"), "they ran out of budget"; undefined if they
 * tell of none or of several, which only the speaker can decide.
 */
export function lossReasonTold({ process }: Pick<Context, 'process'>, words: string): string | undefined {
  if (findLossReason(process, words).kind === 'one') return undefined;
  const told = new Set<string>();
  for (const { key, name, aliases } of process.lossReasons) {
    if (key === 'other') continue;
    const called = [...everyWording(name), ...aliases].filter((word) => word.length > 1);
    if (called.some((word) => isWithin(words, word))) told.add(key);
  }
  const keys = process.lossReasons.map(({ key }) => key);
  const obstacle = obstacleIn(words);
  if (obstacle && keys.includes(obstacle)) told.add(obstacle);
  if (keys.includes('competitor') && wentElsewhere(words)) told.add('competitor');
  const [only, ...others] = told;
  return others.length === 0 ? only : undefined;
}

/** Whether a text holds a word: as a part in Chinese, as a whole word in other letters. */
const isWithin = (text: string, word: string): boolean =>
  /\p{Script=Han}/u.test(word)
    ? text.includes(word)
    : new RegExp(`(?<![\\p{L}\\d])${literalPattern(word)}(?![\\p{L}\\d])`, 'iu').test(text);
