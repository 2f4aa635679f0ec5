import { dayMs, earlierOf, justAfter } from '../../kernel/time/moments.js';
import {
  doubleWithinDays,
  earnsPoints,
  noteContent,
  type PointsNote,
  type PointsVerdict,
  type ProvenActivity,
  pointsVerdicts,
  provenAfterDays,
} from '../../sales/figures/points-rules.js';
import type { RankedActivity } from '../../sales/figures/ranking-rows.js';
import { nextStepsOf } from '../../store/deals/next-steps.js';
import type { Span } from '../../store/reports/report-conditions.js';
import {
  allFollowUpsIn,
  type CountedFollowUp,
  type CountedLead,
  followUpsAbout,
  leadsAbout,
  newLeadsIn,
} from '../../store/reports/report-records.js';
import type { ReportContext } from '../request/report-context.js';

/** A follow-up or lead of a span, with the verdict whether it earns points. */
export interface Judged {
  record: CountedFollowUp | CountedLead;
  doing: ProvenActivity;
  personId: string;
  fate: PointsVerdict;
}

/** Judges every follow-up and lead of a span as of a moment. */
export async function judgedIn({ db }: ReportContext, span: Span, at: Date): Promise<Judged[]> {
  const written = await allFollowUpsIn(db, span);
  const leads = await newLeadsIn(db, span);
  const customerIds = [...new Set([...written, ...leads].map(({ customerId }) => customerId))];
  const around = {
    from: new Date(span.from.getTime() - doubleWithinDays * dayMs),
    to: earlierOf(new Date(span.to.getTime() + provenAfterDays * dayMs), justAfter(at)),
  };
  const notes = [
    ...(await followUpsAbout(db, customerIds, around)).map(noteOfFollowUp),
    ...(await leadsAbout(db, customerIds, around)).map(noteOfLead),
  ];
  const fates = pointsVerdicts(notes, await nextStepsOf(db, customerIds, around), at);
  return [
    ...written.map((record) => ({ record, note: noteOfFollowUp(record) })),
    ...leads.map((record) => ({ record, note: noteOfLead(record) })),
  ].map(({ record, note: { id, doing, personId } }) => ({
    record,
    doing,
    personId,
    fate: fates.get(id) ?? 'pending',
  }));
}

const noteOfFollowUp = (record: CountedFollowUp): PointsNote => ({
  id: record.followUpId,
  doing: record.channel === 'visit' ? 'visit' : 'followUp',
  personId: record.personId ?? '',
  customerId: record.customerId,
  at: record.at,
  tells: noteContent(record.words, record),
  hasMore: false,
  undone: record.undone,
});

const noteOfLead = (record: CountedLead): PointsNote => ({
  id: record.id,
  doing: 'newLead',
  personId: record.ownerId ?? '',
  customerId: record.customerId,
  at: record.at,
  tells: record.note,
  hasMore: record.contact !== null,
  undone: record.status === 'dropped',
});

/** Subtracts activities that earn no points; verdicts may still be provisional. */
export function proven(activities: readonly RankedActivity[], judged: readonly Judged[]): RankedActivity[] {
  const count = (personId: string, doing: ProvenActivity, is: (fate: PointsVerdict) => boolean) =>
    judged.filter((one) => one.personId === personId && one.doing === doing && is(one.fate)).length;
  return activities.map((person) => {
    const counted = (is: (fate: PointsVerdict) => boolean) => ({
      followUp: count(person.personId, 'followUp', is),
      visit: count(person.personId, 'visit', is),
      newLead: count(person.personId, 'newLead', is),
    });
    return { ...person, ...counted(earnsPoints), pending: counted((fate) => fate === 'pending') };
  });
}
