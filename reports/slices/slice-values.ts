import { hidden, redacted, shows } from '../../crm/access/visibility.js';
import { InputError } from '../../kernel/command/errors.js';
import { formatAmount, homeSum, readSum } from '../../kernel/pieces/amount.js';
import { isoWeek } from '../../kernel/time/dates.js';
import { localDate, monthOf } from '../../kernel/time/zone.js';
import { foldWords } from '../../kernel/words/folding.js';
import { reasonName } from '../../sales/figures/loss-rows.js';
import type { SliceValue } from '../../sales/figures/slice-measures.js';
import { type BuiltInDimension, type Dimension, statusNames } from '../../sales/figures/slice-names.js';
import { maySee } from '../../sales/people/policy.js';
import { pipelineOf, stageOf } from '../../sales/process/stages.js';
import { findNamed, type Nameable } from '../../sales/words/find-named.js';
import { listPeople, personById } from '../../store/people/person-queries.js';
import { listTeams } from '../../store/people/team-queries.js';
import type { SliceFacts } from '../../store/reports/slice-queries.js';
import { formatsIn, textsIn, wordsInEach } from '../../texts/languages.js';
import type { ReportContext } from '../request/report-context.js';
import { periodOf } from '../request/report-period.js';

/** Value for owners whose records not everybody who reads may see. */
const others = '*others';

/** Value for amounts that not everybody who reads may see. */
const secret = '*secret';

/** Returns a deal's values for a dimension; months are those of `since`. */
export function valuesOf(
  ctx: ReportContext,
  { key, own }: Dimension,
  deal: SliceFacts,
  since: (deal: SliceFacts) => Date | null,
): SliceValue[] {
  if (own) return [ownValue(ctx, own, deal.facts[own.key])];
  switch (key as BuiltInDimension) {
    case 'owner':
      return [deal.ownerId === null || isShown(ctx, deal) ? deal.ownerId : others];
    case 'team':
      return [deal.teamId];
    case 'stage':
      return [stageOf(ctx.process, deal.stage)?.key ?? deal.stage];
    case 'pipeline':
      return [pipelineOf(ctx.process, deal.stage).key];
    case 'lossStage': {
      // A deal imported as lost has only its stage.
      const stage = deal.status === 'lost' ? (deal.lossStage ?? deal.stage) : null;
      return [stage && (stageOf(ctx.process, stage)?.key ?? stage)];
    }
    case 'tag': {
      const tags = [...new Set([...deal.tags, ...deal.customerTags])];
      return tags.length > 0 ? tags : [null];
    }
    case 'month': {
      const at = since(deal);
      return [at && monthOf(at, ctx.zone)];
    }
    case 'week': {
      const at = since(deal);
      return [at && weekOfDay(localDate(at, ctx.zone))];
    }
    case 'customer':
      return [isShown(ctx, deal) ? deal.customer : others];
    case 'status':
      return [deal.status];
    case 'product':
      return [deal.product?.trim() || null];
    case 'source':
      return [deal.source];
    case 'lossReason':
      return [deal.lossReason];
    case 'region':
      return [deal.region?.trim() || null];
    case 'industry':
      return [deal.industry?.trim() || null];
    case 'grade':
      return [deal.grade];
  }
}

function ownValue(
  ctx: ReportContext,
  { type }: NonNullable<Dimension['own']>,
  value: string | undefined,
): SliceValue {
  if (value === undefined || value === '') return null;
  if (type === 'money' && !shows(ctx, 'amount')) return secret;
  // One line per day would show nothing, so dates are grouped by month.
  return type === 'date' ? value.slice(0, 7) : value;
}

/** Tells whether everybody who reads may see that owner's deals. */
const isShown = ({ person, audience }: ReportContext, deal: SliceFacts): boolean =>
  [person, audience].every((reader) => !reader || maySee(reader, deal).ok);

