import type { AskedField } from '../../language/upkeep/record-questions.js';
import { personById } from '../../store/people/person-queries.js';
import type { Event } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { hidden, redacted, shows } from '../access/visibility.js';
import { priceWords, stageName } from '../words/deal-words.js';
import { sourceName } from '../words/source-name.js';
import { dateWords } from '../words/zoned-dates.js';
import { factWords } from './custom-fields-shown.js';

type Facts = Record<string, unknown>;

/** Facts that are told of in words, by the column that holds them. */
const told = {
  amount: 'amount',
  closeDate: 'closeDate',
  stage: 'stage',
  ownerId: 'owner',
  name: 'name',
  phone: 'phone',
  email: 'email',
  title: 'title',
  tags: 'tags',
  grade: 'grade',
  status: 'status',
  industry: 'industry',
  region: 'region',
  contractEnd: 'contractEnd',
  product: 'product',
  source: 'source',
  note: 'note',
} as const;
type ToldColumn = keyof typeof told;

/** One fact that an event changed, in words. */
export interface ToldChange {
  field: string;
  /** The key of the field in a question about it, if one can be asked. */
  asked: AskedField | undefined;
  before: string;
  after: string;
}

/** The facts that an event changed, in words that its reader may see; none of an event that changed no fact people know. */
export async function changesTold(
  ctx: Context,
  { before, after }: Pick<Event, 'before' | 'after'>,
  of: { ownerId: string | null },
): Promise<ToldChange[]> {
  if (!before || !after) return [];
  const t = textsIn(ctx.locale).upkeep;
  const none = textsIn(ctx.locale).common.none;
  const changes: ToldChange[] = [];
  for (const column of Object.keys(told) as ToldColumn[]) {
    const isPrice = column === 'amount' && ['amount', 'told'].some((name) => name in after && name in before);
    if (!isPrice && !(column in after && column in before)) continue;
    const was = await valueTold(ctx, column, before, of);
    const is = await valueTold(ctx, column, { ...before, ...after }, of);
    if (was !== is || was === hidden)
      changes.push({
        field: t.field[told[column]],
        asked: told[column] as AskedField,
        before: was || none,
        after: is || none,
      });
  }
  return [...changes, ...(await factsTold(ctx, before.facts, after.facts, of))];
}

/** Changes of further facts: custom fields, source and website. */
async function factsTold(
  ctx: Context,
  before: unknown,
  after: unknown,
  of: { ownerId: string | null },
): Promise<ToldChange[]> {
  if (typeof before !== 'object' || typeof after !== 'object' || !before || !after) return [];
  const none = textsIn(ctx.locale).common.none;
  const t = textsIn(ctx.locale).upkeep;
  const [was, is] = [before as Record<string, string>, after as Record<string, string>];
  const changes: ToldChange[] = [];
  for (const field of ctx.process.fields) {
    if (was[field.key] === is[field.key]) continue;
    const words = async (value: string | undefined) =>
      value ? await factWords(ctx, field, value, of) : none;
    changes.push({
      field: field.name[ctx.locale],
      asked: undefined,
      before: await words(was[field.key]),
      after: await words(is[field.key]),
    });
  }
  for (const key of ['source', 'website'] as const) {
    if (was[key] === is[key]) continue;
    const words = (value: string | undefined) => (key === 'source' ? sourceName(ctx, value) : value) ?? none;
    changes.push({ field: t.fact[key], asked: undefined, before: words(was[key]), after: words(is[key]) });
  }
  return changes;
}

async function valueTold(
  ctx: Context,
  column: ToldColumn,
  facts: Facts,
  of: { ownerId: string | null },
): Promise<string> {
  const value = facts[column];
  if (column === 'amount') {
    const {
      amount = null,
      told: said = null,
      currency = null,
    } = facts as { amount?: number | null; told?: number | null; currency?: string | null };
    return priceWords(ctx, { amount, told: said, currency, ownerId: of.ownerId });
  }
  if (value === null || value === undefined || value === '') return '';
  const words = String(value);
  switch (column) {
    case 'closeDate':
    case 'contractEnd':
      return dateWords(ctx, words);
    case 'stage':
      return stageName(ctx, words);
    case 'ownerId':
      return (await personById(ctx.db, words))?.name ?? words;
    case 'tags':
      return (value as string[]).map((tag) => `#${tag}`).join(' ');
    case 'phone':
    case 'email':
      return shows(ctx, 'phone', of) ? words : hidden;
    case 'status': {
      const names: Record<string, string> = textsIn(ctx.locale).upkeep.status;
      return names[words] ?? words;
    }
    case 'source':
      return sourceName(ctx, words) ?? words;
    default:
      return redacted(ctx, words, of);
  }
}
