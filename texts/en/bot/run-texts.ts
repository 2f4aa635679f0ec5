import type { Like } from '../../shape/like.js';
import type { runTexts as original } from '../../zh/bot/run-texts.js';

/** What the command line says when two programs would work with one database. */
export const runTexts: Like<typeof original> = {
  startBesideBot: (file, role) =>
    `Another Genjin process is already using the database ${file} (its role overlaps with ROLE=${role}). Stop that one first, or run one with ROLE=bot and one with ROLE=worker.`,
  restoreBesideBot: (file) =>
    `Genjin is using the database ${file}. Stop it before you restore, or the records it just confirmed will be lost.`,
};
