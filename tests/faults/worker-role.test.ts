import { expect, test } from 'vitest';
import type { Product } from '../../bot/wiring/wire.js';
import { enqueue } from '../../store/messages/outbox-queries.js';
import { findPlace } from '../../store/people/place-queries.js';
import { migratedSqlite } from '../support/databases.js';
import { DingtalkOffice } from '../support/dingtalk-office.js';
import { SlackOffice } from '../support/slack-office.js';
import { productFor, WecomOffice } from '../support/wecom-office.js';

/** A process with ROLE=worker runs jobs and sends; it takes nothing in, so that it opens no connection for that. */

const worker = { env: { ROLE: 'worker' } };

/** Queues a post to the group, as a job does. */
async function posts({ store, deps }: Product, platform: string, groupId: string): Promise<void> {
  const now = deps.clock.now();
  await store.tx(async (tx) => {
    const place = await findPlace(tx, platform, groupId);
    const card = { key: 'weekly', title: '周报 · 华东', tone: 'info' as const, nodes: [] };
    await enqueue(tx, { dedupeKey: 'weekly', placeId: place?.id ?? '', locale: 'zh', card }, now);
  });
  deps.committed?.();
}

test('on Slack it opens no socket, and what it posts arrives', async () => {
  const { slack, product, east } = await SlackOffice.open(worker);
  await posts(product, 'slack', east.id);
  await east.waitFor(/周报 · 华东/);
  expect(slack.sockets.total).toBe(0);
});

test('on DingTalk it opens no stream, and what it posts arrives', async () => {
  const { dingtalk, product, east } = await DingtalkOffice.open(worker);
  await posts(product, 'dingtalk', east.id);
  await east.waitFor(/周报 · 华东/);
  expect(dingtalk.callsTo('/v1.0/gateway/connections/open')).toEqual([]);
});

test('on WeCom, where one connection does both, its posts wait for the process that talks', async () => {
  const database = await migratedSqlite();
  const { wecom, product, east } = await WecomOffice.open({
    env: { ...worker.env, DATABASE_URL: database },
  });
  await posts(product, 'wecom', east.id);
  expect(wecom.connections).toBe(0);
  const bot = await productFor(wecom, { DATABASE_URL: database, ROLE: 'bot' });
  await bot.start();
  await east.waitFor(/周报 · 华东/);
  expect(wecom.connections).toBe(1);
});
