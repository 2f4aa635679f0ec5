import { visibilityOf } from '../../sales/people/policy.js';
import type { Process } from '../../sales/process/parse-process.js';
import { localesIn, peopleByIdentities } from '../../store/people/person-queries.js';
import { membersOf } from '../../store/people/place-members.js';
import { placesFor, privatePlaces } from '../../store/people/place-queries.js';
import type { Person, Place, Team } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { type Locale, locales } from '../../texts/languages.js';
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
 * The language of a group: the one chosen for it (`语言 English`, "language English", typed there), else that of most of
 * its people, else the company's. Where the platform lists nobody, its people are those of its team or of `teamId`.
 */
export async function groupLocale(
  db: Db,
  place: Pick<Place, 'id' | 'platform' | 'locale' | 'teamId'>,
  company: Locale,
  teamId: string | null = null,
): Promise<Locale> {
  if (place.locale) return place.locale;
  const known = await membersOf(db, place.id);
  const chosen = known?.listedAt
    ? (await peopleByIdentities(db, place.platform, known.ids)).map(({ person }) => person.locale)
    : await localesIn(db, place.teamId ?? teamId);
  return commonest(
    chosen.map((locale) => locale ?? company),
    company,
  );
}

/** The language that most have; the company's if as many have it as any other. */
function commonest(spoken: readonly Locale[], company: Locale): Locale {
  const count = (locale: Locale) => spoken.filter((one) => one === locale).length;
  return locales.reduce((most, locale) => (count(locale) > count(most) ? locale : most), company);
}

/** Who reads a group: their language and zone, and the least rights among its team, or the company without one. */
export const placeReader = async (
  db: Db,
  ctx: NotifyContext,
  place: Place,
  team: Team | undefined,
): Promise<Channels['reader']> => ({
  locale: await groupLocale(db, place, ctx.locale),
  zone: team?.timeZone ?? ctx.timeZone,
  audience: await audienceOf(db, ctx.process, team?.id ?? null),
});

/** Groups that are written to at once, and who reads there: their language and zone, and the least rights among them. */
export interface Channels {
  reader: Required<Omit<Reader, 'person'>>;
  places: Place[];
}

/**
 * Finds the groups of a team, or of the company without one, that receive a kind of post, in one entry for each language:
 * whoever posts draws the card once for each.
 */
export async function channelsOf(
  db: Db,
  ctx: NotifyContext,
  team: Team | undefined,
  post: string,
): Promise<Channels[]> {
  const spoken = new Map<Locale, Channels>();
  for (const place of await placesFor(db, team?.id ?? null, post)) {
    const reader = await placeReader(db, ctx, place, team);
    const known = spoken.get(reader.locale);
    if (known) known.places.push(place);
    else spoken.set(reader.locale, { reader, places: [place] });
  }
  return [...spoken.values()];
}

/** Finds who reads a person's notification: that person, or the whole team if they have no private chat. */
export const readerOf = async (db: Db, ctx: NotifyContext, person: Person): Promise<Reader> => ({
  ...habitsOf(ctx, person),
  ...(await readersOf(db, ctx.process, person)),
});

/** What notifying somebody in an act depends on: not the language and zone of who acts, nor those of the group. */
export const noticesOf = ({ now, process, company }: Context): NotifyContext => ({
  now,
  process,
  ...company,
});

/** The language in which a person is told of somebody else's act. */
export const localeFor = (ctx: Context, person: Person): Locale => habitsOf(noticesOf(ctx), person).locale;

/** Turns an act's context into that of a person who is notified about the act. */
export const contextFor = async (ctx: Context, person: Person): Promise<Context> => ({
  ...ctx,
  ...habitsOf(noticesOf(ctx), person),
  namesZone: false,
  seen: [],
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
