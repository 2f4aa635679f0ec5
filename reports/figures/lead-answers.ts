import type { LeadAnswer } from '../../sales/leads/response-figures.js';
import { type LeadResponse, leadResponses, ownerChangesSince } from '../../store/leads/lead-responses.js';
import type { Span } from '../../store/reports/report-conditions.js';
import type { ReportContext } from '../request/report-context.js';

/** Leads of a span and how each stood at a moment; those in the pool wait for nobody in particular. */
export async function answersIn(ctx: ReportContext, span: Span, at: Date): Promise<LeadAnswer[]> {
  return [...(await answersById(ctx, span, at)).values()];
}

/** The same by the lead it is of. */
export async function answersById(
  ctx: ReportContext,
  span: Span,
  at: Date,
): Promise<Map<string, LeadAnswer>> {
  const leads = await leadResponses(ctx.db, span);
  const handed = await ownerChangesSince(ctx.db, span.from);
  return new Map(
    leads.flatMap((lead): [string, LeadAnswer][] => {
      const answer = answerOf(ctx, lead, handed.get(lead.id) ?? [], at);
      const isNobodys = answer.minutes === null && (lead.status === 'pool' || lead.status === 'dropped');
      return isNobodys ? [] : [[lead.id, answer]];
    }),
  );
}

/** The clock began when the lead was last handed over before it was answered. */
function answerOf(ctx: ReportContext, lead: LeadResponse, handed: readonly Date[], at: Date): LeadAnswer {
  const said = lead.respondedAt ?? lead.convertedAt;
  const answeredAt = said && said <= at ? said : null;
  const end = answeredAt ?? at;
  const since = handed.filter((moment) => moment <= end).at(-1) ?? lead.createdAt;
  const minutes = ctx.calendar.workMinutesBetween(since, end, ctx.zone);
  return {
    personId: lead.ownerId ?? '',
    source: lead.source ?? '',
    minutes: answeredAt ? minutes : null,
    isOver: !answeredAt && minutes > ctx.process.lead.respondWithinMinutes,
  };
}
