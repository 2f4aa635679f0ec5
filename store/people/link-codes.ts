import { randomInt } from 'node:crypto';
import { getSetting, setSetting } from '../running/setting-queries.js';
import type { Db } from '../statements/db.js';

/** Codes given out and not yet used, each for a person and until a moment (epoch ms); there are never many. */
type Codes = Record<string, { personId: string; until: number }>;

const name = 'link-codes';
/** Without letters and figures that are taken for each other. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 8;

/** A new code for a person; an earlier one is good no more. */
export async function giveLinkCode(tx: Db, personId: string, now: Date, until: Date): Promise<string> {
  const code = Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
  const others = Object.entries(await codesAt(tx, now)).filter(([, one]) => one.personId !== personId);
  await setSetting(tx, name, { ...Object.fromEntries(others), [code]: { personId, until: until.getTime() } });
  return code;
}

/** The person a code was given to, once; undefined for one that is wrong, used or too old. */
export async function takeLinkCode(tx: Db, said: string, now: Date): Promise<string | undefined> {
  const { [said.trim().toUpperCase()]: found, ...others } = await codesAt(tx, now);
  if (found) await setSetting(tx, name, others);
  return found?.personId;
}

async function codesAt(db: Db, now: Date): Promise<Codes> {
  const all = Object.entries((await getSetting<Codes>(db, name)) ?? {});
  return Object.fromEntries(all.filter(([, { until }]) => until > now.getTime()));
}
