import { bareName } from '../../kernel/names/self-given-name.js';
import { asksAnything, isAddressed } from '../../language/names/of-the-talk.js';
import { listPeople } from '../../store/people/person-queries.js';
import type { Context } from './context.js';

/** Whether a line in a group is said to a colleague: 吴桐，… ("Wu Tong, …"), "Tom, can you …", or asks one who is named with an @. */
export async function speaksToColleague(ctx: Context, line: string): Promise<boolean> {
  const people = (await listPeople(ctx.db)).filter(({ id }) => id !== ctx.person.id);
  const asks = line.includes('@') && asksAnything(line);
  return people.some(({ name }) => {
    const full = bareName(name);
    const [first = full] = full.split(/\s+/);
    const starts = line.trimStart().startsWith(`@${full}`) || line.trimStart().startsWith(`@${first} `);
    return (
      starts || (asks && line.includes(`@${full}`)) || [full, first].some((one) => isAddressed(line, one))
    );
  });
}
