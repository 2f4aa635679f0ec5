import { sandbox } from '../../adapters/sandbox/sandbox.js';
import { allCommands } from '../../commands/register-commands.js';
import { nearestThings } from '../../commands/talk/nearest-commands.js';
import { teachCard } from '../../commands/talk/teach-card.js';
import { wordReaders } from '../../commands/talk/word-readers.js';
import { speaksToColleague } from '../../crm/access/colleague-address.js';
import type { Context } from '../../crm/access/context.js';
import { whoCan } from '../../crm/access/demand-rights.js';
import { placeAudience } from '../../crm/access/place-audience.js';
import { noRecord, readableAmong } from '../../crm/access/readable.js';
import { groupLocale } from '../../crm/access/reader.js';
import { lookups } from '../../crm/field-lookups/lookups.js';
import { demandSomeChange } from '../../crm/lookup/early-refusal.js';
import { notifyOwners } from '../../crm/notices/notify-owners.js';
import { nameOf } from '../../crm/words/record-words.js';
import type { Platforms } from '../../kernel/chat/adapter.js';
import { type Command, Registry } from '../../kernel/command/command.js';
import { DeniedError, RuleError } from '../../kernel/command/errors.js';
import type { Model } from '../../kernel/model/model-port.js';
import { recordNumber } from '../../kernel/records/record-number.js';
import type { Clock } from '../../kernel/time/clock.js';
import { chineseCalendar, plainCalendar, type WorkCalendar } from '../../kernel/time/workdays.js';
import { localDate, localTime, writesDayFirst } from '../../kernel/time/zone.js';
import type { ChangeKind } from '../../sales/people/change-kinds.js';
import { maySee, seesNothing, type Visibility, visibilityOf } from '../../sales/people/policy.js';
import type { Process } from '../../sales/process/parse-process.js';
import type { Store } from '../../store/engine/store.js';
import { hasAdmin, personById } from '../../store/people/person-queries.js';
import { privatePlaces } from '../../store/people/place-queries.js';
import { issueSetupCode } from '../../store/people/setup-code.js';
import { listTeams, teamById } from '../../store/people/team-queries.js';
import type { Db } from '../../store/statements/db.js';
import { ChangedMeanwhile, ChangeRefused, type RefusedRecord } from '../../store/unit/change-refused.js';
import { Unit } from '../../store/unit/unit.js';
import { type Locale, textsIn } from '../../texts/languages.js';
import { recordAskedAbout } from '../dispatch/asked-about.js';
import { Dispatch } from '../dispatch/dispatch.js';
import type { ActGiven } from '../dispatch/dispatch-options.js';
import { shownAfterAct } from '../dispatch/shown-after-act.js';
import type { MembersKeeper } from '../members/members-keeper.js';
import { knownPlatforms } from '../platforms/known-platforms.js';
import { Views } from '../views/views.js';
import type { WallChange } from '../views/wall-changes.js';
import { KeyNames } from './key-names.js';
import type { ProcessFile } from './process-file.js';

export const registry = new Registry<Context>(allCommands);

/** What the product runs on; passed in, so that tests and the demo can bring their own clock. */
export interface ProductDeps {
  store: Store;
  clock: Clock;
  process: Pick<ProcessFile, 'inForce' | 'current'>;
  locale: Locale;
  timeZone: string;
  incident(error: unknown, about: Record<string, unknown>): string;
  /** Absent if none is configured. */
  model?: Model;
  /** Those that the product knows anyway if absent. */
  platforms?: Platforms;
  committed?(): void;
  /** The cards on the wall; made where they are first needed if absent. */
  views?: Views;
  changed?(change: WallChange): void;
  /** Who is in a group; absent: what is stored holds. */
  members?: Pick<MembersKeeper, 'fresh' | 'freshAt' | 'again'>;
}

