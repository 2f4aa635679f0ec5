import type { Json } from '../../kernel/card/card.js';
import type { Command } from '../../kernel/command/command.js';
import { recordNumber } from '../../kernel/records/record-number.js';
import { type ChangeKind, changeKind, type Need, type RecordType } from '../../sales/people/change-kinds.js';
import type { Context } from '../access/context.js';
import { demandChange } from '../access/demand-rights.js';
import { openSubject, ownedBy } from './open-subject.js';

/** What is written on a record that is another's. */
const besides: readonly RecordType[] = ['followUp', 'task'];

/**
 * Throws DeniedError if the speaker may make none of the changes that the command declares on a record that the call
 * names: nobody is asked for the rest of an act that will be refused.
 */
export async function demandSomeChange(
  ctx: Context,
  { fields, changes }: Pick<Command<Context>, 'fields' | 'changes'>,
  input: Record<string, Json>,
): Promise<void> {
  for (const [name, { lookup }] of Object.entries(fields)) {
    const value = input[name];
    const type = lookup && typeof value === 'string' ? recordNumber(value)?.type : undefined;
    if (!type || typeof value !== 'string') continue;
    const how = rightFor(changes as readonly ChangeKind[], type);
    if (!how) continue;
    const subject = await openSubject(ctx, value);
    const owned = ownedBy(subject);
    // Who has no owner is claimed or assigned, which its command decides.
    if (owned.ownerId !== null) await demandChange(ctx, subject.number, owned, how);
  }
}

/** The right that the declared changes of a record of this type need, or undefined if its owner does not decide. */
function rightFor(changes: readonly ChangeKind[], type: RecordType): 'work' | 'own' | undefined {
  const kinds = changes.map(changeKind).filter(({ follows }) => !follows);
  const direct = kinds.filter((kind) => kind.of === type);
  const needs = (direct.length > 0 ? direct : kinds.filter((kind) => besides.includes(kind.of))).map(
    (kind): Need => kind.needs,
  );
  if (needs.length === 0 || needs.some((need) => !['work', 'own', 'give', 'never'].includes(need)))
    return undefined;
  return needs.includes('work') ? 'work' : 'own';
}
