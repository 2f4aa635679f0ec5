import { desc, eq, max } from 'drizzle-orm';
import type { Db } from './db.js';
import type { Tables } from './tables.pg.js';

export type ProcessVersion = Tables['processVersions']['$inferSelect'];

/** Keeps a process text and answers its version number; a text seen before keeps its number. */
export async function addProcessVersion(
  tx: Db,
  given: Pick<ProcessVersion, 'hash' | 'yaml' | 'createdAt'>,
): Promise<number> {
  const { processVersions: versions } = tx.t;
  const [known] = await tx.q
    .select({ version: versions.version })
    .from(versions)
    .where(eq(versions.hash, given.hash));
  if (known) return known.version;
  const [last] = await tx.q.select({ version: max(versions.version) }).from(versions);
  const version = (last?.version ?? 0) + 1;
  await tx.q.insert(versions).values({ version, ...given });
  return version;
}

export async function latestProcessVersion(db: Db): Promise<ProcessVersion | undefined> {
  const { processVersions: versions } = db.t;
  const [row] = await db.q.select().from(versions).orderBy(desc(versions.version)).limit(1);
  return row;
}
