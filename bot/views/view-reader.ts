import type { Context } from '../../crm/access/context.js';
import { placeAudience } from '../../crm/access/place-audience.js';
import { isUnlisted } from '../../crm/access/reduced-audience.js';
import type { Platforms } from '../../kernel/chat/adapter.js';
import { leastVisibility, type Visibility, visibilityOf } from '../../sales/people/policy.js';
import type { Process } from '../../sales/process/parse-process.js';
import { personById } from '../../store/people/person-queries.js';
import { findPlace } from '../../store/people/place-queries.js';
import { listTeams, teamById } from '../../store/people/team-queries.js';
import type { ViewAudience } from '../../store/schema/message-tables.js';
import type { Person, Place } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import type { Locale } from '../../texts/languages.js';

/** What a view's reader is made of; the product gives it. */
export interface ReaderDeps {
  context(given: {
    db: Db;
    person: Person;
    place: Place;
    platform: string;
    now: Date;
    words: string;
    actId: string;
  }): Promise<Context>;
  process(): Process;
  platforms: Platforms;
  now(): Date;
}

/** Whom a card was or is to be drawn for. */
export interface ReaderOf {
  platform: string;
  placeExternalId: string;
  locale: Locale;
  /** Who asked for it; their rights count in a group as well. */
  personId: string | null;
  /** The team of those who read it, where its place has none. */
  teamId: string | null;
}

/** Who reads a place now. */
export interface ViewReader {
  context: Context;
  audience: ViewAudience;
  place: Place;
  /** Nobody knows who reads there now: the card is left as it is. */
  isUnread?: boolean;
}

/**
 * The context in which a place's card is drawn: in private for its person, in a group for nobody in particular, with
 * the narrowest rights of those who read there. Undefined if nobody reads there any more.
 */
export async function viewReader(db: Db, of: ReaderOf, deps: ReaderDeps): Promise<ViewReader | undefined> {
  const place = await findPlace(db, of.platform, of.placeExternalId);
  if (!place) return undefined;
  const about = { db, place, platform: of.platform, now: deps.now(), words: '', actId: '' };
  if (place.kind === 'private') {
    const person = place.personId ? await personById(db, place.personId) : undefined;
    if (!person?.active) return undefined;
    const context = await deps.context({ ...about, person });
    const { sight, teamId } = context.person;
    return { context, place, audience: audienceNow(of, teamId, sight) };
  }
  const asker = of.personId ? await personById(db, of.personId) : undefined;
  const process = deps.process();
  const rules = { process, platforms: deps.platforms };
  const { audience, reduced } = await placeAudience(db, rules, place, of.teamId);
  const { teamId } = audience;
  const team = teamId ? await teamById(db, teamId) : undefined;
  const sights = [audience.sight, asker && visibilityOf(process, asker, await listTeams(db))];
  const sight = sights.flatMap((one) => (one ? [one] : [])).reduce(leastVisibility);
  const person = { ...nobody, teamId, locale: of.locale, timeZone: team?.timeZone ?? null };
  const context = await deps.context({ ...about, person });
  const reader = { ...audience, sight };
  return {
    context: { ...context, person: { ...person, sight }, audience: reader },
    place,
    audience: audienceNow(of, teamId, sight),
    isUnread: isUnlisted(reduced),
  };
}

const audienceNow = (
  { locale, personId }: ReaderOf,
  teamId: string | null,
  sight: Visibility | undefined,
): ViewAudience => ({
  locale,
  teamId,
  personId,
  sight: {
    scope: sight?.scope ?? 'none',
    amount: sight?.amount ?? 'none',
    phone: sight?.phone ?? 'none',
  },
});

/** Reads along in a group: looks only, and is counted nowhere. */
const nobody: Person = {
  id: '',
  name: '',
  role: 'viewer',
  teamId: null,
  email: null,
  locale: null,
  timeZone: null,
  active: true,
  mutedUntil: null,
  digestOnly: false,
  digestAt: null,
  awayFrom: null,
  awayUntil: null,
  deputyId: null,
  lastAssignedAt: null,
  leadCredit: 0,
  createdAt: new Date(0),
};

const scopes = ['none', 'self', 'team', 'below', 'all'];
const rights = ['none', 'own', 'all'];

/** Whether readers may see less than those a card was drawn for, or other teams' records. */
export function seesLess(then: ViewAudience, now: ViewAudience): boolean {
  const less = (order: string[], a: string, b: string) => order.indexOf(b) < order.indexOf(a);
  return (
    less(scopes, then.sight.scope, now.sight.scope) ||
    less(rights, then.sight.amount, now.sight.amount) ||
    less(rights, then.sight.phone, now.sight.phone) ||
    (then.teamId !== null && then.teamId !== now.teamId && now.sight.scope !== 'all')
  );
}
