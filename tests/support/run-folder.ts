import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';
/** A run takes some 200 MB at most; where containers get a memory disk at all, it is often one of 64 MB. */
const roomNeeded = 2 ** 30;

/**
 * Vitest's global set-up: every temporary file of the run, also those of PostgreSQL, Chromium and spawned processes, is
 * in one folder, which goes with the run. It is in memory where there is room, because each transaction on SQLite waits
 * for the disk: that took half of the time of a test full of them.
 */
export default function setup(): () => void {
  const before = process.env.TMPDIR;
  const folder = mkdtempSync(join(hasRoom() ? memory : tmpdir(), 'genjin-tests-'));
  // PostgreSQL may run as another user, who has to get to its own folder inside.
  chmodSync(folder, 0o711);
  process.env.TMPDIR = folder;
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', remove);

  return () => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  };
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= roomNeeded;
  } catch {
    return false;
  }
}
