import { visibilityOf } from '../../sales/people/policy.js';
import type { Process } from '../../sales/process/parse-process.js';
import { privatePlaces } from '../../store/people/place-queries.js';
import type { Person } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import type { Locale } from '../../texts/languages.js';
import type { Context } from './context.js';
import type { Readers } from './visibility.js';
import { audienceOf } from './visibility.js';

/** What telling somebody depends on; a job's context and what an act knows both have it. */
export interface NotifyContext {
  now: Date;
  process: Process;
  /** For people of whom no language or zone is known. */
  locale: Locale;
  timeZone: string;
}

/** Who is told, in their own language and time. */
export interface Reader extends Readers {
  locale: Locale;
  zone: string;
}

/** In which language and zone somebody is told. */
export const habitsOf = (ctx: NotifyContext, person: Person): { locale: Locale; zone: string } => ({
  locale: person.locale ?? ctx.locale,
  zone: person.timeZone ?? ctx.process.timeZone ?? ctx.timeZone,
});

/** Who reads what the person is told: they alone, or all of their team where they have no private chat. */
export const readerOf = async (db: Db, ctx: NotifyContext, person: Person): Promise<Reader> => ({
  ...habitsOf(ctx, person),
  ...(await readersOf(db, ctx.process, person)),
});

/** The context of an act as it is for somebody who is told of it. */
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
