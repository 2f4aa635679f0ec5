import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { PlatformState } from '../../kernel/chat/adapter.js';
import type { Finding } from '../../kernel/chat/finding.js';
import { plainReason } from '../../kernel/command/plain-reason.js';
import { systemClock } from '../../kernel/time/clock.js';
import { chineseCalendar } from '../../kernel/time/workdays.js';
import { localDate, monthOf } from '../../kernel/time/zone.js';
import { filePath, type Store } from '../../store/engine/store.js';
import { brokenLine } from '../../store/guard/broken.js';
import { deadPosts } from '../../store/messages/outbox-queries.js';
import { openStore } from '../../store/open.js';
import { hasAdmin, listPeople, unreachablePeople } from '../../store/people/person-queries.js';
import { listPlaces } from '../../store/people/place-queries.js';
import { listTeams } from '../../store/people/team-queries.js';
import { lastSlots } from '../../store/running/job-slots.js';
import { usageOf } from '../../store/running/usage-counters.js';
import type { Place } from '../../store/schema/row-types.js';
import { type Config, ConfigError, loadConfig } from '../config/config.js';
import { makeLog } from '../config/log.js';
import type { ProcessInForce } from '../product/process-file.js';
import { usageZone } from '../product/stored-usage.js';
import { processFileOf } from '../product/usual-process-file.js';
import { examineProcessFile, examineSchedules, storedRules } from './doctor-rules.js';
import { type Terminal, writeAnswer } from './terminal.js';

/** `genjin doctor`: checks without changing anything, and says what to fix. True if nothing failed. */
export async function doctorCommand(terminal: Terminal, flags: { json: boolean }): Promise<boolean> {
  const findings = await examine(terminal.env);
  const well = findings.every((finding) => finding.state !== 'fail');
  const marks = { ok: '✓', warn: '!', fail: '✗' };
  const lines = findings.map(
    ({ check, state, found, fix }) => `${marks[state]} ${check}: ${found}${fix ? `\n    → ${fix}` : ''}`,
  );
  writeAnswer(terminal, flags.json, { ok: well, findings }, lines.join('\n'));
  return well;
}

async function examine(env: Record<string, string | undefined>): Promise<Finding[]> {
  let config: Config;
  try {
    config = loadConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(({ variable, reason }) => ({
      check: 'config',
      state: 'fail',
      found: `${variable} ${reason}`,
      fix: `set ${variable} in the environment or in .env; docs/config.md lists every variable`,
    }));
  }
  const { found, ...contents } = await database(config);
  const findings = [chats(config), clock(config), await examineProcessFile(config, contents)];
  return [...findings, ...found, ...(await platforms(config, contents)), ...(await model(config))];
}

/** What the platforms themselves say. */
async function platforms({ chats }: Config, contents: Contents): Promise<Finding[]> {
  const log = makeLog('silent');
  const findings: Finding[] = [];
  for (const { adapter, settings } of chats) {
    const state: PlatformState = {
      groups: contents.places
        .filter(
          ({ platform, kind, posts }) => platform === adapter.id && kind === 'group' && posts.length > 0,
        )
        .map(({ externalId, name }) => ({ id: externalId, name })),
      used: (what) => contents.used.get(usageKey(adapter.id, what)) ?? 0,
      log,
    };
    findings.push(...((await adapter.examine?.(settings, state)) ?? []));
  }
  return findings;
}

/** Checks the model, if one is configured. */
async function model(config: Config): Promise<Finding[]> {
  if (!config.model) return [];
  const { examineModel } = await import('../model/examine-model.js');
  return await examineModel(config.model);
}

function chats(config: Config): Finding {
  const platforms = config.chats.map(({ adapter }) => adapter.id);
  const configured = config.sandbox ? ['sandbox', ...platforms] : platforms;
  if (configured.length > 0) return { check: 'chat', state: 'ok', found: configured.join(', ') };
  return {
    check: 'chat',
    state: 'warn',
    found: 'neither a platform nor the sandbox',
    fix: 'set the variables of a platform, or SANDBOX=on to try it here',
  };
}

/**
 * Checks the clock and the calendar: public holidays are published a year at a time, and without them a year
 * is Monday to Friday.
 */
function clock(config: Config): Finding {
  const now = systemClock.now();
  const year = Number(localDate(now, config.timeZone).slice(0, 4));
  const found = `${now.toISOString()}, ${config.timeZone}`;
  if (year < 2025)
    return {
      check: 'clock',
      state: 'fail',
      found,
      fix: "the machine's clock is wrong: set it, and keep it by NTP",
    };
  if (chineseCalendar().knows(year)) return { check: 'clock', state: 'ok', found };
  return {
    check: 'clock',
    state: 'warn',
    found: `${found}; the public holidays of ${year} are not known`,
    fix: 'update Genjin; until then workdays are Monday to Friday',
  };
}

