import { InputError } from '../../kernel/command/errors.js';
import { stageOf } from '../../sales/process/stages.js';
import { closedDealsIn, openDealsThen } from '../../store/reports/counted-deals.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { trainedAt } from '../figures/forecaster.js';
import { byStage, forecastFigures } from '../forecast/forecast-report.js';
import type { ReportContext } from '../request/report-context.js';
import { periodOf } from '../request/report-period.js';
import { partOf } from './explain-flows.js';
import { chancesWords } from './explain-pipeline.js';
import type { Explained, ExplainedPart, ExplainMeant } from './explained-types.js';

/** Lists what a forecast method adds up: won deals, and open deals that are due. */
export async function forecastParts(
  ctx: ReportContext,
  meant: ExplainMeant,
  way: 'commit' | 'best' | 'stage',
): Promise<Explained> {
  const t = textsIn(ctx.locale).explain;
  if (meant.person) throw new InputError('who', t.only, t.onlyExample);
  const { db, process } = ctx;
  const { asOf, teamId, from, to } = meant;
  const period = meant.period ?? periodOf('thisQuarter', asOf, ctx.zone, ctx.locale);
  const { figures, due } = await forecastFigures(ctx, meant, period, await trainedAt(db, asOf));
  const won = (await closedDealsIn(db, { from, to, teamId })).filter(({ status }) => status === 'won');
  const known = new Map((await openDealsThen(db, asOf, teamId)).map((deal) => [deal.id, deal]));
  const calls = textsIn(ctx.locale).forecast.called;
  const isIn = (called: string | null) =>
    way === 'stage' || called === 'commit' || (way === 'best' && called === 'best');
  const open = due
    .filter(({ called }) => isIn(called))
    .map((deal): ExplainedPart => {
      const { past, state, called, amount } = deal;
      const stage = stageOf(process, state.stage);
      const what =
        way === 'stage'
          ? t.chance(stage?.name[ctx.locale] ?? state.stage, stage?.probability ?? 0)
          : called
            ? calls[called]
            : '';
      const { ownerId, teamId: team } = state;
      const record = known.get(past.id) ?? {
        type: 'deal' as const,
        id: past.id,
        no: null,
        customerId: past.customerId,
        customer: null,
        ownerId,
        teamId: team,
      };
      const adds = way === 'stage' ? byStage(ctx, deal) : amount;
      return { record, personId: ownerId, amount: state.amount, adds, at: new Date(state.from), what };
    });
  const parts = [...won.map((record) => partOf(record, record.amount ?? 0, t.won)), ...open];
  const rules = {
    commit: t.rules.commit,
    best: t.rules.best,
    stage: t.rules.stage(chancesWords(ctx)),
  };
  return {
    unit: 'money',
    value: figures[way],
    sum: parts.reduce((all, { adds }) => all + adds, 0),
    by: 'sum',
    parts,
    rule: formatsIn(ctx.locale).clauses([rules[way], t.rules.omitted]),
  };
}
