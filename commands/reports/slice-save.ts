import { type Context, defineCommand } from '../../crm/access/context.js';
import { whoCan } from '../../crm/access/demand-rights.js';
import { audienceOf } from '../../crm/access/visibility.js';
import { undoButton } from '../../crm/cards/deal-card.js';
import { actions, button, type Card, context, text } from '../../kernel/card/card.js';
import { DeniedError, InputError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import type { LeadRole } from '../../kernel/command/roles.js';
import { zoneWithoutSlot } from '../../kernel/time/cron.js';
import { wantedOf } from '../../reports/exports/report-exports.js';
import { requestOf } from '../../reports/request/report-fields.js';
import { readSlice, type Slice, sliceWords } from '../../reports/slices/read-slice.js';
import { demandSaved, lastShown, savedCalled } from '../../reports/slices/saved-slices.js';
import { mayFilter } from '../../reports/slices/slice-figures.js';
import { byNames, measureName } from '../../reports/slices/slice-report.js';
import { mayPostReport, maySeeReport } from '../../sales/people/policy.js';
import { scheduleSaid, scheduleWords } from '../../sales/process/schedule-words.js';
import { placesFor } from '../../store/people/place-queries.js';
import { listTeams, teamById, teamByName } from '../../store/people/team-queries.js';
import type { SavedReport, Team } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';

const nameField = f.word({ required: true });

/**
 * `报表 存 大单按行业` ("save report as Large deals by industry"): saves the slice viewed last, or the one said,
 * under a name.
 */
export const sliceSave = defineCommand({
  name: 'slice-save',
  changes: ['report.saved', 'report.changed'],
  role: 'viewer',
  hidden: true,
  seldom: true,
  fields: {
    name: nameField,
    slice: f.rest(),
  },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).slice;
    // A button that has to be typed gives no name: its slice is named after what it shows.
    const whole = input.slice ? await readable(ctx, `${input.name} ${input.slice}`) : undefined;
    const words = input.slice ?? (await lastShown(ctx));
    if (!words) throw new InputError('slice', t.noLast, t.example);
    const read = whole ?? (await readSlice(ctx, words));
    const slice = sliceWords(ctx, read, 'keys');
    const name = whole ? `${measureName(ctx, whole)}·${byNames(ctx, whole)}` : input.name.trim();
    if (!whole && (await isTaken(ctx, name))) throw new InputError('name', t.badName(name));
    const known = await savedCalled(ctx, name);
    if (known && known.personId === ctx.person.id) {
      await change(ctx, known, { slice });
      return await savedCard(ctx, t.changed(name), known.name);
    }
    await ctx.unit.create('report.saved', { name, personId: ctx.person.id, slice });
    return await savedCard(ctx, t.saved(name), name);
  },
});

async function readable(ctx: Context, words: string): Promise<Slice | undefined> {
  try {
    return await readSlice(ctx, words);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** Tells whether a name could be read as a slice, a report or a schedule. */
async function isTaken(ctx: Context, name: string): Promise<boolean> {
  if (scheduleSaid(name)) return true;
  try {
    await wantedOf(ctx, name);
    return true;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

/** `报表 删 大单按行业` ("delete report …"). */
export const sliceRemove = defineCommand({
  name: 'slice-remove',
  changes: ['report.changed'],
  role: 'viewer',
  hidden: true,
  seldom: true,
  fields: { name: nameField },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).slice;
    const report = await demandOwn(ctx, input.name);
    await change(ctx, report, { removedAt: ctx.now });
    return await savedCard(ctx, t.removed(report.name));
  },
});

/** `报表 大单按行业 每周一 9:00` ("report … every Monday 9:00"): schedules posts to the team's channels. */
export const slicePost = defineCommand({
  name: 'slice-post',
  changes: ['report.changed'],
  role: 'manager',
  hidden: true,
  seldom: true,
  fields: {
    words: f.rest({ required: true }),
  },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).slice;
    const said = scheduleSaid(input.words);
    if (!said) throw new InputError('words', t.noWhen(input.words), t.whenExample);
    const { report, team: named } = await nameAndTeam(ctx, said.rest);
    const slice = await readSlice(ctx, report.slice);
    const team = named ?? (await usualTeam(ctx, slice));
    if (!team) throw new InputError('words', t.whichTeam);
    if (zoneWithoutSlot(said.cron, [team.timeZone], ctx.now) !== undefined)
      throw new InputError('words', t.neverComes(scheduleWords(said.cron, ctx.locale)), t.whenExample);
    await demandPosting(ctx, report, slice, team);
    await change(ctx, report, { cron: said.cron, teamId: team.id });
    const card = await savedCard(
      ctx,
      t.scheduled(report.name, team.name, scheduleWords(said.cron, ctx.locale)),
      report.name,
    );
    const isHeard = (await placesFor(ctx.db, team.id, 'report')).length > 0;
    if (!isHeard) card.nodes.push(context(t.noChannel(team.name)));
    return card;
  },
});

