import type { WorkCalendar } from '../../kernel/time/workdays.js';
import {
  type Assignable,
  type Assignment,
  type IncomingLead,
  nextOwner,
  ruleFor,
} from '../../sales/leads/assignment.js';
import { isAway } from '../../sales/people/away.js';
import { heldLeads } from '../../store/leads/lead-queries.js';
import { listPeople } from '../../store/people/person-queries.js';
import { listTeams, teamByName } from '../../store/people/team-queries.js';
import type { Person } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';

export interface AssignedTo {
  person: Person | null;
  /** The lead's team, whose pool receives the lead if nobody is available. */
  teamId: string | null;
  /** Why this person was chosen, in the speaker's language. */
  why: string;
}

/**
 * Chooses the owner of a lead that names nobody: by rule, then in the process's order. Counts as an
 * assignment.
 */
export async function assignLead(ctx: Context, lead: IncomingLead): Promise<AssignedTo> {
  const t = textsIn(ctx.locale).lead;
  const { assignment } = ctx.process;
  const rule = ruleFor(ctx.process, lead);
  const teamId = await teamFor(ctx, rule?.team);
  if (!teamId) return { person: null, teamId: null, why: t.whyPool };
  const next = nextOwner(await candidates(ctx, teamId), {
    teamId,
    strategy: rule?.strategy ?? assignment.strategy,
    weights: assignment.weights,
    people: rule?.people ?? [],
  });
  if (!next) return { person: null, teamId, why: t.whyPool };
  const turns = ctx.unit.asConsequence('assigned');
  for (const { person, leadCredit } of next.credits)
    await turns.change('person.changed', person.row, { leadCredit });
  const parts = [rule ? t.whyRule(rule.name[ctx.locale]) : '', whyWords(ctx, next), skippedWords(ctx, next)];
  return {
    person: next.person.row,
    teamId,
    why: formatsIn(ctx.locale).clauses(parts.filter(Boolean)),
  };
}

export type Candidate = Assignable & { row: Person };

async function teamFor(ctx: Context, named: string | undefined): Promise<string | undefined> {
  const team = named ? await teamByName(ctx.db, named) : undefined;
  if (team) return team.id;
  const own = ctx.person.teamId ?? ctx.place.teamId;
  return own ?? (await listTeams(ctx.db))[0]?.id;
}

/** What decides who is available now. */
export interface AssignMoment {
  db: Db;
  now: Date;
  calendar: WorkCalendar;
  /** The zone of people and teams that have none. */
  zone: string;
}

/** Lists a team's people as candidates for assignment. */
export async function candidates(moment: AssignMoment, teamId: string): Promise<Candidate[]> {
  const { db, now } = moment;
  const people = await listPeople(db, teamId);
  const team = (await listTeams(db)).find((one) => one.id === teamId);
  const held = await heldLeads(db, teamId);
  return people.map((row) => {
    const zone = row.timeZone ?? team?.timeZone ?? moment.zone;
    const open = held.get(row.id) ?? 0;
    return { ...row, row, away: isAway(row, now), inHours: isWorking(moment, zone), open };
  });
}

/** Tells whether it is working time: one working minute from now ends one minute from now only then. */
function isWorking({ calendar, now }: AssignMoment, zone: string): boolean {
  const minute = 60_000;
  return calendar.addWorkMinutes(now, 1, zone).getTime() <= now.getTime() + minute;
}

function whyWords(ctx: Context, { why, among }: Assignment<Candidate>): string {
  const t = textsIn(ctx.locale).lead;
  switch (why) {
    case 'no-rep':
      return t.whyNoRep;
    case 'all-away':
      return t.whyAllAway;
    case 'least':
      return t.whyLeast(among);
    case 'weighted':
      return t.whyWeighted(among);
    case 'first':
      return t.whyFirst(among);
    case 'longest-ago':
      return t.whyLongest(among);
  }
}

function skippedWords(ctx: Context, { skipped, why }: Assignment<Candidate>): string {
  const t = textsIn(ctx.locale).lead;
  const away = skipped.filter((one) => one.away).map((one) => one.name);
  return away.length > 0 && why !== 'all-away' ? t.whySkipped(formatsIn(ctx.locale).list(away)) : '';
}
