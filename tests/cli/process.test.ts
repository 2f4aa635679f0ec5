import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { runCli } from '../../bot/cli/program.js';
import { openStore } from '../../store/open.js';
import { processHash } from '../../store/running/process-versions.js';
import { unitOfNobody } from '../../store/unit/unit.js';
import { testFolder } from '../support/databases.js';
import { processFile } from '../support/process-file.js';

let path: string;
let database: string;
let made = 0;

/** One command line, with --yes only where it is said. */
async function genjin(line: string, command = 'process') {
  let [out, err] = ['', ''];
  const env = {
    DATABASE_URL: database,
    PROCESS_FILE: path,
    LOCALE: 'en',
    TZ_DEFAULT: 'Asia/Shanghai',
    LOG_LEVEL: 'silent',
  };
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    ask: null,
    env,
  };
  const code = await runCli([command, ...line.split(' ')], terminal, async () => {});
  return { code, out, err, json: () => JSON.parse(out) };
}

const text = () => readFileSync(path, 'utf8');
const edit = (from: string, to: string) => writeFileSync(path, text().replace(from, to));

/** A change made in chat. */
async function change(from: string, to: string): Promise<string> {
  const yaml = text().replace(from, to);
  const store = await openStore(database);
  const rules = { hash: processHash(yaml), yaml };
  await store.tx((tx) => unitOfNobody(tx, new Date(), 'slack').putInForce(rules));
  await store.close();
  return yaml;
}

beforeEach(async () => {
  path = processFile();
  database = `file:${join(testFolder(), `process-${++made}.db`)}`;
  expect(await genjin('import')).toMatchObject({ code: 2, err: expect.stringContaining('--yes') });
  expect(await genjin('import --yes')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/is in force\.\n$/),
  });
});

it('export writes the rules in force with their comments, and asks before it overwrites a file', async () => {
  const yaml = await change('dailyClaims: 5', 'dailyClaims: 7');
  const before = text();
  expect(await genjin('export')).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringMatching(/not version 2, which is in force\. Overwrite it\? Say --yes/),
  });
  const dry = await genjin('export --dry-run --json');
  expect(dry.json()).toMatchObject({ dryRun: true, version: 2, written: false });
  expect(text()).toBe(before);
  expect((await genjin('export --yes --json')).json()).toEqual({
    dryRun: false,
    path,
    version: 2,
    hash: processHash(yaml),
    written: true,
  });
  expect(text()).toBe(yaml);
  expect((await genjin('export --json')).json()).toMatchObject({ written: false });

  const other = `${path}.copy`;
  expect((await genjin(`export ${other}`)).code).toBe(0);
  expect(readFileSync(other, 'utf8')).toBe(yaml);
  expect((await genjin('export -')).out).toBe(`${yaml.trimEnd()}\n`);
  expect(await genjin('export /nowhere/process.yaml')).toMatchObject({
    code: 2,
    err: expect.stringContaining('cannot be written'),
  });
});

it('diff lists what a file would change, by rule', async () => {
  expect(await genjin('diff')).toMatchObject({
    code: 0,
    out: expect.stringContaining('has the rules of version 1'),
  });
  await change('dailyClaims: 5', 'dailyClaims: 7');
  edit('respondWithinMinutes: 60', 'respondWithinMinutes: 50');
  const differs = await genjin('diff --json');
  expect(differs.code).toBe(1);
  expect(differs.json()).toEqual({
    path,
    version: 2,
    same: false,
    changes: [
      { rule: 'response time', before: '60 minutes', after: '50 minutes' },
      { rule: 'daily claim limit', before: '7', after: '5' },
    ],
  });
  expect((await genjin('diff')).out).toMatch(/rule +version 2 +file\n[\s\S]*daily claim limit +7 +5/);
});

it('import puts a file in force whatever it was written from, after it has said what changes', async () => {
  await change('dailyClaims: 5', 'dailyClaims: 7');
  edit('respondWithinMinutes: 60', 'respondWithinMinutes: 50');
  const dry = await genjin('import --dry-run --json');
  expect(dry.json()).toMatchObject({ dryRun: true, version: 2, changes: [{}, {}] });
  expect((await genjin('diff')).code).toBe(1);
  const done = await genjin('import --yes --json');
  expect(done.json()).toMatchObject({ version: 3, changes: [{}, {}] });
  expect(done.err).toContain('daily claim limit');
  expect((await genjin('diff')).code).toBe(0);
  expect((await genjin('import')).out).toContain('is in force already');
});

it('a file with mistakes is refused with its line, one that is missing with its path', async () => {
  edit('weekly: { day: monday, at: "09:00" }', 'weekly: { cron: "0 9 30 2 *" }');
  for (const line of ['diff', 'import --yes'])
    expect(await genjin(line)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/process-\d+\.yaml:\d+:\d+ names a day that never happens/),
    });
  expect(await genjin('diff /nowhere.yaml')).toMatchObject({
    code: 2,
    err: 'genjin: there is no file /nowhere.yaml\n',
  });
  database = `file:${join(testFolder(), 'no-rules.db')}`;
  expect((await genjin('export')).code).toBe(2);
  expect(existsSync(join(testFolder(), 'no-rules.db'))).toBe(false);
});

it('doctor tells where file and rules differ, and which schedule has no slot', async () => {
  const yaml = await change('dailyClaims: 5', 'dailyClaims: 7');
  const checks = async () => {
    const { findings } = (await genjin('--json', 'doctor')).json();
    return new Map<string, { state: string; found: string; fix?: string }>(
      findings.map((one: { check: string }) => [one.check, one]),
    );
  };
  const differs = await checks();
  expect(differs.get('process file')).toMatchObject({
    state: 'warn',
    found: expect.stringContaining('differs in 1 rule(s) from version 2'),
  });
  expect(differs.get('schedules')?.state).toBe('ok');
  writeFileSync(path, yaml);
  expect((await checks()).get('process file')?.state).toBe('ok');
  await change('weekly: { day: monday, at: "09:00" }', 'weekly: { cron: "0 9 30 2 *" }');
  expect((await checks()).get('schedules')).toMatchObject({
    state: 'fail',
    found: 'The weekly report is scheduled for "0 9 30 2 *", which never happens.',
    fix: expect.stringContaining("weekly: { cron: '0 9 * * 1' }"),
  });
  rmSync(path);
  expect((await checks()).get('process file')).toMatchObject({
    state: 'ok',
    found: expect.stringContaining('version 3 of the database is in force'),
  });
});
