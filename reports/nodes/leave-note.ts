import { type CardNode, context } from '../../kernel/card/card.js';
import { addDays } from '../../kernel/time/dates.js';
import { instantOf, localDate } from '../../kernel/time/zone.js';
import { daysThere } from '../../sales/people/away.js';
import { leavesOf } from '../../store/people/leave-queries.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import type { ReportContext } from '../request/report-context.js';

/** Says who of the compared people was on leave in [from, to), and for how many workdays; nothing if nobody was. */
export async function leaveNote(
  ctx: ReportContext,
  people: readonly { id: string; name: string }[],
  { from, to }: { from: Date; to: Date },
): Promise<CardNode[]> {
  const first = localDate(from, ctx.zone);
  const last = localDate(new Date(to.getTime() - 1), ctx.zone);
  if (last < first || addDays(first, longest) < last) return [];
  const t = textsIn(ctx.locale).report;
  const words: string[] = [];
  for (const { id, name } of people) {
    const leaves = await leavesOf(ctx.db, id);
    if (leaves.length === 0) continue;
    const { leave } = daysThere(ctx.calendar, { first, last }, leaves, (day) =>
      instantOf(day, '12:00', ctx.zone),
    );
    if (leave > 0) words.push(t.onLeave(name, leave));
  }
  return words.length > 0 ? [context(t.leave(formatsIn(ctx.locale).list(words)))] : [];
}

/** Days of the longest period in which single days of leave matter. */
const longest = 100;
