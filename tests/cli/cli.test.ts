import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../bot/cli/program.js';
import { duePosts, enqueue, markFailed } from '../../store/messages/outbox-queries.js';
import { openStore } from '../../store/open.js';
import { setSetting } from '../../store/running/setting-queries.js';
import { createPlace } from '../../store/unit/rows/place-rows.js';
import { testFolder } from '../support/databases.js';
import { databaseBefore } from '../support/old-database.js';

const root = join(import.meta.dirname, '../..');
const crm = join(root, 'tests/fixtures/import/crm');
const folder = testFolder();
const database = join(folder, 'cli.db');
const env = {
  DATABASE_URL: `file:${database}`,
  PROCESS_FILE: join(root, 'process.yaml'),
  LOCALE: 'en',
  LOG_LEVEL: 'silent',
};

/** One command line; `answer` is what a person at the terminal would say, null where nobody is there. */
async function genjin(line: string, more: { env?: Record<string, string>; answer?: boolean } = {}) {
  let out = '';
  let err = '';
  const { answer } = more;
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    ask: answer === undefined ? null : async () => answer,
    env: { ...env, ...more.env },
  };
  let started = 0;
  const code = await runCli(line.split(' '), terminal, async () => {
    started++;
  });
  return { code, out, err, started, json: () => JSON.parse(out) };
}

const imported = `import ${crm} --reports ${folder}`;

beforeAll(async () => {
  expect((await genjin(`${imported} --yes`)).code).toBe(0);
});

describe('genjin', () => {
  it('starts the bot', async () => {
    expect(await genjin('start')).toMatchObject({ code: 0, started: 1 });
  });

  it.each([
    ['strat', /unknown command 'strat'[\s\S]*start/],
    ['import', /missing required argument 'path'/],
    ['import /nowhere --yes', /no such file or folder/],
    [
      'report yearly',
      /no report "yearly"; there are weekly, monthly, quarterly, forecast, bridge, funnel, ghosts, ranking, response, target, stalled, trend, slice, yield, loss/,
    ],
    ['report slice amount by weather', /can't group by "weather". Options: owner, team/],
    ['report slice', /What should I group by/],
    ['report weekly by product', /"by product": a weekly report takes no words/],
    ['report stalled --xlsx x.xlsx', /only slice, yield, loss, funnel, ranking can be written to a file/],
    ['report weekly --as-of yesterday', /--as-of yesterday: not a time/],
    ['report weekly --as-of 2017-02-30', /not a time/],
    ['report weekly --team Nowhere', /no such team; there are Central · Dustin Brinkmann/],
    ['report funnel --period never', /--period never: one of thisWeek/],
    ['job run nothing --yes', /no job "nothing"; there are \S+, /],
    ['job run stall-alerts', /--yes/],
    ['restore /nowhere/file.db --yes', /no such file/],
    ['dead resend nobody --yes', /not among the dead: nobody/],
    [`export ${join('/tmp', 'x')} --only everything`, /--only everything: one of deals/],
  ])('answers "%s" with one clear line and exit code 2', async (line, said) => {
    const { code, out, err } = await genjin(line);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(said);
  });

  it('names a wrong variable, and creates no database at a mistyped path', async () => {
    const bad = await genjin('report weekly', { env: { PORT: 'many' } });
    expect(bad).toMatchObject({
      code: 2,
      err: 'genjin: PORT must be a port number, 0–65535 (it is "many")\n',
    });
    const nowhere = join(folder, 'nowhere.db');
    const missing = await genjin('report weekly', { env: { DATABASE_URL: `file:${nowhere}` } });
    expect(missing).toMatchObject({ code: 2, err: expect.stringContaining('There is no database at') });
    expect(existsSync(nowhere)).toBe(false);
  });
});

describe('import', () => {
  it('shows the column mapping and writes nothing until confirmed', async () => {
    const url = { DATABASE_URL: `file:${join(folder, 'asked.db')}` };
    const asked = await genjin(imported, { env: url });
    expect(asked).toMatchObject({ code: 2, out: '' });
    expect(asked.err).toMatch(/deal_stage\s+→ stage\s+Won[\s\S]*--yes/);
    const refused = await genjin(imported, { env: url, answer: false });
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('Nothing was done.') });
    const done = await genjin(imported, { env: url, answer: true });
    expect(done).toMatchObject({ code: 0, out: expect.stringContaining('won: 15,567') });
  });

  it('prints one JSON document with the path of the refused rows', async () => {
    const again = (await genjin(`${imported} --yes --json`)).json();
    expect(again.files.map((file: { created: number }) => file.created)).toEqual([0, 0, 0, 0]);
    expect(readFileSync(again.refusedFile, 'utf8').trim().split('\n')).toHaveLength(6);
  });
});

