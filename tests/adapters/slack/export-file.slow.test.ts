import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, expect, test } from 'vitest';
import { updatePerson } from '../../../store/unit/rows/person-rows.js';
import type { Message } from '../../support/slack/workspace/message.js';
import { SlackOffice } from '../../support/slack-office.js';

let office: SlackOffice;

beforeEach(async () => {
  office = await SlackOffice.open();
  await office.zhou.says('商机 云帆物流 CRM 8万').sees('D-1');
});

const name = '报表 · 金额 · 华东.xlsx';

const filesIn = (messages: Message[]) => messages.flatMap(({ files }) => files);

const bookOf = (bytes: Buffer | undefined) =>
  Object.values(unzipSync(bytes ?? new Uint8Array()))
    .map((part) => strFromU8(part))
    .join();

const eventually = async (files: () => unknown[], count: number) =>
  await expect.poll(() => files().length, { timeout: 60_000 }).toBe(count);

test('an export in private brings the workbook, once even if the message comes again', async () => {
  const { zhou, slack } = office;
  await zhou.says('导出 金额 按 产品').sees('文件马上发给您');
  await eventually(() => filesIn(zhou.dm.shown), 1);
  const [file] = filesIn(zhou.dm.shown);
  expect(file?.name).toBe(name);
  expect(bookOf(file?.bytes)).toContain('云帆物流');
  const said = slack.deliveries.of('message').find(({ payload }) => JSON.stringify(payload).includes('导出'));
  await slack.deliveries.redeliver(said as never, { envelope: 'new', retryAttempt: 1 });
  await slack.settled();
  expect(filesIn(zhou.dm.shown)).toHaveLength(1);
  const { q, t } = office.product.store.db;
  expect((await q.select().from(t.events)).filter(({ kind }) => kind === 'report.exported')).toHaveLength(1);
  for (const rows of [await q.select().from(t.inbox), await q.select().from(t.postedCards)])
    expect(JSON.stringify(rows)).not.toContain('UEsDB');
});

test('an export asked for in a channel comes in private, and the channel holds no file', async () => {
  const { zhou, east } = office;
  await zhou.mentions(east, '导出 金额 按 产品').sees('文件已发到私聊');
  await eventually(() => filesIn(zhou.dm.shown), 1);
  expect(filesIn(east.shown)).toEqual([]);
  expect(east.readable()).not.toContain('8万');
});

test('a file that Slack cannot take now goes out later, made with the rights of that moment', async () => {
  const { zhou, slack, product } = office;
  slack.workspace.files.forgetsToShare = true;
  await zhou.says('导出 金额 按 产品').sees('文件马上发给您');
  await eventually(() => slack.calls.to('files.completeUploadExternal'), 1);
  await product.store.tx(async (tx) => {
    const people = await tx.q.select().from(tx.t.people);
    const { id = '' } = people.find(({ name }) => name === zhou.user.realName) ?? {};
    await updatePerson(tx, id, { role: 'rep' });
  });
  await zhou.dm.waitFor(/您没有权限查看这份文件/);
  expect(filesIn(zhou.dm.shown)).toEqual([]);
  const { q, t } = product.store.db;
  const later = async () =>
    (await q.select().from(t.outbox)).filter(({ dedupeKey }) => dedupeKey.includes(':file:'));
  await expect.poll(later, { timeout: 60_000 }).toMatchObject([{ status: 'sent' }]);
  expect(JSON.stringify(await later())).not.toContain('UEsDB');
});

test('a file whose sharing was answered by nobody stands there once', async () => {
  const { zhou, slack } = office;
  slack.faults.loseAnswer('files.completeUploadExternal');
  await zhou.says('导出 金额 按 产品').sees('文件马上发给您');
  await eventually(() => filesIn(zhou.dm.shown), 1);
  await slack.settled();
  office.clock.advance(600_000);
  await office.product.runner.runDue(office.clock.now());
  await slack.settled();
  expect(filesIn(zhou.dm.shown)).toHaveLength(1);
});

test('a workspace that refuses files is told of with what can be done', async () => {
  const { zhou, slack } = office;
  slack.faults.refuse('files.getUploadURLExternal', 'missing_scope');
  await zhou.says('导出 金额 按 产品').sees('文件没有发送成功', 'genjin report');
});
