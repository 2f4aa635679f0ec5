import type { Context } from '../../crm/access/context.js';
import { contactsMeant } from '../../crm/lookup/contacts-called.js';
import type { Call } from '../../kernel/card/card.js';
import type { WordReader, WordReading } from '../../language/arbiter/reading.js';
import { asksByOwner, changedList, pageAsked } from '../../language/look-up/list-change.js';
import { type ListRequest, readList } from '../../language/look-up/list-request.js';
import { type ListKind, listKinds } from '../../language/look-up/list-words.js';
import { writeList } from '../../language/look-up/write-list.js';
import { changedPart } from '../../language/question/follow-up-question.js';
import type { FigureKind, QuestionReading } from '../../language/question/question-reading.js';
import { whoMostAsked } from '../../language/question/who-most.js';
import { writeQuestion } from '../../language/question/write-question.js';
import { namesAskedBy } from '../../reports/answers/read-known-question.js';
import { listedDeals } from '../../reports/lists/deal-list.js';
import { listedOwner } from '../../reports/lists/list-owner.js';
import { dimensionsOf } from '../../sales/figures/slice-names.js';
import { lastReport } from '../reports/last-report.js';
import { goingOn } from '../reports/name-alone.js';

/** Longest line that changes a list, in characters. */
const longest = 40;

/**
 * Reads a line that goes on from the list shown last: 韩梅呢 ("and Han Mei?"), 谈判阶段的呢 ("those in negotiation?"), 一共多少钱 ("how
 * much altogether?"), `whose are they`, `just Tom's`.
 */
export const readListChange: WordReader<Context> = async ({ line: said }, ctx) => {
  if (said.length > longest) return undefined;
  const last = await lastReport(ctx);
  if (!last) return undefined;
  const line = await goingOn(ctx, said);
  const page = pageAsked(line, Number(last.call.input.page ?? 1));
  if (page && hasPages(last.call))
    return {
      kind: 'change',
      strength: 'strong',
      call: { ...last.call, input: { ...last.call.input, page: String(page) } },
    };
  if (last.call.command === 'contacts') return await otherContact(ctx, line);
  const shown = await listOfCall(ctx, last.call);
  if (!shown) return undefined;
  const known = await namesAskedBy(ctx, line);
  const most = whoMostAsked(line);
  if (most || asksByOwner(line))
    return { kind: 'change', strength: 'strong', call: ofEach(ctx, shown, most) };
  const changed = changedList(line, shown, known);
  if (!changed || (changed.isOfThese && !last.isTopic)) return undefined;
  const request = changed.isOfThese ? changed.request : await withoutOld(ctx, changed.request, shown);
  const words = writeList(request, ctx.locale, dimensionsOf(ctx.process));
  const input: Call['input'] = words ? { words } : {};
  return { kind: 'change', strength: 'strong', call: { command: request.kind, input } };
};

/** Whether a call draws a list in pages. */
const hasPages = ({ command }: Call): boolean =>
  command !== 'board' && (listKinds as readonly string[]).includes(command);

/** How to reach somebody else: `and for Omar?`, 李总的呢 ("and Mr Li's?"). */
async function otherContact(ctx: Context, line: string): Promise<WordReading | undefined> {
  const part = changedPart(line);
  if (part === undefined || (await contactsMeant(ctx, part)).length === 0) return undefined;
  return { kind: 'change', strength: 'strong', call: { command: 'contacts', input: { words: part } } };
}

/** What each list is counted as, colleague by colleague. */
const countedAs: Partial<Record<ListKind, FigureKind>> = {
  board: 'open',
  deals: 'open',
  leads: 'newLeads',
  logs: 'followUps',
};

/** What each colleague has of what the list is of; of a list that no figure counts, that this cannot be told. */
function ofEach(ctx: Context, { kind, whose, filters, period }: ListRequest, most = 'most'): Call {
  const measure = countedAs[kind];
  if (!measure) return { command: 'small-talk', input: { kind: 'uncounted' } };
  const isOfOne = whose === 'me' || (typeof whose === 'object' && 'person' in whose);
  const reading: QuestionReading = {
    ...{ measure, by: 'owner', shape: 'rank' },
    ...(most === 'least' ? { least: true } : {}),
    ...(measure === 'open' ? {} : { period: period ?? (measure === 'newLeads' ? 'thisMonth' : 'today') }),
    ...(whose && !isOfOne ? { whose } : {}),
    filters,
  };
  const words = writeQuestion(reading, ctx.locale, dimensionsOf(ctx.process));
  return { command: 'ask', input: { words, figures: true } };
}

/** What the list that a call drew holds; today's list holds one's own tasks. */
export async function listOfCall(ctx: Context, { command, input }: Call): Promise<ListRequest | undefined> {
  if (command === 'today') return { kind: 'tasks', whose: 'me', period: 'today', filters: { values: [] } };
  if (!(listKinds as readonly string[]).includes(command)) return undefined;
  const words = typeof input.words === 'string' ? input.words : '';
  return readList(words, await namesAskedBy(ctx, words), command as ListKind)?.request;
}

/** The deals of another stage may well have no day on which they should close: that old span is dropped if it leaves none. */
async function withoutOld(ctx: Context, request: ListRequest, last: ListRequest): Promise<ListRequest> {
  const isNewSpan = request.period !== last.period;
  if (request.kind !== 'deals' || !last.period || isNewSpan) return request;
  const found = await listedDeals(ctx, await listedOwner(ctx, request.whose), request);
  if (found.length > 0) return request;
  const { period: _, ...rest } = request;
  return rest;
}
