import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circles, floors, folderArrows, folderOf, houseFiles, roomOf, rooms, root } from './house.js';
import { writesRecords } from './record-writes.js';

/** Libraries that belong to some rooms or folders only; all others are free. */
const libraries: readonly [library: RegExp, places: RegExp][] = [
  [/^drizzle-/, /^store\//],
  [/^(better-sqlite3|pg)$/, /^store\//],
  [/^@slack\//, /^adapters\/slack\//],
  [/^dingtalk-stream/, /^adapters\/dingtalk\//],
  [/^@wecom\//, /^adapters\/wecom\//],
  [/^@?hono/, /^adapters\/sandbox\//],
  [/^(echarts|@napi-rs\/canvas)/, /^reports\/charts\//],
  [/^write-excel-file/, /^reports\/files\//],
  [/^(csv-parse|iconv-lite)/, /^intake\//],
  [/^(pino|openai|commander|node-cron)/, /^bot\//],
  [/^(opencc-js|chrono-node|chinese-days|cron-parser|@date-fns\/tz)/, /^kernel\//],
];

/** A room that outgrows this share of the lines hides too much. */
const mostOfHouse = 0.2;
const mostFilesInFolder = 25;

/** Only here is the machine's time read; the first letters of a key are its time, which is no moment of business. */
const machineTime = ['kernel/time/clock.ts', 'store/statements/ids.ts'];

const files = houseFiles();
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** Whether a file imports only types of another. */
const isTypeOnly = (path: string, to: string): boolean => {
  const name = basename(to).replace(/\.ts$/, '.js');
  const lines = read(path).match(new RegExp(`^import [^;]*/${name}';`, 'gm')) ?? [];
  return lines.every((line) => /^import type|^import \{ type [^,]*\}/.test(line));
};

/** Files whose names repeat, since each adapter keeps the same rooms, and each language the same texts. */
const keepsContract = (path: string) => /^(adapters|texts)\//.test(path);

/** Each language exports the same names as the others, from files of the same names. */
const withoutLanguage = (path: string) => path.replace(/^texts\/[a-z]{2}\//, 'texts/');

describe('the source tree', () => {
  it('has every declared room', () => {
    expect(new Set(files.map(({ path }) => roomOf(path)))).toEqual(new Set(rooms));
  });

  it('imports only from lower floors', () => {
    const wrong = files.flatMap(({ path, own }) =>
      own
        .filter((to) => roomOf(to) !== roomOf(path) && !floors[roomOf(path)].includes(roomOf(to)))
        .map((to) => `${path} → ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps adapters from importing each other', () => {
    const adapter = (path: string) => path.split('/')[1];
    const wrong = files
      .filter(({ path }) => path.startsWith('adapters/'))
      .flatMap(({ path, own }) =>
        own
          .filter((to) => to.startsWith('adapters/') && adapter(to) !== adapter(path))
          .map((to) => `${path} → ${to}`),
      );
    expect(wrong).toEqual([]);
  });

  it('has no circular imports between files', () => {
    const own = new Map(files.map(({ path, own }) => [path, own]));
    expect(circles(own.keys(), (path) => own.get(path) ?? [])).toEqual([]);
  });

  it('has no circular imports between folders', () => {
    const arrows = folderArrows(files);
    expect(circles(arrows.keys(), (folder) => arrows.get(folder)?.keys() ?? [])).toEqual([]);
  });

  it('has no subfolder that imports from its parent’s root', () => {
    const wrong = [...folderArrows(files)].flatMap(([from, to]) =>
      [...to].flatMap(([folder, lines]) => (from.startsWith(`${folder}/`) ? lines : [])),
    );
    expect(wrong).toEqual([]);
  });

  it('has no room with over a fifth of the lines', () => {
    const sum = (of: typeof files) => of.reduce((lines, file) => lines + file.lines, 0);
    const shares = rooms.map((room) => [
      room,
      sum(files.filter(({ path }) => roomOf(path) === room)) / sum(files),
    ]);
    expect(shares.filter(([, share]) => Number(share) > mostOfHouse)).toEqual([]);
  });

  it('only the unit of work writes record tables', () => {
    const outside = files.filter(({ path }) => !path.startsWith('store/unit/'));
    const rows = outside.flatMap(({ path, own }) =>
      own
        .filter((to) => to.startsWith('store/unit/rows/') && !isTypeOnly(path, to))
        .map((to) => `${path} → ${to}`),
    );
    expect(rows).toEqual([]);
    expect(outside.filter(({ path }) => writesRecords(read(path))).map(({ path }) => path)).toEqual([]);
  });

  it('looks up records by words or number only where rights are applied', () => {
    const byWords =
      /\b(?:lookUpCustomers|customersStarting|customersBeginning|customersUnder|(?:customer|deal|lead|task)ByNo)\(/;
    // The rights' own place, the index that asks it, the number's reader, and what is asked without a person.
    const allowed =
      /^(store\/|intake\/|bot\/(cli|sandbox)\/|crm\/access\/readable|crm\/words\/open-records|crm\/lookup\/known-names|crm\/corrections\/correct-last|reports\/meeting\/meeting-minutes)/;
    const wrong = files.filter(({ path }) => !allowed.test(path) && byWords.test(read(path)));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('units of work are made where an act begins, never within one', () => {
    const begins = /^(bot|jobs\/shared|intake|store\/unit)\//;
    const makes = /new Unit\(|\bunitOfNobody\(|\bclockUnit\(/;
    const wrong = files.filter(
      ({ path }) => !begins.test(path) && !path.startsWith('jobs/') && makes.test(read(path)),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('has no folder with too many files', () => {
    const perFolder = new Map<string, number>();
    for (const { path } of files) perFolder.set(folderOf(path), (perFolder.get(folderOf(path)) ?? 0) + 1);
    const crowded = [...perFolder].filter(([, count]) => count > mostFilesInFolder);
    // Put the file beside what it belongs to, or give a subject of the folder a folder of its own.
    expect(crowded, `at most ${mostFilesInFolder} files a folder`).toEqual([]);
  });

  it('has unique file names', () => {
    const byName = new Map<string, string[]>();
    for (const path of files.map((file) => file.path).filter((path) => !keepsContract(path)))
      byName.set(basename(path), [...(byName.get(basename(path)) ?? []), path]);
    expect([...byName.values()].filter((paths) => paths.length > 1)).toEqual([]);
  });

  it('has unique exported names', () => {
    const places = new Map<string, Set<string>>();
    for (const { path, text } of files) {
      const names = [
        ...text.matchAll(
          /^export (?:declare )?(?:abstract )?(?:async )?(?:const|let|function\*?|class|interface|type|enum) ([\w$]+)/gm,
        ),
      ].map(([, name]) => name ?? '');
      for (const name of names) places.set(name, (places.get(name) ?? new Set()).add(withoutLanguage(path)));
    }
    expect([...places].filter(([, paths]) => paths.size > 1)).toEqual([]);
  });

  it('uses each restricted library only in its rooms', () => {
    const wrong = files.flatMap(({ path, libraries: used }) =>
      used
        .filter((name) => libraries.some(([library, places]) => library.test(name) && !places.test(path)))
        .map((name) => `${path} → ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('reads the environment in one file and the machine’s clock only in the allowed files', () => {
    const environment = files.filter(
      ({ path, text }) => path !== 'bot/config/config.ts' && /process\.env/.test(text),
    );
    const clock = files.filter(
      ({ path, text }) => !machineTime.includes(path) && /Date\.now\(\)|new Date\(\)/.test(text),
    );
    expect([environment, clock].flat().map(({ path }) => path)).toEqual([]);
  });
});
