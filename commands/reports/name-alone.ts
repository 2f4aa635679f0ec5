import type { Context } from '../../crm/access/context.js';
import { nameAlone } from '../../language/question/follow-up-question.js';
import { namesAskedBy } from '../../reports/answers/read-known-question.js';
import { textsIn } from '../../texts/languages.js';

/**
 * The line as it goes on from what was shown last: a colleague's name with a question mark alone (韩梅? "Han Mei?") asks for the same
 * of that colleague; any other line stays as it is.
 */
export async function goingOn(ctx: Context, line: string): Promise<string> {
  const name = nameAlone(line);
  if (name === undefined) return line;
  const said = name.toLowerCase();
  const { people } = await namesAskedBy(ctx, name);
  const isColleague = people.some(({ words }) => words.some((one) => one.toLowerCase() === said));
  return isColleague ? textsIn(ctx.locale).report.whatAbout(name) : line;
}
