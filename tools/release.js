// Makes a release from the commits since the last one: `npm run release`, or with `-- --dry-run` only prints its notes.
// git-cliff reads the commits; its version is fixed here, and npm keeps it for a next time without a network.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cwd = fileURLToPath(new URL('..', import.meta.url));
const isDry = process.argv.includes('--dry-run');

/** Runs a program and returns what it prints; npm's programs are scripts on Windows, which only a shell starts. */
const run = (file, ...words) =>
  execFileSync(file, words, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32' && file !== 'git',
  });
const cliff = (...words) => run('npx', '--yes', '--prefer-offline', 'git-cliff@2.14.2', ...words).trim();

function refuse(why) {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}

if (run('git', 'tag', '--list', 'v[0-9]*') === '')
  refuse('No release is tagged yet. Tag the commit of the first one: git tag v0.1.0');
const changes = run('git', 'status', '--porcelain', '--untracked-files=no');
if (!isDry && changes !== '') refuse(`Commit these changes first:\n${changes}`);

const next = cliff('--bumped-version');
const notes = cliff('--unreleased', '--tag', next, '--strip', 'header');
if (!/^- /m.test(notes)) refuse('Nothing to release: no change since the last one that users would notice.');
if (isDry) process.stdout.write(`${notes}\n`);
else {
  cliff('--unreleased', '--tag', next, '--prepend', 'CHANGELOG.md');
  run('npm', 'version', '--no-git-tag-version', next);
  run(
    'git',
    'commit',
    '--quiet',
    '--message',
    `chore(release): ${next}`,
    '--',
    'CHANGELOG.md',
    'package.json',
    'package-lock.json',
  );
  run('git', 'tag', '--annotate', '--message', next, next);
  process.stdout.write(`${next} is committed and tagged. Look at it, then: git push --follow-tags\n`);
}
