import { tellsSource } from '../../language/names/source-words.js';
import { everyWording } from '../../texts/languages.js';
import type { Context } from '../access/context.js';

/** Finds the key of the source that words about a new lead tell of; undefined if they tell of none, or of several. */
export function sourceTold({ process }: Pick<Context, 'process'>, words: string): string | undefined {
  const told = process.sources.filter(
    ({ key, name, aliases }) => key !== 'other' && tellsSource(words, [...everyWording(name), ...aliases]),
  );
  const [only, ...others] = told;
  return others.length === 0 ? only?.key : undefined;
}
