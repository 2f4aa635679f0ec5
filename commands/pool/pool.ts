import { type Context, defineCommand } from '../../crm/access/context.js';
import { demandVisible } from '../../crm/access/demand-rights.js';
import { privateUnlessSeen } from '../../crm/access/visibility.js';
import { type PoolItem, type PoolRecord, poolRecord } from '../../crm/cards/pool-card.js';
import { momentWords, todayOf } from '../../crm/words/zoned-dates.js';
import { actions, button, type Card, context, ofRow, table, text } from '../../kernel/card/card.js';
import { RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { teamsInSight } from '../../sales/people/policy.js';
import { poolLeads } from '../../store/leads/lead-queries.js';
import { addViews, countPoolLeads, poolCustomers, viewsOf } from '../../store/leads/pool-queries.js';
import { teamByName } from '../../store/people/team-queries.js';
import { textsIn } from '../../texts/languages.js';

/** Records offered on one card (GRAMMAR row 7). */
const page = 5;

/**
 * `公海`, `公海 华东` ("pool, East China"): lists records without an owner; masks phone numbers until claimed, and
 * counts each view.
 */
export const pool = defineCommand({
  name: 'pool',
  fields: {
    team: f.lookup('team'),
    skip: f.word(),
  },
  async run(input, ctx): Promise<Card> {
    const t = textsIn(ctx.locale).lead;
    const team = input.team ? await teamByName(ctx.db, input.team) : undefined;
    if (team) await demandVisible(ctx, team.name, { ownerId: null, teamId: team.id });
    const offset = Number.parseInt(input.skip ?? '0', 10) || 0;
    const teams = team ? [team.id] : teamsInSight(ctx.person);
    const found = await itemsOf(ctx, teams, offset);
    const listed = [];
    for (const item of found.slice(0, page)) listed.push(await poolRecord(ctx.db, item));
    const { shown, seen } = await look(ctx, listed);
    for (const { teamId } of shown) privateUnlessSeen(ctx, { ownerId: null, teamId });
    const more = found.length > page;
    const rows = shown.map((one) => [
      one.number,
      one.customer,
      one.contact,
      one.phone,
      momentWords(ctx, one.since),
    ]);
    const columns = t.poolColumns;
    const next = { ...(input.team ? { team: input.team } : {}), skip: String(more ? offset + page : 0) };
    const { dailyViews } = ctx.process.pool;
    const count = dailyViews === null ? '' : textsIn(ctx.locale).pool.viewsLeft(seen, dailyViews);
    return {
      key: `pool:${team?.id ?? ctx.person.teamId ?? 'all'}:${ctx.place.id}`,
      title: t.poolTitle,
      subtitle: team?.name,
      tone: 'info',
      nodes: [
        text(shown.length === 0 ? t.poolEmpty : t.poolCount(shown.length), 'strong'),
        ...(rows.length > 0
          ? [table([columns.no, columns.customer, columns.contact, columns.phone, columns.since], rows)]
          : []),
        ...actions(
          ...shown.map((one) =>
            ofRow(
              one.number,
              button(`${textsIn(ctx.locale).common.claim} ${one.number}`, 'claim', {
                lead: one.number,
                v: one.version,
              }),
            ),
          ),
          (more || offset > 0) && button(t.nextBatch, 'pool', next),
        ),
        context([momentWords(ctx, ctx.now), count].filter(Boolean).join(' · ')),
      ],
    };
  },
});

/** Reads the pool's leads, then its customers; one more than a page. */
async function itemsOf(ctx: Context, teams: readonly string[] | null, offset: number): Promise<PoolItem[]> {
  const limit = page + 1;
  const leads = await poolLeads(ctx.db, { teams, limit, offset });
  const rest = limit - leads.length;
  const before = Math.max(0, offset - (await countPoolLeads(ctx.db, teams)));
  const customers = rest > 0 ? await poolCustomers(ctx.db, { teams, limit: rest, offset: before }) : [];
  return [...leads.map((lead) => ({ lead })), ...customers.map((customer) => ({ customer }))];
}

/**
 * Counts a person's views, each record once a day; a rep may view no more than the process allows. Returns
 * what may be shown and today's count. Throws RuleError if nothing may be shown.
 */
export async function look(
  ctx: Context,
  records: readonly PoolRecord[],
): Promise<{ shown: PoolRecord[]; seen: number }> {
  const day = todayOf(ctx);
  const seen = await viewsOf(ctx.db, ctx.person.id, day);
  const cap = viewCap(ctx);
  const shown: PoolRecord[] = [];
  for (const record of records) {
    if (!seen.has(record.id) && seen.size >= cap) continue;
    seen.add(record.id);
    shown.push(record);
  }
  if (records.length > 0 && shown.length === 0) throw new RuleError(textsIn(ctx.locale).pool.viewsCap(cap));
  const ids = shown.map(({ id }) => id);
  await addViews(ctx.db, ctx.person.id, day, ids, ctx.now);
  return { shown, seen: seen.size };
}

/** Records of the pool that the speaker may view per day. */
export const viewCap = (ctx: Context): number =>
  ctx.person.role === 'rep'
    ? (ctx.process.pool.dailyViews ?? Number.POSITIVE_INFINITY)
    : Number.POSITIVE_INFINITY;
