import { afterwards, type Context, defineCommand } from '../../crm/access/context.js';
import { actions, type Card, context, table, text } from '../../kernel/card/card.js';
import { f } from '../../kernel/command/fields.js';
import { requestOf } from '../../reports/request/report-fields.js';
import { readSlice, sliceWords } from '../../reports/slices/read-slice.js';
import { keepShown, sliceMeant } from '../../reports/slices/saved-slices.js';
import { mayFilter } from '../../reports/slices/slice-figures.js';
import { sliceReport } from '../../reports/slices/slice-report.js';
import { scheduleSaid, scheduleWords } from '../../sales/process/schedule-words.js';
import { teamById } from '../../store/people/team-queries.js';
import { savedReportsFor } from '../../store/reports/saved-reports.js';
import { textsIn } from '../../texts/languages.js';

/** Words after `报表` ("report") that belong to other commands. */
const others: [RegExp, string][] = [
  [/^(?:存|保存|save)(?:\s+|$)/iu, 'slice-save'],
  [/^(?:删|删除|remove|delete)(?:\s+|$)/iu, 'slice-remove'],
  [/^(?:停|停发|stop)(?:\s+|$)/iu, 'slice-stop'],
  [/^(?:导出|export)(?:\s+|$)/iu, 'export'],
];

/**
 * `报表 金额 按 行业,负责人 本季 >10万` ("report amount by industry and owner, this quarter, above 100,000"): slices
 * deals; a name shows a saved report; alone, lists the saved ones.
 */
export const reportSlice = defineCommand({
  name: 'slice',
  reads: true,
  instead(words) {
    for (const [pattern, command] of others) {
      const said = pattern.exec(words);
      if (said) return { command, words: words.slice(said[0].length) };
    }
    return scheduleSaid(words) ? { command: 'slice-post', words } : undefined;
  },
  fields: {
    asof: f.asof(),
    words: f.rest(),
  },
  async run(input, ctx) {
    if (!input.words) return await savedCard(ctx);
    const { slice, team, name } = await sliceMeant(ctx, input.words);
    const asked = await requestOf(ctx, { team, asof: input.asof });
    if (!mayFilter(ctx, slice)) ctx.isPrivate = true;
    const shown = sliceWords(ctx, slice, 'keys');
    afterwards(ctx, ({ db }) => keepShown(db, ctx.person.id, shown));
    return (await sliceReport(ctx, { ...asked, slice, name })).card;
  },
});

/** Lists the speaker's saved reports, and those posted to their team. */
async function savedCard(ctx: Context): Promise<Card> {
  const t = textsIn(ctx.locale).slice;
  const reports = await savedReportsFor(ctx.db, ctx.person);
  const rows: string[][] = [];
  for (const { name, slice, cron, teamId } of reports) {
    const team = teamId ? await teamById(ctx.db, teamId) : undefined;
    const when = cron ? [scheduleWords(cron, ctx.locale), team?.name ?? ''] : [];
    rows.push([name, await inWords(ctx, slice), textsIn(ctx.locale).report.title(when)]);
  }
  const choose = (label: string, command: string, field: string, some = reports) =>
    some.length > 0 && {
      kind: 'select' as const,
      label,
      options: some.map(({ name }) => ({ label: name, call: { command, input: { [field]: name } } })),
    };
  return {
    key: 'report:slices',
    title: t.listTitle,
    tone: 'info',
    nodes: [
      ...(rows.length > 0 ? [table([t.name, t.what, t.when], rows)] : [text(t.listNone)]),
      ...actions(
        choose(t.show, 'slice', 'words'),
        choose(
          t.remove,
          'slice-remove',
          'name',
          reports.filter(({ personId }) => personId === ctx.person.id),
        ),
      ),
      context(t.example),
      context(t.listHint),
    ],
  };
}

/** Writes a saved slice in the speaker's language, or as stored if one of its fields no longer exists. */
async function inWords(ctx: Context, kept: string): Promise<string> {
  try {
    return sliceWords(ctx, await readSlice(ctx, kept), ctx.locale);
  } catch {
    return kept;
  }
}
