import { type Card, right, table } from '../../kernel/card/card.js';
import { percentOf } from '../../sales/figures/percentages.js';
import { dimensionsOf } from '../../sales/figures/slice-names.js';
import { sourceConversionOf, sourceConversionRows } from '../../sales/figures/source-conversion.js';
import { teamById } from '../../store/people/team-queries.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { endAsOf } from '../request/report-context.js';
import { periodOfKey } from '../request/report-period.js';
import { labelsFor } from '../slices/slice-values.js';
import { leadItems } from '../slices/source-conversion-report.js';
import { responseReport } from '../standard/response-report.js';
import { aboutWhom, deskFor, teamsOfSubject } from './answer-about.js';
import { type AskedQuestion, answerCard, askButton, nounOf } from './answer-frame.js';

/** Answers how fast leads were responded to. */
export async function responseAnswer(asked: AskedQuestion): Promise<Card> {
  const { ctx, reading } = asked;
  const t = textsIn(ctx.locale).question;
  const about = await aboutWhom(ctx, { ...reading, whose: reading.whose ?? 'team' });
  const reportCtx = deskFor(ctx, about);
  const period = periodOfKey(reportCtx, reading.period ?? 'thisMonth');
  const team = about.person?.teamId ? await teamById(ctx.db, about.person.teamId) : about.team;
  const { figures } = await responseReport(reportCtx, { team, asOf: ctx.now, period });
  const source = reading.filters.values.find(({ dimension }) => dimension === 'source')?.key;
  const rows = (reading.by === 'source' ? figures.sources : figures.people).filter(
    ({ median }) => median !== null,
  );
  const fastest = rows.toSorted((a, b) => (a.median ?? 0) - (b.median ?? 0));
  const one = about.person
    ? figures.people.find(({ key }) => key === about.person?.id)
    : source
      ? figures.sources.find(({ key }) => key === source)
      : figures.all;
  const minutes = (n: number | null | undefined) =>
    n === null || n === undefined ? '' : textsIn(ctx.locale).report.minutes(n);
  const [first] = fastest;
  const conclusion = reading.by
    ? first
      ? t.fastest(first.name, minutes(first.median))
      : t.nothingIn(period.label)
    : one?.median === null || one === undefined
      ? t.nothingIn(period.label)
      : t.answered(minutes(one.median), one.leads, one.inTime);
  return await answerCard(asked, {
    conclusion,
    nodes:
      reading.by && fastest.length > 0
        ? [
            table(
              [
                textsIn(ctx.locale).common[reading.by === 'source' ? 'source' : 'owner'],
                right(nounOf(ctx, reading)),
              ],
              fastest.slice(0, 10).map(({ name, median }) => [name, minutes(median)]),
            ),
          ]
        : [],
    read: [period.label, about.name],
  });
}

/** Answers how many leads became deals, as the source report computes it. */
export async function conversionAnswer(asked: AskedQuestion): Promise<Card> {
  const { ctx, reading } = asked;
  const t = textsIn(ctx.locale).question;
  const about = await aboutWhom(ctx, reading);
  const reportCtx = deskFor(ctx, about);
  const period = periodOfKey(reportCtx, reading.period ?? 'thisQuarter');
  const teamId = await teamsOfSubject(ctx, about);
  const span = { from: period.from, to: endAsOf(period.to, ctx.now), teamId };
  const items = await leadItems(reportCtx, span, ctx.now, about.person?.id);
  const source = reading.filters.values.find(({ dimension }) => dimension === 'source')?.key;
  const all = sourceConversionOf(null, source ? items.filter(({ key }) => key === source) : items);
  const read = [period.label, about.name];
  if (reading.by !== 'source')
    return await answerCard(asked, {
      conclusion:
        all.leads === 0
          ? t.nothingIn(period.label)
          : t.converted(all.leads, all.converted, percentOf(all.converted, all.leads) ?? 0),
      read,
      actions: [
        askButton(asked, t.bySource, { ...reading, by: 'source', shape: 'rank', filters: { values: [] } }),
      ],
    });
  const dimension = dimensionsOf(ctx.process).find(({ key }) => key === 'source');
  const label = dimension ? await labelsFor(reportCtx, dimension) : async () => '';
  const rate = (row: { converted: number; leads: number }) => percentOf(row.converted, row.leads) ?? 0;
  const rows = sourceConversionRows(items).toSorted((a, b) => rate(b) - rate(a));
  const lines: string[][] = [];
  for (const row of rows.slice(0, 10))
    lines.push([
      await label(row.key),
      `${row.leads}`,
      `${row.converted}`,
      formatsIn(ctx.locale).percent(rate(row)),
    ]);
  const [first] = lines;
  return await answerCard(asked, {
    conclusion: first ? t.first(first[0] ?? '', first[3] ?? '') : t.nothingIn(period.label),
    nodes: first
      ? [
          table(
            [textsIn(ctx.locale).common.source, right(t.leads), right(t.deals), right(nounOf(ctx, reading))],
            lines,
          ),
        ]
      : [],
    read,
  });
}
