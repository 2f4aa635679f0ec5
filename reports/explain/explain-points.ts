import { common } from '../../crm/texts/common-texts.js';
import { reportTexts } from '../../crm/texts/report-texts.js';
import { MissingError } from '../../kernel/command/errors.js';
import { earns } from '../../sales/figures/points-rules.js';
import { doings } from '../../sales/figures/ranking-rows.js';
import { personFigures } from '../../store/reports/figure-queries.js';
import { rankedIn } from '../figures/ranked-people.js';
import type { Desk } from '../request/report-context.js';
import { explainTexts } from '../texts/explain-texts.js';
import { flowParts, partOf } from './explain-flows.js';
import type { Explained, Meant, Part } from './explained-types.js';

/** The points of one person: each record with what it earned. */
export async function pointsParts(desk: Desk, meant: Meant): Promise<Explained> {
  const t = explainTexts(desk.locale);
  const r = reportTexts(desk.locale);
  const { person } = meant;
  if (!person) throw new MissingError('who', t.whosePoints, t.whosePointsExample);
  const { ranking: table } = desk.process;
  const span = { from: meant.from, to: meant.to, teamId: meant.teamId };
  const { rows, judged } = await rankedIn(desk, await personFigures(desk.db, span), span, meant.asOf);
  const row = rows.find(({ personId }) => personId === person.id);
  const isTheirs = ({ personId }: Part) => personId === person.id;
  const worth = (parts: Part[], of: (part: Part) => (typeof doings)[number]): Part[] =>
    parts.filter(isTheirs).map((part) => ({ ...part, adds: table[of(part)], what: r.doing[of(part)] }));
  const said = await flowParts(desk, span, 'followUps');
  const isVisit = (part: Part) => 'channel' in part.record && part.record.channel === 'visit';
  const proven = table.usefulOnly
    ? judged
        .filter((one) => one.personId === person.id && earns(one.fate))
        .map(({ record, doing, fate }) =>
          partOf(record, table[doing], r.title([r.doing[doing], fate === 'pending' ? t.pending : ''])),
        )
    : [
        ...worth(said, (part) => (isVisit(part) ? 'visit' : 'followUp')),
        ...worth(await flowParts(desk, span, 'newLeads'), () => 'newLead'),
      ];
  const parts = [
    ...proven,
    ...worth(await flowParts(desk, span, 'newDeals'), () => 'newDeal'),
    ...worth(await flowParts(desk, span, 'moved'), () => 'moved'),
    ...worth(await flowParts(desk, span, 'wins'), () => 'won'),
  ];
  const words = doings.map((doing) => r.worth(r.doing[doing], table[doing]));
  const rule = t.rules.points(common(desk.locale).list(words));
  return {
    unit: 'points',
    value: row?.points ?? 0,
    sum: parts.reduce((all, { adds }) => all + adds, 0),
    by: 'sum',
    parts,
    rule: table.usefulOnly ? [rule, r.usefulRule].join(r.semicolon) : rule,
  };
}
