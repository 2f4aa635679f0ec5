/** Who takes over, and how much of it they were given so far. */
export interface Taker {
  id: string;
}

/**
 * Shares a book customer by customer, so that all of one customer goes to one person: the next one to whoever has the
 * fewest so far, by the order the takers are given in. Answers the taker of each customer.
 */
export function shareOut<T extends Taker>(
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
