import { InputError } from '../../kernel/command/errors.js';
import { isRowId } from '../../kernel/records/row-id.js';
import { listPeople } from '../../store/people/person-queries.js';
import type { Person } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';

/** Opens the colleague that a `person` field's value names. */
export async function openPerson(ctx: Context, value: string): Promise<Person> {
  const all = await listPeople(ctx.db);
  const found = all.find((one) => one.id === value) ?? all.find((one) => one.name === value);
  const t = textsIn(ctx.locale).lookup;
  if (!found) throw new InputError(null, isRowId(value) ? t.personGone : t.noPerson(value, ''));
  return found;
}
