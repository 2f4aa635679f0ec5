import type { Json } from '../../kernel/card/card.js';
import { changed, f, found, named, nameIn } from '../../kernel/command/fields.js';
import { homeSum, isSum, plainFigure, readSum } from '../../kernel/pieces/amount.js';
import { readMonths, writeMonths } from '../../kernel/pieces/month-list.js';
import type { ReadAt } from '../../kernel/pieces/scan.js';
import { metricNames, metrics } from '../../sales/process/metrics.js';
import { locales } from '../../texts/languages.js';

export const metricField = found(f.choice(metrics, { label: (metric) => metricNames[metric] }), {
  glued: /^\d/,
});

/** Reads a month, a quarter or a year. */
export const monthReader = {
  input: 'text',
  parse: (value: Json, at: ReadAt) => (typeof value === 'string' ? readMonths(value, at.today) : undefined),
  write: writeMonths,
  glued: /^[\d\p{Script=Han}]/u,
} as const;

export const monthField = found(f.word(), monthReader);

const counted =
  /\s*(?:次|个|单|条|分钟|分|通|minutes?|mins?|calls?|visits?|times|wins?|deals?|follow-?ups?)$/iu;

/**
 * Reads a metric's figure in hundredths, like money: only the metric tells `50万` ("500,000") from `20次` ("20
 * times"). 0 removes the target.
 */
const figureOf = (value: Json, { currency }: ReadAt): number | undefined => {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
  const said = typeof value === 'string' ? value.trim() : '';
  const sum = isSum(value) ? value : (readSum(said) ?? readSum(said.replace(counted, '')));
  return sum === undefined ? undefined : homeSum(sum, currency);
};

export const figureField = found(f.money(), {
  input: 'text',
  parse: figureOf,
  write: plainFigure,
});

/** `冲刺 360万` ("stretch 3.6M"): needs its name, or it would be read as the target. */
export const stretchField = changed(named(f.money()), (texts) => {
  const names = locales.flatMap((locale) => texts[locale].names ?? []);
  const afterName = (said: string): string => {
    const name = names.find((one) => said.toLowerCase().startsWith(one.toLowerCase())) ?? '';
    return said.slice(name.length);
  };
  return {
    bare: true,
    input: 'text',
    parse: (value, at) => figureOf(typeof value === 'string' ? afterName(value) : value, at),
    write: (value, locale) => `${nameIn(texts, locale)} ${plainFigure(value, locale)}`,
  };
});

/** A person, a team or the company: the words that no other field took. */
export const whoseField = changed(f.rest(), { lookup: 'whose', input: 'text' });
