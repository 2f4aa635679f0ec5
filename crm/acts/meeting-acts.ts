import type { Card } from '../../kernel/card/card.js';
import { DeniedError, StaleError } from '../../kernel/command/errors.js';
import { type Minutes, minutesCard, minutesOf } from '../../reports/meeting/meeting-minutes.js';
import type { Desk } from '../../reports/request/report-context.js';
import { mayPostReport } from '../../sales/people/policy.js';
import { personById } from '../../store/people/person-queries.js';
import { privatePlaces } from '../../store/people/place-queries.js';
import { createMeeting, endMeeting, type Meeting } from '../../store/reports/meeting-queries.js';
import type { Db } from '../../store/statements/db.js';
import type { Context } from '../access/context.js';
import { whoCan } from '../access/demand-rights.js';
import { permissionTexts } from '../texts/permission-texts.js';
import { factsBefore, logEvent } from './log-event.js';
import { readerOf, type Telling, tellPerson } from './notify.js';

/** A meeting of a team is its manager's to hold, that of the company an admin's. */
export async function demandMeeting(ctx: Context, teamId: string | null): Promise<void> {
  const may = mayPostReport(ctx.person, teamId);
  if (may.ok) return;
  const who = await whoCan(ctx, may.who, { ownerId: null, teamId });
  throw new DeniedError(permissionTexts(ctx.locale).report(who));
}

export async function startMeetingLogged(
  ctx: Context,
  teamId: string | null,
  items: string[],
): Promise<Meeting> {
  const given = { teamId, placeId: ctx.place.id, startedBy: ctx.person.id, items };
  const meeting = await createMeeting(ctx.db, given, ctx.now);
  await logEvent(ctx, 'meeting.started', { type: 'meeting', id: meeting.id }, null, { items });
  return meeting;
}

/** Ends a meeting and tells those who were not there what became of their deals; answers the minutes. */
export async function endMeetingLogged(ctx: Context, meeting: Meeting): Promise<Card> {
  const ended = await endMeeting(ctx.db, meeting, ctx.now);
  if (!ended) throw new StaleError(meeting.id);
  const change = { endedAt: ctx.now };
  const record = { type: 'meeting', id: meeting.id } as const;
  await logEvent(ctx, 'meeting.ended', record, factsBefore(meeting, change), change);
  const telling = { now: ctx.now, process: ctx.process, locale: ctx.locale, timeZone: ctx.zone };
  await tellAbsent(ctx.db, telling, ctx, ended, { until: ctx.now, endedBy: ctx.person });
  const minutes = await minutesOf(ctx, ended, ctx.now);
  return await minutesCard(ctx, ended, minutes, { until: ctx.now, endedBy: ctx.person.name });
}

/** Who ended it; nobody where the clock did. */
export interface Ending {
  until: Date;
  endedBy?: { id: string; name: string };
}

/**
 * Tells the owners of the deals of the list, in private, what was decided of theirs and what was left. Who did something
 * in the meeting was there, and so were those who began and ended it.
 */
export async function tellAbsent(
  tx: Db,
  telling: Telling,
  ground: Pick<Desk, 'calendar'>,
  meeting: Meeting,
  ending: Ending,
): Promise<number> {
  const { now, process } = telling;
  const desk: Desk = {
    db: tx,
    process,
    calendar: ground.calendar,
    locale: telling.locale,
    zone: telling.timeZone,
    now,
  };
  const whole = await minutesOf(desk, meeting, ending.until);
  const there = new Set([meeting.startedBy, ending.endedBy?.id, ...actorsOf(whole)]);
  let told = 0;
  for (const id of ownersOf(whole)) {
    const person = there.has(id) ? undefined : await personById(tx, id);
    if (!person || (await privatePlaces(tx, id)).length === 0) continue;
    const reader = await readerOf(tx, telling, person);
    const minutes = theirs(await minutesOf({ ...desk, ...reader }, meeting, ending.until), id);
    const card = await minutesCard({ ...desk, ...reader }, meeting, minutes, {
      until: ending.until,
      endedBy: ending.endedBy?.name,
      own: true,
    });
    const key = `minutes:${meeting.id}:${meeting.version}:${id}`;
    if (await tellPerson(tx, telling, person, 'report', { key, card })) told++;
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

/** The part of the minutes that is about a person's own deals, those taken from them included. */
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
