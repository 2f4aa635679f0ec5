import type { Call } from '../../kernel/card/card.js';
import type { Choice } from '../../kernel/command/command.js';
import type { Conversation } from '../../store/messages/conversation-queries.js';
import * as drafts from '../../store/messages/draft-queries.js';
import type { Db } from '../../store/statements/db.js';

/** A sentence that waits for one more answer; stored in the database, so that a restart does not lose it. */
export interface Draft {
  call: Call;
  /** The field that was asked for. */
  asking: string;
  /** What was said so far. */
  words: string;
  /** Values of the numbered choices that were shown. */
  choices?: string[];
  /** The words of their buttons. */
  labels?: string[];
  /** True once words were taken as the answer and did not fit: they are not taken so again. */
  tried?: boolean;
}

/** After this long, in ms, the next line is no longer taken as the answer. */
const lifetime = 24 * 60 * 60 * 1000;

/** Finds the draft of a talk, or undefined. */
export async function findDraft(db: Db, talk: Conversation): Promise<Draft | undefined> {
  return (await drafts.draftRowOf(db, talk))?.draft as Draft | undefined;
}

/** Stores the draft of a talk; it replaces an earlier one. */
export async function saveDraft(db: Db, talk: Conversation, draft: Draft, now: Date): Promise<void> {
  await drafts.saveDraftRow(db, talk, draft, now);
}

export const clearDraft = drafts.clearDraftRow;

/** Drafts stored before this moment have expired. */
export const draftsExpireBefore = (now: Date): Date => new Date(now.getTime() - lifetime);

/** What may be picked by its number or its words. */
export const picksOf = (choices: readonly Choice[] | undefined): Pick<Draft, 'choices' | 'labels'> =>
  choices ? { choices: choices.map(({ value }) => value), labels: choices.map(({ label }) => label) } : {};
