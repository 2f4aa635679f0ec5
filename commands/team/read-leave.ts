import type { Context } from '../../crm/access/context.js';
import { hasRole } from '../../kernel/command/roles.js';
import type { WordReader, WordReading } from '../../language/arbiter/reading.js';
import { calledColleagues } from '../../language/names/given-tasks.js';
import { readLeaveTold } from '../../language/order/leave-told.js';
import { leaveSaid } from '../../language/order/leave-wish.js';
import { listPeople } from '../../store/people/person-queries.js';

/**
 * Reads that the speaker, or to a manager somebody else, will be on leave, perhaps with who stands in: 明天我请假 ("I am on
 * leave tomorrow"), 李雷周五请假，让韩梅顶一下 ("Li Lei is off on Friday, let Han Mei cover").
 */
export const readLeave: WordReader<Context> = async ({ line }, ctx) => {
  if (ctx.isOverheard) return undefined;
  const people = (await listPeople(ctx.db)).filter(({ active }) => active);
  const wish = leaveSaid(
    line,
    ctx.at,
    people.map(({ name }) => name),
  );
  if (!wish) return await readTold(line, ctx);
  const { days, isUnsure } = wish;
  const called = (name: string | undefined) => people.find((one) => one.name === name)?.id;
  const who = called(wish.who);
  const isOther = who !== undefined && who !== ctx.person.id;
  // Colleagues tell each other of leaves; only a manager enters one for somebody else.
  if (isOther && !hasRole(ctx.person.role, 'manager')) return undefined;
  const deputy = called(wish.deputy);
  const input = {
    ...(isOther ? { who } : {}),
    ...(deputy ? { deputy } : {}),
    ...(days ? { days } : {}),
    ...(isUnsure ? { isUnsure } : {}),
  };
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
