import type { LeadAnswer } from '../../sales/leads/response-figures.js';
import { type LeadResponse, leadResponses, ownerChangesSince } from '../../store/leads/lead-responses.js';
import type { Span } from '../../store/reports/report-conditions.js';
import type { ReportContext } from '../request/report-context.js';

/** Lists a span's leads with their response as of a moment; leads in the pool wait for no owner. */
export async function answersIn(ctx: ReportContext, span: Span, at: Date): Promise<LeadAnswer[]> {
  return [...(await answersById(ctx, span, at)).values()];
}

/** Returns the same responses by lead id. */
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

/** Computes a lead's response; its clock began at the last assignment before the response. */
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
