import { type NotifyContext, readerOf } from '../../crm/access/reader.js';
import { notifyPerson } from '../../crm/notices/notify.js';
import { personById } from '../../store/people/person-queries.js';
import { privatePlaces } from '../../store/people/place-queries.js';
import type { Meeting } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import type { ReportContext } from '../request/report-context.js';
import { type Minutes, minutesCard, minutesOf } from './meeting-minutes.js';

/** Who ended the meeting, or nobody if the clock did. */
export interface MeetingEnding {
  until: Date;
  endedBy?: { id: string; name: string };
}

/**
 * Notifies owners of agenda deals, in private, what was decided about their deals and what is left. Skips
 * everybody who decided something, or who began or ended the meeting: they were there.
 */
export async function tellAbsent(
  tx: Db,
  telling: NotifyContext,
  deps: Pick<ReportContext, 'calendar'>,
  meeting: Meeting,
  ending: MeetingEnding,
): Promise<number> {
  const { now, process } = telling;
  const ctx: ReportContext = {
    db: tx,
    process,
    calendar: deps.calendar,
    locale: telling.locale,
    zone: telling.timeZone,
    now,
  };
  const whole = await minutesOf(ctx, meeting, ending.until);
  const there = new Set([meeting.startedBy, ending.endedBy?.id, ...actorsOf(whole)]);
  let told = 0;
  for (const id of ownersOf(whole)) {
    const person = there.has(id) ? undefined : await personById(tx, id);
    if (!person || (await privatePlaces(tx, id)).length === 0) continue;
    const reader = await readerOf(tx, telling, person);
    const minutes = theirs(await minutesOf({ ...ctx, ...reader }, meeting, ending.until), id);
    const card = await minutesCard({ ...ctx, ...reader }, meeting, minutes, {
      until: ending.until,
      endedBy: ending.endedBy?.name,
      own: true,
    });
    const key = `minutes:${meeting.id}:${meeting.version}:${id}`;
    if (await notifyPerson(tx, telling, person, 'report', { key, card })) told++;
  }
  return told;
}

const actorsOf = ({ decided, others }: Minutes): string[] =>
  [...decided, ...others].map(({ personId }) => personId);

const ownersOf = ({ items, decided }: Minutes): Set<string> =>
  new Set([
    ...items.flatMap(({ ownerId }) => ownerId ?? []),
    ...decided.flatMap(({ ownersBefore }) => ownersBefore),
  ]);

/** Reduces the minutes to a person's own deals, including those transferred away from them. */
function theirs({ items, decided, undecided }: Minutes, id: string): Minutes {
  const lost = new Set(
    decided.filter(({ ownersBefore }) => ownersBefore.includes(id)).map(({ record }) => record.id),
  );
  const isTheirs = (record: { id: string; ownerId: string | null }) =>
    record.ownerId === id || lost.has(record.id);
  return {
    items: items.filter(isTheirs),
    decided: decided.filter(({ record }) => isTheirs(record)),
    others: [],
    undecided: undecided.filter(isTheirs),
  };
}
