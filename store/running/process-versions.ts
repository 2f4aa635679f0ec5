import { desc, eq, max } from 'drizzle-orm';
import type { ProcessVersion } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';
import { getSetting, setSetting } from './setting-queries.js';

/**
 * Setting with the version in force; a text put in force again keeps its old number, so this need not be the
 * highest.
 */
const inForce = 'process-version';

/** Puts a process text in force and returns its version number; a known text keeps its number. */
export async function addProcessVersion(
  tx: Db,
  given: Pick<ProcessVersion, 'hash' | 'yaml' | 'createdAt'>,
): Promise<number> {
  const version = (await numberOf(tx, given.hash)) ?? (await storeVersion(tx, given));
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

async function storeVersion(
  tx: Db,
  given: Pick<ProcessVersion, 'hash' | 'yaml' | 'createdAt'>,
): Promise<number> {
  const { processVersions: versions } = tx.t;
  const [last] = await tx.q.select({ version: max(versions.version) }).from(versions);
  const version = (last?.version ?? 0) + 1;
  await tx.q.insert(versions).values({ version, ...given });
  return version;
}

/** Finds the process version in force, or undefined if there is none. */
export async function latestProcessVersion(db: Db): Promise<ProcessVersion | undefined> {
  const { processVersions: versions } = db.t;
  const version = await getSetting<number>(db, inForce);
  if (version === undefined) return undefined;
  const [row] = await db.q.select().from(versions).where(eq(versions.version, version));
  return row;
}

/** Finds a process version by its number, or undefined. */
export async function processVersion(db: Db, version: number): Promise<ProcessVersion | undefined> {
  const { processVersions: versions } = db.t;
  const [row] = await db.q.select().from(versions).where(eq(versions.version, version));
  return row;
}

/** Lists the newest process versions, newest first. */
export async function processVersions(db: Db, limit: number): Promise<ProcessVersion[]> {
  const { processVersions: versions } = db.t;
  return await db.q.select().from(versions).orderBy(desc(versions.version)).limit(atMost(limit));
}
