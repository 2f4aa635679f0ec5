import type { Call } from '../../kernel/card/card.js';
import type { Registry, Speaking } from '../../kernel/command/command.js';
import { sayIn } from '../../kernel/command/say-in.js';
import { listPeople } from '../../store/people/person-queries.js';
import type { Db } from '../../store/statements/db.js';
import type { Locale } from '../../texts/languages.js';

/** Writes a call as the line that a person would type for it, with names in place of the ids of people. */
export async function wordsOfCall<C extends Speaking>(
  registry: Registry<C>,
  { command, input }: Call,
  { db, locale }: { db: Db; locale: Locale },
): Promise<string> {
  const people = new Map((await listPeople(db)).map(({ id, name }) => [id, name]));
  const named = Object.entries(input).map(([field, value]) => [
    field,
    (typeof value === 'string' && people.get(value)) || value,
  ]);
  return sayIn(registry, locale)({ command, input: Object.fromEntries(named) });
}
