import { adapters } from '../platforms/adapters.js';
import { variablesWith } from './variables.js';

const all = variablesWith(adapters);

/** Generates `.env.example`: every variable with its purpose, defaults commented out. */
export function envExample(): string {
  const head = [
    '# 复制为 .env 后按需填写；留空或不写就用默认值。',
    '# Copy to .env and fill in what you need; what is left out has a default.',
    '# 由配置声明生成，请勿手改：npm run generate',
    '# Generated from the declaration: npm run generate',
  ];
  const entries = all.map((variable) => [
    `# ${variable.about.zh}`,
    `# ${variable.about.en}`,
    `# ${variable.name}=${variable.default ?? variable.example ?? ''}`,
  ]);
  return `${[head, ...entries].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Generates `docs/config.md`: every variable as a table. */
export function configPage(): string {
  const rows = all.map((variable) => {
    const value = variable.default ? `\`${variable.default}\`` : '–';
    const secret = variable.secret ? ' 🔒' : '';
    return `| \`${variable.name}\`${secret} | ${value} | ${variable.about.zh} | ${variable.about.en} |`;
  });
  return `# 配置 · Configuration

环境变量，也可以写在工作目录的 \`.env\` 里。🔒 的内容不会进日志。
Environment variables, or a \`.env\` file in the working folder. What is marked 🔒 never enters a log.

本页由 \`bot/config/variables.ts\` 和各平台的 \`adapters/*/setup/settings.ts\` 生成(\`npm run generate\`)。
This page is generated from \`bot/config/variables.ts\` and each platform's \`adapters/*/setup/settings.ts\`.

| 变量 variable | 默认 default | 说明 | meaning |
|---|---|---|---|
${rows.join('\n')}
`;
}
