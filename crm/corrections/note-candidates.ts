import { findDates } from '../../kernel/pieces/date.js';
import { addDays } from '../../kernel/time/dates.js';
import { instantOf, localDate } from '../../kernel/time/zone.js';
import { fitOfWords, withoutNoteWords } from '../../language/correction/meant-by-words.js';
import { followUpsIn } from '../../store/activity/follow-up-queries.js';
import { customerById } from '../../store/customers/customer-queries.js';
import type { FollowUp } from '../../store/schema/row-types.js';
import type { Context } from '../access/context.js';
import { todayOf } from '../words/zoned-dates.js';

/** Days back in which a note is looked for, and notes that are read. */
const looked = { days: 14, notes: 60 };

/** Finds the speaker's own follow-ups that the words mean, by their customer and their day, newest first. */
export async function notesCalled(ctx: Context, words: string): Promise<FollowUp[]> {
  const [day] = findDates(words, { ...ctx.at, prefer: 'past' });
  const said = day ? `${words.slice(0, day.from)} ${words.slice(day.to)}` : words;
  const named = withoutNoteWords(said);
  const today = todayOf(ctx);
  const from = day?.piece.value ?? addDays(today, -looked.days);
  const to = addDays(day?.piece.value ?? today, 1);
  const span = { from: instantOf(from, '00:00', ctx.zone), to: instantOf(to, '00:00', ctx.zone) };
  const own = await followUpsIn(ctx.db, { ...span, personId: ctx.person.id, limit: looked.notes });
  const shown = own.filter((one) => ctx.place.kind === 'private' || !one.isPrivate);
  if (named === '') return shown;
  const found: FollowUp[] = [];
  for (const one of shown) {
    const name = (await customerById(ctx.db, one.customerId))?.name ?? '';
    if (fitOfWords(named, { name, title: one.words }) > 0) found.push(one);
  }
  return found;
}

/** The day of a follow-up where the speaker is. */
export const dayOfNote = (ctx: Context, { at }: FollowUp): string => localDate(at, ctx.zone);
