import { actions, button, type Card, context, table } from '../../kernel/card/card.js';
import { openSelect } from '../../kernel/card/open-call.js';
import { leadNo } from '../../kernel/records/record-number.js';
import { leadById } from '../../store/leads/lead-queries.js';
import { personById } from '../../store/people/person-queries.js';
import { teamById } from '../../store/people/team-queries.js';
import { actsBetween } from '../../store/reports/alert-queries.js';
import { getSetting, setSetting } from '../../store/running/setting-queries.js';
import type { Lead } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { textsIn } from '../../texts/languages.js';
import { Batch } from '../shared/batch.js';
import { channelsOf, notifyChannels, type Reader } from '../shared/deliver.js';
import { defineJob, type JobContext } from '../shared/job-context.js';
import { leadAlert, namedLead } from './lead-alert-card.js';

/** How far the log was read, as epoch ms. */
const watermark = 'new-leads-until';

const minuteMs = 60_000;
const mostActs = 2000;

/** Leads in one list, and of those the ones with a button to claim them. */
const listed = 10;
const claimable = 3;

/** A lead, and the group in which it was entered. */
interface NewLead {
  lead: Lead;
  placeId: string | null;
}

/** Posts the leads of the last minute to the groups of their team, several as one list; never to the group that entered them. */
export const newLeadsJob = defineJob({
  name: 'new-leads',
  summary: "Posts new leads to their team's groups",
  slots: async (ctx) => [{ scope: '', cron: '* * * * *', timeZone: ctx.timeZone }],
  async run(slot, ctx) {
    const counts = { leads: 0, posts: 0 };
    const { store } = ctx;
    const from = (await getSetting<number>(store.db, watermark)) ?? slot.at.getTime() - minuteMs;
    const acts = await actsBetween(store.db, ['lead.created'], new Date(from), slot.at, mostActs);
    const byTeam = new Map<string, NewLead[]>();
    for (const { recordId, placeId } of acts) {
      const lead = await leadById(store.db, recordId);
      if (!lead?.teamId || (lead.status !== 'open' && lead.status !== 'pool')) continue;
      byTeam.set(lead.teamId, [...(byTeam.get(lead.teamId) ?? []), { lead, placeId }]);
      counts.leads++;
    }
    const batch = new Batch();
    await batch.each(byTeam, async ([teamId, leads]) => {
      counts.posts += await store.tx((tx) => post(tx, ctx, teamId, leads));
    });
    const read = acts.length === mostActs ? (acts.at(-1)?.at ?? slot.at) : slot.at;
    await store.tx((tx) => setSetting(tx, watermark, read.getTime()));
    batch.end();
    return { counts };
  },
});

async function post(tx: Db, ctx: JobContext, teamId: string, leads: readonly NewLead[]): Promise<number> {
  const team = await teamById(tx, teamId);
  if (!team) return 0;
  let posts = 0;
  for (const { reader, places } of await channelsOf(tx, ctx, team, 'lead')) {
    for (const place of places) {
      const others = leads.filter(({ placeId }) => placeId !== place.id).map(({ lead }) => lead);
      const [first, ...more] = others;
      if (!first) continue;
      const card = more.length > 0 ? await listCard(tx, reader, others) : await oneCard(tx, reader, first);
      posts += await notifyChannels(
        tx,
        ctx,
        { reader, places: [place] },
        { key: `new-lead:${first.id}`, card },
      );
    }
  }
  return posts;
}

async function oneCard(tx: Db, reader: Reader, lead: Lead): Promise<Card> {
  const t = textsIn(reader.locale).job;
  const c = textsIn(reader.locale).common;
  const no = leadNo(lead);
  const known = await namedLead(tx, lead);
  const owner = lead.ownerId ? await personById(tx, lead.ownerId) : undefined;
  const claim = button(c.claim, 'claim', { lead: no, v: lead.version }, { style: 'primary' });
  return leadAlert(reader, known, {
    title: t.newLead(no, known.customer),
    said: owner ? t.newLeadOf(owner.name) : t.newLeadFree,
    actions: [...(owner ? [] : [claim]), button(c.find, 'find', { name: no })],
  });
}

async function listCard(tx: Db, reader: Reader, leads: readonly Lead[]): Promise<Card> {
  const t = textsIn(reader.locale).job;
  const named: { number: string; name: string }[] = [];
  const rows: string[][] = [];
  for (const lead of leads.slice(0, listed)) {
    const { customer } = await namedLead(tx, lead);
    const owner = lead.ownerId ? await personById(tx, lead.ownerId) : undefined;
    named.push({ number: leadNo(lead), name: customer });
    rows.push([`${leadNo(lead)} ${customer}`, owner?.name ?? t.newLeadFree]);
  }
  const free = leads.filter(({ ownerId }) => ownerId === null).slice(0, claimable);
  const claims = free.map((lead) =>
    button(t.claimOf(leadNo(lead)), 'claim', { lead: leadNo(lead), v: lead.version }),
  );
  const { lead, owner } = t.leadColumns;
  return {
    key: `new-leads:${leads[0]?.id}`,
    title: t.newLeads(leads.length),
    tone: 'info',
    nodes: [
      table([lead, owner], rows),
      ...(leads.length > listed ? [context(t.moreNotices(leads.length - listed))] : []),
      ...actions(...claims, openSelect(textsIn(reader.locale).list.open, named)),
    ],
  };
}