describe('report', () => {
  it('writes custom reports as CSV and XLSX', async () => {
    const csv = join(folder, 'slice.csv');
    const xlsx = join(folder, 'slice.xlsx');
    const line = 'report slice won amount by owner, product --period thisQuarter --as-of 2017-03-31';
    const { json } = await genjin(`${line} --json --csv ${csv} --xlsx ${xlsx}`);
    const { figures, files } = json();
    expect(files).toEqual([csv, xlsx]);
    expect(figures.map(({ name }: { name: string }) => name)).toEqual(['Summary', 'Deals']);
    const text = readFileSync(csv, 'utf8');
    expect(text.startsWith('\uFEFFOwner × product,')).toBe(true);
    expect(text).toContain('\nTotal,');
    expect(text).toContain('Moses Frase');
    expect(readFileSync(xlsx).subarray(0, 2).toString()).toBe('PK');
    const { out } = await genjin(line);
    expect(out).toMatch(/Showing: won amount · owner × product · closed Q1 2017[\s\S]*Total/);
    const total = figures[0].rows.at(-1).Total;
    const sum = figures[1].rows.reduce((all: number, row: { Amount: number }) => all + row.Amount, 0);
    expect(total).toBe(sum);
    const ranks = join(folder, 'ranks.csv');
    await genjin(`report ranking thisMonth --as-of 2017-03-31 --csv ${ranks}`);
    expect(readFileSync(ranks, 'utf8')).toContain('Moses Frase');
    expect(await genjin('report yield product --as-of 2017-03-31')).toMatchObject({ code: 0, err: '' });
    expect(await genjin('report loss --as-of 2017-03-31')).toMatchObject({ code: 0, err: '' });
  });

  it('prints the figures of a past week as text and as JSON', async () => {
    const { json } = await genjin('report weekly --as-of 2017-03-06T09:00 --json');
    expect(json()).toMatchObject({
      report: 'weekly',
      unit: 'minor',
      figures: {
        week: { monday: '2017-02-27' },
        figures: { wonCount: 1, wonAmount: 105_400, lostCount: 1, openCount: 4 },
      },
    });
    const { out } = await genjin('report weekly --as-of 2017-03-06T09:00');
    expect(out).toMatch(/Weekly report[\s\S]*Best: Central · Dustin Brinkmann/);
    for (const kind of ['funnel', 'ranking', 'stalled', 'trend']) {
      expect(await genjin(`report ${kind} --as-of 2017-03-31`)).toMatchObject({ code: 0, err: '' });
    }
    const trend = (await genjin('report trend win rate 12 months --as-of 2017-03-31 --json')).json();
    expect(trend.figures).toMatchObject({ metric: 'winRate', span: '12months' });
    expect(trend.figures.steps).toHaveLength(12);
    expect(await genjin('report trend sideways')).toMatchObject({
      err: expect.stringContaining('won 12 months'),
    });
    const funnel = (await genjin('report funnel --as-of 2017-03-31 --json')).json();
    expect(funnel.figures.conversion[0].days).toMatchObject({ left: expect.any(Number) });
  });
});

describe('jobs', () => {
  it('are listed and run for a given moment', async () => {
    const { jobs } = (await genjin('job list --json')).json();
    expect(jobs.map((job: { job: string }) => job.job)).toEqual(
      expect.arrayContaining(['weekly-report', 'stall-alerts', 'cleanup']),
    );
    expect((await genjin('job run cleanup --dry-run --json')).json()).toMatchObject({
      dryRun: true,
      job: 'cleanup',
    });
    expect((await genjin('job run cleanup --at 2026-11-26T03:15 --yes --json')).json()).toMatchObject({
      runs: [{ job: 'cleanup', counts: { removed: 0 } }],
    });
  });
});

describe('backup and restore', () => {
  it('copy the database while it is written to, and restore the copy', async () => {
    const backup = join(folder, 'kept.db');
    const store = await openStore(env.DATABASE_URL);
    const writing = Promise.all(
      Array.from({ length: 50 }, (_, n) => store.tx((tx) => setSetting(tx, `while-${n}`, n))),
    );
    expect(await genjin(`backup ${backup} --json`)).toMatchObject({ code: 0 });
    await writing;
    await store.close();
    expect(await genjin(`backup ${backup}`)).toMatchObject({
      code: 2,
      err: expect.stringContaining('Overwrite'),
    });

    const elsewhere = { DATABASE_URL: `file:${join(folder, 'elsewhere/genjin.db')}` };
    expect(await genjin(`restore ${backup}`, { env: elsewhere })).toMatchObject({ code: 0 });
    const figures = async (more: { env?: Record<string, string> }) =>
      (await genjin('report weekly --as-of 2017-03-06T09:00 --json', more)).json().figures;
    expect(await figures({ env: elsewhere })).toEqual(await figures({}));

    expect(await genjin(`restore ${backup}`, { env: elsewhere })).toMatchObject({
      code: 2,
      err: expect.stringContaining('--yes'),
    });
    const replaced = await genjin(`restore ${backup} --yes --json`, { env: elsewhere });
    expect(existsSync(replaced.json().kept)).toBe(true);
    const junk = join(folder, 'junk.db');
    writeFileSync(junk, 'this is no database');
    expect(await genjin(`restore ${junk} --yes`, { env: elsewhere })).toMatchObject({
      code: 2,
      err: expect.stringContaining('is no backup of Genjin'),
    });
    expect(await figures({ env: elsewhere })).toEqual(await figures({}));
  });
});

