import { like } from 'drizzle-orm';
import type { Db } from '../statements/db.js';
import { getSetting, setSetting } from './setting-queries.js';

const seenSetting = (file: string): string => `process-file:${file}`;

/** Reads the hash of the text that a process file last had, or undefined if nobody has read the file. */
export const processFileSeen = async (db: Db, file: string): Promise<string | undefined> =>
  await getSetting<string>(db, seenSetting(file));

/** Whether a process file of that name was ever read, on any machine and in any folder. */
export async function isProcessFileSeen(db: Db, name: string): Promise<boolean> {
  const { settings } = db.t;
  const seen = like(settings.name, `${seenSetting('')}%/${name}`);
  return (await db.q.select({ name: settings.name }).from(settings).where(seen).limit(1)).length > 0;
}

/** Stores the hash of the text that a process file has now. */
export async function markProcessFileSeen(tx: Db, file: string, hash: string): Promise<void> {
  await setSetting(tx, seenSetting(file), hash);
}

/** The text of a process file that was not written from the version in force; an admin decides. */
export interface OfferedProcess {
  /** Machine and path. */
  file: string;
  hash: string;
  yaml: string;
  /** When it was offered first, in ms. */
  at: number;
  /** Whether an admin has discarded it. */
  isDiscarded?: boolean;
}

const offersSetting = 'process-offers';
/** Only the last text of a file is offered; machines that come and go leave theirs behind. */
const mostOffers = 5;

/** Finds an offered process by the hash of its text, or undefined. */
export async function offeredProcess(db: Db, hash: string): Promise<OfferedProcess | undefined> {
  return (await allOffers(db)).find((offer) => offer.hash === hash);
}

/** Stores an offered process instead of the file's earlier one. */
export async function storeOfferedProcess(tx: Db, offer: OfferedProcess): Promise<void> {
  const others = (await allOffers(tx)).filter(({ file, hash }) => file !== offer.file && hash !== offer.hash);
  await setSetting(tx, offersSetting, [offer, ...others].slice(0, mostOffers));
}

const allOffers = async (db: Db): Promise<OfferedProcess[]> =>
  (await getSetting<OfferedProcess[]>(db, offersSetting)) ?? [];
