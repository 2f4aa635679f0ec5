import { type CardNode, context } from '../../kernel/card/card.js';
import { rankedActivityKinds } from '../../sales/figures/ranking-rows.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import type { ReportContext } from '../request/report-context.js';

/** What each doing is worth, and whether it has to prove useful. */
export function pointsRule({ process, locale }: Pick<ReportContext, 'process' | 'locale'>): CardNode[] {
  const t = textsIn(locale).report;
  const parts = rankedActivityKinds.map((doing) => t.worth(t.doing[doing], process.ranking[doing]));
  const rule = t.rankRule(formatsIn(locale).list(parts));
  return [context(rule), ...(process.ranking.usefulOnly ? [context(t.usefulRule)] : [])];
}
