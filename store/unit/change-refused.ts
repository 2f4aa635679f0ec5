import type { LeadRole } from '../../kernel/command/roles.js';
import type { ChangeKind } from '../../sales/people/change-kinds.js';
import type { Owned } from '../../sales/people/policy.js';

/** The person may not make the change; `who` may. Dispatch says it in the person's language. */
export class ChangeRefused extends Error {
  override name = 'ChangeRefused';

  constructor(
    readonly kind: ChangeKind,
    /** The record's number or name. */
    readonly record: string,
    readonly owner: Owned & { customerId?: string },
    readonly who: 'owner' | LeadRole,
  ) {
    super(`${kind} of ${record} is not this person's to make`);
  }
}

/** A command made a change that it has not declared: a fault of the command. */
export class ChangeUndeclared extends Error {
  override name = 'ChangeUndeclared';

  constructor(change: string) {
    super(`the command has not declared ${change}`);
  }
}
