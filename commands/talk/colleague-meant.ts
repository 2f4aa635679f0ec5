import type { Context } from '../../crm/access/context.js';
import { withNameFor } from '../../language/names/colleague-pronoun.js';
import { conversationOf, findTalk } from '../../store/messages/conversation-queries.js';
import { listPeople } from '../../store/people/person-queries.js';

/** How long after a colleague was asked about a pronoun means them, in ms. */
const meantFor = 15 * 60_000;

/**
 * The line with a colleague's name in place of 他 ("he") or "her", where the last question or report of the talk was about that one
 * colleague, and no record was shown since then; any other line as it is.
 */
export async function withColleague(ctx: Context, line: string): Promise<string> {
  if (ctx.subject || withNameFor(line, '') === undefined) return line;
  const talk = await findTalk(ctx.db, conversationOf(ctx));
  if (!talk) return line;
  const asked = talk.question && talk.askedAt ? { words: talk.question, at: talk.askedAt } : undefined;
  const shown =
    talk.report && talk.reportAt ? { words: JSON.stringify(talk.report), at: talk.reportAt } : undefined;
  const [last] = [asked, shown]
    .filter((one) => one !== undefined)
    .toSorted((a, b) => b.at.getTime() - a.at.getTime());
  if (!last || ctx.now.getTime() - last.at.getTime() > meantFor) return line;
  if (talk.subjectAt && talk.subjectAt > last.at) return line;
  const others = (await listPeople(ctx.db)).filter(({ id, active }) => active && id !== ctx.person.id);
  const named = others.filter(({ name }) => isNamed(name, last.words));
  const [only, ...more] = named;
  return only && more.length === 0 ? (withNameFor(line, only.name) ?? line) : line;
}

/** Whether the words name the colleague, by the whole name or a first name of theirs. */
function isNamed(name: string, words: string): boolean {
  if (words.includes(name)) return true;
  const first = /^\p{Script=Latin}[\p{L}'-]+(?= )/u.exec(name)?.[0];
  return first !== undefined && RegExp(`(?<!\\p{L})${first}(?!\\p{L})`, 'iu').test(words);
}
