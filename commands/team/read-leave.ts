import type { Context } from '../../crm/access/context.js';
import { hasRole } from '../../kernel/command/roles.js';
import type { WordReader } from '../../language/arbiter/reading.js';
import { leaveSaid } from '../../language/order/leave-wish.js';
import { listPeople } from '../../store/people/person-queries.js';

/**
 * Reads that the speaker, or to a manager somebody else, will be on leave, perhaps with who stands in: 明天我请假 ("I am on
 * leave tomorrow"), 李雷周五请假，让韩梅顶一下 ("Li Lei is off on Friday, let Han Mei cover").
 */
export const readLeave: WordReader<Context> = async ({ line }, ctx) => {
  const people = ctx.isOverheard ? [] : (await listPeople(ctx.db)).filter(({ active }) => active);
  const wish = ctx.isOverheard
    ? undefined
    : leaveSaid(
        line,
        ctx.at,
        people.map(({ name }) => name),
      );
  if (!wish) return undefined;
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
