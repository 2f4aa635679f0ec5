import { type CardNode, context } from '../../kernel/card/card.js';
import { rankedActivityKinds } from '../../sales/figures/ranking-rows.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import type { ReportContext } from '../request/report-context.js';

/** Lists the points of each activity, and whether it must first prove useful. */
export function pointsRule({ process, locale }: Pick<ReportContext, 'process' | 'locale'>): CardNode[] {
  const t = textsIn(locale).report;
  const parts = rankedActivityKinds.map((doing) => t.worth(t.doing[doing], process.ranking[doing]));
  const rule = t.rankRule(formatsIn(locale).list(parts));
  return [context(rule), ...(process.ranking.usefulOnly ? [context(t.usefulRule)] : [])];
}
