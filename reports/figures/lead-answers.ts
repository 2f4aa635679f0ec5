import type { Answer } from '../../sales/leads/response-figures.js';
import { type AnsweredLead, answersOf, handedSince } from '../../store/leads/lead-responses.js';
import type { Span } from '../../store/reports/report-conditions.js';
import type { Desk } from '../request/report-context.js';

/** Leads of a span and how each stood at a moment; those in the pool wait for nobody in particular. */
export async function answersIn(desk: Desk, span: Span, at: Date): Promise<Answer[]> {
  return [...(await answersById(desk, span, at)).values()];
}

/** The same by the lead it is of. */
export async function answersById(desk: Desk, span: Span, at: Date): Promise<Map<string, Answer>> {
  const leads = await answersOf(desk.db, span);
  const handed = await handedSince(desk.db, span.from);
  return new Map(
    leads.flatMap((lead): [string, Answer][] => {
      const answer = answerOf(desk, lead, handed.get(lead.id) ?? [], at);
      const isNobodys = answer.minutes === null && (lead.status === 'pool' || lead.status === 'dropped');
      return isNobodys ? [] : [[lead.id, answer]];
    }),
  );
}

/** The clock began when the lead was last handed over before it was answered. */
function answerOf(desk: Desk, lead: AnsweredLead, handed: readonly Date[], at: Date): Answer {
  const said = lead.respondedAt ?? lead.convertedAt;
  const answeredAt = said && said <= at ? said : null;
  const end = answeredAt ?? at;
  const since = handed.filter((moment) => moment <= end).at(-1) ?? lead.createdAt;
  const minutes = desk.calendar.workMinutesBetween(since, end, desk.zone);
  return {
    personId: lead.ownerId ?? '',
    source: lead.source ?? '',
    minutes: answeredAt ? minutes : null,
    isOver: !answeredAt && minutes > desk.process.lead.respondWithinMinutes,
  };
}
