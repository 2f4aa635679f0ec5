import type { ReadAt } from '../../kernel/pieces/base/piece.js';
import { readDate } from '../../kernel/pieces/date.js';
import { bareOrder, isAsking, orderText } from './plain-order.js';
import { readTaskOrder, type TaskOrder } from './task-order.js';

/** Which of one's own open tasks an order over several means. */
export type TasksMeant =
  | { which: 'numbers'; numbers: string[] }
  /** Those that are overdue. */
  | { which: 'late' }
  /** Those of a day, 'YYYY-MM-DD'. */
  | { which: 'day'; day: string }
  /** Those of the record that these words name. */
  | { which: 'about'; about: string }
  /** One task by each of these words. */
  | { which: 'each'; each: string[] }
  /** Those due by today. */
  | { which: 'due' }
  | { which: 'all' };

/** One order over several tasks: 逾期的都推到明天 ("move all that is overdue to tomorrow"). */
export interface TasksOrder {
  meant: TasksMeant;
  what: 'done' | 'drop' | 'move';
  /** The new day with its time if one was said, or how many days later. */
  to?: string;
  shift?: number;
}

/** Longest line read so, in characters. */
const longest = 120;

/** Stands for the tasks in the order as it would be given over one. */
const one = 'T-1';

const no = String.raw`T[-\s]?\d{1,9}`;
const joint = String.raw`(?:\s*(?:[到至~～—-]|[,，、和跟与及&+]|\band\b|以及|还有)\s*)+|\s+`;
const numbers = new RegExp(
  String.raw`(?:待办|任务|tasks?\s)?\s*(?<list>${no}(?:(?:${joint})${no})+)(?:这[几两三四]个)?(?:都|全部?|一起)?`,
  'iu',
);

const task = '(?:待办(?:事项)?|任务|提醒|事情?|那几[个件条]|几[个件条])';
const allHan = '(?:都|全部?|统统|一起|通通|一律|一次性)';
const lateHan = '(?:逾期|过期|超期|到期没做)了?';
/** 逾期的都, 所有逾期待办, 把过期的全部: the tasks, with a word for all of them or for tasks. */
const sets: { form: RegExp; of(found: Record<string, string | undefined>): TasksMeant }[] = [
  {
    form: /^(?:把|将)?(?<each>[^,，、和跟]{1,10}?(?:那个|那条|那件事?)(?:(?:和|跟|与|、|还有)[^,，、和跟]{1,10}?(?:那个|那条|那件事?)){1,4})都?/u,
    of: ({ each = '' }) => ({
      which: 'each',
      each: each.split(/和|跟|与|、|还有/u).map((one) => one.replace(/那个$|那条$|那件事?$/u, '')),
    }),
  },
  {
    form: new RegExp(
      `(?:我的?)?(?:所有|全部)?的?(?:我的)?${lateHan}的?${task}?(?:我)?(?:${allHan}(?:给我)?)?`,
      'u',
    ),
    of: () => ({ which: 'late' }),
  },
  {
    form: /\b(?:all (?:of )?|every ?thing |whatever(?:'s| is) )?(?:the |my |that(?:'s| is) )?overdue(?: ones?| tasks?| to-?dos?| stuff| things)?\b/iu,
    of: () => ({ which: 'late' }),
  },
  {
    form: new RegExp(
      `(?<day>今天|明天|后天|昨天|(?:这|本|下)?(?:周|星期|礼拜)[一二三四五六日天])(?:剩下|没做完?|没完成|未完成|还没做)?的?(?:剩下|没做完?)?的?(?:${task}${allHan}?|(?<=的)${allHan}|(?<=的)(?=推到|推迟|改到|挪到|延到|顺延|取消))`,
      'u',
    ),
    of: ({ day = '' }) => ({ which: 'day', day }),
  },
  {
    form: new RegExp(
      `(?:我的?)?(?:(?:所有|全部|手上)的?${task}${allHan}?|(?:我的)?(?:待办|任务)${allHan})`,
      'u',
    ),
    of: () => ({ which: 'all' }),
  },
  {
    form: new RegExp(
      `^(?:把|将)?(?<about>[^\\s,，。]{2,12}?)(?:那边|这边)?的(?:所有|全部)?(?:${task}${allHan}|${allHan})`,
      'u',
    ),
    of: ({ about = '' }) => ({ which: 'about', about }),
  },
];

