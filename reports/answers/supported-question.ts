import type { Context } from '../../crm/access/context.js';
import type { QuestionReading } from '../../language/question/question-reading.js';
import { dimensionsOf } from '../../sales/figures/slice-names.js';
import { textsIn } from '../../texts/languages.js';
import { isActivity } from './activity-answer.js';
import { filterWords } from './answer-frame.js';
import { dealMeasure } from './deal-figure-answer.js';

/** What an answer can be grouped and narrowed by. */
interface Supported {
  by: readonly string[];
  filters: readonly string[];
  customer: boolean;
  compare: boolean;
}

const nothing: Supported = { by: [], filters: [], customer: false, compare: false };

function supported({ measure, shape }: QuestionReading): Supported | 'all' {
  if (shape === 'trend') return nothing;
  if (measure === 'stalled') return 'all';
  if (dealMeasure(measure)) return 'all';
  if (measure === 'newLeads')
    return { by: ['owner', 'source'], filters: ['source'], customer: false, compare: true };
  if (isActivity(measure)) return { by: ['owner'], filters: [], customer: true, compare: true };
  if (measure === 'response' || measure === 'conversion')
    return { ...nothing, by: measure === 'response' ? ['owner', 'source'] : ['source'], filters: ['source'] };
  return measure === 'points' || measure === 'target' ? { ...nothing, by: ['owner', 'team'] } : nothing;
}

/**
 * Removes the filters that the question's figure does not support, and names them so that the answer can say
 * so.
 */
export function narrowed(
  ctx: Context,
  reading: QuestionReading,
): { reading: QuestionReading; ignored: string[] } {
  const can = supported(reading);
  if (can === 'all') return { reading, ignored: [] };
  const t = textsIn(ctx.locale).question;
  const { filters, by, compare, ...rest } = reading;
  const keeps = (dimension: string) => can.filters.includes(dimension);
  const keepsBy = by !== undefined && can.by.includes(by);
  const left = {
    values: filters.values.filter(({ dimension }) => !keeps(dimension)),
    amount: filters.amount,
  };
  const dimension = dimensionsOf(ctx.process).find(({ key }) => key === by);
  const ignored = [
    ...filterWords(ctx, { ...rest, filters: left }),
    ...(filters.customer && !can.customer ? [filters.customer] : []),
    ...(by && !keepsBy && dimension ? [t.by(dimension.name[ctx.locale])] : []),
    ...(compare && !can.compare ? [t.compared] : []),
  ];
  return {
    reading: {
      ...rest,
      ...(keepsBy ? { by } : rest.shape === 'rank' ? { shape: undefined } : {}),
      ...(compare && can.compare ? { compare } : {}),
      filters: {
        values: filters.values.filter((one) => keeps(one.dimension)),
        ...(can.customer && filters.customer ? { customer: filters.customer } : {}),
      },
    },
    ignored,
  };
}
