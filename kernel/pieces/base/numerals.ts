const digits: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const tens: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const groups: Record<string, number> = { 万: 10_000, 亿: 100_000_000 };

/** Every character of Chinese numbers, for character classes. */
export const numeralChars = '零〇一二两三四五六七八九十百千万亿';

/**
 * Reads a Chinese number: 三十万 (300,000), 两百万 (2,000,000), 十二万五 (125,000: a last digit counts in the next
 * lower unit), 八五 (85: digit by digit). Undefined if it is none, or too large to be computed with exactly.
 */
export function readNumeral(text: string): number | undefined {
  const value = numeralValue(text);
  return Number.isSafeInteger(value) ? value : undefined;
}

function numeralValue(text: string): number | undefined {
  if (text === '' || ![...text].every((char) => numeralChars.includes(char))) return undefined;
  if (![...text].some((char) => char in tens || char in groups)) {
    return Number([...text].map((char) => digits[char]).join(''));
  }
  let total = 0;
  let group = 0;
  let digit: number | undefined;
  let unit = 0;
  for (const char of text) {
    if (char in digits) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = digits[char];
      if (digit === 0) unit = 0;
    } else if (char in tens) {
      const ten = tens[char] ?? 1;
      if (digit === undefined && ten !== 10) return undefined;
      group += (digit || 1) * ten;
      digit = undefined;
      unit = ten;
    } else {
      const size = groups[char] ?? 1;
      const below = group + (digit ?? 0);
      if (below === 0 && total === 0) return undefined;
      total = size === 100_000_000 ? (total + below) * size : total + below * size;
      group = 0;
      digit = undefined;
      unit = size;
    }
  }
  if (digit === undefined) return total + group;
  return total + group + (unit >= 100 ? digit * (unit / 10) : digit);
}

/** Reads a whole number in digits or Chinese; undefined if it is none or too large. */
export function readNumber(text: string): number | undefined {
  if (!/^\d+$/.test(text)) return readNumeral(text);
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}
