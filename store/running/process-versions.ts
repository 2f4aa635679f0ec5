import { createHash } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import type { ProcessVersion } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';
import { getSetting } from './setting-queries.js';

/**
 * Setting with the version in force; a text put in force again keeps its old number, so this need not be the
 * highest.
 */
export const versionSetting = 'process-version';

/** The hash by which a process text is known: the same text is one version. */
export const processHash = (yaml: string): string => createHash('sha256').update(yaml).digest('hex');

/** Finds the process version in force, or undefined if there is none. */
export async function latestProcessVersion(db: Db): Promise<ProcessVersion | undefined> {
  const { processVersions: versions } = db.t;
  const version = await getSetting<number>(db, versionSetting);
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

/** Returns the number of the version that has the text with this hash, or undefined. */
export async function versionWithHash(db: Db, hash: string): Promise<number | undefined> {
  const { processVersions: versions } = db.t;
  const [known] = await db.q
    .select({ version: versions.version })
    .from(versions)
    .where(eq(versions.hash, hash));
  return known?.version;
}

/** Lists the newest process versions, newest first. */
export async function processVersions(db: Db, limit: number): Promise<ProcessVersion[]> {
  const { processVersions: versions } = db.t;
  return await db.q.select().from(versions).orderBy(desc(versions.version)).limit(atMost(limit));
}
