import { randomInt } from 'node:crypto';
import { getSetting, setSetting } from '../running/setting-queries.js';
import type { Db } from '../statements/db.js';

/** Codes given out and not used yet, each with its person and expiry (epoch ms); there are never many. */
type Codes = Record<string, { personId: string; until: number }>;

const name = 'link-codes';
/** Without characters that look alike (0 O, 1 I). */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 8;

/** Makes a link code for a person; an earlier code of theirs expires. */
export async function issueLinkCode(tx: Db, personId: string, now: Date, until: Date): Promise<string> {
  const code = Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
  const others = Object.entries(await codesAt(tx, now)).filter(([, one]) => one.personId !== personId);
  await setSetting(tx, name, { ...Object.fromEntries(others), [code]: { personId, until: until.getTime() } });
  return code;
}

/** Redeems a link code once; returns its person id, or undefined if the code is wrong, used or expired. */
export async function redeemLinkCode(tx: Db, words: string, now: Date): Promise<string | undefined> {
  const { [words.trim().toUpperCase()]: found, ...others } = await codesAt(tx, now);
  if (found) await setSetting(tx, name, others);
  return found?.personId;
}

async function codesAt(db: Db, now: Date): Promise<Codes> {
  const all = Object.entries((await getSetting<Codes>(db, name)) ?? {});
  return Object.fromEntries(all.filter(([, { until }]) => until > now.getTime()));
}
