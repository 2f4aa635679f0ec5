import { type ByLanguage, inEachLanguage, sameInEach } from '../../texts/languages.js';
import type { Process } from '../process/process-schema.js';
import type { Count } from './funnel-rows.js';
import { shares } from './percentages.js';

/** A loss reason with its share of all losses. */
export interface LossRow extends Count {
  /** Key of the process file, or the words of a removed one; null: no reason was given. */
  reason: string | null;
  name: ByLanguage;
  /** Percent of the count; the rows add up to 100. */
  share: number;
}

const unstated = inEachLanguage((t) => t.process.noReason);

/** Computes the loss reasons, most frequent first, then by amount; reasons without a loss are left out. */
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

/** Name of a loss reason; the words themselves if the process has no such key. */
export function reasonName(reason: string | null, process: Process): ByLanguage {
  if (reason === null) return unstated;
  return process.lossReasons.find(({ key }) => key === reason)?.name ?? sameInEach(reason);
}