/** Creates the dispatcher over all commands. */
export function makeDispatch(deps: ProductDeps): Dispatch<Context> {
  return new Dispatch<Context>({
    ...deps,
    platforms: deps.platforms ?? knownPlatforms,
    views: deps.views ?? makeViews(deps),
    registry,
    lookups,
    keyNames: new KeyNames({ ...deps, process: () => deps.process.inForce.process }),
    context: async (given) => await contextOf(deps, given),
    alone,
    within: actingIn,
    demandRights: demandSomeChange,
    askedAbout: recordAskedAbout,
    afterAct: async (card, own) => {
      if (own.unit) await notifyOwners(own);
      return await shownAfterAct(own, card);
    },
    worded: inWords,
    onName: 'find',
    onReply: 'log',
    onPassedOn: 'say',
    inWords: wordReaders,
    isForColleague: async (line, ctx) => await speaksToColleague(ctx, line),
    onUnknown: async (missed, ctx) => await nearestThings(missed, ctx, registry),
    onMissedAgain: async (missed, ctx) => await teachCard(missed, ctx, registry),
  });
}

/** The context of an answer that the speaker alone reads. */
const alone = (own: Context): Context => ({
  ...own,
  audience: undefined,
  groupLocale: undefined,
  namesZone: false,
  isPrivate: true,
});

/** The cards on the wall, as the product draws them. */
export function makeViews(deps: ProductDeps): Views {
  const find = registry.get('find');
  if (!find) throw new Error('no command shows a record');
  const { store, locale, clock } = deps;
  return new Views({
    ...{ store, locale, find },
    context: async (given) => await contextOf(deps, given),
    process: () => deps.process.inForce.process,
    platforms: deps.platforms ?? knownPlatforms,
    now: () => clock.now(),
    fresh: async (platform, externalId) => await deps.members?.freshAt(platform, externalId),
    isLook: ({ command }) => registry.get(command)?.reads === true,
  });
}

/**
 * Builds a person's context outside the chat, for their eyes only, or undefined if they are not active or
 * reachable.
 */
export async function privateContext(deps: ProductDeps, personId: string): Promise<Context | undefined> {
  const { db } = deps.store;
  const person = await personById(db, personId);
  const [place] = person ? await privatePlaces(db, person.id) : [];
  if (!person?.active || !place) return undefined;
  const about = { platform: sandbox.id, now: deps.clock.now(), words: '', actId: '' };
  return await contextOf(deps, { db, person, place, ...about });
}

/** Builds an act's context: who, where, the rules in force, and the speaker's calendar. */
async function contextOf(deps: ProductDeps, given: ActGiven): Promise<Context> {
  const { process, version } = await deps.process.current();
  const zone = given.person.timeZone ?? process.timeZone ?? deps.timeZone;
  const locale = given.person.locale ?? deps.locale;
  const person = { ...given.person, sight: await visibilityIn(process, given) };
  const platforms = deps.platforms ?? knownPlatforms;
  const { db, place } = given;
  const readers =
    place.kind === 'group'
      ? await placeAudience(db, { process, platforms }, place, person.teamId)
      : { audience: undefined };
  const context: Context = {
    ...given,
    person,
    unit: unitOf({ ...given, person, process }, given.db, []),
    ...readers,
    groupLocale: await groupLocaleIn(deps, given),
    namesZone: zone !== (await groupZoneIn(deps, given, process)),
    seen: [],
    locale,
    zone,
    company: { locale: deps.locale, timeZone: deps.timeZone },
    process,
    processVersion: version,
    calendar: calendarOf(process),
    model: deps.model,
    platforms,
    at: {
      today: localDate(given.now, zone),
      now: localTime(given.now, zone),
      locale,
      currency: process.currency,
      fiscalStart: process.reports.fiscalYearStart,
      zone,
      isDayFirst: writesDayFirst(zone),
    },
  };
  // Where somebody reads along who may see nothing, each answer goes to the speaker alone, as in private.
  return readers.audience && seesNothing(readers.audience) ? alone(context) : context;
}

