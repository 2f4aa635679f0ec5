import type { Kit } from '../kit/kit.js';

/** What the process itself keeps: its rules, slots, leases, counters and settings. */
export function declareRunning(k: Kit) {
  const processVersions = k.table('process_versions', {
    version: k.int().primaryKey(),
    /** SHA-256 of the text: the same file is one version. */
    hash: k.text().notNull().unique(),
    yaml: k.text().notNull(),
    createdAt: k.at().notNull(),
  });

  /** Job slots claimed: the latest slot run of each job and scope. */
  const jobSlots = k.table(
    'job_slots',
    {
      job: k.text().notNull(),
      scope: k.text().notNull(),
      slotAt: k.at().notNull(),
      startedAt: k.at().notNull(),
      finishedAt: k.at(),
      lateMinutes: k.int().notNull(),
      counts: k.json<Record<string, number>>(),
      error: k.text(),
    },
    (t) => [k.primaryKey(t.job, t.scope)],
  );

  const leases = k.table('leases', {
    name: k.text().primaryKey(),
    holder: k.text().notNull(),
    until: k.at().notNull(),
  });

  const counters = k.table('counters', {
    name: k.text().primaryKey(),
    value: k.int().notNull(),
  });

  const settings = k.table('settings', {
    name: k.text().primaryKey(),
    value: k.json<unknown>().notNull(),
  });

  return { processVersions, jobSlots, leases, counters, settings };
}
