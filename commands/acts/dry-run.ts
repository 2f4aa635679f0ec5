import { addDays } from '../../bot/kernel/time/zone.js';
import { dryRunPool, type LeadLife } from '../../sales/dry-run.js';
import type { Setting } from '../../sales/settings.js';
import { followUpsOfLeads, leadsOfPeriod, responsesOfPeriod } from '../../store/dry-run.js';
import type { Context } from '../context.js';
import { ruleTexts } from '../texts/rules.js';
import { afterNow, todayOf, zonedIn } from '../zoned.js';

/** A quarter. */
const lookedBackDays = 91;

/** What a change would have done in the last quarter, in words; empty where that cannot be told from the past. */
export async function dryRun(ctx: Context, setting: Setting, value: Setting['value']): Promise<string> {
  const to = afterNow(ctx);
  const from = zonedIn(ctx.zone).instantOf(addDays(todayOf(ctx), -lookedBackDays), '00:00');
  if (setting.key === 'pool.returnAfterDays') return await poolWords(ctx, from, to, setting.value, value);
  if (setting.key === 'lead.respondWithinMinutes')
    return await responseWords(ctx, from, to, setting.value, value);
  return '';
}

async function poolWords(
  ctx: Context,
  from: Date,
  to: Date,
  before: Setting['value'],
  after: Setting['value'],
): Promise<string> {
  const followUps = await followUpsOfLeads(ctx.db, from, to);
  const rows = await leadsOfPeriod(ctx.db, from, to);
  const lives = rows.map(
    (row): LeadLife => ({
      createdAt: row.createdAt > from ? row.createdAt : from,
      endedAt: row.convertedAt && row.convertedAt < to ? row.convertedAt : ctx.now,
      followUps: followUps.get(row.id) ?? [],
      isWon: row.isWon,
    }),
  );
  const zoned = zonedIn(ctx.zone);
  const days = (a: Date, b: Date) => ctx.calendar.workdaysBetween(zoned.localDate(a), zoned.localDate(b));
  const t = ruleTexts(ctx.locale);
  const run = (limit: Setting['value']) => dryRunPool(lives, limit === null ? null : Number(limit), days);
  const [was, would] = [run(before), run(after)];
  return t.dryPool(would.leads, would.returned, would.won, was.returned);
}

/** Leads answered later than the limit, or not at all. */
async function responseWords(
  ctx: Context,
  from: Date,
  to: Date,
  before: Setting['value'],
  after: Setting['value'],
): Promise<string> {
  const rows = await responsesOfPeriod(ctx.db, from, to);
  const late = (limit: Setting['value']) =>
    rows.filter(({ createdAt, respondedAt }) => {
      const due = ctx.calendar.addWorkMinutes(createdAt, Number(limit), ctx.zone);
      return (respondedAt ?? ctx.now) > due;
    }).length;
  return ruleTexts(ctx.locale).dryResponse(rows.length, late(after), late(before));
}
