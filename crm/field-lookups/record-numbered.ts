import { InputError } from '../../kernel/command/errors.js';
import { customerNo, type NumberedType, recordNo, recordNumber } from '../../kernel/records/record-number.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { openSubject } from '../lookup/open-subject.js';

/** Names the text that says what was expected instead of another type's number. */
function expectedOf(types: readonly NumberedType[]): NumberedType | 'leadOrCustomer' {
  const [only] = types;
  if (only && types.length === 1) return only;
  return types.includes('deal') ? 'deal' : 'leadOrCustomer';
}

/** Checks a record's number: it exists, has one of the types, and the speaker may see it. */
export async function recordNumbered(
  ctx: Context,
  words: string,
  types: readonly NumberedType[],
  field: string,
): Promise<string | undefined> {
  const number = recordNumber(words);
  if (!number) return undefined;
  const said = recordNo(number.type, number.no);
  const t = textsIn(ctx.locale).lookup;
  if (!types.includes(number.type)) throw new InputError(field, t.wrongKind(said, t[expectedOf(types)]));
  try {
    const { customer } = await openSubject(ctx, said);
    return number.type === 'customer' ? customerNo(customer) : said;
  } catch (error) {
    throw error instanceof InputError ? new InputError(field, error.message) : error;
  }
}
