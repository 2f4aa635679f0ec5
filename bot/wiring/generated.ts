import { readFileSync } from 'node:fs';
import { slackManifest } from '../../adapters/slack/setup/manifest.js';
import { botScopes } from '../../adapters/slack/setup/scopes.js';
import {
  type ByLanguage,
  everyWording,
  inEachLanguage,
  locales,
  operatorLocale,
} from '../../texts/languages.js';
import { configPage, envExample } from '../config/config-text.js';
import { slashCommands } from '../product/slash-commands.js';

/** Files made from declarations in the code; a test fails when one has drifted from what would be made. */
export const generated: Record<string, () => string> = {
  '.env.example': envExample,
  'docs/config.md': configPage,
  'docs/slack.md': () => withPart('docs/slack.md', 'scopes', scopesTable()),
  'docs/slack-manifest.json': () =>
    `${JSON.stringify(slackManifest({ commands: slashCommands }), null, 2)}\n`,
};

function scopesTable(): string {
  const line = (scope: string, why: ByLanguage) =>
    `| ${[scope, ...everyWording(why, operatorLocale)].join(' | ')} |`;
  const head = line(
    'scope',
    inEachLanguage((t) => t.slackApp.scopeFor),
  );
  const rows = botScopes.map(({ name, why }) => line(`\`${name}\``, why));
  return [head, `|---|${locales.map(() => '---|').join('')}`, ...rows].join('\n');
}

/** A page with the part between its two marks made anew. */
function withPart(path: string, name: string, part: string): string {
  const marks = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`);
  return readFileSync(path, 'utf8').replace(
    marks,
    (_, open: string, close: string) => `${open}${part}\n${close}`,
  );
}
