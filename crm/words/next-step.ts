import type { Task } from '../../store/schema/row-types.js';

/** The next step among open tasks, sorted by their days: the first that is not over, else the overdue one made last. */
export const nextStepOf = (tasks: readonly Task[], today: string): Task | undefined =>
  tasks.find(({ dueDate }) => dueDate >= today) ?? tasks.toSorted((a, b) => b.no - a.no)[0];
