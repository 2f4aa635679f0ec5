import type { Customer } from '../../store/schema/row-types.js';

/** Tells whether the customer is in the pool, where anybody on the team may claim it. */
export const isPooled = (customer: Customer): boolean =>
  customer.pooledAt !== null && customer.ownerId === null;
