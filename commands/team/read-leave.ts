import type { Context } from '../../crm/access/context.js';
import type { WordReader, WordReading } from '../../language/arbiter/reading.js';
import { calledColleagues } from '../../language/names/given-tasks.js';
import { readLeaveTold } from '../../language/order/leave-told.js';
import { readLeaveWish } from '../../language/order/leave-wish.js';
import { listPeople } from '../../store/people/person-queries.js';

/** Reads that the speaker will be on leave, 明天我请假 ("I am on leave tomorrow"), as the call of the leave command. */
export const readLeave: WordReader<Context> = async ({ line }, ctx) => {
  const wish = ctx.isOverheard ? undefined : readLeaveWish(line, ctx.at);
  if (!wish) return ctx.isOverheard ? undefined : await readTold(line, ctx);
  const { days, isUnsure } = wish;
  const input = { ...(days ? { days } : {}), ...(isUnsure ? { isUnsure } : {}) };
  return { kind: 'order', strength: 'exact', call: { command: 'leave', input } };
};

/** Reads that a colleague is away, or who stands in: always asked about before it holds. */
async function readTold(line: string, ctx: Context): Promise<WordReading | undefined> {
  const people = (await listPeople(ctx.db)).filter(({ active }) => active);
  const called = calledColleagues(
    line,
    people.map(({ name }) => name),
  );
  const told = readLeaveTold(line, called, ctx.at);
  if (!told) return undefined;
  return { kind: 'order', strength: 'exact', call: { command: 'leave', input: { ...told, isUnsure: true } } };
}
