const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Code units examined around a cut: segmenting a whole text takes quadratic time. */
const reach = 128;

/**
 * Cuts a text into pieces that each fit, in order and without loss. Cuts at grapheme borders, near the end of
 * a line or word if there is one; a grapheme that does not fit is cut between code points, and a code point
 * that does not fit is a piece of its own.
 */
export function splitText(text: string, fits: (piece: string) => boolean): string[] {
  if (text === '' || fits(text)) return [text];
  const pieces: string[] = [];
  let from = 0;
  while (from < text.length) {
    const longest = from + longestFitting(text, from, fits);
    const to = longest < text.length ? goodCut(text, from, longest, fits) : text.length;
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces;
}

/** Counts the code units from `from` that fit together; at least one, so that cutting ends. */
function longestFitting(text: string, from: number, fits: (piece: string) => boolean): number {
  const rest = text.length - from;
  const fitsCount = (count: number) => fits(text.slice(from, from + count));
  let low = 1;
  let high = 2;
  while (high < rest && fitsCount(high)) {
    low = high;
    high *= 2;
  }
  if (high >= rest && fitsCount(rest)) return rest;
  high = Math.min(high, rest);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (fitsCount(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * Finds the last line end, else word end, in the last quarter before `to`; else the nearest grapheme border.
 */
function goodCut(text: string, from: number, to: number, fits: (piece: string) => boolean): number {
  const floor = to - Math.floor((to - from) / 4);
  for (const mark of [/\n/u, /\s/u]) {
    for (let at = to; at > floor; at--) {
      if (mark.test(text.charAt(at - 1)) && text.slice(at - 1, at + 1) !== '\r\n') {
        const border = graphemeBorder(text, from, at);
        if (border === at && fits(text.slice(from, at))) return at;
      }
    }
  }
  return graphemeBorder(text, from, to);
}

function graphemeBorder(text: string, from: number, cut: number): number {
  const start = Math.max(from, cut - reach);
  const inside = graphemes.segment(text.slice(start, cut + reach)).containing(cut - start);
  const border = inside === undefined ? cut : start + inside.index;
  if (border > from && border > start) return border;
  const splitsPair = /[\udc00-\udfff]/.test(text.charAt(cut)) && /[\ud800-\udbff]/.test(text.charAt(cut - 1));
  if (!splitsPair) return cut;
  return cut - 1 > from ? cut - 1 : cut + 1;
}
