import { appendFileSync } from 'node:fs';
import { describe, expect, inject, test } from 'vitest';
import { surnames } from '../../kernel/pieces/base/surnames.js';
import { freshPostgres, migratedSqlite } from '../support/databases.js';
import { afterwards } from '../support/endings.js';
import { dingtalkStage } from '../support/kills/dingtalk-stage.js';
import { runKills, type Size } from '../support/kills/run-kills.js';
import { slackStage } from '../support/kills/slack-stage.js';
import { wecomStage } from '../support/kills/wecom-stage.js';

const stages = { DingTalk: dingtalkStage, Slack: slackStage, WeCom: wecomStage };
const databases = ['SQLite', 'PostgreSQL'] as const;
const whole = inject('everything');
const { FAULT_ACTS, FAULT_KILLS, FAULT_TABLE } = process.env;

/** The size asked for, as of the figures in docs/faults.md, else that of `npm run test:all`; on its own a small one. */
const size: Size =
  whole || FAULT_ACTS
    ? { acts: Number(FAULT_ACTS ?? 400), kills: Number(FAULT_KILLS ?? 4), pace: 20 }
    : { acts: 16, kills: 1, pace: 16 };
/** So many that none of them writes faster than the platform lets a bot answer. */
const people = size.acts > 100 ? 80 : 8;
const names = [...surnames].slice(0, people).map((surname) => `${surname}小明`);

/** On its own it kills on the platform that delivers the least again, and on the database where more can go wrong. */
const runs = databases.flatMap((database) =>
  Object.entries(stages).map(([platform, open]) => ({ platform, database, open })),
);
const chosen =
  whole || FAULT_ACTS
    ? runs
    : runs.filter(({ platform, database }) => platform === 'DingTalk' && database === 'PostgreSQL');

describe('a bot that is killed again and again', () => {
  test.each(chosen)(
    'loses nothing that $platform was told of, does nothing twice, answers everything ($database)',
    { timeout: size.acts > 100 ? 3_600_000 : 600_000 },
    async ({ platform, database, open }) => {
      const stage = await open(names);
      afterwards(() => stage.close());
      const fresh = database === 'SQLite' ? undefined : await freshPostgres();
      await fresh?.store.close();
      const outcome = await runKills(stage, fresh?.url ?? (await migratedSqlite()), size);
      if (FAULT_TABLE)
        appendFileSync(FAULT_TABLE, `${JSON.stringify({ platform, database, ...size, ...outcome })}\n`);
      expect(outcome).toMatchObject({ lost: 0, doubled: 0, unanswered: 0 });
      if (stage.isIdempotent) expect(outcome.wrong).toEqual([]);
    },
  );
});