/** The context of an act in its transaction: the command may make the changes that it has declared. */
function actingIn(context: Context, tx: Db, { changes }: Pick<Command<Context>, 'changes'>): Context {
  const acting = { ...context, db: tx };
  return Object.assign(acting, { unit: unitOf(acting, tx, changes as ChangeKind[]) });
}

type Acting = Pick<Context, 'person' | 'place' | 'actId' | 'words' | 'now' | 'platform' | 'process'>;

const unitOf = (act: Acting, tx: Db, changes: readonly ChangeKind[]): Unit =>
  new Unit({
    tx,
    by: { actor: act.person, process: act.process },
    act,
    at: act.now,
    origin: act.platform,
    declared: new Set(changes),
  });

const named = (context: Context, record: RefusedRecord): string =>
  nameOf(context, record.type, { ...record });

/** A refusal of the unit of work in the speaker's words, with who may; other errors stay as they are. */
async function inWords(error: unknown, context: Context): Promise<unknown> {
  if (error instanceof ChangedMeanwhile)
    return new RuleError(textsIn(context.locale).dispatch.staleUnnumbered(named(context, error.record)));
  if (!(error instanceof ChangeRefused)) return error;
  const { who, owner } = error;
  const record = named(context, error.record);
  const t = textsIn(context.locale).permission;
  const sees = maySee(context.person, owner);
  if (recordNumber(record)) {
    // For who may not see the record, it does not exist.
    const [seen] = sees.ok
      ? [owner]
      : await readableAmong(context, [{ ...owner, id: owner.customerId ?? '' }]);
    if (!seen) return noRecord(context, record);
    return new DeniedError(t.change(record, await whoCan(context, who, owner)));
  }
  if (!sees.ok) return new DeniedError(t.see(record, await whoCan(context, sees.who, owner)));
  return new DeniedError(t.change(record, await whoCan(context, who, owner)));
}

/** What the speaker may see; the tree of teams matters only to those who see or manage teams below. */
async function visibilityIn(process: Process, { db, person }: ActGiven): Promise<Visibility> {
  const looksDown =
    person.role === 'manager' || (person.role !== 'admin' && process.access[person.role].sees === 'below');
  return visibilityOf(process, person, looksDown ? await listTeams(db) : []);
}

/** The zone of the group's team, or of the company; the speaker's own in private. */
async function groupZoneIn(
  { timeZone }: ProductDeps,
  { db, person, place }: ActGiven,
  process: Process,
): Promise<string> {
  const company = process.timeZone ?? timeZone;
  if (place.kind === 'private' || !person.timeZone) return person.timeZone ?? company;
  const teamId = place.teamId ?? person.teamId;
  const team = teamId ? await teamById(db, teamId) : undefined;
  return team?.timeZone ?? company;
}

/** The language of the group; undefined in private. */
async function groupLocaleIn(
  { locale }: ProductDeps,
  { db, person, place }: ActGiven,
): Promise<Locale | undefined> {
  return place.kind === 'group' ? await groupLocale(db, place, locale, person.teamId) : undefined;
}

const calendars = new WeakMap<Process, WorkCalendar>();

/** Returns the work calendar of a process; cached, because a calendar keeps the years it has counted. */
export function calendarOf(process: Process): WorkCalendar {
  let calendar = calendars.get(process);
  if (!calendar) {
    const make = process.calendar === 'china' ? chineseCalendar : plainCalendar;
    calendar = make({ workHours: process.workHours });
    calendars.set(process, calendar);
  }
  return calendar;
}

/** Returns the code that makes the first admin, or null once there is one. A configured code wins. */
export async function openSetup(store: Store, configured: string | null): Promise<string | null> {
  return await store.tx(async (tx) => {
    if (await hasAdmin(tx)) return null;
    return await issueSetupCode(tx, configured);
  });
}
