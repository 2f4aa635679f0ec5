/** Currencies by the words and signs that mean no other: a bare $ or ¥ is that of whoever writes it. */
const named: [code: string, pattern: RegExp][] = [
  ['EUR', /€|(?<![a-z])eur(?![a-z])|\beuros?\b|欧元/iu],
  [
    'GBP',
    /£|(?<![a-z])gbp(?![a-z])|\bpounds sterling\b|(?<=thousand |million |\d ?k? ?)(?:pounds|quid)\b|英镑/iu,
  ],
  ['USD', /us\$|(?<![a-z])usd(?![a-z])|\bus dollars\b|美元|美金/iu],
  ['CHF', /(?<![a-z])chf(?![a-z])|瑞士法郎|瑞郎/iu],
  ['JPY', /(?<![a-z])jpy(?![a-z])|日元|日圆/iu],
  ['HKD', /hk\$|(?<![a-z])hkd(?![a-z])|港币|港元/iu],
  ['TWD', /nt\$|(?<![a-z])(?:twd|ntd)(?![a-z])|新台币|台币/iu],
  ['SGD', /(?<![a-z])s\$|(?<![a-z])sgd(?![a-z])|新加坡元|新币/iu],
  ['AUD', /(?<![a-z])au?\$|(?<![a-z])aud(?![a-z])|澳元|澳币/iu],
  ['CAD', /(?<![a-z])ca?\$|(?<![a-z])cad(?![a-z])(?= ?\d)|加元|加币/iu],
  ['INR', /₹|(?<![a-z])inr(?![a-z])|\brupees\b|\d ?(?:lakhs?|crores?)\b|卢比/iu],
  ['KRW', /₩|(?<![a-z])krw(?![a-z])|韩元/iu],
  ['CNY', /(?<![a-z])(?:rmb|cny)(?![a-z])|人民币|\byuan\b/iu],
];

/** The only currency that the words name outright, as its code, or undefined. */
export function currencySaid(words: string): string | undefined {
  const found = named.filter(([, pattern]) => pattern.test(words));
  return found.length === 1 ? found[0]?.[0] : undefined;
}
