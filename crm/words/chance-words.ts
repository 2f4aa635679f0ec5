import type { Locale } from '../../kernel/texts/define-texts.js';
import type { Reason } from '../../sales/forecast/chance-reasons.js';
import { forecastTexts } from '../texts/forecast-texts.js';

/** `+12% 负责人赢 18/29`: a reason in words, with what it is worth. */
export function reasonWords(locale: Locale, reason: Reason): string {
  const t = forecastTexts(locale);
  return t.effect(Math.round(reason.effect * 100), plainWords(locale, reason));
}

function plainWords(locale: Locale, { group, days, usual, count = 0, standing }: Reason): string {
  const { reasons } = forecastTexts(locale);
  const known = standing ?? { won: 0, closed: 0 };
  switch (group) {
    case 'stageTime':
      return reasons.stageTime(days ?? 0, usual);
    case 'silence':
      return reasons.silence(days ?? 0, count, usual ?? 0);
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
