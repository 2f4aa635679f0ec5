import { desc, eq, max } from 'drizzle-orm';
import type { ProcessVersion } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';
import { getSetting, setSetting } from './setting-queries.js';

/** Number of the version in force: a text that comes back keeps its old number, so it need not be the highest. */
const inForce = 'process-version';

/** Puts a process text in force and answers its version number; a text seen before keeps its number. */
export async function addProcessVersion(
  tx: Db,
  given: Pick<ProcessVersion, 'hash' | 'yaml' | 'createdAt'>,
): Promise<number> {
  const version = (await numberOf(tx, given.hash)) ?? (await keep(tx, given));
  await setSetting(tx, inForce, version);
  return version;
}

async function numberOf(db: Db, hash: string): Promise<number | undefined> {
  const { processVersions: versions } = db.t;
  const [known] = await db.q
    .select({ version: versions.version })
    .from(versions)
    .where(eq(versions.hash, hash));
  return known?.version;
}

async function keep(tx: Db, given: Pick<ProcessVersion, 'hash' | 'yaml' | 'createdAt'>): Promise<number> {
  const { processVersions: versions } = tx.t;
  const [last] = await tx.q.select({ version: max(versions.version) }).from(versions);
  const version = (last?.version ?? 0) + 1;
  await tx.q.insert(versions).values({ version, ...given });
  return version;
}

/** The version put in force last: the last good one. */
export async function latestProcessVersion(db: Db): Promise<ProcessVersion | undefined> {
  const { processVersions: versions } = db.t;
  const version = await getSetting<number>(db, inForce);
  if (version === undefined) return undefined;
  const [row] = await db.q.select().from(versions).where(eq(versions.version, version));
  return row;
}

export async function processVersion(db: Db, version: number): Promise<ProcessVersion | undefined> {
  const { processVersions: versions } = db.t;
  const [row] = await db.q.select().from(versions).where(eq(versions.version, version));
  return row;
}

/** The newest versions, the newest first. */
export async function processVersions(db: Db, limit: number): Promise<ProcessVersion[]> {
  const { processVersions: versions } = db.t;
  return await db.q.select().from(versions).orderBy(desc(versions.version)).limit(atMost(limit));
}
