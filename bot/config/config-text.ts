import { type Catalogue, everyWording, inEachLanguage } from '../../texts/languages.js';
import { adapters } from '../platforms/adapters.js';
import { variablesWith } from './variables.js';

const all = variablesWith(adapters);

const said = (pick: (t: Catalogue['config']) => string): string[] =>
  everyWording(inEachLanguage(({ config }) => pick(config)));

/** Generates `.env.example`: every variable with its purpose, defaults commented out. */
export function envExample(): string {
  const head = [...said((t) => t.copy), ...said((t) => t.generated)].map((line) => `# ${line}`);
  const entries = all.map((variable) => [
    ...everyWording(variable.about).map((line) => `# ${line}`),
    `# ${variable.name}=${variable.default ?? variable.example ?? ''}`,
  ]);
  return `${[head, ...entries].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Generates `docs/config.md`: every variable as a table. */
export function configPage(): string {
  const rows = all.map((variable) => {
    const value = variable.default ? `\`${variable.default}\`` : '–';
    const secret = variable.secret ? ' 🔒' : '';
    return `| \`${variable.name}\`${secret} | ${value} | ${everyWording(variable.about).join(' | ')} |`;
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
