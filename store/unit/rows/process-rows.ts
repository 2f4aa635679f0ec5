import { max } from 'drizzle-orm';
import { versionSetting, versionWithHash } from '../../running/process-versions.js';
import { setSetting } from '../../running/setting-queries.js';
import type { ProcessVersion } from '../../schema/row-types.js';
import type { Db } from '../../statements/db.js';

/** Puts a process text in force and returns its version number; a known text keeps its number. */
export async function addProcessVersion(
  tx: Db,
  given: Pick<ProcessVersion, 'hash' | 'yaml' | 'createdAt'>,
): Promise<number> {
  const version = (await versionWithHash(tx, given.hash)) ?? (await storeVersion(tx, given));
  await setSetting(tx, versionSetting, version);
  return version;
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
