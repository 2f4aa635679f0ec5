/** A statement takes a limited number of values, so that many ids or rows go into several. */
const pageSize = 500;

/** Splits a list into the lists that one statement takes each. */
export function pagesOf<T>(all: readonly T[], size = pageSize): T[][] {
  const pages: T[][] = [];
  for (let from = 0; from < all.length; from += size) pages.push(all.slice(from, from + size));
  return pages;
}

/** Asks for many ids a page at a time and returns all rows, page after page. */
export async function inPages<T, R>(ids: readonly T[], ask: (some: T[]) => PromiseLike<R[]>): Promise<R[]> {
  const found: R[] = [];
  for (const some of pagesOf(ids)) found.push(...(await ask(some)));
  return found;
}

/** Keys of names per statement: a sentence has fewer as a rule. */
const keyBatch = 96;

/**
 * Asks for rows under any of the folded keys of names. Lists are padded to one length, so that one prepared
 * statement serves every sentence; a folded key has no hyphen, so the padding matches nothing.
 */
export async function inKeyBatches<R>(
  keys: readonly string[],
  ask: (asked: Set<string>) => PromiseLike<R[]>,
): Promise<R[]> {
  const found: R[] = [];
  for (const some of pagesOf(keys, keyBatch)) {
    for (let n = some.length; n < keyBatch; n++) some.push(`-${n}`);
    found.push(...(await ask(new Set(some))));
  }
  return found;
}
