import { attainmentReport } from '../../commands/reports/attainment.js';
import type { Asked } from '../../commands/reports/desk.js';
import { forecastReport } from '../../commands/reports/forecast.js';
import { funnelReport } from '../../commands/reports/funnel.js';
import { ghostReport } from '../../commands/reports/ghosts.js';
import { type PeriodKind, periodKinds } from '../../commands/reports/period.js';
import { rankingReport } from '../../commands/reports/ranking.js';
import { responseReport } from '../../commands/reports/response.js';
import { stalledReport } from '../../commands/reports/stalled.js';
import { weeklyReport } from '../../commands/reports/weekly.js';
import { readMonths } from '../kernel/pieces/months.js';
import { localDate } from '../kernel/time/zone.js';
import { cardText } from './card-text.js';
import { answer, CliError, type Terminal } from './io.js';
import { inOffice, readMoment, teamNamed } from './office.js';

<<<<<<< HEAD
export const reportKinds = [
  'weekly',
  'forecast',
  'funnel',
  'ghosts',
  'ranking',
  'response',
  'stalled',
] as const;
=======
export const reportKinds = ['weekly', 'funnel', 'ranking', 'response', 'target', 'stalled'] as const;
>>>>>>> targets
type Kind = (typeof reportKinds)[number];

export interface ReportFlags {
  json: boolean;
  asOf?: string;
  team?: string;
  period?: string;
}

/** `genjin report KIND`: the same figures as in the chat, of all teams unless one is named. */
export async function reportCommand(terminal: Terminal, kind: string, flags: ReportFlags): Promise<void> {
  if (!isKind(kind)) throw new CliError(`no report "${kind}"; there are ${reportKinds.join(', ')}`);
  const { period } = flags;
  if (period !== undefined && !isPeriod(period)) {
    throw new CliError(`--period ${period}: one of ${periodKinds.join(', ')}`);
  }
  await inOffice(terminal, { make: false }, async ({ store, desk, zone }) => {
    const team = flags.team === undefined ? undefined : await teamNamed(store, flags.team);
    const asOf =
      flags.asOf === undefined ? desk.now : readMoment(flags.asOf, team?.timeZone ?? zone, '--as-of');
    const asked: Asked = { team, asOf };
    const made = {
      weekly: () =>
        weeklyReport(desk, {
          ...asked,
          week: period === 'thisWeek' || period === 'lastWeek' ? period : undefined,
        }),
      funnel: () => funnelReport(desk, { ...asked, period }),
      forecast: () => forecastReport(desk, { ...asked, period }),
      ghosts: () => ghostReport(desk, asked),
      ranking: () => rankingReport(desk, { ...asked, period }),
      response: () => responseReport(desk, { ...asked, period }),
      target: () => attainmentReport(desk, { ...asked, span: spanOf(period, asOf, team?.timeZone ?? zone) }),
      stalled: () => stalledReport(desk, asked),
    };
    const { figures, card } = await made[kind]();
    const document = {
      report: kind,
      asOf: asOf.toISOString(),
      team: team?.name ?? null,
      currency: desk.process.currency,
      unit: 'minor',
      figures,
    };
    answer(terminal, flags.json, document, cardText(card));
  });
}

const spans: Partial<Record<PeriodKind, string>> = {
  thisMonth: 'this month',
  lastMonth: 'last month',
  thisQuarter: 'this quarter',
  thisYear: 'this year',
};

/** Targets are for months: no week has one. */
function spanOf(period: PeriodKind | undefined, asOf: Date, zone: string): string | undefined {
  const words = spans[period ?? 'thisMonth'];
  if (!words) throw new CliError(`--period ${period}: for targets one of ${Object.keys(spans).join(', ')}`);
  return readMonths(words, localDate(asOf, zone));
}

const isKind = (word: string): word is Kind => (reportKinds as readonly string[]).includes(word);
const isPeriod = (word: string): word is PeriodKind => (periodKinds as readonly string[]).includes(word);