/** `报表 停 大单按行业` ("stop report …"). */
export const sliceStop = defineCommand({
  name: 'slice-stop',
  changes: ['report.changed'],
  role: 'viewer',
  hidden: true,
  seldom: true,
  fields: { name: nameField },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).slice;
    const report = await demandOwn(ctx, input.name);
    if (!report.cron) throw new InputError('name', t.notScheduled(report.name));
    await change(ctx, report, { cron: null, teamId: null });
    return await savedCard(ctx, t.stopped(report.name), report.name);
  },
});

async function savedCard(ctx: Context, said: string, name?: string): Promise<Card> {
  const t = textsIn(ctx.locale).slice;
  const report = name === undefined ? undefined : await savedCalled(ctx, name);
  return {
    key: `report:saved:${name ?? 'removed'}`,
    title: said,
    tone: 'good',
    nodes: [
      text(said, 'strong'),
      ...actions(
        report && button(report.name, 'slice', { words: report.name }),
        report?.cron != null && button(t.stopPosting, 'slice-stop', { name: report.name }),
        report && button(t.remove, 'slice-remove', { name: report.name }),
        undoButton(ctx),
      ),
    ],
  };
}

type Patch = Partial<Pick<SavedReport, 'slice' | 'teamId' | 'cron' | 'removedAt'>>;

async function change(ctx: Context, report: SavedReport, patch: Patch): Promise<void> {
  await ctx.unit.change('report.changed', report, patch);
}

/**
 * Finds the speaker's saved report, or one posted to a team to which the speaker may post. Throws
 * DeniedError.
 */
async function demandOwn(ctx: Context, name: string): Promise<SavedReport> {
  const report = await demandSaved(ctx, name);
  const isTheirs = report.personId === ctx.person.id;
  if (!isTheirs && !mayPostReport(ctx.person, report.teamId).ok)
    throw new DeniedError(textsIn(ctx.locale).slice.notYours(report.name));
  return report;
}

/** Splits the words that are not about time: a report's name and perhaps a team. */
async function nameAndTeam(ctx: Context, words: string): Promise<{ report: SavedReport; team?: Team }> {
  const whole = await savedCalled(ctx, words);
  if (whole) return { report: whole };
  for (const team of await listTeams(ctx.db)) {
    const name = words.toLowerCase().endsWith(` ${team.name.toLowerCase()}`)
      ? words.slice(0, -team.name.length).trim()
      : undefined;
    const report = name === undefined ? undefined : await savedCalled(ctx, name);
    if (report) return { report, team };
  }
  return { report: await demandSaved(ctx, words) };
}

/** Returns the slice's team, else the group's, else the speaker's. */
async function usualTeam(ctx: Context, slice: Slice): Promise<Team | undefined> {
  if (slice.team) return await teamByName(ctx.db, slice.team);
  const id = (ctx.place.kind === 'group' ? ctx.place.teamId : null) ?? ctx.person.teamId;
  return id ? await teamById(ctx.db, id) : undefined;
}

/**
 * Throws DeniedError unless the speaker may post to the team and see the report, and everybody on the team
 * may see it.
 */
async function demandPosting(ctx: Context, report: SavedReport, slice: Slice, team: Team): Promise<void> {
  const t = textsIn(ctx.locale).slice;
  const may = mayPostReport(ctx.person, team.id);
  const who = async (needed: 'owner' | LeadRole) =>
    await whoCan(ctx, needed, { ownerId: null, teamId: team.id });
  if (!may.ok) throw new DeniedError(t.maySave(report.name, await who(may.who)));
  const isTheirs = report.personId === ctx.person.id || mayPostReport(ctx.person, report.teamId).ok;
  if (!isTheirs) throw new DeniedError(t.notYours(report.name));
  const { team: about } = await requestOf({ ...ctx }, { team: slice.team ?? team.name });
  const audience = await audienceOf(ctx.db, ctx.process, team.id);
  if (about && about.id !== team.id) {
    const seen = maySeeReport(audience, about.id);
    if (!seen.ok) throw new DeniedError(textsIn(ctx.locale).permission.report(await who(seen.who)));
  }
  if (!mayFilter({ audience: audience }, slice)) throw new DeniedError(t.hiddenFilter);
}
