import { alertJudge } from '../../jobs/alerts/alert-judge-job.js';
import { alertsJob } from '../../jobs/alerts/alerts-job.js';
import { incompleteAlerts } from '../../jobs/alerts/daily-alerts-job.js';
import { FixedClock } from '../../kernel/time/clock.js';
import { addDays } from '../../kernel/time/dates.js';
import { instantOf, localDate } from '../../kernel/time/zone.js';
import type { Store } from '../../store/engine/store.js';
import { discardWaiting } from '../../store/messages/outbox-queries.js';
import { listPeople } from '../../store/people/person-queries.js';
import { getSetting, setSetting } from '../../store/running/setting-queries.js';
import type { Team } from '../../store/schema/row-types.js';
import { unitOfNobody } from '../../store/unit/unit.js';
import { calendarOf, makeDispatch, type ProductDeps } from '../product/product.js';
import { cast, demoGroups } from './demo-cast.js';
import { playStory } from './demo-story.js';
import { allPosts, ensureGroup } from './sandbox-people.js';

const demoMark = 'demo';

/** Whether the database holds the demo team; a real team must not start on it. */
export async function isDemo(store: Store): Promise<boolean> {
  return (await getSetting<boolean>(store.db, demoMark)) === true;
}

/**
 * Fills an empty database with the demo team and three months of selling. Leaves a database with other people
 * alone; resumes a story that was cut off.
 */
export async function playDemo(
  deps: ProductDeps,
  progress: (done: number, all: number) => void,
): Promise<void> {
  const { store, timeZone: zone } = deps;
  const begun = await isDemo(store);
  if (!begun && (await listPeople(store.db)).length > 0) return;
  if (await getSetting<boolean>(store.db, `${demoMark}-told`)) return;
  const now = deps.clock.now();
  const start = instantOf(addDays(localDate(now, zone), -92), '09:00', zone);
  if (!begun) await hire(store, zone, start);
  const clock = new FixedClock(start);
  const host = makeDispatch({ ...deps, clock, committed: undefined });
  const calendar = calendarOf(deps.process.inForce.process);
  const evening = async () => await scanForAlerts(deps, clock);
  await store.withoutSync(() => playStory(host, clock, { now, zone, calendar, progress, evening }));
  await store.tx(async (tx) => {
    await discardWaiting(tx);
    await setSetting(tx, `${demoMark}-told`, true);
  });
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

/** Creates the demo's teams, people and groups. */
async function hire(store: Store, timeZone: string, at: Date): Promise<void> {
  await store.tx(async (tx) => {
    await setSetting(tx, demoMark, true);
    const unit = unitOfNobody(tx, at, 'sandbox');
    const teams = new Map<string, Team>();
    for (const group of demoGroups) {
      const team = await unit.create('team.created', { name: group.team, timeZone });
      teams.set(group.team, team);
      const place = await ensureGroup(unit, team, group.name);
      await unit.change('place.bound', place, { teamId: team.id, posts: allPosts });
    }
    for (const actor of cast) {
      const team = teams.get(actor.team ?? '');
      const { name, role } = actor;
      const person = await unit.enrol('sandbox', actor.id, { name, role, teamId: team?.id ?? null });
      if (role === 'manager' && team) await unit.change('team.changed', team, { managerId: person.id });
    }
  });
}
