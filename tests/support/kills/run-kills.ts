import { setTimeout as wait } from 'node:timers/promises';
import { count, eq, isNotNull } from 'drizzle-orm';
import pg from 'pg';
import { surnames } from '../../../kernel/pieces/base/surnames.js';
import { seededRandom } from '../../../sales/forecast/seeded-random.js';
import type { Store } from '../../../store/engine/store.js';
import { whileBusy } from '../../../store/engine/while-busy.js';
import { openStore } from '../../../store/open.js';
import { type Running, runGenjin } from '../built-product.js';
import { afterwards } from '../endings.js';
import { setUpOffice } from '../office-set-up.js';
import type { Act, Stage } from './stage.js';

export interface Size {
  acts: number;
  kills: number;
  /** Acts a second, by all people together. */
  pace: number;
}

/** What became of the acts. */
export interface Outcome {
  acts: number;
  acknowledged: number;
  /** Acknowledged, or answered, and not in the database. */
  lost: number;
  /** In the database more than once. */
  doubled: number;
  /** Done and never answered. */
  unanswered: number;
  /** Answered more than once. */
  answeredTwice: number;
  /** Never acknowledged and not done: the platform itself does not bring them. */
  dropped: number;
  /** The first acts of which something else than one effect and one answer came. */
  wrong: string[];
}

/** Wrong acts that are listed. */
const mostListed = 20;

/** Acts at most that people do between a kill and the next start. */
const mostInGap = 3;
/** Stored acts that people do not go on beyond, whatever the machine has to do besides. */
const mostOpen = 40;

/**
 * Has people act while the bot is killed, its sockets and its connections to PostgreSQL cut and its messages refused, then
 * counts what became of it.
 */
export async function runKills(
  stage: Stage,
  url: string,
  { acts: many, kills, pace }: Size,
): Promise<Outcome> {
  const roll = seededRandom(20_261_130);
  const env = {
    ...{ DATABASE_URL: url, SANDBOX: 'off', PORT: '0', LOG_LEVEL: process.env.TEST_LOG ?? 'error' },
    ...stage.env,
  };
  const start = () => runGenjin(['start'], env);
  await prepared(stage, url);
  const store = await openStore(url, { readonly: url.startsWith('file:') });
  let bot: Running = await start();
  await stage.connected();
  const { length: people } = stage.people;
  const marks = names(many, roll);

  const cutDatabase = url.startsWith('file:') ? undefined : await connectionCutter(url);
  const spread = () =>
    new Set(Array.from({ length: kills }, (_, n) => Math.floor(((n + roll()) / kills) * many)));
  const killAt = spread();
  const cutAt = spread();
  const acts: Act[] = [];
  let restarting: Promise<void> = Promise.resolve();
  let leftInGap = -1;
  for (let n = 0; n < many; n++) {
    if (hasEnded(bot)) throw new Error(`the bot ended by itself: ${bot.said().slice(-2_000)}`);
    if (roll() < 0.05) stage.disturb(roll());
    if (roll() < 0.005) stage.cutSockets();
    if (cutAt.has(n) && leftInGap < 0) await cutDatabase?.();
    if (n % 10 === 0 && leftInGap < 0) await untilAnswered(store);
    const mark = marks[n] ?? '';
    const act = await stage.says(n % people, `线索 ${mark}`, mark);
    acts.push(act);
    if (roll() < 0.1) void wait(roll() * 3_000).then(() => act.again());
    await wait((1_000 / pace) * 2 * roll());
    if (leftInGap-- === 0) await restarting;
    if (!killAt.has(n)) continue;
    await restarting;
    const dying = bot;
    restarting = (async () => {
      await dying.kill();
      await stage.disconnected();
      bot = await start();
      await stage.connected();
    })();
    leftInGap = Math.floor(roll() * (mostInGap + 1));
    if (leftInGap === 0) await restarting;
  }
  await restarting;
  const outcome = await settled(stage, store, acts);
  await bot.kill();
  await store.close();
  return outcome;
}

