import {
  type ByLanguage,
  type Catalogue,
  everyWording,
  inEachLanguage,
  locales,
  operatorLocale,
} from '../../../texts/languages.js';

/** A right the app asks for, and what fails without it. */
export interface SlackScope {
  name: string;
  why: ByLanguage;
}

const names = [
  'commands',
  'chat:write',
  'app_mentions:read',
  'im:history',
  'im:write',
  'users:read',
  'users:read.email',
  'channels:read',
  'groups:read',
  'files:write',
  'files:read',
] as const satisfies (keyof Catalogue['slackApp']['scopes'])[];

/** The fewest that the product needs. Sources: https://docs.slack.dev/reference/scopes and each method's page. */
export const botScopes: SlackScope[] = names.map((name) => ({
  name,
  why: inEachLanguage((t) => t.slackApp.scopes[name]),
}));

/** Of the app-level token, for Socket Mode. */
export const appScope = 'connections:write';

/** The scopes as a table of `docs/slack.md`. */
export function scopesTable(): string {
  const line = (scope: string, why: ByLanguage) =>
    `| ${[scope, ...everyWording(why, operatorLocale)].join(' | ')} |`;
  const head = line(
    'scope',
    inEachLanguage((t) => t.slackApp.scopeFor),
  );
  const rows = botScopes.map(({ name, why }) => line(`\`${name}\``, why));
  return [head, `|---|${locales.map(() => '---|').join('')}`, ...rows].join('\n');
}
