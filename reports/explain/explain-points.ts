import { MissingError } from '../../kernel/command/errors.js';
import { earnsPoints } from '../../sales/figures/points-rules.js';
import { rankedActivityKinds } from '../../sales/figures/ranking-rows.js';
import { personFigures } from '../../store/reports/figure-queries.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { rankedIn } from '../figures/ranked-people.js';
import type { ReportContext } from '../request/report-context.js';
import { flowParts, partOf } from './explain-flows.js';
import type { Explained, ExplainedPart, ExplainMeant } from './explained-types.js';

/** Lists one person's records with the points each earned. */
export async function pointsParts(ctx: ReportContext, meant: ExplainMeant): Promise<Explained> {
  const t = textsIn(ctx.locale).explain;
  const r = textsIn(ctx.locale).report;
  const { person } = meant;
  if (!person) throw new MissingError('who', t.whosePoints, t.whosePointsExample);
  const { ranking: table } = ctx.process;
  const span = { from: meant.from, to: meant.to, teamId: meant.teamId };
  const { rows, judged } = await rankedIn(ctx, await personFigures(ctx.db, span), span, meant.asOf);
  const row = rows.find(({ personId }) => personId === person.id);
  const isTheirs = ({ personId }: ExplainedPart) => personId === person.id;
  const worth = (
    parts: ExplainedPart[],
    of: (part: ExplainedPart) => (typeof rankedActivityKinds)[number],
  ): ExplainedPart[] =>
    parts.filter(isTheirs).map((part) => ({ ...part, adds: table[of(part)], what: r.doing[of(part)] }));
  const said = await flowParts(ctx, span, 'followUps');
  const isVisit = (part: ExplainedPart) => 'channel' in part.record && part.record.channel === 'visit';
  const proven = table.usefulOnly
    ? judged
        .filter((one) => one.personId === person.id && earnsPoints(one.fate))
        .map(({ record, doing, fate }) =>
          partOf(record, table[doing], r.title([r.doing[doing], fate === 'pending' ? t.pending : ''])),
        )
    : [
        ...worth(said, (part) => (isVisit(part) ? 'visit' : 'followUp')),
        ...worth(await flowParts(ctx, span, 'newLeads'), () => 'newLead'),
      ];
  const parts = [
    ...proven,
    ...worth(await flowParts(ctx, span, 'newDeals'), () => 'newDeal'),
    ...worth(await flowParts(ctx, span, 'moved'), () => 'moved'),
    ...worth(await flowParts(ctx, span, 'wins'), () => 'won'),
  ];
  const words = rankedActivityKinds.map((doing) => r.worth(r.doing[doing], table[doing]));
  const rule = t.rules.points(formatsIn(ctx.locale).list(words));
  return {
    unit: 'points',
    value: row?.points ?? 0,
    sum: parts.reduce((all, { adds }) => all + adds, 0),
    by: 'sum',
    parts,
    rule: table.usefulOnly ? formatsIn(ctx.locale).clauses([rule, r.usefulRule]) : rule,
  };
}
