import type { Context } from '../../crm/access/context.js';
import { InputError } from '../../kernel/command/errors.js';
import { foldWords } from '../../kernel/words/folding.js';
import { teamById } from '../../store/people/team-queries.js';
import { savedReportsFor } from '../../store/reports/saved-reports.js';
import { getSetting, setSetting } from '../../store/running/setting-queries.js';
import type { SavedReport } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import type { ExportRequest } from './export-request.js';
import { readSlice } from './read-slice.js';

/** Finds the speaker's saved report by name, or undefined. */
export async function savedCalled(ctx: Context, words: string): Promise<SavedReport | undefined> {
  const wanted = foldWords(words);
  return (await savedReportsFor(ctx.db, ctx.person)).find(({ name }) => foldWords(name) === wanted);
}

/** Finds the speaker's saved report by name. Throws InputError, listing the saved ones. */
export async function demandSaved(ctx: Context, words: string): Promise<SavedReport> {
  const found = await savedCalled(ctx, words);
  if (found) return found;
  const t = textsIn(ctx.locale).slice;
  const all = formatsIn(ctx.locale).list((await savedReportsFor(ctx.db, ctx.person)).map(({ name }) => name));
  throw new InputError('name', t.noName(words, all));
}

/** Reads the words as a saved report's name, or as a slice. */
export async function sliceMeant(ctx: Context, words: string): Promise<ExportRequest & { kind: 'slice' }> {
  const saved = await savedCalled(ctx, words);
  const slice = await readSlice(ctx, saved?.slice ?? words);
  const team = slice.team ?? (saved?.teamId ? (await teamById(ctx.db, saved.teamId))?.name : undefined);
  return { kind: 'slice', slice, team, name: saved?.name };
}

/** Stores what a person viewed, for `存` ("save") and `导出` ("export") without words. */
export const keepShown = async (tx: Db, personId: string, words: string): Promise<void> =>
  await setSetting(tx, `shown:${personId}`, words);

/** Returns the words of the slice that the speaker viewed last, or undefined. */
export const lastShown = async (ctx: Context): Promise<string | undefined> =>
  await getSetting<string>(ctx.db, `shown:${ctx.person.id}`);
