import { InputError } from '../../kernel/command/errors.js';
import { formatAmount, homeSum, readSum } from '../../kernel/pieces/amount.js';
import { foldWords } from '../../kernel/words/folding.js';
import { readPeriod } from '../../language/question/read-period.js';
import { periodWords } from '../../language/question/write-question.js';
import { measures, type SliceMeasure, type SliceValue } from '../../sales/figures/slice-measures.js';
import {
  type Dimension,
  dimensionsOf,
  findByName,
  findByPart,
  measureNames,
} from '../../sales/figures/slice-names.js';
import type { Nameable } from '../../sales/words/find-named.js';
import { listTeams } from '../../store/people/team-queries.js';
import {
  everyWording,
  formatsIn,
  type Locale,
  termInEach,
  textsIn,
  wordsInEach,
} from '../../texts/languages.js';
import type { ReportContext } from '../request/report-context.js';
import { periodChoices } from '../request/report-fields.js';
import { type Period, readAtOf } from '../request/report-period.js';
import { valueNamed } from './slice-values.js';

export type Comparison = '>' | '>=' | '<' | '<=';

export type Filter =
  /** `money` is 'amount', or the key of a custom field. */
  | { kind: 'money'; money: string; than: Comparison; value: number }
  | { kind: 'is'; dimension: Dimension; value: SliceValue; words: string };

/** What a slice shows. */
export interface Slice {
  measure: SliceMeasure;
  /** One or two dimensions. */
  by: Dimension[];
  /** A key of `question-periods.ts`, or 'all'. */
  period?: string | Period;
  filters: Filter[];
  /** Name of the team, as said. */
  team?: string;
  /** Narrows the slice to one customer's deals. */
  customerId?: string;
}

const allTime = termInEach((t) => t.asking.allTime);
const ofAllTime = { value: 'all', label: allTime.name, words: allTime.aliases };

/** The words before and after `>`, `=` and other comparisons. */
const operator =
  /(>=|<=|≥|≤|>|<|=)\s*(?:"([^"]+)"|([¥$€£]?\d(?:[\d.]|,(?=\d{3}))*(?:\s(?:million|billion|thousand|mn|bn|k|m)(?![a-z]))?[^\s,、]*|[^\s,、]+))/iu;

/** `按`, `by`: Latin letters stand apart from other words. */
const beforeDimensions = new RegExp(
  wordsInEach((t) => [t.slice.by])
    .map((by) => (/\p{Script=Latin}/u.test(by) ? `(?<![\\p{L}\\d])${by}(?![\\p{L}\\d])` : by))
    .join('|'),
  'iu',
);

/** Whether words say by what is counted: 按 客户, `by industry`. */
export const saysDimension = (words: string): boolean => beforeDimensions.test(words);

/**
 * Reads a slice: `金额 按 行业,负责人 本季 >10万` ("amount by industry, owner this quarter >100k"). Throws InputError,
 * listing what is possible, for an unknown word.
 */
export async function readSlice(ctx: ReportContext, words: string): Promise<Slice> {
  const slice: Reading = { by: [], filters: [] };
  const rest = await takeFilters(ctx, words.normalize('NFKC').trim(), slice);
  const [left = '', ...right] = rest.split(beforeDimensions);
  const teams = (await listTeams(ctx.db)).map(({ name }) => name);
  const dimensions = dimensionsOf(ctx.process);
  takeWords(ctx, left, slice, teams, right.length === 0 ? dimensions : []);
  for (const part of right) takeWords(ctx, part, slice, teams, dimensions);
  const t = textsIn(ctx.locale).slice;
  if (slice.by.length === 0) throw new InputError('words', t.noDimension(dimensionNames(ctx)), t.example);
  if (slice.by.length > 2) throw new InputError('words', t.tooMany(slice.by.length), t.example);
  return { ...slice, measure: slice.measure ?? 'amount' };
}

type Reading = Omit<Slice, 'measure' | 'period'> & { measure?: SliceMeasure; period?: string };

const tokensOf = (text: string): string[] =>
  [...text.matchAll(/"([^"]+)"|([^\s,、×]+)/gu)].map((match) => match[1] ?? match[2] ?? '');

