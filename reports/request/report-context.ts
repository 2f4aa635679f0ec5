import { earlierOf, justAfter } from '../../kernel/time/moments.js';
import type { WorkCalendar } from '../../kernel/time/workdays.js';
import type { Actor } from '../../sales/people/policy.js';
import type { Process } from '../../sales/process/parse-process.js';
import type { Team } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import type { Locale } from '../../texts/languages.js';

/** What a report is made with, whoever asks: a person, the clock or the command line. */
export interface ReportContext {
  db: Db;
  process: Process;
  calendar: WorkCalendar;
  locale: Locale;
  /** The reader's zone; a team's report keeps to the team's. */
  zone: string;
  now: Date;
  /** Who reads it; absent: whoever has the machine. */
  person?: Actor;
  /** The least of those who read along. */
  audience?: Actor;
}

/** Which report: of a team or, without one, of the company; as it stood at a moment. */
export interface ReportRequest {
  team?: Team;
  asOf: Date;
}

/** The context with the team's clock. */
export const contextOfTeam = (ctx: ReportContext, team: Team | undefined): ReportContext => ({
  ...ctx,
  zone: team?.timeZone ?? ctx.zone,
});

/** The end of a span that is reported up to a moment, what happened at that moment included. */
export const endAsOf = (to: Date, asOf: Date): Date => earlierOf(to, justAfter(asOf));
