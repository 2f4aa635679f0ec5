import type { Context } from '../../crm/access/context.js';
import { mayRecordFor } from '../../crm/acts/colleague-task.js';
import { openSubject, ownedBy } from '../../crm/lookup/open-subject.js';
import { openTask } from '../../crm/words/open-records.js';
import { recordNumber } from '../../kernel/records/record-number.js';
import type { WordReader } from '../../language/arbiter/reading.js';
import { namesUnnamed } from '../../language/order/change-order.js';
import { personById } from '../../store/people/person-queries.js';
import type { Person } from '../../store/schema/row-types.js';
import { readOrdered } from './order-line.js';
import { readSaid } from './read-said.js';

/**
 * Reads words that give something to do to him or her, 告诉他明天去送合同 ("tell him to take the contract tomorrow"), as if they
 * named whoever owns the record that is talked about.
 */
export const readToldOwner: WordReader<Context> = async (said, ctx) => {
  const named = namesUnnamed(said.line, '');
  if (named === undefined || ctx.isOverheard) return undefined;
  const owner = await ownerMeant(ctx);
  if (!owner || (named.isLoose && !mayRecordFor(ctx, owner))) return undefined;
  const line = namesUnnamed(said.line, owner.name)?.line ?? said.line;
  const read = (await readOrdered({ ...said, line }, ctx)) ?? (await readSaid({ ...said, line }, ctx));
  return read && { ...read, strength: 'exact' };
};

/** Who owns the task or record that the talk is about, if it is an active colleague. */
async function ownerMeant(ctx: Context): Promise<Person | undefined> {
  const topic = ctx.subject ?? ctx.topic;
  if (!topic) return undefined;
  const ids: (string | null)[] = [];
  const isTask = recordNumber(topic)?.type === 'task';
  const task = isTask ? await openTask(ctx, topic).catch(() => undefined) : undefined;
  if (task) ids.push(task.ownerId);
  const subject = await openSubject(ctx, topic).catch(() => undefined);
  if (subject) ids.push(ownedBy(subject).ownerId);
  const id = ids.find((one) => one !== null && one !== ctx.person.id);
  const owner = id ? await personById(ctx.db, id) : undefined;
  return owner?.active ? owner : undefined;
}
