import { afterwards, type Context } from '../../crm/access/context.js';
import { openSubject } from '../../crm/lookup/open-subject.js';
import type { Card } from '../../kernel/card/card.js';
import { InputError } from '../../kernel/command/errors.js';
import { customerNo } from '../../kernel/records/record-number.js';
import { nameAddressed, pointsAtTopic } from '../../language/question/pointing-words.js';
import {
  type AskedFor,
  isFact,
  isUntracked,
  type QuestionReading,
} from '../../language/question/question-reading.js';
import { writeQuestion } from '../../language/question/write-question.js';
import { dimensionsOf } from '../../sales/figures/slice-names.js';
import { customerById } from '../../store/customers/customer-queries.js';
import { conversationOf, saveQuestion } from '../../store/messages/conversation-queries.js';
import type { Customer } from '../../store/schema/row-types.js';
import { begunPeriod } from '../request/report-period.js';
import { activityAnswer, isActivity } from './activity-answer.js';
import type { AskedQuestion } from './answer-frame.js';
import { dealMeasure } from './deal-figure-answer.js';
import { dealsAnswer } from './deals-answer.js';
import { contactAnswer, factAnswer } from './fact-answer.js';
import { conversionAnswer, responseAnswer } from './lead-answer.js';
import { silentAnswer, stalledAnswer, tasksAnswer } from './pipeline-answer.js';
import { forecastAnswer, pointsAnswer, targetAnswer, trendAnswer } from './report-answer.js';
import { narrowed } from './supported-question.js';
import {
  customerMeant,
  notKeptCard,
  notKnownCard,
  whichCustomerCard,
  whichPersonCard,
} from './unknown-answer.js';

/** Answers a question as it was read, and stores it so that the next line can follow it. */
export async function composeAnswer(ctx: Context, words: string, given: QuestionReading): Promise<Card> {
  const asked = { ctx, words, reading: given };
  if (given.which) return whichPersonCard(asked);
  if (isUntracked(given.measure)) return notKeptCard(asked);
  const { customer, near } = await customerOf(asked);
  const reading = customer ? withCustomer(given, customer) : given;
  const said = reading.filters.customer ?? reading.unknown;
  const named = said && pointsAtTopic(said) ? undefined : said;
  if (isFact(reading.measure) && reading.measure !== 'contact' && !customer)
    return whichCustomerCard(asked, named, near);
  if (reading.measure === 'contact' && !customer && (reading.filters.customer || !reading.filters.contact))
    return whichCustomerCard(asked, reading.filters.customer, near);
  if (!isFact(reading.measure) && named && !customer)
    return await notKnownCard({ ...asked, reading: { ...reading, unknown: named } });
  const kept = writeQuestion({ ...reading, unknown: undefined }, ctx.locale, dimensionsOf(ctx.process));
  afterwards(ctx, ({ db }) => saveQuestion(db, conversationOf(ctx), kept, ctx.now));
  const card = await answered({ ctx, words, reading }, customer);
  return customer ? { about: customerNo(customer), ...card } : card;
}

/** Turns the unknown words into the customer found for them. */
const withCustomer = ({ unknown, ...reading }: QuestionReading, { name }: Customer): QuestionReading => ({
  ...reading,
  // If a customer was named outright, the other words stay unknown.
  ...(reading.filters.customer && unknown ? { unknown } : {}),
  filters: { ...reading.filters, customer: name },
});

async function answered(asked: AskedQuestion, customer: Customer | undefined): Promise<Card> {
  const { reading } = asked;
  if (reading.measure === 'contact') return await contactAnswer(asked, customer);
  if (isFact(reading.measure) && customer) return await factAnswer(asked, customer);
  const { reading: kept, ignored } = narrowed(asked.ctx, reading);
  return await figureCard({ ...asked, reading: kept, ignored }, customer);
}

async function customerOf(asked: AskedQuestion): Promise<{ customer?: Customer; near: Customer[] }> {
  const { filters, unknown } = asked.reading;
  const named = filters.customer ?? unknown;
  if (!named || pointsAtTopic(named)) return { customer: await customerOfTopic(asked), near: [] };
  const bare = nameAddressed(named);
  const whole = await customerMeant(asked, named);
  const found = whole.customer || bare === named ? whole : await customerMeant(asked, bare);
  const merged = found.customer?.mergedInto;
  return merged ? { ...found, customer: await customerById(asked.ctx.db, merged) } : found;
}

/** A question about one customer that names none is about that of the talk. */
async function customerOfTopic({ ctx, reading }: AskedQuestion): Promise<Customer | undefined> {
  const topic = ctx.subject ?? ctx.topic ?? ctx.groupTopic;
  if (!topic || !isFact(reading.measure) || reading.filters.contact) return undefined;
  return (await openSubject(ctx, topic).catch(() => undefined))?.customer;
}

/** Measures of what stands now or is to come, which a period ahead may be asked of. */
const aheadMeasures = new Set<AskedFor>([
  'closing',
  'forecast',
  'tasks',
  'target',
  'open',
  'openCount',
  'weighted',
  'stalled',
  'silent',
]);

async function figureCard(asked: AskedQuestion, customer: Customer | undefined): Promise<Card> {
  const { measure, shape, period } = asked.reading;
  if (period && !aheadMeasures.has(measure))
    begunPeriod(asked.ctx, { period, asOf: asked.ctx.now }, 'thisMonth');
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
