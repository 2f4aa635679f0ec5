import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The house rules as a table: which of our own parts each part may import. The longest matching prefix
 * decides; a part may always import itself.
 */
const may: Record<string, string[]> = {
  'sales/': [],
  'bot/kernel/': [],
  'store/': ['sales/'],
  'commands/': ['bot/kernel/', 'sales/', 'store/'],
  'jobs/': ['bot/kernel/', 'sales/', 'store/', 'commands/'],
  'adapters/slack/': ['bot/kernel/'],
  'adapters/wecom/': ['bot/kernel/'],
  'adapters/dingtalk/': ['bot/kernel/'],
  'adapters/sandbox/': ['bot/kernel/'],
  'bot/dispatch/': ['bot/kernel/', 'bot/drafts.ts', 'bot/redraw.ts', 'store/'],
  'bot/drafts.ts': ['bot/kernel/', 'store/'],
  'bot/outbox.ts': ['bot/kernel/', 'store/'],
  'bot/redraw.ts': ['bot/kernel/', 'store/'],
  'bot/config.ts': ['bot/kernel/', 'bot/variables.ts'],
  'bot/variables.ts': ['bot/kernel/'],
  'bot/': ['bot/', 'adapters/', 'commands/', 'jobs/', 'sales/', 'store/'],
};

/** Nobody imports the top of the process. */
const top = ['bot/wire.ts', 'bot/main.ts', 'bot/cli.ts', 'bot/cli/'];

/** Outside libraries that belong to one room only. */
const rooms: [library: RegExp, room: RegExp][] = [
  [/^drizzle-orm/, /^store\//],
  [/^(better-sqlite3|pg)$/, /^store\//],
  [/^@slack\//, /^adapters\/slack\//],
  [/^dingtalk-stream/, /^adapters\/dingtalk\//],
  [/^(echarts|@napi-rs\/canvas)/, /^bot\/charts\//],
  [/^@wecom\//, /^adapters\/wecom\//],
  [/^hono|^@hono/, /^adapters\/sandbox\/|^bot\/web/],
  [/^node-cron/, /^bot\//],
  [/^openai/, /^bot\/model\//],
];

/** The clock itself; and the first letters of a key are its time, which is no moment of the business. */
const machineTime = ['bot/kernel/time/clock.ts', 'store/ids.ts'];

const root = join(import.meta.dirname, '../..');

function sources(): { file: string; text: string }[] {
  const folders = ['bot', 'adapters', 'commands', 'jobs', 'sales', 'store'];
  return folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ file: relative(root, path), text: readFileSync(path, 'utf8') }));
}

function imports(text: string): string[] {
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? '');
}

/** The longest rule whose prefix fits. */
function partOf(file: string): string {
  const fitting = Object.keys(may).filter((part) => file.startsWith(part));
  return fitting.sort((a, b) => b.length - a.length)[0] ?? '';
}

describe('the house', () => {
  const files = sources();

  it('has files to look at', () => {
    expect(files.length).toBeGreaterThan(40);
  });

  it.each(files)('$file imports only what its room may', ({ file, text }) => {
    const part = partOf(file);
    const broken = imports(text)
      .filter((target) => target.startsWith('.'))
      .map((target) => normalize(join(dirname(file), target)).replace(/\.js$/, '.ts'))
      .filter((target) => {
        const inside = part !== 'bot/' && target.startsWith(part);
        const allowed = (may[part] ?? []).some((prefix) => target.startsWith(prefix));
        const reachesTop =
          top.some((one) => target.startsWith(one)) && !top.some((one) => file.startsWith(one));
        return (!inside && !allowed) || (reachesTop && file !== 'bot/generate.ts');
      });
    expect(broken).toEqual([]);
  });

  it.each(files)('$file keeps libraries, environment and time in their rooms', ({ file, text }) => {
    const wrong = imports(text).filter((library) =>
      rooms.some(([name, room]) => name.test(library) && !room.test(file)),
    );
    expect(wrong).toEqual([]);
    if (file !== 'bot/config.ts') expect(text).not.toMatch(/process\.env/);
    if (!machineTime.includes(file)) expect(text).not.toMatch(/Date\.now\(\)|new Date\(\)/);
  });
});
