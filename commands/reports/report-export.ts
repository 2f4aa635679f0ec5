import { afterwards, type Context, defineCommand } from '../../crm/access/context.js';
import { shows } from '../../crm/access/visibility.js';
import { type Card, type CardFile, context, text } from '../../kernel/card/card.js';
import { InputError, RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { shownLast } from '../../language/look-up/report-asked.js';
import { exported, wantedOf } from '../../reports/exports/report-exports.js';
import type { Sheet } from '../../reports/nodes/sheet.js';
import { requestOf } from '../../reports/request/report-fields.js';
import type { ExportRequest } from '../../reports/slices/export-request.js';
import { sliceWords } from '../../reports/slices/read-slice.js';
import { lastShown, savedCalled, sliceMeant } from '../../reports/slices/saved-slices.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { lastReport } from './last-report.js';

/**
 * `导出 来源 本月` ("export sources, this month"), `导出 大单按行业` (a saved report), or `导出` alone for the report viewed
 * last: exports all figures as a file.
 */
export const reportExport = defineCommand({
  name: 'export',
  changes: ['report.exported'],
  role: 'manager',
  reads: true,
  quiet: true,
  seldom: true,
  fields: {
    asof: f.asof(),
    what: f.rest(),
  },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).slice;
    const said = input.what && !shownLast.test(input.what) ? input.what : undefined;
    const words = said ?? (await reportShown(ctx)) ?? (await lastShown(ctx));
    if (!words) throw new InputError(null, t.noneToExport, t.example);
    const { card, sheets, kept } = await exportFor(ctx, words, input.asof);
    afterwards(ctx, (unit) => unit.note('report.exported', { id: ctx.actId }, { what: kept }, null));
    return exportCard(ctx, card.title, sheets, { what: kept, asof: input.asof });
  },
});

/** The reports that can be exported by their command's name. */
const exportable: readonly string[] = ['funnel', 'ranking', 'loss', 'yield'];

/** The words of the report that was shown last in this talk. Throws RuleError if that one is no file. */
async function reportShown(ctx: Context): Promise<string | undefined> {
  const last = await lastReport(ctx);
  if (!last || last.call.command === 'slice') return undefined;
  const { command, input } = last.call;
  if (!exportable.includes(command)) throw new RuleError(textsIn(ctx.locale).slice.noExport);
  return [command, input.by, input.period, input.team].filter(Boolean).join(' ');
}

/**
 * Prepares an export for the speaker alone, wherever they asked. `kept`: the same words in keys, independent
 * of language. Throws InputError and DeniedError.
 */
export async function exportFor(
  given: Context,
  words: string,
  asof: string | undefined,
): Promise<{ card: Card; sheets: Sheet[]; kept: string }> {
  const ctx = { ...given, audience: undefined };
  const saved = await savedCalled(ctx, words);
  const wanted: ExportRequest = saved ? await sliceMeant(ctx, words) : await wantedOf(ctx, words);
  const asked = await requestOf(ctx, { team: wanted.team, asof });
  const { card, sheets } = await exported(ctx, wanted, asked);
  const kept =
    wanted.kind === 'slice'
      ? sliceWords(ctx, { ...wanted.slice, team: asked.team?.name }, 'keys')
      : [wanted.kind, wanted.kind === 'yield' ? wanted.by : '', wanted.period ?? '', asked.team?.name ?? '']
          .filter(Boolean)
          .join(' ');
  return { card, sheets, kept };
}

/** Ready files are sent or linked; a platform that can do neither gets the command that writes them on the server. */
function exportCard(
  ctx: Context,
  title: string,
  sheets: readonly Sheet[],
  { what, asof }: { what: string; asof?: string },
): Card {
  const t = textsIn(ctx.locale).slice;
  const ready = t.exportRows(
    formatsIn(ctx.locale).list(sheets.map(({ name, rows }) => t.exportSheet(name, rows.length))),
  );
  const file = (format: keyof typeof mimes): CardFile => ({
    name: `${title.replace(/[\\/:*?"<>|]/g, ' ').slice(0, longestName)}.${format}`,
    mime: mimes[format],
    call: { command: 'export', input: { what, format, ...(asof ? { asof } : {}) } },
    by: ctx.person.id,
  });
  const { files: ways } = ctx.platforms.of(ctx.platform).can;
  const files =
    ways === 'linked' ? [file('xlsx'), file('csv')] : ways === 'sent' ? [file('xlsx')] : undefined;
  return {
    key: `export:${what}`,
    title: t.exportTitle(title),
    tone: 'good',
    nodes: [
      text(ready),
      ...(shows({ person: ctx.person }, 'amount') ? [] : [context(t.exportHidden)]),
      ...(files
        ? [text(ways === 'linked' ? t.exportLinked : t.exportSent)]
        : [text(t.exportOnServer), text(commandLine(what, asof), 'quote')]),
    ],
    ...(files ? { files } : {}),
  };
}

const mimes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Of a file's name without its ending, in characters: WeCom takes 256 bytes. */
const longestName = 60;

/** Returns the command that writes the same file on the server. */
function commandLine(what: string, asof: string | undefined): string {
  const [first = ''] = what.split(' ');
  const [kind, rest] = ['yield', 'loss', 'funnel', 'ranking'].includes(first)
    ? [first, what.slice(first.length).trim()]
    : ['slice', what];
  const said = rest ? ` '${rest.replaceAll("'", '’')}'` : '';
  return `genjin report ${kind}${said}${asof ? ` --as-of ${asof}` : ''} --xlsx report.xlsx --csv report.csv`;
}
