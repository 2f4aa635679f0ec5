import { describe, expect, it } from 'vitest';
import { houseFiles } from './house.js';

/** Folders whose business it is to read what people type, in Chinese and in English. */
const readingRooms = /^(kernel\/pieces|language)\//;

/** Files elsewhere that read words of a language, and what they read. */
const readers: Record<string, string> = {
  'bot/model/mask-names.ts': 'where a bare number is a price',
  'commands/customers/customer-edit.ts': 'a grade and a contract, in any order',
  'commands/lists/look-up.ts': 'whether words may be a name',
  'commands/knowledge/article.ts': 'the page of a list',
  'commands/reports/figure-answers.ts': 'whether a line asks',
  'commands/reports/report-slice.ts': 'what is to be done with a slice',
  'commands/talk/order-line.ts': 'how a plan begins',
  'commands/targets/target-fields.ts': 'what a figure counts',
  'commands/team/leave.ts': 'from one day to another',
  'commands/team/mute.ts': 'how long',
  'commands/team/team.ts': 'what is no name of a team',
  'commands/upkeep/read-record-question.ts': 'which span of days',
  'commands/upkeep/read-upkeep.ts': 'what a pronoun stands for',
  'commands/upkeep/rename.ts': 'words before a new name',
  'crm/access/usable-name.ts': 'a title behind a name',
  'crm/lookup/anonymous.ts': 'the verb and the channel of a line that was logged',
  'crm/lookup/article-fields.ts': 'that a product or a competitor is taken away',
  'crm/lookup/contacts-called.ts': 'a contact at a customer',
  'crm/lookup/deal-names.ts': 'words round the name of a deal',
  'crm/proposals/checked-proposal.ts': 'numerals in what a model wrote',
  'intake/read/cell-values.ts': 'dates and amounts of a file',
  'intake/rows/account-importer.ts': 'a grade in a file',
  'kernel/command/line-tokens.ts': 'words before a value, and those that say nothing',
  'kernel/command/take-words.ts': 'words that set a reason apart',
  'kernel/words/folding.ts': 'what companies put behind their names',
  'reports/answers/read-known-question.ts': 'what colleagues call each other',
  'reports/slices/read-slice.ts': 'words between two names',
  'sales/figures/points-rules.ts': 'the verb and the channel of a line that was logged',
  'sales/knowledge/knowledge-words.ts': 'words that say nothing by themselves, and those that mean the same',
  'sales/knowledge/named-things.ts': 'what a question names',
  'sales/process/process-settings.ts': 'what stands between a rule and its value',
  'sales/process/schedule-words.ts': 'when something comes again',
  'sales/process/setting-values.ts': 'the value of a rule',
  'sales/process/stages.ts': 'the number of a stage',
};

/** Files with words of one language that are data. */
const data: Record<string, string> = {
  'intake/rows/deal-importer.ts': 'a customer that stays the same whatever languages there are',
};

/** Files that name a language, and why. */
const namers: Record<string, string> = {
  'intake/rows/correct-values.ts': 'country names of files in English',
  'kernel/pieces/amount.ts': 'groups of a pattern',
  'sales/figures/points-rules.ts': 'words of Chinese are told apart by a dictionary',
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

describe('words of a language in the source', () => {
  const files = houseFiles()
    .filter(({ path }) => !path.startsWith('texts/'))
    .map(({ path, text }) => ({ path, tokens: tokensOf(text) }));
  const pathsWhere = (holds: (token: Token, path: string) => boolean) =>
    files.filter(({ path, tokens }) => tokens.some((token) => holds(token, path))).map(({ path }) => path);

  it('are in texts/, or in files listed as reading them', () => {
    const found = pathsWhere(({ kind, text }) => kind !== 'code' && han.test(text));
    const known = [...Object.keys(readers), ...Object.keys(data)];
    expect(found.filter((path) => !readingRooms.test(path))).toEqual(known.sort());
  });

  it('are in no string of a command, nor are Chinese punctuation marks', () => {
    const found = pathsWhere(
      ({ kind, text }, path) => kind === 'string' && path.startsWith('commands/') && chinese.test(text),
    );
    expect(found).toEqual([]);
  });

  it('are not chosen by the name of a language, except in listed files', () => {
    const found = pathsWhere(({ kind, text }) =>
      kind === 'code' ? language.test(text) : kind === 'string' && /^['"](?:zh|en)['"]$/.test(text),
    );
    expect(found).toEqual(Object.keys(namers));
  });

  it('are not chosen by comparing locales, except in the outbox', () => {
    const found = pathsWhere(({ kind, text }) => kind === 'code' && /\blocale\s*[!=]==/.test(text));
    // Posts of one language are sent together.
    expect(found).toEqual(['bot/delivery/outbox.ts']);
  });

  it('are found by telling comments, strings and patterns apart', () => {
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

describe('what is said in Chinese', () => {
  /** What a model is told is read by no person. */
  const unread = 'texts/zh/crm/model-tasks-texts.ts';
  const impolite = /你/;

  it('says 您', () => {
    const files = houseFiles().filter(({ path }) => path.startsWith('texts/zh/') && path !== unread);
    expect(files.filter(({ text }) => impolite.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
