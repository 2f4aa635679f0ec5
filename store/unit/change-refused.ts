import type { LeadRole } from '../../kernel/command/roles.js';
import type { ChangeKind, RecordType } from '../../sales/people/change-kinds.js';
import type { Owned } from '../../sales/people/policy.js';

/** A record as an error of the unit names it: dispatch says it in the person's language. */
export interface RefusedRecord {
  type: RecordType;
  /** The record's number ('D-12') or its name, as far as it has one. */
  no?: number;
  name?: string;
}

/** Somebody else has changed a record that has no number since it was read. */
export class ChangedMeanwhile extends Error {
  override name = 'ChangedMeanwhile';

  constructor(readonly record: RefusedRecord) {
    super(`the ${record.type} has changed`);
  }
}

/** The person may not make the change; `who` may. Dispatch says it in the person's language. */
export class ChangeRefused extends Error {
  override name = 'ChangeRefused';

  constructor(
    readonly kind: ChangeKind,
    readonly record: RefusedRecord,
    readonly owner: Owned & { customerId?: string },
    readonly who: 'owner' | LeadRole,
  ) {
    super(`${kind} is not this person's to make`);
  }
}

/** A command made a change that it has not declared: a fault of the command. */
export class ChangeUndeclared extends Error {
  override name = 'ChangeUndeclared';

  constructor(change: string) {
    super(`the command has not declared ${change}`);
  }
}
