import { isDeepStrictEqual } from 'node:util';
import {
  type ByLanguage,
  entriesInEach,
  formatsIn,
  inEachLanguage,
  locales,
  sameInEach,
} from '../../texts/languages.js';
import type { Process } from './process-schema.js';
import { settingsOf } from './process-settings.js';
import type { Setting } from './setting.js';
import { valueWords } from './setting-values.js';

/** One rule that two processes have differently. */
export interface RuleDifference {
  name: ByLanguage;
  before: ByLanguage;
  after: ByLanguage;
}

/** Lists what would change if `after` replaced `before`, rule by rule, in the order of the rules. */
export function processDifferences(before: Process, after: Process): RuleDifference[] {
  const settings = { before: settingsByPlace(before), after: settingsByPlace(after) };
  return compareParts(comparable(before), comparable(after), { place: [], keys: [] }, settings);
}

/** The rules as they are compared: `stages` are those of the first pipeline, and a stage has only limits of its own. */
function comparable({ stages: _, ...process }: Process): object {
  const own = (days: number | null, usual: number | null) => (days === usual ? undefined : days);
  const pipelines = process.pipelines.map((pipeline) => ({
    ...pipeline,
    stages: pipeline.stages.map((stage) => ({
      ...stage,
      stallDays: own(stage.stallDays, process.stall.days),
      maxDays: own(stage.maxDays, process.stall.maxDays),
    })),
  }));
  return { ...process, pipelines };
}

interface Settings {
  before: ReadonlyMap<string, Setting>;
  after: ReadonlyMap<string, Setting>;
}

/** Settings by their place. Pipelines and stages go by their keys there, because their numbers shift. */
function settingsByPlace(process: Process): Map<string, Setting> {
  const placeOf = ({ path }: Setting): string => {
    const isOther = path[0] === 'pipelines';
    if (!isOther && path[0] !== 'stages') return path.join('/');
    const pipeline = process.pipelines[isOther ? Number(path[1]) + 1 : 0];
    const [at, ...rest] = path.slice(isOther ? 3 : 1);
    return ['pipelines', pipeline?.key, 'stages', pipeline?.stages[Number(at)]?.key, ...rest].join('/');
  };
  return new Map(settingsOf(process).map((setting) => [placeOf(setting), setting]));
}

/** A part of the rules. */
interface Part {
  /** Keys on the way to it. */
  place: readonly string[];
  /** What people call it, and the file's keys below that. */
  name?: ByLanguage;
  keys: readonly string[];
}

const sections: Record<string, ByLanguage> = entriesInEach((t) => t.process.sections);

function partAt({ place, name, keys }: Part, key: string): Part {
  const below = [...place, key];
  const section = place.length === 0 || key === 'stages' ? (sections[key] ?? sameInEach(key)) : undefined;
  return section ? { place: below, name: section, keys: [] } : { place: below, name, keys: [...keys, key] };
}

function entryOf(part: Part, { key, name }: Entry): Part {
  const within = inEachLanguage(({ process: t }, locale) => t.entry(nameOf(part)[locale], name[locale]));
  return { place: [...part.place, key], name: within, keys: [] };
}

/** 阶段「方案输出」 · goal ("stages: Proposal · goal"). */
const nameOf = ({ name, keys }: Part): ByLanguage =>
  inEachLanguage((_, locale) => [name?.[locale], keys.join('.')].filter(Boolean).join(' · '));

function compareParts(before: unknown, after: unknown, part: Part, settings: Settings): RuleDifference[] {
  if (isDeepStrictEqual(before, after)) return [];
  const id = part.place.join('/');
  const [was, is] = [settings.before.get(id), settings.after.get(id)];
  if (isEntries(before) && isEntries(after))
    return compareLists(before, after, is ? { ...part, name: is.name, keys: [] } : part, settings);
  if (was && is) {
    const [wording, change] = [wordingOf(was), wordingOf(is)];
    if (!isDeepStrictEqual(wording, change)) return [{ name: is.name, before: wording, after: change }];
    // A limit of the stage's own that equals the usual one changes nothing.
    if (was.kind !== 'gate') return [];
  }
  if (!isPlain(before) || !isPlain(after))
    return [{ name: nameOf(part), before: valueSaid(before), after: valueSaid(after) }];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    compareParts(before[key], after[key], partAt(part, key), settings),
  );
}

const wordingOf = (setting: Setting): ByLanguage =>
  inEachLanguage((_, locale) => valueWords(setting, setting.value, locale));

function compareLists(
  before: readonly Entry[],
  after: readonly Entry[],
  part: Part,
  settings: Settings,
): RuleDifference[] {
  const name = nameOf(part);
  const none = valueSaid(undefined);
  const had = new Map(before.map((entry) => [entry.key, entry]));
  const has = new Set(after.map(({ key }) => key));
  const changes = after.flatMap((entry) => {
    const former = had.get(entry.key);
    if (!former) return [{ name, before: none, after: entry.name }];
    return compareParts(former, entry, entryOf(part, entry), settings);
  });
  const removed = before.filter(({ key }) => !has.has(key));
  const remaining = before.filter(({ key }) => has.has(key));
  const common = after.filter(({ key }) => had.has(key));
  const isMoved = remaining.some(({ key }, at) => key !== common[at]?.key);
  const order = inEachLanguage(({ process: t }, locale) => `${name[locale]} · ${t.order}`);
  return [
    ...removed.map((entry) => ({ name, before: entry.name, after: none })),
    ...changes,
    ...(isMoved ? [{ name: order, before: valueSaid(remaining), after: valueSaid(common) }] : []),
  ];
}

/** An entry of a list whose entries have names: a stage, a source, a standard action. */
interface Entry {
  key: string;
  name: ByLanguage;
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isByLanguage(value);

const isByLanguage = (value: object): value is ByLanguage =>
  Object.keys(value).length === locales.length && locales.every((locale) => Object.hasOwn(value, locale));

const isEntry = (value: unknown): value is Entry =>
  isPlain(value) && typeof value.key === 'string' && typeof value.name === 'object';

const isEntries = (value: unknown): value is readonly Entry[] => Array.isArray(value) && value.every(isEntry);

/** Words a value of the file that is no setting of its own. */
function valueSaid(value: unknown): ByLanguage {
  if (value === null || value === undefined || value === '') return sameInEach('–');
  if (typeof value !== 'object') return sameInEach(String(value));
  if (isByLanguage(value)) return value;
  if (isEntry(value)) return value.name;
  const parts = Array.isArray(value)
    ? value.map(valueSaid)
    : Object.entries(value).map(([key, one]) => {
        const said = valueSaid(one);
        return inEachLanguage((_, locale) => `${key}: ${said[locale]}`);
      });
  return inEachLanguage(
    (_, locale) => formatsIn(locale).list(parts.map((each) => each[locale]).filter(Boolean)) || '–',
  );
}
