import { visibilityOf } from '../../sales/people/policy.js';
import type { Process } from '../../sales/process/parse-process.js';
import { localesIn } from '../../store/people/person-queries.js';
import { privatePlaces } from '../../store/people/place-queries.js';
import type { Person, Team } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import type { Locale } from '../../texts/languages.js';
import type { Context } from './context.js';
import type { Readers } from './visibility.js';
import { audienceOf } from './visibility.js';

/** What notifying a person depends on; a job's context and an act's context both have these fields. */
export interface NotifyContext {
  now: Date;
  process: Process;
  /** The language for people who have chosen none. */
  locale: Locale;
  timeZone: string;
}

/** A person who is notified, with their own language and time zone. */
export interface Reader extends Readers {
  locale: Locale;
  zone: string;
}

/** The language and time zone in which to notify a person. */
export const habitsOf = (ctx: NotifyContext, person: Person): { locale: Locale; zone: string } => ({
  locale: person.locale ?? ctx.locale,
  zone: person.timeZone ?? ctx.process.timeZone ?? ctx.timeZone,
});

/**
 * The language in which a group is answered: the one that everybody in its team has chosen who has chosen any, else the
 * company's.
 */
export async function groupLocale(db: Db, teamId: string | null, company: Locale): Promise<Locale> {
  const chosen = teamId ? (await localesIn(db, teamId)).flatMap((locale) => locale ?? []) : [];
  const [only, ...others] = chosen;
  return only && others.length === 0 ? only : company;
}

/** Who reads a team's channels, or without a team the company's: their language and zone, and the least rights among them. */
export const channelReader = async (
  db: Db,
  ctx: NotifyContext,
  team: Team | undefined,
): Promise<Required<Omit<Reader, 'person'>>> => ({
  locale: await groupLocale(db, team?.id ?? null, ctx.locale),
  zone: team?.timeZone ?? ctx.timeZone,
  audience: await audienceOf(db, ctx.process, team?.id ?? null),
});

/** Finds who reads a person's notification: that person, or the whole team if they have no private chat. */
export const readerOf = async (db: Db, ctx: NotifyContext, person: Person): Promise<Reader> => ({
  ...habitsOf(ctx, person),
  ...(await readersOf(db, ctx.process, person)),
});

/** Turns an act's context into that of a person who is notified about the act. */
export const contextFor = async (ctx: Context, person: Person): Promise<Context> => ({
  ...ctx,
  locale: person.locale ?? ctx.locale,
  audience: undefined,
  ...(await readersOf(ctx.db, ctx.process, person)),
});

async function readersOf(db: Db, process: Process, person: Person) {
  const actor = { ...person, sight: visibilityOf(process, person, []) };
  const isAlone = (await privatePlaces(db, person.id)).length > 0;
  return isAlone
    ? { person: actor }
    : { person: actor, audience: await audienceOf(db, process, person.teamId) };
}
