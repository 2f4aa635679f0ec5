import { describe, expect, it } from 'vitest';
import { houseFiles } from './house.js';

/** Where commands are declared and where what is declared becomes one. */
const declares = /^(commands|kernel\/command)\//;

/** Files whose patterns read Chinese words that people say, and what they read. */
const readers: Record<string, string> = {
  'commands/customers/customer-edit.ts': 'a grade and a contract, in any order',
  'commands/knowledge/article.ts': 'the page of a list',
  'commands/reports/figure-answers.ts': 'whether a line asks',
  'commands/reports/report-slice.ts': 'what is to be done with a slice',
  'commands/targets/target-fields.ts': 'what a figure counts',
  'commands/team/leave.ts': 'from one day to another',
  'commands/team/mute.ts': 'how long',
};

const han = /\p{Script=Han}/u;
/** Chinese characters and the marks that stand between them; these also part what is typed. */
const chinese = /[\p{Script=Han}\u3001-\u303f\uff01-\uff5e]/u;
const language = /\b(?:zh|en)\b/;

/** Comments, strings, templates and patterns of TypeScript, whichever comes first. */
const tokens = new RegExp(
  [
    String.raw`\/\*[\s\S]*?\*\/|\/\/[^\n]*`,
    String.raw`'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|${'`'}(?:\\.|[^${'`'}\\])*${'`'}`,
    String.raw`(?<=[=(,:[!&|?{};\n]\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*`,
  ].join('|'),
  'g',
);

interface Token {
  kind: 'string' | 'pattern' | 'code';
  text: string;
}

/** A file's strings, its patterns, and its code without either; comments are left out. */
function tokensOf(text: string): Token[] {
  const found = [...text.matchAll(tokens)].map(([token]) => token);
  const spoken = found.filter((token) => !/^\/[/*]/.test(token));
  return [
    ...spoken.map((token): Token => ({ kind: token.startsWith('/') ? 'pattern' : 'string', text: token })),
    { kind: 'code', text: text.replace(tokens, ' ') },
  ];
}

describe('what commands say', () => {
  const files = houseFiles()
    .filter(({ path }) => declares.test(path))
    .map(({ path, text }) => ({ path, tokens: tokensOf(text) }));
  const stringsWhere = (holds: (text: string, path: string) => boolean) =>
    files.flatMap(({ path, tokens }) =>
      tokens
        .filter(({ kind, text }) => kind === 'string' && holds(text, path))
        .map(({ text }) => `${path}: ${text}`),
    );

  it('stands in texts/, never in a declaration', () => {
    const said = stringsWhere((text, path) => (path.startsWith('commands/') ? chinese : han).test(text));
    expect(said).toEqual([]);
  });

  it('names no language', () => {
    const names = stringsWhere((text) => /^['"](?:zh|en)['"]$/.test(text));
    const keys = files.filter(({ tokens }) =>
      tokens.some(({ kind, text }) => kind === 'code' && language.test(text)),
    );
    expect([...names, ...keys.map(({ path }) => path)]).toEqual([]);
  });

  it('is read in Chinese only where sentences are read', () => {
    const reading = files.filter(({ tokens }) =>
      tokens.some(({ kind, text }) => kind === 'pattern' && han.test(text)),
    );
    expect(reading.map(({ path }) => path)).toEqual(Object.keys(readers));
  });

  it('tells comments, strings and patterns apart', () => {
    const line = `const a = /["']客户/u; // it's 'so'\nconst b = ['赢', "x", \`y\`]; /* 'z' */ const c = d / e / f;`;
    expect(tokensOf(line)).toEqual([
      { kind: 'pattern', text: `/["']客户/u` },
      { kind: 'string', text: `'赢'` },
      { kind: 'string', text: `"x"` },
      { kind: 'string', text: '`y`' },
      { kind: 'code', text: expect.stringContaining('const c = d / e / f;') },
    ]);
  });
});