/** What the database tells the platforms' own checks. */
interface Contents {
  places: readonly Place[];
  /** The rules in force; undefined if there are none that this release can read. */
  rules?: ProcessInForce;
  /** The process file that applies; undefined if the database cannot tell. */
  path?: string;
  /** What was used this month, by `usageKey`. */
  used: ReadonlyMap<string, number>;
}

const usageKey = (platform: string, what: string): string => `${platform} ${what}`;

async function usedOf({ db }: Store, { chats }: Config): Promise<Map<string, number>> {
  const used = new Map<string, number>();
  const month = monthOf(systemClock.now(), usageZone);
  for (const { id, quota } of chats.map(({ adapter }) => adapter))
    for (const what of quota?.counts ?? []) used.set(usageKey(id, what), await usageOf(db, id, what, month));
  return used;
}

async function database(config: Config): Promise<Contents & { found: Finding[] }> {
  const check = 'database';
  const only = (found: Finding[]) => ({ found, places: [], used: new Map<string, number>() });
  let store: Store | undefined;
  try {
    if (config.databaseUrl.startsWith('file:')) {
      const path = filePath(config.databaseUrl);
      const there = await access(path, constants.R_OK | constants.W_OK).then(
        () => true,
        (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? false : Promise.reject(error)),
      );
      if (!there) {
        const found = `${path} is not there yet`;
        return only([{ check, state: 'warn', found, fix: 'nothing: `genjin start` makes it' }]);
      }
      await access(dirname(path), constants.W_OK);
    }
    store = await openStore(config.databaseUrl, { readonly: true });
    const waiting = await store.pending();
    if (waiting.length > 0) {
      const fix = 'run `genjin migrate`, or start the bot, which does it';
      const found = `${waiting.length} migration(s) to apply: ${waiting.join(', ')}`;
      return only([{ check, state: 'warn', found, fix }, ...(await brokenRows(store))]);
    }
    const well: Finding = { check, state: 'ok', found: `${store.dialect}, up to date` };
    const places = await listPlaces(store.db);
    const rules = await storedRules(store);
    const found = [well, ...(await contents(store))];
    if (rules) found.push(await examineSchedules(config, store, rules));
    const path = await processFileOf(config, store.db);
    return { found, places, rules, path, used: await usedOf(store, config) };
  } catch (error) {
    const reason = plainReason(error);
    const fix = 'check DATABASE_URL, and that this user may write there';
    return only([{ check, state: 'fail', found: reason, fix }]);
  } finally {
    await store?.close();
  }
}

/** What waiting migrations would repair, or be stopped by. */
async function brokenRows(store: Store): Promise<Finding[]> {
  const lines = (await store.broken()).map(brokenLine);
  if (lines.length === 0) return [];
  const fix = 'the migration repairs them where it can, and names those that stop it; make a backup first';
  return [{ check: 'rows', state: 'warn', found: lines.join('; '), fix }];
}

async function contents({ db }: Store): Promise<Finding[]> {
  const people = await listPeople(db);
  const teams = await listTeams(db);
  const silent = (await unreachablePeople(db)).map((person) => person.name);
  const places = await listPlaces(db);
  const dead = await deadPosts(db, 100);
  const failed = (await lastSlots(db)).filter((slot) => slot.error !== null && slot.finishedAt === null);
  const bound = (teamId: string) =>
    places.some((place) => place.teamId === teamId && place.posts.includes('report'));
  const unbound = teams.filter((team) => !bound(team.id)).map((team) => team.name);
  return [
    (await hasAdmin(db))
      ? { check: 'people', state: 'ok', found: `${people.length}, with an admin` }
      : {
          check: 'people',
          state: 'warn',
          found: `${people.length}, no admin yet`,
          fix: 'send `setup CODE` to the bot in a private chat; the code is printed at start',
        },
    unbound.length === 0
      ? { check: 'places', state: 'ok', found: `${places.length}; every team gets its report` }
      : {
          check: 'places',
          state: 'warn',
          found: `no channel for the report of ${unbound.join(', ')}`,
          fix: 'bind one in the channel itself: bind-group TEAM report',
        },
    silent.length === 0
      ? { check: 'reach', state: 'ok', found: 'everybody in a team has a private chat with the bot' }
      : {
          check: 'reach',
          state: 'warn',
          found: `nothing can be told to ${silent.slice(0, 20).join(', ')} alone`,
          fix: 'ask them to send the bot a private message once; a platform lets it write only where it was spoken to',
        },
    failed.length === 0
      ? { check: 'jobs', state: 'ok', found: 'none has failed' }
      : {
          check: 'jobs',
          state: 'warn',
          found: failed.map((slot) => `${slot.job}: ${slot.error}`).join('; '),
          fix: '`genjin job list` shows more; it is tried again by itself',
        },
    dead.length === 0
      ? { check: 'outbox', state: 'ok', found: 'nothing was given up' }
      : {
          check: 'outbox',
          state: 'warn',
          found: `${dead.length} post(s) could not be sent`,
          fix: '`genjin dead list`, then `genjin dead resend`',
        },
  ];
}
