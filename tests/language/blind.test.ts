import { join } from 'node:path';
import { it } from 'vitest';
import { freshSqlite } from '../support/databases.js';
import { processOfTests } from '../support/world.js';
import { furnish, play } from './play.js';
import { figuresOf } from './score.js';
import { allSentences } from './set.js';

it('reads', async () => {
  const { store } = await freshSqlite();
  await furnish(store);
  const stages = processOfTests.pipelines.flatMap((one) =>
    one.stages.map((stage) => ({
      key: stage.key,
      words: [stage.name.zh, stage.name.en, ...(stage.aliases ?? [])],
    })),
  );
  const verdicts = await play(
    store,
    stages,
    allSentences(join(import.meta.dirname, process.env.SET ?? 'blind')),
  );
  for (const one of verdicts.filter((v) => !v.allRight)) {
    console.log(
      `${one.wrongWrite ? 'W ' : '  '}${one.sentence.kind} ${one.sentence.say}\n      ${one.wrong.join(' ')}`,
    );
  }
  console.log(figuresOf(verdicts));
  await store.close();
});
