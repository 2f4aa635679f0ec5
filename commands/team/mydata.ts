import { type Context, defineCommand } from '../../crm/access/context.js';
import { teamName } from '../../crm/words/owner-names.js';
import { kindWord, nameOf } from '../../crm/words/record-words.js';
import { afterNow, momentWords } from '../../crm/words/zoned-dates.js';
import { actions, button, type Card, context, fields, table, text } from '../../kernel/card/card.js';
import { f } from '../../kernel/command/fields.js';
import { dayMs } from '../../kernel/time/moments.js';
import { startOfMonth } from '../../kernel/time/zone.js';
import { badgesAt, ownBadges } from '../../reports/targets/badge-nodes.js';
import { ownPoints } from '../../reports/targets/own-points.js';
import { actsOfPerson } from '../../store/activity/event-queries.js';
import { countViewsBy, viewsByOthers } from '../../store/customers/view-log.js';
import { recordsAbout } from '../../store/leads/open-work.js';
import { identitiesOf, personById } from '../../store/people/person-queries.js';
import type { ViewEntry } from '../../store/schema/row-types.js';
import { currentRecord, isIdentified } from '../../store/unit/stored-records.js';
import { formatsIn, textsIn } from '../../texts/languages.js';

/** Lines of a list. */
const shown = 7;

/** How long views are stored, in ms. */
const viewsStoredMs = 90 * dayMs;

/**
 * `我的数据` ("my data"): what is stored about the speaker, how they are scored, and who viewed their data.
 */
export const mydata = defineCommand({
  name: 'mydata',
  reads: true,
  quiet: true,
  fields: { all: f.flag() },
  async run(input, ctx): Promise<Card> {
    if (input.all) return await actsCard(ctx);
    const t = textsIn(ctx.locale).people;
    const { person } = ctx;
    const counts = await recordsAbout(ctx.db, person.id);
    const accounts = await identitiesOf(ctx.db, person.id);
    const rows = (Object.keys(t.counts) as (keyof typeof counts)[]).map((key): [string, string] => [
      t.counts[key],
      String(counts[key]),
    ]);
    return {
      key: `person:${person.id}`,
      title: t.mydata,
      tone: 'info',
      nodes: [
        text(t.mydataBody(person.name)),
        ...fields(
          [t.role, t.roles[person.role]],
          [textsIn(ctx.locale).common.team, await teamName(ctx, person)],
          [t.identities, formatsIn(ctx.locale).list(accounts.map((one) => one.platform))],
          [t.email, person.email],
          [t.zone, ctx.zone],
          [
            t.away,
            person.awayUntil && person.awayUntil > ctx.now ? momentWords(ctx, person.awayUntil) : null,
          ],
          [
            t.mutedTo,
            person.mutedUntil && person.mutedUntil > ctx.now ? momentWords(ctx, person.mutedUntil) : null,
          ],
        ),
        ...fields(...rows, [t.looks, String(await countViewsBy(ctx.db, person.id))]),
        ...(await scoreNodes(ctx)),
        ...(await lookerNodes(ctx)),
        ...actions(
          button(t.recentActs, 'mydata', { all: true }),
          button(textsIn(ctx.locale).report.ownPoints, 'ranking', { mine: true }),
        ),
        context(t.exportHint),
      ],
    };
  },
});

/**
 * Shows the month's points and the share in lead assignment, as computed for the ranking and the assignment.
 */
async function scoreNodes(ctx: Context) {
  const t = textsIn(ctx.locale).people;
  const span = { from: startOfMonth(ctx.now, ctx.zone), to: afterNow(ctx) };
  const { row } = await ownPoints(ctx, ctx.person.id, span, ctx.now);
  const pending = row && row.provisional > 0 ? textsIn(ctx.locale).report.provisional : undefined;
  const points = row ? (pending?.(row.points, row.provisional) ?? `${row.points}`) : '0';
  const badges = await badgesAt(ctx, ctx.person.teamId ?? undefined, ctx.now);
  return [
    text(t.scored, 'strong'),
    ...fields(
      [t.points, `${points} (${row?.behaviour ?? 0} + ${row?.result ?? 0})`],
      [textsIn(ctx.locale).badge.own, ownBadges(ctx, badges, ctx.person.id)],
      [t.lastLead, ctx.person.lastAssignedAt && momentWords(ctx, ctx.person.lastAssignedAt)],
      [t.leadCredit, (ctx.person.leadCredit / 1_000_000).toFixed(2)],
    ),
  ];
}

async function lookerNodes(ctx: Context) {
  const t = textsIn(ctx.locale).people;
  const since = new Date(ctx.now.getTime() - viewsStoredMs);
  const views = await viewsByOthers(ctx.db, ctx.person.id, since, shown);
  const rows = await Promise.all(views.map((view) => lookRow(ctx, view)));
  const { who, what, times, when } = t.lookColumns;
  return rows.length > 0 ? [text(t.whoLooked, 'strong'), table([who, what, times, when], rows)] : [];
}

async function lookRow(ctx: Context, view: ViewEntry): Promise<string[]> {
  const t = textsIn(ctx.locale).people;
  const who = await personById(ctx.db, view.personId);
  const type = view.recordType;
  const record = isIdentified(type)
    ? nameOf(ctx, type, await currentRecord(ctx.db, type, view.recordId))
    : '';
  return [who?.name ?? '', record, t.lookTimes(view.times), momentWords(ctx, view.at)];
}

/** Lists what the speaker did last, in their own words. */
async function actsCard(ctx: Context): Promise<Card> {
  const t = textsIn(ctx.locale).people;
  const acts = await actsOfPerson(ctx.db, ctx.person.id, 20);
  const lines = acts.map(({ at, kind, words, undoneAt }) =>
    [momentWords(ctx, at), kindWord(ctx.locale, kind), words ?? '', undoneAt ? t.undone : '']
      .filter(Boolean)
      .join(' · '),
  );
  return {
    key: `acts:${ctx.person.id}`,
    title: t.recentActs,
    tone: 'info',
    nodes: [text(lines.join('\n') || t.none), ...actions(button(t.mydata, 'mydata', {}))],
  };
}
