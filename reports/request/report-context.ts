import { earlierOf, justAfter } from '../../kernel/time/moments.js';
import type { WorkCalendar } from '../../kernel/time/workdays.js';
import type { Actor } from '../../sales/people/policy.js';
import type { Process } from '../../sales/process/parse-process.js';
import type { Team } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import type { Locale } from '../../texts/languages.js';

/** What a report is made with, for a person, a job or the command line. */
export interface ReportContext {
  db: Db;
  process: Process;
  calendar: WorkCalendar;
  locale: Locale;
  /** The reader's zone; a team's report takes the team's. */
  zone: string;
  now: Date;
  /** The reader; absent on the command line, where everything is visible. */
  person?: Actor;
  /** The narrowest rights among those who read along. */
  audience?: Actor;
}

/** What a report is about: a team, or the company without one, as of a moment. */
export interface ReportRequest {
  team?: Team;
  asOf: Date;
}

/** Replaces the context's zone by the team's. */
export const contextOfTeam = (ctx: ReportContext, team: Team | undefined): ReportContext => ({
  ...ctx,
  zone: team?.timeZone ?? ctx.zone,
});

/** Returns the exclusive end of a span reported up to a moment, that moment included. */
export const endAsOf = (to: Date, asOf: Date): Date => earlierOf(to, justAfter(asOf));