describe('export', () => {
  it('writes files that import reads back unchanged', async () => {
    const out = join(folder, 'out');
    const { files } = (await genjin(`export ${out} --json`)).json();
    expect(files).toContainEqual({ subject: 'deals', path: join(out, 'deals.csv'), rows: 6 });
    expect(await genjin(`export ${out}`)).toMatchObject({
      code: 2,
      err: expect.stringContaining('overwrite'),
    });
    const fresh = { DATABASE_URL: `file:${join(folder, 'fresh.db')}` };
    const back = (
      await genjin(`import ${join(out, 'deals.csv')} --yes --json --reports ${folder}`, { env: fresh })
    ).json();
    expect(back.files[0]).toMatchObject({
      shape: 'opportunities',
      rows: 6,
      created: 6,
      refused: 0,
      wonAmount: 556_800,
    });
  });
});

describe('dead letters', () => {
  it('are listed with their reason and sent again if confirmed', async () => {
    const store = await openStore(env.DATABASE_URL);
    const now = new Date('2026-11-26T02:00:00Z');
    await store.tx(async (tx) => {
      const place = await createPlace(
        tx,
        { platform: 'slack', externalId: 'C1', kind: 'group', name: 'East', personId: null },
        now,
      );
      const card = { key: 'deal:D-1', title: 'Stalled', tone: 'warn', nodes: [] };
      await enqueue(tx, { dedupeKey: 'dead-1', placeId: place.id, locale: 'en', card }, now);
    });
    const [post] = await duePosts(store.db, now, 1);
    const failure = { attempts: 3, lastError: 'not in the channel', notBefore: now, dead: true };
    await store.tx((tx) => markFailed(tx, post?.id ?? '', failure));
    await store.close();
    const { posts } = (await genjin('dead list --json')).json();
    expect(posts).toMatchObject([
      { title: 'Stalled', place: 'East', reason: 'not in the channel', attempts: 3 },
    ]);
    expect((await genjin('dead resend --yes --json')).json()).toMatchObject({ resent: 1 });
    expect((await genjin('dead list --json')).json()).toEqual({ posts: [] });
  });
});

describe('doctor', () => {
  it('says what to fix, and fails only for problems that stop the bot', async () => {
    const well = await genjin('doctor --json');
    expect(well.code).toBe(0);
    const states = Object.fromEntries(
      well.json().findings.map((one: { check: string; state: string }) => [one.check, one.state]),
    );
    expect(states).toMatchObject({
      'process file': 'ok',
      database: 'ok',
      people: 'warn',
      places: 'warn',
      outbox: 'ok',
    });

    const bad = join(folder, 'bad.yaml');
    writeFileSync(bad, 'stages:\n  - key: only\n    name: One\n');
    const ill = await genjin('doctor', { env: { PROCESS_FILE: bad } });
    expect(ill.code).toBe(1);
    expect(ill.out).toMatch(/✗ process file: .*bad\.yaml:\d+[\s\S]*→ correct these lines/);
    expect(await genjin('doctor', { env: { TZ_DEFAULT: 'Mars' } })).toMatchObject({
      code: 1,
      out: expect.stringContaining('TZ_DEFAULT'),
    });
  });
});

describe('migrate', () => {
  it('creates the tables, and shows pending work in a dry run', async () => {
    const url = { DATABASE_URL: `file:${join(folder, 'new.db')}` };
    const first = (await genjin('migrate --json', { env: url })).json();
    expect(first.applied.length).toBeGreaterThan(0);
    expect((await genjin('migrate --dry-run --json', { env: url })).json()).toEqual({
      dryRun: true,
      applied: [],
      broken: [],
    });
  });

  it('repairs rows of an earlier version or stops at them, and doctor names them beforehand', async () => {
    const old = await databaseBefore('sqlite', '0017_guards');
    const env = { DATABASE_URL: old.url };
    const person = { name: 'Ann', role: 'rep', active: true, created_at: 1 };
    await old.insert('people', { ...person, id: 'ann', team_id: 'gone' });
    const call = { period: '2026-Q4', commit: 1, version: 1, created_at: 1 };
    await old.insert('calls', { ...call, id: 'k1', said_by: 'nobody' });
    const team = { table: 'people', column: 'team_id', breaks: 'reference', rows: 1, keys: ['ann'] };
    const said = { ...team, table: 'calls', column: 'said_by', keys: ['k1'] };
    const dry = (await genjin('migrate --dry-run --json', { env })).json();
    expect(dry.broken).toEqual(expect.arrayContaining([team, said]));
    const line = 'calls.said_by points to people that are not there in 1 row: k1';
    expect((await genjin('doctor', { env })).out).toContain(line);
    expect(await genjin('migrate', { env })).toMatchObject({
      code: 2,
      err: expect.stringContaining(`the database is as it was:\n- ${line}\nCorrect or remove`),
    });
    await old.run('delete from calls');
    expect((await genjin('migrate --json', { env })).json()).toMatchObject({
      repaired: [{ ...team, how: 'cleared' }],
    });
    await old.close();
  });
});
