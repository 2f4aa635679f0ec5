import { type Card, context, right, table } from '../../bot/kernel/card.js';
import { monthOf } from '../../bot/kernel/time/zone.js';
import { percentOf } from '../../sales/figures.js';
import { dimensionsOf } from '../../sales/slice-names.js';
import { yieldOf, yieldRows } from '../../sales/yield.js';
import { teamById } from '../../store/teams.js';
import { attainmentReport, personAttainment } from '../reports/attainment.js';
import { endAsOf } from '../reports/desk.js';
import { forecastReport } from '../reports/forecast.js';
import { rankingReport } from '../reports/ranking.js';
import { responseReport } from '../reports/response.js';
import { labelsFor } from '../reports/slice-values.js';
import { teamsAsked } from '../reports/teams.js';
import { trendReport } from '../reports/trend.js';
import { leadItems } from '../reports/yield.js';
import { common } from '../texts/common.js';
import { questionTexts } from '../texts/questions.js';
import { reportTexts } from '../texts/reports.js';
import { todayOf } from '../zoned.js';
import { type Asked, answerCard, askButton, nounOf, readAs } from './frame.js';
import { daysOfKey, periodOfKey } from './spans.js';
import { aboutWhom, askedNow, deskFor } from './whom.js';

/** A report that answers by itself, with how the question was read under it. */
const reportCard = (asked: Asked, card: Card, read: (string | undefined)[], note?: string): Card => ({
  ...card,
  nodes: [...card.nodes, ...(note ? [context(note)] : []), readAs(asked, read)],
});

/** What is left to the target: the report of targets says so first. A week has no target: its month has. */
export async function targetAnswer(asked: Asked): Promise<Card> {
  const { ctx, reading } = asked;
  const about = await aboutWhom(ctx, reading);
  const span = monthsOf(reading.period, todayOf(ctx)) ?? monthOf(ctx.now, ctx.zone);
  const how = { asOf: ctx.now, span };
  const read = [reading.period && periodOfKey(ctx, reading.period).label, about.name];
  if (about.person)
    return reportCard(asked, (await personAttainment(deskFor(ctx, about), about.person, how)).card, read);
  const team = about.team ? await teamById(ctx.db, about.team.id) : undefined;
  return reportCard(asked, (await attainmentReport(deskFor(ctx, about), { ...how, team })).card, read);
}

/** The months that hold a time, as targets are set: a month, a quarter or a year. */
function monthsOf(key: string | undefined, today: string): string | undefined {
  if (key === undefined) return undefined;
  const { first, step } = daysOfKey(key, today);
  const months = 'months' in step ? step.months : 1;
  const year = first.slice(0, 4);
  if (months === 12) return year;
  if (months === 3) return `${year}-Q${Math.ceil(Number(first.slice(5, 7)) / 3)}`;
  return first.slice(0, 7);
}

/** What a time will bring. It is told of teams: one person's is in what they call of their deals. */
export async function forecastAnswer(asked: Asked): Promise<Card> {
  const { ctx, reading } = asked;
  const t = questionTexts(ctx.locale);
  const isOne = reading.whose === 'me' || (typeof reading.whose === 'object' && 'person' in reading.whose);
  const about = await aboutWhom(ctx, { ...reading, whose: isOne ? 'team' : (reading.whose ?? 'team') });
  const desk = deskFor(ctx, about);
  const period = periodOfKey(desk, reading.period ?? 'thisQuarter');
  const { card } = await forecastReport(desk, { ...askedNow(ctx, about), period });
  return reportCard(asked, card, [period.label, about.name], isOne ? t.ofTeamOnly : undefined);
}

