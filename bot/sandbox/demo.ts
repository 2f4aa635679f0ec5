import { alertJudge } from '../../jobs/alerts/alert-judge-job.js';
import { alertsJob } from '../../jobs/alerts/alerts-job.js';
import { incompleteAlerts } from '../../jobs/alerts/daily-alerts-job.js';
import { FixedClock } from '../../kernel/time/clock.js';
import { addDays, weekday } from '../../kernel/time/dates.js';
import type { WorkCalendar } from '../../kernel/time/workdays.js';
import { instantOf, localDate } from '../../kernel/time/zone.js';
import type { Store } from '../../store/engine/store.js';
import { discardWaiting } from '../../store/messages/outbox-queries.js';
import { listPeople } from '../../store/people/person-queries.js';
import { listPlaces } from '../../store/people/place-queries.js';
import { getSetting, setSetting } from '../../store/running/setting-queries.js';
import type { Team } from '../../store/schema/row-types.js';
import { unitOfNobody } from '../../store/unit/unit.js';
import { isLocale, type Locale, locales, textsIn } from '../../texts/languages.js';
import { calendarOf, makeDispatch, type ProductDeps } from '../product/product.js';
import { type CastMember, castOf, type DemoCompany, type DemoTeam } from './demo-cast.js';
import { putDemoRules } from './demo-rules.js';
import { hiddenScene, type LiveSandbox, shownScene } from './demo-scenes.js';
import { openDay, playStory, storyWeeks } from './demo-story.js';
import type { DemoScene } from './demo-thread.js';
import { allPosts, ensureGroup, ensurePrivate } from './sandbox-people.js';

const demoMark = 'demo';
const toldMark = 'demo-told';
const languageMark = 'demo-language';

/** Whether the database holds the demo team; a real team must not start on it. */
export async function isDemo(store: Store): Promise<boolean> {
  return (await getSetting<boolean>(store.db, demoMark)) === true;
}

/** The language in which the demo was begun; undefined if the database holds none. */
export async function demoLanguage(store: Store): Promise<Locale | undefined> {
  if (!(await isDemo(store))) return undefined;
  const said = await getSetting<string>(store.db, languageMark);
  // Demos of former releases have no mark; all of them are in the first language.
  return isLocale(said) ? said : locales[0];
}

/**
 * Fills an empty database with the demo team and half a year of selling; the last days are played in the chats of the
 * page, which opens with them. Leaves a database with other people alone; resumes a story that was cut off.
 */
export async function playDemo(
  deps: ProductDeps,
  live: LiveSandbox,
  progress: (done: number, all: number) => void,
): Promise<void> {
  const { store, timeZone: zone } = deps;
  const begun = await isDemo(store);
  if (!begun && (await listPeople(store.db)).length > 0) return;
  if (await getSetting<boolean>(store.db, toldMark)) return;
  const now = deps.clock.now();
  const today = localDate(now, zone);
  const start = instantOf(addDays(today, -7 * storyWeeks - 1), '09:00', zone);
  const language = (await demoLanguage(store)) ?? deps.locale;
  const company = textsIn(language).demo;
  if (!begun) await hire(deps, company, start);
  const { process } = await deps.process.current();
  const calendar = calendarOf(process);
  const clock = new FixedClock(start);
  const host = makeDispatch({ ...deps, clock, committed: undefined });
  const shown = await demoStage(deps, live, language);
  await store.withoutSync(async () => {
    await playStory({
      ...{ company, today, zone, calendar, progress },
      shownFrom: shownFrom(now, zone, calendar),
      scenes: { before: hiddenScene(host, clock, () => scanForAlerts(deps, clock)), shown },
      curtain: async () => {
        // What the clock owed by then was told long ago.
        live.clock.moveTo(clock.now());
        await live.runJobs();
        await store.tx((tx) => discardWaiting(tx));
      },
    });
    live.chat.markAllSeen();
    if (calendar.isWorkday(today)) await openDay(shown, today, zone, now);
  });
  live.clock.moveTo(now);
  await store.tx((tx) => setSetting(tx, toldMark, true));
}

/** The chats of the page as the place where the demo team talks. */
export async function demoStage(
  { store, timeZone: zone }: ProductDeps,
  live: LiveSandbox,
  locale: Locale,
): Promise<DemoScene> {
  const places = await listPlaces(store.db);
  const people = await listPeople(store.db);
  return shownScene(live, {
    ...{ zone, locale },
    groupOf: (actor) => {
      const team = people.find((one) => one.name === actor.name)?.teamId;
      const group = places.find((one) => one.kind === 'group' && team && one.teamId === team);
      return group && { id: group.externalId, kind: 'group', name: group.name };
    },
  });
}

/** The first day whose talk the chats show: the last Monday with a report, or the workday before this one if that is earlier. */
function shownFrom(now: Date, zone: string, calendar: WorkCalendar): string {
  const today = localDate(now, zone);
  const thisMonday = addDays(today, 1 - weekday(today));
  const monday = instantOf(thisMonday, '09:00', zone) <= now ? thisMonday : addDays(thisMonday, -7);
  let before = addDays(today, -1);
  while (!calendar.isWorkday(before)) before = addDays(before, -1);
  return [monday, before].sort()[0] ?? before;
}

/** Creates a day's alerts, so that the value of each rule can be read at once. */
async function scanForAlerts(
  { store, process, locale, timeZone }: ProductDeps,
  clock: FixedClock,
): Promise<void> {
  const now = clock.now();
  const { process: rules, version } = process.inForce;
  const calendar = calendarOf(rules);
  const flush = async () => 0;
  const context = { store, now, process: rules, processVersion: version, calendar, locale, timeZone, flush };
  for (const job of [alertsJob, incompleteAlerts, alertJudge])
    await job.run({ scope: '', at: now, lateMinutes: 0 }, context);
}

/** Creates the demo's rules, teams, people and groups. */
async function hire({ store, timeZone, locale }: ProductDeps, company: DemoCompany, at: Date): Promise<void> {
  await store.tx(async (tx) => {
    await setSetting(tx, demoMark, true);
    await setSetting(tx, languageMark, locale);
    const unit = unitOfNobody(tx, at, 'sandbox');
    await putDemoRules(unit, company);
    const teams = new Map<DemoTeam | null, Team>();
    for (const [key, { name, group }] of Object.entries(company.teams)) {
      const team = await unit.create('team.created', { name, timeZone });
      teams.set(key as DemoTeam, team);
      const place = await ensureGroup(unit, team, group);
      await unit.change('place.bound', place, { teamId: team.id, posts: allPosts });
    }
    for (const actor of castOf(company)) await enrol(actor, teams.get(actor.team));
    async function enrol({ id, name, role }: CastMember, team: Team | undefined): Promise<void> {
      const person = await unit.enrol('sandbox', id, { name, role, teamId: team?.id ?? null });
      await ensurePrivate(unit, id, person);
      if (role === 'manager' && team) await unit.change('team.changed', team, { managerId: person.id });
    }
  });
}