/** The key of the ISO week of a day: '2026-W48'. */
function weekOfDay(day: string): string {
  const { year, number } = isoWeek(day);
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** Tells whether a deal has the value; compares people's own words without case and width. */
export const hasValue = (values: readonly SliceValue[], wanted: SliceValue): boolean =>
  values.some((value) => value === wanted || (value && wanted && foldWords(value) === foldWords(wanted)));

/** Returns the natural order of the values, or null if the figures decide. */
export function ownOrder(
  ctx: ReportContext,
  { key, own }: Dimension,
  values: readonly SliceValue[],
): string[] | null {
  const { process } = ctx;
  if (own?.type === 'choice') return own.choices.map((one) => one.key);
  if (key === 'month' || key === 'week' || own?.type === 'date')
    return values.filter((value) => value !== null).sort();
  if (key === 'stage' || key === 'lossStage')
    return process.pipelines.flatMap(({ stages }) => stages.map((stage) => stage.key));
  if (key === 'status') return statusNames.map((one) => one.key);
  return key === 'grade' ? process.grades : null;
}

/** Writes values as people read them; looks up people and teams once. */
export async function labelsFor(
  ctx: ReportContext,
  dimension: Dimension,
): Promise<(value: SliceValue) => Promise<string>> {
  const { process, locale } = ctx;
  const t = textsIn(locale).slice;
  const { key, own } = dimension;
  const isPerson = key === 'owner' || own?.type === 'person';
  const people = isPerson ? new Map((await listPeople(ctx.db)).map((one) => [one.id, one.name])) : null;
  const teams = key === 'team' ? new Map((await listTeams(ctx.db)).map((one) => [one.id, one.name])) : null;
  return async (value) => {
    if (value === null) return key === 'owner' ? t.nobody : t.unknown;
    if (value === others) return t.others;
    if (value === secret) return hidden;
    if (people) return people.get(value) ?? (await personById(ctx.db, value))?.name ?? value;
    if (teams) return teams.get(value) ?? value;
    if (own?.type === 'money') return formatAmount(Number(value), ctx);
    const known = namedValues(ctx, dimension)?.find((one) => one.key === value);
    if (known) return known.name[locale];
    if (key === 'lossReason') return redacted(ctx, reasonName(value, process)[locale]);
    if (key === 'week') return periodOf(value, ctx.now, ctx.zone, locale).label;
    return key === 'month' || own?.type === 'date' ? value : redacted(ctx, value);
  };
}

/** Lists a dimension's values if they are few and have names, or null. */
function namedValues({ process }: ReportContext, { key, own }: Dimension): Nameable[] | null {
  if (own) return own.type === 'choice' ? own.choices : null;
  switch (key as BuiltInDimension) {
    case 'stage':
    case 'lossStage':
      return process.pipelines.flatMap(({ stages }) => stages);
    case 'pipeline':
      return process.pipelines;
    case 'status':
      return statusNames;
    case 'source':
      return process.sources;
    case 'lossReason':
      return process.lossReasons;
    default:
      return null;
  }
}

const blank = wordsInEach((t) => t.asking.blankWords);
const myself = wordsInEach((t) => t.asking.selfWords);

/** Finds the value that a filter's words mean. Throws InputError, listing the values, if there is none. */
export async function valueNamed(
  ctx: ReportContext,
  dimension: Dimension,
  said: string,
): Promise<SliceValue> {
  const { locale, db } = ctx;
  const words = said.replace(/^@/, '');
  const { key, own } = dimension;
  const wrong = (all: readonly string[]) => {
    const t = textsIn(locale).slice;
    return new InputError(
      'words',
      t.noValue(dimension.name[locale], words, formatsIn(ctx.locale).list(all)),
      t.example,
    );
  };
  const names = namedValues(ctx, dimension);
  const found = names && findNamed(names, words);
  if (found?.kind === 'one') return found.item.key;
  if (blank.includes(foldWords(words))) return null;
  if (names) throw wrong(names.map(({ name }) => name[locale]));
  if (own?.type === 'money') {
    const sum = readSum(words);
    const amount = sum === undefined ? undefined : homeSum(sum, ctx.process.currency);
    if (amount === undefined) throw wrong([formatAmount(30_000_000, ctx)]);
    return `${amount}`;
  }
  if (key === 'owner' || own?.type === 'person') {
    const people = await listPeople(db);
    const isSelf = myself.includes(foldWords(words)) && ctx.person;
    const known = people.find(({ id, name }) =>
      isSelf ? id === ctx.person?.id : foldWords(name) === foldWords(words),
    );
    if (known) return known.id;
    throw wrong(people.slice(0, 12).map(({ name }) => name));
  }
  if (key === 'team') {
    const teams = await listTeams(db);
    const known = teams.find(({ name }) => foldWords(name) === foldWords(words));
    if (known) return known.id;
    throw wrong(teams.map(({ name }) => name));
  }
  return words;
}