/** Points and places of a time, as the ranking has them. */
export async function pointsAnswer(asked: Asked): Promise<Card> {
  const { ctx, reading } = asked;
  const t = questionTexts(ctx.locale);
  const about = await aboutWhom(ctx, reading);
  const desk = deskFor(ctx, about);
  const period = periodOfKey(desk, reading.period ?? 'thisMonth');
  const ofOne = about.person;
  const team = ofOne?.teamId ? await teamById(ctx.db, ofOne.teamId) : about.team;
  const { figures } = await rankingReport(desk, { team, asOf: ctx.now, period });
  const ranked = figures.rows.filter(({ points }) => points > 0);
  const rows = reading.least ? ranked.toReversed() : ranked;
  const read = [period.label, about.name];
  if (ofOne) {
    const place = rows.findIndex(({ personId }) => personId === ofOne.id) + 1;
    const conclusion = place > 0 ? t.place(rows[place - 1]?.points ?? 0, place, rows.length) : t.noPoints;
    return await answerCard(asked, { conclusion, read });
  }
  const [first] = rows;
  return await answerCard(asked, {
    conclusion: first
      ? (reading.least ? t.least : t.first)(first.name, t.points(first.points))
      : t.nothingIn(period.label),
    nodes:
      rows.length > 0
        ? [
            table(
              [common(ctx.locale).owner, right(nounOf(ctx, reading))],
              rows.slice(0, 10).map(({ name, points }) => [name, `${points}`]),
            ),
          ]
        : [],
    read,
  });
}

/** How fast leads were answered. */
export async function responseAnswer(asked: Asked): Promise<Card> {
  const { ctx, reading } = asked;
  const t = questionTexts(ctx.locale);
  const about = await aboutWhom(ctx, { ...reading, whose: reading.whose ?? 'team' });
  const desk = deskFor(ctx, about);
  const period = periodOfKey(desk, reading.period ?? 'thisMonth');
  const team = about.person?.teamId ? await teamById(ctx.db, about.person.teamId) : about.team;
  const { figures } = await responseReport(desk, { team, asOf: ctx.now, period });
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
    n === null || n === undefined ? '' : reportTexts(ctx.locale).minutes(n);
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
              [common(ctx.locale)[reading.by === 'source' ? 'source' : 'owner'], right(nounOf(ctx, reading))],
              fastest.slice(0, 10).map(({ name, median }) => [name, minutes(median)]),
            ),
          ]
        : [],
    read: [period.label, about.name],
  });
}

/** How many leads became deals, as the report of yields reckons it. */
export async function conversionAnswer(asked: Asked): Promise<Card> {
  const { ctx, reading } = asked;
  const t = questionTexts(ctx.locale);
  const about = await aboutWhom(ctx, reading);
  const desk = deskFor(ctx, about);
  const period = periodOfKey(desk, reading.period ?? 'thisQuarter');
  const teamId = about.person ? undefined : await teamsAsked(desk, askedNow(ctx, about));
  const span = { from: period.from, to: endAsOf(period.to, ctx.now), teamId };
  const items = await leadItems(desk, span, ctx.now, about.person?.id);
  const source = reading.filters.values.find(({ dimension }) => dimension === 'source')?.key;
  const all = yieldOf(null, source ? items.filter(({ key }) => key === source) : items);
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
  const label = dimension ? await labelsFor(desk, dimension) : async () => '';
  const rate = (row: { converted: number; leads: number }) => percentOf(row.converted, row.leads) ?? 0;
  const rows = yieldRows(items).toSorted((a, b) => rate(b) - rate(a));
  const lines: string[][] = [];
  for (const row of rows.slice(0, 10))
    lines.push([await label(row.key), `${row.leads}`, `${row.converted}`, `${rate(row)}%`]);
  const [first] = lines;
  return await answerCard(asked, {
    conclusion: first ? t.first(first[0] ?? '', first[3] ?? '') : t.nothingIn(period.label),
    nodes: first
      ? [
          table(
            [common(ctx.locale).source, right(t.leads), right(t.deals), right(nounOf(ctx, reading))],
            lines,
          ),
        ]
      : [],
    read,
  });
}

const trends = {
  won: 'won',
  wins: 'won',
  newDeals: 'newDeals',
  followUps: 'followUps',
  winRate: 'winRate',
} as const;

/** How a figure went, month by month; of what has no trend, that of the wins, and that is said. */
export async function trendAnswer(asked: Asked): Promise<Card> {
  const { ctx, reading } = asked;
  const about = await aboutWhom(ctx, {
    ...reading,
    whose: reading.whose === 'me' ? 'team' : (reading.whose ?? 'team'),
  });
  const metric = trends[reading.measure as keyof typeof trends];
  const span = reading.period?.endsWith('Week') ? ('8weeks' as const) : ('6months' as const);
  const { card } = await trendReport(deskFor(ctx, about), {
    ...askedNow(ctx, about),
    metric: metric ?? 'won',
    span,
  });
  const t = questionTexts(ctx.locale);
  return reportCard(asked, card, [about.name, t.trend], metric ? undefined : t.noTrend);
}
