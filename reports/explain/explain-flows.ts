import { type PersonFigures, personFigures } from '../../store/reports/figure-queries.js';
import type { Span } from '../../store/reports/report-conditions.js';
import {
  type CountedFollowUp,
  type CountedRecord,
  closedDealsIn,
  countedFollowUpsIn,
  movesIn,
  newDealsIn,
  newLeadsIn,
} from '../../store/reports/report-records.js';
import { textsIn } from '../../texts/languages.js';
import type { FlowKind } from '../request/explainable.js';
import type { ReportContext } from '../request/report-context.js';

import type { Explained, ExplainedPart, ExplainMeant } from './explained-types.js';

/** For each kind, the field of a person's figures that counts it. */
const figureOf: Record<FlowKind, keyof Omit<PersonFigures, 'personId'>> = {
  won: 'wonAmount',
  newDeals: 'newDeals',
  followUps: 'followUps',
  newLeads: 'newLeads',
  moved: 'moved',
  lost: 'lost',
};

export async function flow(ctx: ReportContext, meant: ExplainMeant, kind: FlowKind): Promise<Explained> {
  const span = { from: meant.from, to: meant.to, teamId: meant.teamId };
  const isTheirs = (personId: string | null) => !meant.person || (personId ?? '') === meant.person.id;
  const people = (await personFigures(ctx.db, span)).filter(({ personId }) => isTheirs(personId));
  const value = people.reduce((sum, person) => sum + person[figureOf[kind]], 0);
  const parts = (await flowParts(ctx, span, kind)).filter(({ personId }) => isTheirs(personId));
  const sum = parts.reduce((all, { adds }) => all + adds, 0);
  const { rules } = textsIn(ctx.locale).explain;
  return { unit: kind === 'won' ? 'money' : 'count', value, sum, by: 'sum', parts, rule: rules[kind] };
}

/** Lists the records of a period; a won deal adds its amount, others add 1. */
export async function flowParts(
  ctx: ReportContext,
  span: Span,
  kind: FlowKind | 'wins',
): Promise<ExplainedPart[]> {
  const { db } = ctx;
  switch (kind) {
    case 'won': {
      const won = (await closedDealsIn(db, span)).filter(({ status }) => status === 'won');
      return won.map((record) => partOf(record, record.amount ?? 0));
    }
    case 'wins':
      return (await closedDealsIn(db, span))
        .filter(({ status }) => status === 'won')
        .map((record) => partOf(record));
    case 'lost':
      return (await closedDealsIn(db, span))
        .filter(({ status }) => status === 'lost')
        .map((record) => partOf(record));
    case 'newDeals':
      return (await newDealsIn(db, span)).map((record) => partOf(record));
    case 'newLeads':
      return (await newLeadsIn(db, span)).map((record) => partOf(record));
    case 'moved':
      return (await movesIn(db, span)).map((record) => partOf(record));
    case 'followUps':
      return (await countedFollowUpsIn(db, span)).map((record) => followUpPart(ctx, record));
  }
}

export const partOf = (record: CountedRecord, adds = 1, what = ''): ExplainedPart => ({
  record,
  personId: record.personId,
  amount: record.amount,
  adds,
  at: record.at,
  what,
});

export const followUpPart = (ctx: ReportContext, record: CountedFollowUp, adds = 1): ExplainedPart =>
  partOf(record, adds, textsIn(ctx.locale).work.channels[record.channel]);
