import type { Action } from '../../kernel/card/card.js';
import type { ForecastCategory } from '../../store/deals/forecast-queries.js';
import type { Locale } from '../../texts/languages.js';
import { textsIn } from '../../texts/languages.js';

export const calls = ['commit', 'best', 'pipeline', 'omit'] as const;

/** A select with which to judge how sure a deal is. */
export function callSelect(
  locale: Locale,
  no: string,
  version: number,
  now: ForecastCategory | null,
): Action {
  const t = textsIn(locale).forecast;
  return {
    kind: 'select',
    // Several deals stand on one card.
    label: `${t.call} ${no}`,
    options: calls
      .filter((called) => called !== now)
      .map((called) => ({
        label: t.called[called],
        call: { command: 'call', input: { deal: no, called, v: version } },
      })),
  };
}
