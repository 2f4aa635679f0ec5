/** A person who takes over customers. */
export interface Taker {
  id: string;
}

/**
 * Distributes customers evenly, in the takers' order, so that all records of one customer go to one person.
 * Returns the taker of each customer id.
 */
export function distributeCustomers<T extends Taker>(
  customerIds: readonly string[],
  takers: readonly T[],
): Map<string, T> {
  const given = new Map<string, T>();
  const [first] = takers;
  if (!first) return given;
  for (const [index, customerId] of [...new Set(customerIds)].entries())
    given.set(customerId, takers[index % takers.length] ?? first);
  return given;
}
