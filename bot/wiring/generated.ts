import { readFileSync } from 'node:fs';
import { configPage, envExample } from '../config/config-text.js';
import { adapters } from '../platforms/adapters.js';
import { slashCommands } from '../product/slash-commands.js';
import { permissionsPage } from './permissions-page.js';

/** Files generated from declarations in the code; a test fails if one is out of date. */
export const generated: Record<string, () => string> = {
  '.env.example': envExample,
  'docs/config.md': configPage,
  'docs/permissions.md': permissionsPage,
  ...Object.fromEntries(
    adapters.flatMap(({ id, tables }) => (tables ? [page(`docs/${id}.md`, tables)] : [])),
  ),
  ...Object.fromEntries(
    adapters.flatMap(({ id, manifest }) =>
      manifest ? [[`docs/${id}-manifest.json`, () => json(manifest({ commands: slashCommands }))]] : [],
    ),
  ),
};

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

/** A page as it stands, with each table between its two marks made anew. */
function page(path: string, tables: Readonly<Record<string, () => string>>): [string, () => string] {
  const make = () =>
    Object.entries(tables).reduce(
      (text, [name, table]) => {
        const marks = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`);
        return text.replace(marks, (_, open: string, close: string) => `${open}${table()}\n${close}`);
      },
      readFileSync(path, 'utf8'),
    );
  return [path, make];
}
