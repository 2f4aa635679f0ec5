import type { Context } from '../../crm/access/context.js';
import { RuleError } from '../../kernel/command/errors.js';
import type { Task } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';

/** Throws RuleError if the task was done or cancelled before. */
export function demandOpenTask(ctx: Context, no: string, { status }: Task): void {
  const t = textsIn(ctx.locale).work;
  if (status !== 'open') throw new RuleError(status === 'dropped' ? t.taskDropped(no) : t.taskClosed(no));
}
