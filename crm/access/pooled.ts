import type { Customer } from '../../store/schema/row-types.js';

/** In the pool: anybody of the team may claim it. */
export const isPooled = (customer: Customer): boolean =>
  customer.pooledAt !== null && customer.ownerId === null;
