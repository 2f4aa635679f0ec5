import { type Catalogue, everyWording, termInEach } from '../../texts/languages.js';
import type { CustomField, Process } from '../process/parse-process.js';
import { findNamed, type Nameable } from '../words/find-named.js';
import { fold } from '../words/nearest-words.js';
import type { SliceMeasure } from './slice-measures.js';

type FigureTexts = Catalogue['figure'];

/** What can be measured, and how people call it. */
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

export type BuiltIn = keyof FigureTexts['dimensions'];

export const builtInDimensions: (Nameable & { key: BuiltIn })[] = (
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
  ] as const
).map((key) => ({ key, ...termInEach((t) => t.figure.dimensions[key]) }));

/** Something deals can be cut by; `own` is the field of the company's own that it is. */
export interface Dimension extends Nameable {
  own?: CustomField;
}

/** All there is: what every company has, then the fields of this one. */
export function dimensionsOf({ fields }: Pick<Process, 'fields'>): Dimension[] {
  const taken = new Set(builtInDimensions.flatMap(({ key, name }) => [key, ...everyWording(name)].map(fold)));
  // A field that is called like a built-in one is still reached as `my.product`.
  const own = fields.map((field) => ({
    key: taken.has(fold(field.key)) ? `my.${field.key}` : field.key,
    name: field.name,
    aliases: [],
    own: field,
  }));
  return [...builtInDimensions, ...own];
}

/** The one whose key, name or alias the words are, whole. */
export function called<T extends Nameable>(items: readonly T[], words: string): T | undefined {
  const wanted = fold(words);
  return items.find(({ key, name, aliases }) =>
    [key, ...everyWording(name), ...aliases].some((word) => fold(word) === wanted),
  );
}

/** The one that the words begin or are a part of, where it is the only one. */
export function almostCalled<T extends Nameable>(items: readonly T[], words: string): T | undefined {
  const found = [...fold(words)].length > 1 ? findNamed(items, words) : undefined;
  return found?.kind === 'one' ? found.item : undefined;
}

/** What a deal may be, by what became of it. */
export const statusNames = (['open', 'won', 'lost'] as const).map((key) => ({
  key,
  ...termInEach((t) => t.figure.statuses[key]),
}));
