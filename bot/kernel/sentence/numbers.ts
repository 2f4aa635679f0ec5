const small: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const big: Record<string, number> = { hundred: 100, thousand: 1000, million: 1_000_000 };
const word = `(?:${[...Object.keys(small), ...Object.keys(big)].join('|')})`;
const spelled = new RegExp(
  String.raw`(?<![\d.] ?)\b(?:${word}|a(?= hundred))(?:[ -](?:and )?${word})+\b`,
  'giu',
);
const hour = /\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=\s?[ap]\.?m\b)/giu;

/** English numbers in words, those that name money or an hour, in digits: three hundred thousand, ten am. */
export function digitsFor(said: string): string {
  const text = said.replace(/\b(?:noon|midday)\b/giu, '12pm');
  if (!/\b(?:hundred|thousand|million|[ap]\.?m)\b/iu.test(text)) return text;
  return text
    .replace(hour, (said) => String(small[said.toLowerCase()]))
    .replace(spelled, (said) => (/thousand|million/iu.test(said) ? `${numberOf(said) / 1000}k` : said));
}

function numberOf(said: string): number {
  let total = 0;
  let group = 0;
  for (const one of said.toLowerCase().split(/[ -]+/)) {
    const unit = big[one];
    if (unit === 100) group = (group || 1) * 100;
    else if (unit) {
      total += (group || 1) * unit;
      group = 0;
    } else group += one === 'a' ? 1 : (small[one] ?? 0);
  }
  return total + group;
}
