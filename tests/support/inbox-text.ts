import type { Db } from '../../store/statements/db.js';

/** Everything the database keeps of what was said and answered, as one text. */
export async function inboxText(db: Db): Promise<string> {
  const { inbox, events, drafts } = db.t;
  const rows = [
    await db.q.select().from(inbox),
    await db.q.select().from(events),
    await db.q.select().from(drafts),
  ];
  return JSON.stringify(rows);
}
