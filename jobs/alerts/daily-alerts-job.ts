import { zonedIn } from '../../crm/words/zoned-dates.js';
import { addDays } from '../../kernel/time/dates.js';
import { instantOf, localDate } from '../../kernel/time/zone.js';
import { fallOf, forecastFrom, gapsOf } from '../../sales/deals/alert-rules.js';
import { daysThere, type Leave } from '../../sales/people/away.js';
import { weeklyCron } from '../../sales/process/process-schedules.js';
import { openStages, stageOf } from '../../sales/process/stages.js';
import { previousWeek, type Week, weekOf } from '../../sales/time/weeks.js';
import { leavesOf } from '../../store/people/leave-queries.js';
import { listPeople, personById } from '../../store/people/person-queries.js';
import { listTeams, teamById } from '../../store/people/team-queries.js';
import { deficientDeals } from '../../store/reports/alert-queries.js';
import { personFigures } from '../../store/reports/figure-queries.js';
import { Batch } from '../shared/batch.js';
import { habitsOf } from '../shared/deliver.js';
import { defineJob } from '../shared/job-context.js';
import { managerOf, notifyAlert } from '../shared/notify-alert.js';

/** Most deals notified of in one morning, largest first. */
const most = 500;

/** Each workday morning, adds deals that lack data for the forecast to the day's lists. */
export const incompleteAlerts = defineJob({
  name: 'alerts-incomplete',
  summary: 'Each workday, deals that lack what a forecast needs',
  slots: async (ctx) => [{ scope: '', cron: '0 8 * * *', timeZone: ctx.timeZone }],
  async run(slot, ctx) {
    const counts = { deals: 0 };
    const { store, process } = ctx;
    const today = localDate(slot.at, ctx.timeZone);
    if (process.alerts.incomplete.mode === 'off' || !ctx.calendar.isWorkday(today)) return { counts };
    const stages = openStages(process).filter((stage) => stage.probability >= forecastFrom);
    const deals = await deficientDeals(
      store.db,
      stages.map(({ key }) => key),
      today,
      most,
    );
    const batch = new Batch();
    await batch.each(deals, async (deal) => {
      await store.tx(async (tx) => {
        const owner = deal.ownerId ? await personById(tx, deal.ownerId) : undefined;
        const day = owner ? localDate(slot.at, habitsOf(ctx, owner).zone) : today;
        const gaps = gapsOf(deal, stageOf(process, deal.stage)?.probability ?? 0, day);
        if (gaps.length === 0) return;
        const told = await notifyAlert(
          tx,
          ctx,
          {
            rule: 'incomplete',
            // Repeats the alert when something else is missing, or in another month.
            key: `${deal.id}:${gaps}:${day.slice(0, 7)}`,
            recordType: 'deal',
            recordId: deal.id,
            to: owner,
            teamId: deal.teamId,
            value: deal.amount,
            why: { gaps: gaps.join() },
            isMinor: true,
          },
          slot.at,
        );
        if (told) counts.deals++;
      });
    });
    batch.end();
    return { counts };
  },
});

/** With the weekly report, notifies managers of people and teams whose week fell below their own history. */
export const fallingAlerts = defineJob({
  name: 'alerts-falling',
  summary: 'Each week, people and teams whose follow-ups fell against their own past',
  async slots(ctx) {
    const cron = weeklyCron(ctx.process);
    const teams = await listTeams(ctx.store.db);
    return teams.map((team) => ({ scope: team.id, cron, timeZone: team.timeZone }));
  },
  async run(slot, ctx) {
    const counts = { people: 0, teams: 0 };
    const { store, process } = ctx;
    const { mode, percent, weeks } = process.alerts.falling;
    const team = await teamById(store.db, slot.scope);
    if (mode === 'off' || !team) return { counts };
    const zoned = zonedIn(team.timeZone);
    const spans: Week[] = [previousWeek(weekOf(slot.at, zoned), zoned)];
    while (spans.length <= weeks) spans.push(previousWeek(spans.at(-1) as Week, zoned));
    const figures = await Promise.all(
      spans.map(({ from, to }) => personFigures(store.db, { from, to, teamId: team.id })),
    );
    const monday = spans[0]?.monday ?? '';
    const people = (await listPeople(store.db, team.id)).filter(({ role }) => role === 'rep');
    const leaves = new Map<string, Leave[]>();
    for (const { id } of people) leaves.set(id, await leavesOf(store.db, id));
    const there = (week: number, personId: string) => {
      const first = spans[week]?.monday ?? monday;
      const days = { first, last: addDays(first, 6) };
      return daysThere(ctx.calendar, days, leaves.get(personId) ?? [], (day) =>
        instantOf(day, '12:00', team.timeZone),
      );
    };
    const workOf = (week: number, personId: string) => ({
      done: (figures[week] ?? []).find((row) => row.personId === personId)?.followUps ?? 0,
      days: there(week, personId).there,
    });
    await store.tx(async (tx) => {
      const to = await managerOf(tx, team.id);
      const tell = async (recordType: 'person' | 'team', recordId: string, ids: readonly string[]) => {
        const weeks = spans.map((_, week) => {
          const work = ids.map((id) => workOf(week, id));
          const sum = (of: 'done' | 'days') => work.reduce((all, one) => all + one[of], 0);
          return { done: sum('done'), days: sum('days') / Math.max(ids.length, 1) };
        });
        const [last, ...before] = weeks;
        const fall = last && fallOf(last, before, percent);
        if (!fall) return false;
        const leave = ids.reduce((sum, id) => sum + there(0, id).leave, 0);
        const key = `${recordId}:${monday}`;
        const given = {
          rule: 'falling' as const,
          key,
          recordType,
          recordId,
          to,
          teamId: team.id,
          value: null,
        };
        return (await notifyAlert(tx, ctx, { ...given, why: { ...fall, leave } }, slot.at)) !== undefined;
      };
      for (const person of people) if (await tell('person', person.id, [person.id])) counts.people++;
      const ids = people.map(({ id }) => id);
      if (await tell('team', team.id, ids)) counts.teams++;
    });
    return { counts };
  },
});
