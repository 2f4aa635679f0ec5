// Builds dist/ from nothing, unless it was built from the very sources that are there now: `npm start`, `npm run build` and,
// with --no-check (types are not checked, which takes a quarter of the time), the tests. What starts a process is bundled
// besides, since to find and read a thousand files takes longer than to run them (docs/decisions/0039-one-bundle-starts.md).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
/** Says what dist/ was built from; lies in it, so that it goes with it. */
const stamp = join(dist, '.built-from');

/** Of every source the path, size and time of its last change: tells new, changed, moved and deleted ones. */
function fingerprint() {
  const { include } = JSON.parse(readFileSync(join(root, 'tsconfig.build.json'), 'utf8'));
  const settings = ['package-lock.json', 'tools/build.js', 'tsconfig.json', 'tsconfig.build.json'];
  const files = [...settings, ...include.flatMap(filesIn)].sort();
  const hash = createHash('sha256').update(process.version);
  for (const file of files) {
    const { size, mtimeMs } = statSync(join(root, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Packages that stay what they are: of machine code, with files of their own, or loaded only where they are needed. */
const unbundled = [
  ...['better-sqlite3', 'pg', '@napi-rs/canvas', '@fontsource-variable/*', 'echarts', 'write-excel-file'],
  ...['@slack/*', 'dingtalk-stream', '@wecom/*', 'openai'],
];

/** Writes dist/run/cli.js, and beside it what only some commands load. */
async function bundle() {
  const { build } = await import('esbuild');
  await build({
    entryPoints: [join(dist, 'bot/cli.js')],
    outdir: join(dist, 'run'),
    ...{ bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node20' },
    ...{ sourcemap: true, sourcesContent: false, chunkNames: '[name]-[hash]', logLevel: 'warning' },
    external: unbundled,
    // Packages in the older format ask for Node's own modules by it.
    banner: {
      js: "import { createRequire as requires } from 'node:module'; const require = requires(import.meta.url);",
    },
  });
}

function filesIn(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
}

const sources = fingerprint();
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== sources) {
  rmSync(dist, { recursive: true, force: true });
  const compile = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'];
  if (process.argv.includes('--no-check')) compile.push('--noCheck');
  const { status } = spawnSync(process.execPath, compile, { cwd: root, stdio: 'inherit' });
  if (status === 0) {
    await bundle();
    writeFileSync(stamp, sources);
  } else process.exitCode = status ?? 1;
}
