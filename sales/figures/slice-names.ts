import { foldWords } from '../../kernel/words/folding.js';
import { type Catalogue, everyWording, termInEach } from '../../texts/languages.js';
import type { CustomField, Process } from '../process/parse-process.js';
import type { Nameable } from '../words/find-named.js';
import type { SliceMeasure } from './slice-measures.js';

type FigureTexts = Catalogue['figure'];

/** The measures, and what people call them. */
export const measureNames: (Nameable & { key: SliceMeasure })[] = (
  [
    'amount',
    'count',
    'weighted',
    'wonAmount',
    'wonCount',
    'winRate',
    'lostCount',
    'lostAmount',
    'averageSize',
    'daysToClose',
  ] as const
).map((key) => ({ key, ...termInEach((t) => t.figure.measures[key]) }));

export type BuiltInDimension = keyof FigureTexts['dimensions'];

export const builtInDimensions: (Nameable & { key: BuiltInDimension })[] = (
  [
    'owner',
    'team',
    'stage',
    'status',
    'product',
    'source',
    'lossReason',
    'lossStage',
    'region',
    'industry',
    'grade',
    'tag',
    'month',
    'pipeline',
    'customer',
    'week',
  ] as const
).map((key) => ({ key, ...termInEach((t) => t.figure.dimensions[key]) }));

/** What deals can be grouped by; `own` is set for a custom field. */
export interface Dimension extends Nameable {
  own?: CustomField;
}

/** Lists the built-in dimensions, then the custom fields of the company. */
export function dimensionsOf({ fields }: Pick<Process, 'fields'>): Dimension[] {
  const builtInNames = new Set(
    builtInDimensions.flatMap(({ key, name }) => [key, ...everyWording(name)].map(foldWords)),
  );
  // A custom field named like a built-in dimension is reached as `my.product`.
  const own = fields.map((field) => ({
    key: builtInNames.has(foldWords(field.key)) ? `my.${field.key}` : field.key,
    name: field.name,
    aliases: [],
    own: field,
  }));
  return [...builtInDimensions, ...own];
}

/** Finds the item whose key, name or alias equals the words, or undefined. */
export function findByName<T extends Nameable>(items: readonly T[], words: string): T | undefined {
  const folded = foldWords(words);
  return items.find(({ key, name, aliases }) =>
    [key, ...everyWording(name), ...aliases].some((word) => foldWords(word) === folded),
  );
}

/**
 * Finds the only item whose name ends with the words, or is one word that begins with them; undefined else. A name is
 * about its last word: 客户等级 ("customer grade") is no customer.
 */
export function findByPart<T extends Nameable>(items: readonly T[], words: string): T | undefined {
  const folded = foldWords(words);
  if ([...folded].length < 2) return undefined;
  const isPart = (word: string) =>
    foldWords(word).endsWith(folded) || (/^[a-z]{3,}$/.test(folded) && isBegunBy(word, folded));
  const [only, ...others] = items.filter(({ name, aliases }) =>
    [...everyWording(name), ...aliases].some(isPart),
  );
  return others.length === 0 ? only : undefined;
}

const isBegunBy = (word: string, folded: string): boolean =>
  !/\s/.test(word.trim()) && foldWords(word).startsWith(folded);

/** The outcomes of a deal. */
export const statusNames = (['open', 'won', 'lost'] as const).map((key) => ({
  key,
  ...termInEach((t) => t.figure.statuses[key]),
}));
