import { InputError, MissingError } from '../../kernel/command/errors.js';
import { earlierOf } from '../../kernel/time/moments.js';
import { weighted } from '../../sales/figures/money-sums.js';
import { leadStage, stageOf, pipelineOf as wayOf } from '../../sales/process/stages.js';
import { dealsCreatedThen, openDealsThen } from '../../store/reports/counted-deals.js';
import { leadsAnsweredAfter, unansweredLeads, unconvertedLeads } from '../../store/reports/counted-leads.js';
import { overdueTasks } from '../../store/reports/counted-tasks.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { conversionOf } from '../figures/funnel-steps.js';
import { answerWindowAt, isDueBy, overdueSince, spanFigures } from '../figures/span-figures.js';
import { stalledAt } from '../figures/stalled-deals.js';
import type { StandingKind } from '../request/explainable.js';
import type { ReportContext } from '../request/report-context.js';
import { standingPipelineOf } from '../request/report-pipelines.js';
import { partOf } from './explain-flows.js';
import type { Explained, ExplainedPart, ExplainMeant } from './explained-types.js';

/** A limit that no pipeline reaches. */
const noLimit = 100_000;

export async function standing(
  ctx: ReportContext,
  meant: ExplainMeant,
  kind: StandingKind,
): Promise<Explained> {
  const t = textsIn(ctx.locale).explain;
  if (meant.person) throw new InputError('who', t.only, t.onlyExample);
  const { from, to, teamId } = meant;
  const at = earlierOf(to, ctx.now);
  const made = await spanFigures(ctx, { from, to, teamId });
  const { figures } = made;
  const { db, process, locale } = ctx;
  const plain = (parts: ExplainedPart[], value: number, rule: string, unit: Explained['unit'] = 'count') => ({
    unit,
    value,
    sum: parts.reduce((all, { adds }) => all + adds, 0),
    by: 'sum' as const,
    parts,
    rule,
  });
  switch (kind) {
    case 'open': {
      const deals = await openDealsThen(db, at, teamId);
      const parts = deals.map((deal) => partOf(deal, deal.amount ?? 0, stageWords(ctx, deal.stage)));
      return plain(parts, figures.openAmount, t.rules.open, 'money');
    }
    case 'weighted': {
      const deals = await openDealsThen(db, at, teamId);
      const first = process.stages[0];
      const stageAt = (key: string) => stageOf(process, key) ?? first;
      const parts = deals.map((deal) => {
        const chance = stageAt(deal.stage)?.probability ?? 0;
        const what = t.chance(stageWords(ctx, deal.stage), chance);
        return partOf(deal, weighted(deal.amount ?? 0, chance), what);
      });
      // The report rounds each stage's total, not each deal.
      const byStage = new Map<string, number>();
      for (const deal of deals) {
        const key = stageAt(deal.stage)?.key ?? '';
        byStage.set(key, (byStage.get(key) ?? 0) + (deal.amount ?? 0));
      }
      const sum = [...byStage].reduce(
        (all, [key, amount]) => all + weighted(amount, stageOf(process, key)?.probability ?? 0),
        0,
      );
      const { weighted: value } = await standingPipelineOf(ctx, made.standing, at, teamId);
      return { ...plain(parts, value, t.rules.weighted(chancesWords(ctx)), 'money'), sum };
    }
    case 'stalled': {
      const { items } = await stalledAt(ctx, at, { teamId }, { limit: noLimit });
      const parts = items.map((deal): ExplainedPart => {
        const record = { ...deal, type: 'deal' as const, customer: null };
        const { ownerId: personId, amount, stageSince } = deal;
        return { record, personId, amount, adds: 1, at: stageSince, what: stageWords(ctx, deal.stage) };
      });
      return plain(parts, figures.stalledCount, t.rules.stalled(limitsWords(ctx)));
    }
    case 'unanswered': {
      const still = await unansweredLeads(db, at, teamId);
      const window = answerWindowAt(at, teamId);
      const later = at < ctx.now ? await leadsAnsweredAfter(db, window) : [];
      const due = later.filter((lead) => isDueBy(ctx, lead.at, at));
      const parts = [...still, ...due].map((lead) => partOf(lead));
      const rule = t.rules.unanswered(process.lead.respondWithinMinutes);
      return plain(parts, figures.unansweredLeads, rule);
    }
    case 'overdue': {
      const tasks = await overdueTasks(db, at, overdueSince(at), teamId);
      return plain(
        tasks.map((task) => ({ ...partOf(task), due: task })),
        figures.overdueTasks,
        t.rules.overdue,
      );
    }
  }

  function limitsWords({ process: rules }: ReportContext): string {
    const stages = rules.pipelines.flatMap((pipeline) => pipeline.stages).filter((stage) => !stage.won);
    return formatsIn(locale).list(
      stages.map((stage) => t.rules.limit(stage.name[locale], stage.stallDays, stage.maxDays)),
    );
  }
}

const stageWords = (ctx: ReportContext, key: string): string =>
  stageOf(ctx.process, key)?.name[ctx.locale] ?? key;

/** Lists the probability of each stage, from the process file. */
export function chancesWords({ process, locale }: Pick<ReportContext, 'process' | 'locale'>): string {
  const t = textsIn(locale).explain;
  const stages = process.pipelines.flatMap((pipeline) => pipeline.stages).filter((stage) => !stage.won);
  return formatsIn(locale).list(stages.map((stage) => t.chance(stage.name[locale], stage.probability)));
}

/** Lists the records that reached the stage before, and which of them reached this one. */
export async function conversionParts(ctx: ReportContext, meant: ExplainMeant): Promise<Explained> {
  const t = textsIn(ctx.locale).explain;
  const { process, db } = ctx;
  if (meant.person) throw new InputError('who', t.only, t.onlyExample);
  const stage = meant.stage === undefined ? undefined : stageOf(process, meant.stage);
  if (!stage) throw new MissingError('stage', t.whichStage, t.whichStageExample);
  const way = wayOf(process, stage.key);
  const index = way.stages.indexOf(stage);
  const span = { from: meant.from, to: meant.to, teamId: meant.teamId };
  const at = meant.asOf;
  const row = (await conversionOf(ctx, way, span, at)).find((one) => one.stage === stage.key);
  const first = leadStage(process);
  const leads = way.stages.includes(first) ? await unconvertedLeads(db, span, at) : [];
  const deals = (await dealsCreatedThen(db, span, at)).filter((deal) => wayOf(process, deal.stage) === way);
  // A stage that no longer exists counts as the first one.
  const place = (key: string) => {
    const found = stageOf(process, key);
    return found ? Math.max(0, way.stages.indexOf(found)) : 0;
  };
  const came = [
    ...leads.map((record) => ({ record, at: way.stages.indexOf(first) })),
    ...deals.map((record) => ({ record, at: place(record.stage) })),
  ].filter((one) => one.at >= Math.max(0, index - 1));
  const parts = came.map(({ record, at: reached }) =>
    partOf(record, reached >= index ? 1 : 0, t.reached(way.stages[reached]?.name[ctx.locale] ?? '')),
  );
  const sum = parts.reduce((all, { adds }) => all + adds, 0);
  const label = meant.period?.label ?? '';
  const before = way.stages[index - 1];
  if (!before) {
    return {
      unit: 'count',
      value: row?.reached ?? 0,
      sum,
      by: 'sum',
      parts,
      rule: t.rules.firstStage(label),
    };
  }
  const rule = t.rules.conversion(label, before.name[ctx.locale], stage.name[ctx.locale]);
  return { unit: 'percent', value: row?.fromPrevious ?? 0, sum, by: 'share', parts, rule };
}
