import {
  type ByLanguage,
  type Catalogue,
  everyWording,
  inEachLanguage,
  locales,
} from '../../texts/languages.js';
import { type Variable, variables } from './variables.js';

const all: readonly Variable[] = variables;

/** What a variable is for. */
export const aboutVariable = (name: Variable['name']): ByLanguage =>
  inEachLanguage(({ config }) => {
    const about = config.about[name];
    return typeof about === 'string' ? about : about([...locales]);
  });

const said = (pick: (t: Catalogue['config']) => string): string[] =>
  everyWording(inEachLanguage(({ config }) => pick(config)));

/** `.env.example`: every variable with what it is for; defaults are shown commented out. */
export function envExample(): string {
  const head = [...said((t) => t.copy), ...said((t) => t.generated)].map((line) => `# ${line}`);
  const entries = all.map((variable) => [
    ...everyWording(aboutVariable(variable.name)).map((line) => `# ${line}`),
    `# ${variable.name}=${variable.default ?? variable.example ?? ''}`,
  ]);
  return `${[head, ...entries].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** `docs/config.md`: the same as a table. */
export function configPage(): string {
  const rows = all.map((variable) => {
    const value = variable.default ? `\`${variable.default}\`` : '–';
    const secret = variable.secret ? ' 🔒' : '';
    return `| \`${variable.name}\`${secret} | ${value} | ${everyWording(aboutVariable(variable.name)).join(' | ')} |`;
  });
  const columns = [
    said((t) => t.columns.variable).join(' '),
    said((t) => t.columns.default).join(' '),
    ...said((t) => t.columns.about),
  ];
  return `# ${said((t) => t.title).join(' · ')}

${said((t) => t.page).join('\n')}

${said((t) => t.pageGenerated).join(' ')}

| ${columns.join(' | ')} |
|${columns.map(() => '---|').join('')}
${rows.join('\n')}
`;
}
