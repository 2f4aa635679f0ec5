import type { NumberedType } from '../../kernel/records/record-number.js';

/** A record counted by a figure; the conditions are those of the figure itself. */
export interface CountedRecord {
  type: NumberedType;
  id: string;
  /** Null if the record was removed. */
  no: number | null;
  customerId: string;
  customer: string | null;
  /** The record's owner, who decides who may see it. */
  ownerId: string | null;
  teamId: string | null;
  /** The person whose figure it counts in. */
  personId: string | null;
  amount: number | null;
  at: Date;
}
