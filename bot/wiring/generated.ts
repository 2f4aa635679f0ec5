import { readFileSync } from 'node:fs';
import { slackManifest } from '../../adapters/slack/manifest.js';
import { botScopes } from '../../adapters/slack/scopes.js';
import { configPage, envExample } from '../config/config-text.js';
import { slashCommands } from '../product/slash-commands.js';

/** Files generated from declarations in the code; a test fails if one is out of date. */
export const generated: Record<string, () => string> = {
  '.env.example': envExample,
  'docs/config.md': configPage,
  'docs/slack.md': () => withPart('docs/slack.md', 'scopes', scopesTable()),
  'docs/slack-manifest.json': () =>
    `${JSON.stringify(slackManifest({ commands: slashCommands }), null, 2)}\n`,
};

function scopesTable(): string {
  const rows = botScopes.map(({ name, why }) => `| \`${name}\` | ${why.en} | ${why.zh} |`);
  return ['| scope | for | 用途 |', '|---|---|---|', ...rows].join('\n');
}

/** Replaces the part of a page between its two marks. */
function withPart(path: string, name: string, part: string): string {
  const marks = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`);
  return readFileSync(path, 'utf8').replace(
    marks,
    (_, open: string, close: string) => `${open}${part}\n${close}`,
  );
}
