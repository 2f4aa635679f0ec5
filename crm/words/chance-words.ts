import type { Reason } from '../../sales/forecast/chance-reasons.js';
import type { Locale } from '../../texts/languages.js';
import { textsIn } from '../../texts/languages.js';

/** Writes a reason and what it adds to the chance, or takes from it: `↑ +12% 负责人赢 18/29` ("owner won 18 of 29"). */
export function reasonWords(locale: Locale, reason: Reason): string {
  const t = textsIn(locale).forecast;
  return t.effect(Math.round(reason.effect * 100), plainWords(locale, reason));
}

function plainWords(locale: Locale, { group, effect, days, usual, count = 0, standing }: Reason): string {
  const { reasons } = textsIn(locale).forecast;
  const known = standing ?? { won: 0, closed: 0 };
  switch (group) {
    case 'stageTime':
      return reasons.stageTime(days ?? 0, usual);
    case 'silence':
      return (effect > 0 ? reasons.recent : reasons.silence)(days ?? 0, count, usual ?? 0);
    case 'slips':
      return reasons.slips(count);
    case 'closeDate':
      return reasons.closeDate(days);
    case 'owner':
    case 'product':
    case 'customer':
      return reasons[group](known);
    case 'age':
      return reasons.age(days ?? 0);
    default:
      return reasons.amount();
  }
}