/** People wait for answers before they do more. */
async function untilAnswered({ db: { q, t } }: Store): Promise<void> {
  for (let left = 600; left > 0; left--) {
    // Its own connections are cut as well.
    const [row] = await whileBusy(async () =>
      q.select({ open: count() }).from(t.inbox).where(isNotNull(t.inbox.turn)),
    );
    if (Number(row?.open ?? 0) <= mostOpen) return;
    await wait(200);
  }
}

/** Whether a process ended other than by a kill. */
const hasEnded = ({ child }: Running): boolean => child.exitCode !== null;

/** Ends the product's connections to a PostgreSQL database, as a restart of the server does. */
async function connectionCutter(url: string): Promise<() => Promise<void>> {
  const client = new pg.Client(url);
  await client.connect();
  afterwards(() => client.end());
  return async () => {
    await client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'genjin'",
    );
  };
}

/** Names of companies that are not taken for one another, nor for a contact: 龚董 is a director called 龚. */
function names(count: number, roll: () => number): string[] {
  const letters = [...surnames].slice(0, 300).filter((letter) => letter !== '董');
  const letter = () => letters[Math.floor(roll() * letters.length)];
  const found = new Set<string>();
  while (found.size < count) found.add(`${Array.from({ length: 6 }, letter).join('')}公司`);
  return [...found];
}

async function prepared(stage: Stage, url: string): Promise<void> {
  const store = await openStore(url);
  const people = stage.people.map((one) => ({ ...one, role: 'rep' as const }));
  await setUpOffice(store, stage.platform, { people, groups: [] }, new Date());
  await store.close();
}

/** Waits until nothing changes any more, and counts. */
async function settled(stage: Stage, store: Store, acts: readonly Act[]): Promise<Outcome> {
  let last = '';
  let outcome = await counted();
  for (let calm = 0, n = 0; calm < 4 && n < 240; n++) {
    await wait(1_000);
    outcome = await counted();
    const now = JSON.stringify(outcome);
    // An act that several processes died over waits two minutes.
    const isOver = outcome.lost === 0 && outcome.unanswered === 0;
    calm = now === last && (isOver || n > 180) ? calm + 1 : 0;
    last = now;
  }
  return outcome;

  async function counted(): Promise<Outcome> {
    const { q, t } = store.db;
    const rows = await q
      .select({ name: t.customers.name })
      .from(t.leads)
      .innerJoin(t.customers, eq(t.customers.id, t.leads.customerId));
    const times = new Map<string, number>();
    for (const { name } of rows) times.set(name, (times.get(name) ?? 0) + 1);
    const shown = stage.people.map((_, person) => stage.answers(person));
    const all = acts.map((act) => ({
      mark: act.mark,
      isAcknowledged: act.isAcknowledged(),
      done: times.get(act.mark) ?? 0,
      seen: (shown[act.person] ?? []).filter((text) => text.includes(act.mark)).length,
      said: (shown[act.person] ?? []).find((text) => text.includes(act.mark)),
    }));
    type Counted = (typeof all)[number];
    const wrong: string[] = [];
    const number = (which: (one: Counted) => boolean, name?: string) => {
      const found = all.filter(which);
      if (name !== undefined) wrong.push(...found.map(({ mark, said }) => `${name}: ${mark} (${said ?? 'no answer'})`));
      return found.length;
    };
    return {
      acts: all.length,
      acknowledged: number((one) => one.isAcknowledged),
      lost: number((one) => one.done === 0 && (one.isAcknowledged || one.seen > 0), 'lost'),
      doubled: number((one) => one.done > 1, 'doubled'),
      unanswered: number((one) => one.done > 0 && one.seen === 0, 'unanswered'),
      answeredTwice: number((one) => one.seen > 1, 'answered twice'),
      dropped: number((one) => one.done === 0 && !one.isAcknowledged && one.seen === 0),
      wrong: wrong.slice(0, mostListed),
    };
  }
}
