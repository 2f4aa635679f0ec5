import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Plugin } from 'vitest/config';
import { rooms, root } from '../house/house.js';

/** Compiled files, which Node loads itself (`server.deps.external`). */
export const compiledFiles: RegExp = new RegExp(`/dist/(${rooms.join('|')})/`);

/** Compiles the product if a source changed since the last time. `npm run check` is what checks types. */
export function compileRooms(): void {
  execFileSync(process.execPath, [join(root, 'tools/build.js'), '--no-check'], { stdio: 'inherit' });
}

/**
 * Vite plugin that answers an import of a source of the product with its compiled file in dist/ (why:
 * docs/decisions/0034-tests-load-dist.md). Refuses to load the source, since a module that is loaded twice has two states.
 * While Vitest watches files, tests load sources, which it can watch.
 */
export function compiledRooms(): Plugin {
  let isWatching = false;
  return {
    name: 'compiled-rooms',
    enforce: 'pre',
    configureVitest({ vitest }) {
      isWatching = vitest.config.watch;
    },
    resolveId(source, importer = '') {
      if (isWatching || !source.startsWith('.')) return null;
      // The checkout, or a copy of it that a test makes.
      const base = importer.slice(0, Math.max(0, importer.lastIndexOf('/tests/')));
      const path = relative(base, resolve(dirname(importer), source));
      const compiled = join(base, 'dist', path).replace(/\.tsx?$/, '.js');
      return isOfRoom(path) && existsSync(compiled) ? compiled.replaceAll('\\', '/') : null;
    },
    transform(_, id) {
      if (!isWatching && isOfRoom(relative(root, id)))
        this.error(`${id} is a source; tests load the compiled file`);
    },
  };
}

/** Whether a path from the root is in a room. */
function isOfRoom(path: string): boolean {
  const [room = ''] = path.split(/[\\/]/);
  return rooms.some((name) => name === room);
}