/** Takes the longest known run of words at once: names first, then measures and dimensions. */
function takeWords(
  ctx: ReportContext,
  text: string,
  slice: Reading,
  teams: string[],
  cuts: Dimension[],
): void {
  const tokens = tokensOf(text).filter((token) => !/^(?:和|与|及|and|&)$/iu.test(token));
  for (let at = 0; at < tokens.length; ) {
    const longest = Math.min(6, tokens.length - at);
    let taken = 0;
    for (let count = longest; count > 0 && taken === 0; count--) {
      if (takeExact(ctx, tokens.slice(at, at + count).join(' '), slice, teams, cuts)) taken = count;
    }
    if (taken === 0) {
      takeNear(ctx, tokens[at] ?? '', slice, teams, cuts);
      taken = 1;
    }
    at += taken;
  }
}

function takeExact(
  ctx: ReportContext,
  words: string,
  slice: Reading,
  teams: string[],
  cuts: Dimension[],
): boolean {
  const wanted = foldWords(words);
  const dimension = findByName(cuts, words);
  // After "by", `month` is a dimension, not this month.
  if (dimension) return addDimension(slice, dimension);
  const period = periodSaid(ctx, words);
  if (period !== undefined) {
    slice.period = period;
    return true;
  }
  const measure = findByName(measureNames, words);
  if (measure) return setMeasure(ctx, slice, measure);
  const team = teams.find((name) => foldWords(name) === wanted);
  if (team) slice.team = team;
  return team !== undefined;
}

/** The key of a period, or 'all'. */
function periodSaid(ctx: ReportContext, words: string): string | undefined {
  const wanted = foldWords(words);
  const named = [...periodChoices, ofAllTime].find(({ value, label, words: others }) =>
    [value, ...everyWording(label), ...others].some((one) => foldWords(one) === wanted),
  );
  return named?.value ?? readPeriod(words, readAtOf(ctx));
}

function takeNear(
  ctx: ReportContext,
  word: string,
  slice: Reading,
  teams: string[],
  cuts: Dimension[],
): void {
  const parts = word.split(/[和与及]/).filter(Boolean);
  if (parts.length > 1 && parts.every((part) => findByName(cuts, part))) {
    for (const part of parts) takeExact(ctx, part, slice, teams, cuts);
    return;
  }
  const dimension = findByPart(cuts, word);
  if (dimension) {
    addDimension(slice, dimension);
    return;
  }
  const near = teams.filter((name) => [...word].length > 1 && foldWords(name).startsWith(foldWords(word)));
  if (near.length === 1) {
    slice.team = near[0];
    return;
  }
  const t = textsIn(ctx.locale).slice;
  if (cuts.length > 0 && slice.measure !== undefined && slice.by.length === 0)
    throw new InputError('words', t.unknownDimension(word, dimensionNames(ctx)), t.example);
  const all = formatsIn(ctx.locale).list(measureNames.map(({ name }) => name[ctx.locale]));
  throw new InputError('words', t.noMeasure(word, all, dimensionNames(ctx)), t.example);
}

function setMeasure(ctx: ReportContext, slice: Reading, measure: (typeof measureNames)[number]): true {
  const before = measureNames.find(({ key }) => key === slice.measure);
  if (before && before !== measure) {
    const t = textsIn(ctx.locale).slice;
    const { locale } = ctx;
    throw new InputError('words', t.twoMeasures(before.name[locale], measure.name[locale]), t.example);
  }
  slice.measure = measure.key;
  return true;
}

function addDimension(slice: Reading, dimension: Dimension): true {
  if (!slice.by.some(({ key }) => key === dimension.key)) slice.by.push(dimension);
  return true;
}

export const dimensionNames = (ctx: ReportContext): string =>
  formatsIn(ctx.locale).list(dimensionsOf(ctx.process).map(({ name }) => name[ctx.locale]));

const amountName: Nameable = measureNames[0] as Nameable;

/** Lists the amounts that can be compared: the deal's own, and custom fields that hold money. */
const moneyNames = (ctx: ReportContext): Nameable[] => [
  amountName,
  ...dimensionsOf(ctx.process).filter(({ own }) => own?.type === 'money'),
];

/** Takes the filters out of the words and returns the rest. */
async function takeFilters(ctx: ReportContext, words: string, slice: Reading): Promise<string> {
  let left = '';
  let rest = words;
  for (let found = operator.exec(rest); found; found = operator.exec(rest)) {
    const before = left + rest.slice(0, found.index);
    const [, sign = '', quoted, plain = ''] = found;
    const { filter, kept } = await filterOf(ctx, before, sign, quoted ?? plain);
    slice.filters.push(filter);
    left = `${kept} `;
    rest = rest.slice(found.index + found[0].length);
  }
  return left + rest;
}

