/** How English writes each currency beside a home currency of the same sign; a currency without an entry is written as its code. */
const signs: Readonly<Record<string, string>> = {
  USD: 'US$',
  EUR: '€',
  GBP: '£',
  CNY: 'CN¥',
  JPY: 'JP¥',
  HKD: 'HK$',
  TWD: 'NT$',
  SGD: 'S$',
  AUD: 'A$',
  CAD: 'CA$',
  NZD: 'NZ$',
  MXN: 'MX$',
  INR: '₹',
  KRW: '₩',
  ILS: '₪',
  PHP: '₱',
  THB: '฿',
};

/** The sign that a currency shares with others, without their letters: $, ¥. */
export const bareSign = (currency: string): string => signs[currency]?.replace(/^[A-Z]+/, '') ?? '';

/**
 * The sign before a figure in English: bare where the currency is the home one or no other is meant by it ($ of dollars of the
 * United States, but not where the home currency has the sign), else with its letters, else the code and a space.
 */
export function signOf(currency: string, home: string): string {
  const full = signs[currency];
  if (!full) return `${currency} `;
  const bare = bareSign(currency);
  if (currency === home || (currency === 'USD' && bareSign(home) !== bare)) return bare;
  return full;
}
