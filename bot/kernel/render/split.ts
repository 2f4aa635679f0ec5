const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Cuts a text into pieces that each fit, in order and without loss. Cuts fall on grapheme borders, near the
 * end of a line or word where there is one; a grapheme that does not fit alone is cut between code points.
 */
export function splitText(text: string, fits: (piece: string) => boolean): string[] {
  if (text === '' || fits(text)) return [text];
  const units = [...graphemes.segment(text)].flatMap(({ segment }) =>
    fits(segment) ? [segment] : [...segment],
  );
  const pieces: string[] = [];
  let from = 0;
  while (from < units.length) {
    const longest = longestFitting(units, from, fits);
    const to = from + longest < units.length ? atBreak(units, from, from + longest, fits) : units.length;
    pieces.push(units.slice(from, to).join(''));
    from = to;
  }
  return pieces;
}

/** Number of units from `from` on that fit together; at least one, so that cutting always ends. */
function longestFitting(units: string[], from: number, fits: (piece: string) => boolean): number {
  const rest = units.length - from;
  const ok = (count: number) => fits(units.slice(from, from + count).join(''));
  let low = 1;
  let high = 2;
  while (high < rest && ok(high)) {
    low = high;
    high *= 2;
  }
  high = Math.min(high, rest + 1);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (ok(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** The last line end, else word end, in the last quarter before `to`; else `to` itself. */
function atBreak(units: string[], from: number, to: number, fits: (piece: string) => boolean): number {
  const floor = to - Math.floor((to - from) / 4);
  for (const mark of [/\n/u, /\s/u]) {
    for (let at = to; at > floor; at--) {
      if (mark.test(units[at - 1] ?? '') && fits(units.slice(from, at).join(''))) return at;
    }
  }
  return to;
}
