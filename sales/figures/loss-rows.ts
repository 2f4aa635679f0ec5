import { type ByLanguage, inEachLanguage, sameInEach } from '../../texts/languages.js';
import type { Process } from '../process/process-schema.js';
import type { Count } from './funnel-rows.js';
import { shares } from './percentages.js';

/** One loss reason with its part of all losses. */
export interface LossRow extends Count {
  /** Key of the process file, or words of an older one; null: no reason was given. */
  reason: string | null;
  name: ByLanguage;
  /** Whole percent of the count; the rows add up to 100. */
  share: number;
}

const unstated = inEachLanguage((t) => t.process.noReason);

/** Loss reasons, the most frequent first, then the most costly. Reasons nobody gave are left out. */
export function lossRows(
  losses: readonly ({ reason: string | null } & Count)[],
  process: Process,
): LossRow[] {
  const counted = losses
    .filter((loss) => loss.count > 0)
    .sort((a, b) => b.count - a.count || b.amount - a.amount);
  const parts = shares(counted.map((loss) => loss.count));
  return counted.map(({ reason, count, amount }, index) => ({
    reason,
    name: reasonName(reason, process),
    count,
    amount,
    share: parts[index] ?? 0,
  }));
}

/** Name of a loss reason; words that are no key of the process stand for themselves. */
export function reasonName(reason: string | null, process: Process): ByLanguage {
  if (reason === null) return unstated;
  return process.lossReasons.find(({ key }) => key === reason)?.name ?? sameInEach(reason);
}
