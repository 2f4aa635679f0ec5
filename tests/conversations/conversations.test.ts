import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runs } from '../support/runs.js';
import { found, languageOf } from './company.js';
import { conversationsIn } from './conversation.js';
import { effortOf } from './effort.js';
import { play } from './play.js';

const folder = join(import.meta.dirname, 'held');

/** Each run holds one conversation in so many; the others follow in `npm run test:all`. */
const share = runs(40, 1);

/** The file that a line for each conversation is added to, for docs/language.md. */
const { CONVERSATIONS_TABLE: table } = process.env;

describe.each(readdirSync(folder).filter((file) => file.endsWith('.yaml')))('conversations of %s', (file) => {
  const held = conversationsIn(join(folder, file)).filter((_, at) => at % share === 0);

  test.each(held)('$title', async (conversation) => {
    const company = await found(languageOf(conversation.lines.map(({ who }) => who)));
    const faults = await play(company, conversation);
    await company.w.close();
    if (table) appendFileSync(table, `${JSON.stringify({ file, ...effortOf(conversation, faults) })}\n`);
    const wrong = new Set(faults.map(({ line }) => line));
    // Lines that are known to be answered wrongly are marked; a mark that is not needed any more has to go.
    const unmarked = faults.filter(({ line }) => !line.fails);
    const mended = conversation.lines.filter((line) => line.fails && !wrong.has(line));
    expect(
      unmarked.map(({ line, kind, what, answer }) => [line.says ?? line.taps, kind, what, answer]),
    ).toEqual([]);
    expect(mended.map(({ says, taps }) => says ?? taps)).toEqual([]);
  });
});
