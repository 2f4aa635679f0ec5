import type { Card } from '../../kernel/card/card.js';
import { listPeople } from '../../store/people/person-queries.js';
import type { Db } from '../../store/statements/db.js';
import type { Locale } from '../../texts/languages.js';
import { habitsOf, type NotifyContext } from '../access/reader.js';
import { notifyPerson } from './notify.js';

/** Queues a card for each admin, in their own language; returns for how many. A key is used once for each admin. */
export async function notifyAdmins(
  tx: Db,
  ctx: NotifyContext,
  key: string,
  cardIn: (locale: Locale) => Card,
): Promise<number> {
  let queued = 0;
  for (const admin of await listPeople(tx)) {
    if (admin.role !== 'admin') continue;
    const card = cardIn(habitsOf(ctx, admin).locale);
    if (await notifyPerson(tx, ctx, admin, 'report', { key: `${key}:${admin.id}`, card })) queued++;
  }
  return queued;
}
