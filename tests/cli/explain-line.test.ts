import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCli } from '../../bot/cli/program.js';
import { freshSqlite } from '../support/databases.js';
import { world } from '../support/world.js';

it('shows every reading of a line and the one that is meant, and writes nothing', async () => {
  const { store, url } = await freshSqlite();
  const w = await world({ store, locale: 'en' });
  const ann = await w.rep('Ann');
  await ann.says('deal "Northwind Labs" Platform 300k');
  await w.close();
  const explained = async (...words: string[]) => {
    let out = '';
    const terminal = {
      out: (text: string) => {
        out += text;
      },
      err: () => undefined,
      ask: null,
      env: {
        DATABASE_URL: url,
        PROCESS_FILE: join(import.meta.dirname, '../../process.yaml'),
        LOCALE: 'en',
        LOG_LEVEL: 'silent',
      },
    };
    const code = await runCli(['explain-line', ...words, '--json'], terminal, async () => undefined);
    return { code, ...JSON.parse(out) };
  };
  const sentence = await explained('visited Northwind Labs today, they want a discount', '--as', 'Ann');
  expect(sentence).toMatchObject({ code: 0, person: 'Ann' });
  expect(sentence.readings[0]).toMatchObject({
    kind: 'statement',
    strength: 'strong',
    call: { command: 'say' },
  });
  const name = await explained('Northwind Labs');
  expect(name.readings[0]).toMatchObject({ kind: 'name', call: { command: 'find' } });
  expect((await explained('the weather')).readings).toEqual([]);
});