/** 都做完了 ("all of it is done"): what was due. */
const allDone = /^(?:都|全都?|全部)(?:做完|搞定|办完|完成|弄完|处理完|忙完)(?:了|啦)$/u;

/**
 * Reads one order over several tasks: 完成T-5和T-12 ("done T-5 and T-12"), 逾期的都推到明天 ("move all that is overdue to
 * tomorrow"), 海棠的待办都取消 ("cancel all of Haitang's tasks"). Undefined if the line says anything else.
 */
export function readTasksOrder(line: string, at: ReadAt): TasksOrder | undefined {
  const text = orderText(line);
  if (text.length > longest || isAsking(text)) return undefined;
  const order = bareOrder(text);
  const listed = numbers.exec(order);
  if (listed) {
    return overOne(order, listed, at, {
      which: 'numbers',
      numbers: numbersIn(listed.groups?.list ?? ''),
    });
  }
  if (allDone.test(order)) return { meant: { which: 'due' }, what: 'done' };
  for (const { form, of } of sets) {
    const found = form.exec(order);
    const read = found && overOne(order, found, at, of(found.groups ?? {}));
    if (!read) continue;
    const day = read.meant.which === 'day' ? readDate(read.meant.day, at)?.value : undefined;
    if (read.meant.which !== 'day') return read;
    return day ? { ...read, meant: { which: 'day', day } } : undefined;
  }
  return undefined;
}

/** Longest row of numbers that is written as its ends: T-1到T-8 ("T-1 to T-8"). */
const longestRow = 30;

/** The numbers of a list, each once, with those between the ends of a row. */
function numbersIn(list: string): string[] {
  const found = new Set<number>();
  let last: number | undefined;
  for (const [, between = '', digits] of list.matchAll(/(\D*?)(?:T[-\s]?)(\d{1,9})/giu)) {
    const next = Number(digits);
    const isRow = last !== undefined && /[到至~～—-]/u.test(between) && next > last;
    if (isRow && last !== undefined && next - last <= longestRow)
      for (let no = last; no < next; no++) found.add(no);
    found.add(next);
    last = next;
  }
  return [...found].map((no) => `T-${no}`);
}

/** The order, with one task in place of the words that mean several. */
function overOne(
  order: string,
  found: RegExpExecArray,
  at: ReadAt,
  meant: TasksMeant,
): TasksOrder | undefined {
  const before = order
    .slice(0, found.index)
    .replace(/^(?:把|将)$/u, '')
    .trimEnd();
  const after = order.slice(found.index + found[0].length).trimStart();
  const space = /[a-z]$/iu.test(before) ? ' ' : '';
  const gap = /^[a-z]/iu.test(after) ? ' ' : '';
  // 完成逾期的 ("complete the overdue ones") is an order before its tasks.
  const lone = readOne(`${before}${space}${one}${gap}${after}`, at);
  return lone && orderOver(lone, meant);
}

const verbFirst = /^(?:完成|做完|搞定)T-1$/u;

function readOne(words: string, at: ReadAt): TaskOrder | undefined {
  if (verbFirst.test(words)) return { kind: 'done', about: one };
  const read = readTaskOrder(words, at);
  return read?.about === one ? read : undefined;
}

function orderOver(read: TaskOrder, meant: TasksMeant): TasksOrder | undefined {
  if (read.kind !== 'move') return { meant, what: read.kind };
  const { to, shift } = read;
  if (to) return { meant, what: 'move', to };
  return shift === undefined ? undefined : { meant, what: 'move', shift };
}
