import type { Card } from '../../bot/kernel/card.js';
import { InputError } from '../../bot/kernel/errors.js';
import { isFact, isNotKept, type QuestionReading } from '../../sales/question/reading.js';
import { writeQuestion } from '../../sales/question/write.js';
import { dimensionsOf } from '../../sales/slice-names.js';
import { customerById } from '../../store/customers.js';
import type { Customer } from '../../store/row-types.js';
import { keepQuestion } from '../../store/talks.js';
import { afterwards, type Context } from '../context.js';
import { activityAnswer, isActivity } from './activity.js';
import { dealMeasure } from './deal-figures.js';
import { dealsAnswer } from './deals.js';
import { contactAnswer, factAnswer } from './facts.js';
import type { Asked } from './frame.js';
import { conversionAnswer, responseAnswer } from './leads.js';
import { forecastAnswer, pointsAnswer, targetAnswer, trendAnswer } from './reports.js';
import { silentAnswer, stalledAnswer, tasksAnswer } from './standing.js';
import { narrowed } from './supported.js';
import { customerMeant, notKeptCard, notKnownCard, whichCustomerCard, whichPersonCard } from './unknown.js';

/** Answers a question as it was read, and keeps it for the next line to follow on. */
export async function answer(ctx: Context, words: string, reading: QuestionReading): Promise<Card> {
  const kept = writeQuestion(reading, ctx.locale, dimensionsOf(ctx.process));
  if (!isNotKept(reading.measure) && !reading.which && !reading.unknown)
    afterwards(ctx, (tx) =>
      keepQuestion(tx, { personId: ctx.person.id, placeId: ctx.place.id }, kept, ctx.now),
    );
  return await answered({ ctx, words, reading });
}

async function answered(asked: Asked): Promise<Card> {
  const { reading } = asked;
  if (reading.which) return whichPersonCard(asked);
  if (isNotKept(reading.measure)) return notKeptCard(asked);
  const { customer, near } = await customerOf(asked);
  if (reading.measure === 'contact') {
    const isNobody = reading.filters.customer !== undefined && !customer;
    return isNobody || (!customer && !reading.filters.contact)
      ? whichCustomerCard(asked, reading.filters.customer, near)
      : await contactAnswer(asked, customer);
  }
  const named = reading.filters.customer ?? reading.unknown;
  if (isFact(reading.measure))
    return customer ? await factAnswer(asked, customer) : whichCustomerCard(asked, named, near);
  if (named && !customer) return await notKnownCard({ ...asked, reading: { ...reading, unknown: named } });
  const { reading: kept, ignored } = narrowed(asked.ctx, reading);
  return await figureCard({ ...asked, reading: kept, ignored }, customer);
}

async function customerOf(asked: Asked): Promise<{ customer?: Customer; near: Customer[] }> {
  const { filters, unknown } = asked.reading;
  const named = filters.customer ?? unknown;
  if (!named) return { near: [] };
  const found = await customerMeant(asked, named);
  const merged = found.customer?.mergedInto;
  return merged ? { ...found, customer: await customerById(asked.ctx.db, merged) } : found;
}

async function figureCard(asked: Asked, customer: Customer | undefined): Promise<Card> {
  const { measure, shape } = asked.reading;
  if (shape === 'trend') return await trendAnswer(asked);
  if (isActivity(measure)) return await activityAnswer(asked, customer);
  if (measure !== 'stalled' && dealMeasure(measure)) return await dealsAnswer(asked, customer);
  switch (measure) {
    case 'target':
      return await targetAnswer(asked);
    case 'forecast':
      return await forecastAnswer(asked);
    case 'points':
      return await pointsAnswer(asked);
    case 'response':
      return await responseAnswer(asked);
    case 'conversion':
      return await conversionAnswer(asked);
    case 'stalled':
      return await stalledAnswer(asked, customer);
    case 'silent':
      return await silentAnswer(asked);
    case 'tasks':
      return await tasksAnswer(asked);
    default:
      throw new InputError('words', asked.words);
  }
}
