import { amountWords } from '../../crm/words/deal-words.js';
import { actions, button, type Card, context, table, text } from '../../kernel/card/card.js';
import type { AlertingRule } from '../../sales/process/alert-rule-names.js';
import { dailyCron } from '../../sales/process/process-schedules.js';
import { alertNames } from '../../sales/process/process-settings.js';
import { saidAnew, storeUnreached } from '../../store/messages/unreached-queries.js';
import { listPeople } from '../../store/people/person-queries.js';
import { listTeams } from '../../store/people/team-queries.js';
import { markDigested, waitingFor } from '../../store/reports/alert-queries.js';
import type { Alert, Person } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { textsIn } from '../../texts/languages.js';
import { alertNo, alertSubject, alertWhy } from './alert-card.js';
import { Batch } from './batch.js';
import { notifyPerson, placeFor, type Reader, readerOf } from './deliver.js';
import { defineJob, type JobContext } from './job-context.js';

/** Alerts shown in the list. */
const shown = 10;
const most = 500;

/** Once a day, sends each person one list of the alerts that were not sent singly. */
export const alertDigest = defineJob({
  name: 'alert-digest',
  summary: "Once a day, each person's list of further alerts",
  async slots(ctx) {
    const cron = dailyCron(ctx.process.alerts.digestAt);
    const teams = await listTeams(ctx.store.db);
    const without = { scope: '', cron, timeZone: ctx.timeZone };
    return [without, ...teams.map((team) => ({ scope: team.id, cron, timeZone: team.timeZone }))];
  },
  async run(slot, ctx) {
    const counts = { people: 0, alerts: 0 };
    const people = await listPeople(ctx.store.db, slot.scope || null);
    const batch = new Batch();
    await batch.each(
      people.filter((one) => (one.teamId ?? '') === slot.scope),
      async (person) => {
        const sent = await ctx.store.tx((tx) => sendDigest(tx, ctx, person, slot.at));
        if (sent > 0) counts.people++;
        counts.alerts += sent;
      },
    );
    batch.end();
    return { counts };
  },
});

async function sendDigest(tx: Db, ctx: JobContext, person: Person, at: Date): Promise<number> {
  const waiting = await waitingFor(tx, person.id, at, most);
  if (waiting.length === 0) return 0;
  if (!(await placeFor(tx, person, 'stall'))) {
    // The alerts wait for a digest that arrives.
    const card = await digestCard(tx, ctx, await readerOf(tx, ctx, person), waiting);
    await storeUnreached(tx, {
      ...{ dedupeKey: `alert-digest:${person.id}`, personId: person.id, topic: saidAnew, card, at },
    });
    return 0;
  }
  const card = await digestCard(tx, ctx, await readerOf(tx, ctx, person), waiting);
  await notifyPerson(tx, ctx, person, 'stall', { key: `alert-digest:${person.id}:${at.getTime()}`, card });
  await markDigested(
    tx,
    waiting.map(({ id }) => id),
    at,
  );
  return waiting.length;
}

async function digestCard(tx: Db, ctx: JobContext, reader: Reader, waiting: readonly Alert[]): Promise<Card> {
  const t = textsIn(reader.locale).jobAlert;
  const rows: string[][] = [];
  const numbers = new Set<string>();
  for (const alert of waiting.slice(0, shown)) {
    const subject = await alertSubject(tx, alert);
    if (!subject) continue;
    const no = alertNo(subject);
    if (no) numbers.add(no);
    const rule = alert.rule as AlertingRule;
    rows.push([
      [no, subject.customer?.name ?? subject.who].filter(Boolean).join(' '),
      alertNames[rule][reader.locale],
      alertWhy(ctx, reader, rule, subject, alert.why),
      amountWords({ ...reader, process: ctx.process }, alert.value, {
        ownerId: subject.deal?.ownerId ?? subject.customer?.ownerId ?? null,
      }),
    ]);
  }
  const { columns } = t;
  return {
    key: `alert-digest:${waiting[0]?.id}`,
    title: t.digest(waiting.length),
    tone: 'warn',
    nodes: [
      text(t.digestSaid, 'strong'),
      table([columns.what, columns.rule, columns.why, { label: columns.value, align: 'right' }], rows),
      ...(waiting.length > shown ? [context(t.more(waiting.length - shown))] : []),
      ...actions(...[...numbers].slice(0, 4).map((no) => button(no, 'find', { name: no }))),
    ],
  };
}
