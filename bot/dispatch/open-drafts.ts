import type { Call } from '../../kernel/card/card.js';
import * as drafts from '../../store/messages/draft-queries.js';
import type { Db } from '../../store/statements/db.js';

/** A sentence that waits for one more answer; kept in the database, so a restart does not lose it. */
export interface Draft {
  call: Call;
  /** The field that was asked for. */
  asking: string;
  /** What was said so far. */
  words: string;
  /** Values of the numbered choices that were shown. */
  choices?: string[];
}

/** After that long an unanswered question is no longer meant by the next line, in ms. */
const lifetime = 24 * 60 * 60 * 1000;

export async function findDraft(db: Db, personId: string, placeId: string): Promise<Draft | undefined> {
  const row = await drafts.draftRowOf(db, personId, placeId);
  return row?.draft as Draft | undefined;
}

export async function saveDraft(
  db: Db,
  personId: string,
  placeId: string,
  draft: Draft,
  now: Date,
): Promise<void> {
  await drafts.saveDraftRow(db, personId, placeId, draft, now);
}

export const clearDraft = drafts.clearDraftRow;

/** Drafts older than this moment are over. */
export const draftsExpireBefore = (now: Date): Date => new Date(now.getTime() - lifetime);