async function filterOf(
  ctx: ReportContext,
  before: string,
  sign: string,
  said: string,
): Promise<{ filter: Filter; kept: string }> {
  const t = textsIn(ctx.locale).slice;
  const { locale } = ctx;
  const isGlued = /[^\s,、]$/u.test(before);
  const field = fieldBefore([...moneyNames(ctx), ...dimensionsOf(ctx.process)], before);
  if (sign === '=') {
    const dimension = field && dimensionsOf(ctx.process).find(({ key }) => key === field.item.key);
    if (!field || !dimension) {
      const word = tokensOf(before).at(-1) ?? '';
      throw new InputError('words', t.unknownDimension(word, dimensionNames(ctx)), t.example);
    }
    const value = await valueNamed(ctx, dimension, said);
    return { filter: { kind: 'is', dimension, value, words: said }, kept: field.kept };
  }
  const money = field && moneyNames(ctx).find(({ key }) => key === field.item.key);
  const all = formatsIn(ctx.locale).list(moneyNames(ctx).map(({ name }) => name[locale]));
  if (field && !money && isGlued)
    throw new InputError('words', t.notMoney(field.item.name[locale], all), t.example);
  const sum = readSum(said);
  const value = sum === undefined ? undefined : homeSum(sum, ctx.process.currency);
  if (value === undefined) throw new InputError('words', t.noAmount(said), t.example);
  const than = sign.replace('≥', '>=').replace('≤', '<=') as Comparison;
  // `金额 >10万` ("amount >100,000") at the beginning also names the measure.
  const isFilters = money && (isGlued || field.kept.trim() !== '');
  return {
    filter: { kind: 'money', money: isFilters ? money.key : 'amount', than, value },
    kept: isFilters ? field.kept : before,
  };
}

/** Finds a name in the last one to three words, and the words before it. */
function fieldBefore(names: Nameable[], before: string): { item: Nameable; kept: string } | undefined {
  const tokens = [...before.matchAll(/[^\s,、]+/gu)];
  for (const count of [3, 2, 1]) {
    const first = tokens.at(-count);
    if (!first || tokens.length < count) continue;
    const item = findByName(names, before.slice(first.index).trim());
    if (item) return { item, kept: before.slice(0, first.index) };
  }
  return undefined;
}

const periodCalled = (period: string, locale: Locale): string =>
  [...periodChoices, ofAllTime].find(({ value }) => value === period)?.label[locale] ??
  periodWords(period, locale);

/** Writes the words that `readSlice` reads as this slice: names for people, keys for storage. */
export function sliceWords(ctx: ReportContext, slice: Slice, how: Locale | 'keys'): string {
  const called = (item: Nameable) => (how === 'keys' ? item.key : item.name[how]);
  const measure = measureNames.find(({ key }) => key === slice.measure) ?? amountName;
  const period = typeof slice.period === 'object' ? slice.period.key : slice.period;
  const by = how === 'keys' ? 'by' : textsIn(how).slice.by;
  const filters = slice.filters.map((filter) => {
    if (filter.kind === 'is') return `${quoted(called(filter.dimension), false)}=${quoted(filter.words)}`;
    const money = moneyNames(ctx).find(({ key }) => key === filter.money) ?? amountName;
    const value =
      how === 'keys' ? `${filter.value / 100}` : formatAmount(filter.value, { ...ctx, locale: how });
    return `${quoted(called(money), false)}${filter.than}${value.replaceAll(' ', '')}`;
  });
  return [
    called(measure),
    by,
    slice.by.map(called).join(','),
    period === undefined ? '' : how === 'keys' ? period : periodCalled(period, how),
    ...filters,
    slice.team ? quoted(slice.team) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

const quoted = (words: string, needed = /[\s,、]/u.test(words)): string => (needed ? `"${words}"` : words);

/**
 * Reads a report's period, team, and "by product" instead of "by source". Throws InputError for other words.
 */
export async function readSpan(
  ctx: ReportContext,
  words: string,
): Promise<Pick<Reading, 'period' | 'team'> & { isByProduct: boolean }> {
  const slice: Reading = { by: [], filters: [] };
  const teams = (await listTeams(ctx.db)).map(({ name }) => name);
  const two = dimensionsOf(ctx.process).filter(({ key }) => key === 'product' || key === 'source');
  takeWords(ctx, words.normalize('NFKC').trim(), slice, teams, two);
  return {
    period: slice.period,
    team: slice.team,
    isByProduct: slice.by.some(({ key }) => key === 'product'),
  };
}

/** Tells whether the slice takes deals by their close date. */
export const looksAtClosed = ({ measure }: Pick<Slice, 'measure'>): boolean =>
  measures[measure].of === 'closed';
