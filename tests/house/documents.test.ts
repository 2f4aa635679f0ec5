import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { housePage } from './draw-house.js';
import { rooms, root } from './house.js';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const isPage = (name: string) => name.endsWith('.md');
const pages = [
  ...readdirSync(root).filter(isPage),
  ...readdirSync(join(root, 'docs'), { recursive: true })
    .map(String)
    .filter(isPage)
    .map((path) => join('docs', path).replaceAll('\\', '/')),
];

/** Paths of the repository that a page names: `sales/time/weeks.ts`, `docs/`. */
function pathsIn(text: string): string[] {
  const top = [...rooms, 'tests', 'bench', 'docs'].join('|');
  const named = new RegExp(`\`((?:${top})/[\\w./-]*)\``, 'g');
  return [...text.matchAll(named)].map(([, path]) => path ?? '');
}

const linksIn = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)]
    .map(([, target]) => target ?? '')
    .filter((target) => !/^https?:/.test(target));

describe.each(pages)('%s', (page) => {
  it('names files and folders that exist', () => {
    expect(pathsIn(read(page)).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('links to pages that exist', () => {
    expect(linksIn(read(page)).filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual(
      [],
    );
  });
});

describe(housePage, () => {
  const text = read(housePage);

  it('names functions that exist in their files', () => {
    const steps = [...text.matchAll(/^\| `([^`]+\.tsx?)` \| `([^`]+)` \|/gm)];
    expect(steps.length).toBeGreaterThan(40);
    const wrong = steps.filter(([, path = '', name = '']) => {
      const last = name.split('.').at(-1);
      return !existsSync(join(root, path)) || !new RegExp(`\\b${last}\\b`).test(read(path));
    });
    expect(wrong.map(([row]) => row)).toEqual([]);
  });

  it('lists every folder of the house with a description', () => {
    const tree = /```text\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
    const listed: string[] = [];
    let room = '';
    for (const [, indent, name = ''] of tree.matchAll(/^( *)([\w-]+)\/ +\S/gm)) {
      if (!indent) room = name;
      listed.push(indent ? `${room}/${name}` : name);
    }
    const folders = rooms.flatMap((name) => [
      name,
      ...readdirSync(join(root, name), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => `${name}/${entry.name}`),
    ]);
    expect(listed.toSorted()).toEqual(folders.toSorted());
  });
});
