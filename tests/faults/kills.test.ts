import { appendFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { freshPostgres, migratedSqlite } from '../support/databases.js';
import { afterwards } from '../support/endings.js';
import { dingtalkStage } from '../support/kills/dingtalk-stage.js';
import { runKills, type Size } from '../support/kills/run-kills.js';
import { slackStage } from '../support/kills/slack-stage.js';
import { wecomStage } from '../support/kills/wecom-stage.js';

/** A small run every time; the whole one, whose figures docs/faults.md gives, with `npm run test:all`. */
const whole = process.env.MODE === 'everything';
const size: Size = whole
  ? { acts: 5_000, kills: 50, pace: 3 }
  : { acts: Number(process.env.FAULT_ACTS ?? 16), kills: Number(process.env.FAULT_KILLS ?? 1), pace: 8 };
const names = ['李雷', '韩梅', '张伟', '王芳', '刘洋', '陈静', '杨光', '赵敏'];

const stages = { DingTalk: dingtalkStage, Slack: slackStage, WeCom: wecomStage };
const databases = whole || process.env.FAULT_DATABASES ? ['SQLite', 'PostgreSQL'] : ['SQLite'];

describe.each(databases)('a bot on %s that is killed again and again', (database) => {
  test.each(Object.entries(stages))(
    'loses nothing it acknowledged to %s, does nothing twice, and answers everything',
    { timeout: whole ? 3_600_000 : 600_000 },
    async (platform, open) => {
      const stage = await open(names);
      afterwards(() => stage.close());
      const fresh = database === 'SQLite' ? undefined : await freshPostgres();
      await fresh?.store.close();
      const outcome = await runKills(stage, fresh?.url ?? (await migratedSqlite()), size);
      if (process.env.FAULT_TABLE)
        appendFileSync(
          process.env.FAULT_TABLE,
          `${JSON.stringify({ platform, database, ...size, ...outcome })}\n`,
        );
      expect(outcome).toMatchObject({ lost: 0, doubled: 0, unanswered: 0 });
      if (stage.isIdempotent) expect(outcome.answeredTwice).toBe(0);
    },
  );
});
