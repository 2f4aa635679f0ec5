import type { Context } from '../../crm/access/context.js';
import { isBehind, percentWords } from '../../crm/words/figure-words.js';
import { todayOf } from '../../crm/words/zoned-dates.js';
import { type Card, context, right, table, text } from '../../kernel/card/card.js';
import { spanOfMonths } from '../../kernel/time/months.js';
import { monthOf } from '../../kernel/time/zone.js';
import { daysOfKey } from '../../language/periods/period-days.js';
import { teamById } from '../../store/people/team-queries.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { forecastReport } from '../forecast/forecast-report.js';
import { periodOfKey } from '../request/report-period.js';
import { rankingReport } from '../standard/ranking-report.js';
import { trendReport } from '../standard/trend-report.js';
import { type AttainmentFigures, attainmentReport, personAttainment } from '../targets/attainment-report.js';
import { aboutWhom, askedNow, deskFor } from './answer-about.js';
import { type AskedQuestion, answerCard, nounOf, readingLine } from './answer-frame.js';

/** Adds to a report's card how the question was read. */
const reportCard = (asked: AskedQuestion, card: Card, read: (string | undefined)[], note?: string): Card => ({
  ...card,
  nodes: [...card.nodes, ...(note ? [context(note)] : []), readingLine(asked, read)],
});

/**
 * Answers what is left to the target with the target report. A week has no target, so its month's is shown.
 */
export async function targetAnswer(asked: AskedQuestion): Promise<Card> {
  const { ctx, reading } = asked;
  const about = await aboutWhom(ctx, reading);
  const span = monthsOf(reading.period, todayOf(ctx)) ?? monthOf(ctx.now, ctx.zone);
  const how = { asOf: ctx.now, span };
  const read = [reading.period && periodOfKey(ctx, reading.period).label, about.name];
  if (about.person)
    return reportCard(asked, (await personAttainment(deskFor(ctx, about), about.person, how)).card, read);
  const team = about.team ? await teamById(ctx.db, about.team.id) : undefined;
  const { figures, card } = await attainmentReport(deskFor(ctx, about), { ...how, team });
  if (reading.by !== 'owner') return reportCard(asked, card, read);
  const first = text(standingSaid(ctx, figures, reading.least === true), 'strong');
  return reportCard(asked, { ...card, nodes: [first, ...card.nodes] }, read);
}

/** Names who is behind the elapsed part of the span with their target, or who is not. */
function standingSaid(ctx: Context, { people, pace }: AttainmentFigures, isBehindAsked: boolean): string {
  const t = textsIn(ctx.locale).question;
  const known = people.flatMap(({ name, all }) => {
    const one = all.find(({ metric }) => metric === 'won');
    return one?.percent == null ? [] : [{ name, one, percent: one.percent }];
  });
  if (known.length === 0) return t.noTargets;
  const named = known
    .filter(({ one }) => isBehind(one, pace) === isBehindAsked)
    .toSorted((a, b) => (isBehindAsked ? a.percent - b.percent : b.percent - a.percent))
    .map(({ name, percent }) => `${name} ${percentWords(ctx, percent)}`);
  if (named.length === 0) return (isBehindAsked ? t.nobodyBehind : t.nobodyAhead)(pace.percent);
  return (isBehindAsked ? t.behind : t.ahead)(formatsIn(ctx.locale).list(named), pace.percent);
}

/** Returns the month, quarter or year that holds a period, or undefined. */
function monthsOf(key: string | undefined, today: string): string | undefined {
  if (key === undefined) return undefined;
  const { first, step } = daysOfKey(key, today);
  const months = 'months' in step ? step.months : 1;
  return spanOfMonths(first, months === 12 || months === 3 ? months : 1);
}

/** Answers with the forecast: of the team, or of one person's own deals. */
export async function forecastAnswer(asked: AskedQuestion): Promise<Card> {
  const { ctx, reading } = asked;
  // A manager's own forecast is the team's.
  const isTeams = reading.whose === undefined || (reading.whose === 'me' && ctx.person.role !== 'rep');
  const about = await aboutWhom(ctx, { ...reading, whose: isTeams ? 'team' : reading.whose });
  const reportCtx = deskFor(ctx, about);
  const period = periodOfKey(reportCtx, reading.period ?? 'thisQuarter');
  const { person } = about;
  const owner = person && { id: person.id, name: person.name };
  const { card } = await forecastReport(reportCtx, { ...askedNow(ctx, about), period, owner });
  return reportCard(asked, card, [period.label, about.name]);
}

/** Answers with points and places in the ranking of a period. */
export async function pointsAnswer(asked: AskedQuestion): Promise<Card> {
  const { ctx, reading } = asked;
  const t = textsIn(ctx.locale).question;
  const about = await aboutWhom(ctx, reading);
  const reportCtx = deskFor(ctx, about);
  const period = periodOfKey(reportCtx, reading.period ?? 'thisMonth');
  const ofOne = about.person;
  const team = ofOne?.teamId ? await teamById(ctx.db, ofOne.teamId) : about.team;
  const { figures } = await rankingReport(reportCtx, { team, asOf: ctx.now, period });
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
              [textsIn(ctx.locale).common.owner, right(nounOf(ctx, reading))],
              rows.slice(0, 10).map(({ name, points }) => [name, `${points}`]),
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

/** Answers with a monthly trend; shows and names the trend of wins for a figure that has none. */
export async function trendAnswer(asked: AskedQuestion): Promise<Card> {
  const { ctx, reading } = asked;
  const { whose = 'team' } = reading;
  // Trends exist for teams: the answer says that it leaves the person out.
  const alone =
    whose === 'me' ? ctx.person.name : typeof whose === 'object' && 'person' in whose && whose.person;
  const about = await aboutWhom(ctx, { ...reading, whose: alone ? 'team' : whose });
  const metric = trends[reading.measure as keyof typeof trends];
  const span = reading.period?.endsWith('Week') ? ('8weeks' as const) : ('6months' as const);
  const { card } = await trendReport(deskFor(ctx, about), {
    ...askedNow(ctx, about),
    metric: metric ?? 'won',
    span,
  });
  const t = textsIn(ctx.locale).question;
  const ignored = [...(asked.ignored ?? []), ...(alone ? [alone] : [])];
  return reportCard({ ...asked, ignored }, card, [about.name, t.trend], metric ? undefined : t.noTrend);
}
