import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../bot/product/product.js';
import { readAmountCell, readDay } from '../../intake/read/cell-values.js';
import { planImport } from '../../intake/read/plan-import.js';
import { delimiterOf, encodingOf } from '../../intake/read/read-file.js';
import { withCustomFields } from '../../intake/rows/custom-columns.js';
import { type ImportResult, runImport } from '../../intake/run-import.js';
import { type Process, parseProcess } from '../../sales/process/parse-process.js';
import { lookUpCustomers } from '../../store/customers/customer-queries.js';
import type { Store } from '../../store/engine/store.js';
import { pipelineAt } from '../../store/reports/figure-queries.js';
import { exportRows } from '../../store/transfer/export-queries.js';
import { eachDatabase, testFolder } from '../support/databases.js';
import { withList } from '../support/process-file.js';
import { processOfTests } from '../support/world.js';

const crm = join(import.meta.dirname, '../fixtures/import/crm');
const zone = 'Asia/Shanghai';
const now = new Date('2026-11-26T02:00:00Z');

async function importInto(
  store: Store,
  path: string,
  more: { dryRun?: boolean; refused?: string; process?: Process } = {},
): Promise<ImportResult> {
  const process = more.process ?? processOfTests;
  return await runImport(withCustomFields(await planImport(path), process), {
    store,
    process,
    processVersion: 1,
    calendar: calendarOf(processOfTests),
    zone,
    locale: 'en',
    now,
    dryRun: more.dryRun ?? false,
    refusedPath: more.refused ?? null,
    remarksPath: null,
    progress: () => undefined,
  });
}

async function all(store: Store, subject: 'deals' | 'customers' | 'people' | 'contacts' | 'leads') {
  const rows = [];
  for await (const page of exportRows(store.db, subject)) rows.push(...page);
  return rows;
}

function fileOf(name: string, content: string | Buffer): string {
  const folder = join(testFolder(), name.replace(/\W/g, '-'));
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

eachDatabase('import of custom fields', (open) => {
  const shipped = readFileSync(join(import.meta.dirname, '../../process.yaml'), 'utf8');
  const parsed = parseProcess(
    withList(
      shipped,
      'fields',
      'fields: [{ key: budget, name: { zh: 预算, en: Budget }, type: money }, { key: line, name: 行业线, type: choice, choices: [政府, 教育] }]\n',
    ),
  );
  const process = parsed.ok ? parsed.process : undefined;

  it('stores their values, refuses invalid ones, and exports them again', async () => {
    const { store } = await open();
    const rows =
      '客户,负责人,阶段,金额,预算,行业线\n星河科技,李雷,需求确认,30万,50万,教育\n云帆物流,李雷,需求确认,8万,很多,教育\n飞鸟传媒,李雷,需求确认,8万,,火星\n';
    const { files } = await importInto(store, fileOf(`own-${store.dialect}.csv`, rows), { process });
    expect(files[0]).toMatchObject({ created: 1, refused: 2 });
    expect(files[0]?.refusals.map((one) => one.reason)).toEqual([
      '"Budget" isn\'t an amount: 很多',
      '"行业线" doesn\'t allow "火星" (options: 政府, 教育)',
    ]);
    const out = [];
    for await (const page of exportRows(store.db, 'deals', process?.fields)) out.push(...page);
    expect(out).toEqual([expect.objectContaining({ Budget: '500000', 行业线: '教育', amount: 30_000_000 })]);
  });
});

eachDatabase('import of owners', (open) => {
  it('says of whom nobody has heard, whose customers and leads are left without an owner', async () => {
    const { store } = await open();
    const accounts = fileOf(`owners-${store.dialect}.csv`, '客户,行业,负责人\n星河科技,软件,王五\n');
    const told = (await importInto(store, accounts)).files[0];
    expect(told?.remarks.map(({ field, what }) => [field, what])).toContainEqual([
      'owner',
      'no teammate called "王五", imported without an owner',
    ]);
  });
});

eachDatabase('import of a CRM folder', (open) => {
  it('accepts good rows, corrects simple errors, and refuses the rest with line and reason', async () => {
    const { store } = await open();
    const refused = join(testFolder(), `refused-${store.dialect}.csv`);
    const { files } = await importInto(store, crm, { refused });
    const [teams, products, accounts, deals] = files;
    expect(teams).toMatchObject({ shape: 'teams', rows: 3, created: 3, made: { teams: 2, people: 2 } });
    expect(products).toMatchObject({ shape: 'products', rows: 2, created: 2 });
    expect(accounts?.remarks.map((remark) => remark.what)).toEqual([
      'technolgy → technology',
      'Philipines → Philippines',
    ]);
    expect(deals).toMatchObject({
      rows: 11,
      created: 6,
      merged: 0,
      unchanged: 0,
      refused: 5,
      wonAmount: 1_556_700,
    });
    expect(deals?.refusals.map((refusal) => refusal.line).sort((a, b) => a - b)).toEqual([8, 9, 10, 11, 12]);
    expect(deals?.remarks).toContainEqual({
      kind: 'mended',
      field: 'product',
      what: 'GTXPro → GTX Pro',
      rows: 2,
      firstLine: 3,
    });
    expect(readFileSync(refused, 'utf8')).toMatch(/sales_pipeline\.csv,9,"?unknown stage "+Dreaming/);
  });

  it('stores the history, so that reports on a past day are right', async () => {
    const { store } = await open();
    await importInto(store, crm);
    const openAt = async (at: string) =>
      Object.fromEntries((await pipelineAt(store.db, new Date(at))).map((row) => [row.stage, row.deals]));
    expect(await openAt('2017-01-07T00:00:00Z')).toEqual({ lead: 1, contact: 2 });
    expect(await openAt('2017-02-20T00:00:00Z')).toEqual({ lead: 1, contact: 5 });
    expect(await openAt('2017-03-05T00:00:00Z')).toEqual({ lead: 1, contact: 3 });
    expect(await openAt('2017-12-31T00:00:00Z')).toEqual({ lead: 1, contact: 2 });
  });

  it('changes nothing the second time, and only what changed in the file the third time', async () => {
    const { store } = await open();
    const head = 'deal id,owner,account,stage,created,close date,amount\n';
    const path = fileOf(
      `again-${store.dialect}.csv`,
      `${head}X1,Ann,Acme,Engaging,2026-11-02,,\nX2,Ann,Beta,Won,2026-11-02,2026-11-05,10\n`,
    );
    await importInto(store, path);
    const before = await all(store, 'deals');
    const again = await importInto(store, path);
    expect(again.files[0]).toMatchObject({ rows: 2, created: 0, merged: 0, unchanged: 2, refused: 0 });
    expect(await all(store, 'deals')).toEqual(before);

    writeFileSync(
      path,
      `${head}X1,Ann,Acme,Won,2026-11-02,2026-11-20,500\nX2,Ann,Beta,Won,2026-11-02,2026-11-05,10\n`,
    );
    expect((await importInto(store, path)).files[0]).toMatchObject({ created: 0, merged: 1, unchanged: 1 });
    expect(await all(store, 'deals')).toMatchObject([
      { stage: 'won', amount: 50_000 },
      { stage: 'won', amount: 1000 },
    ]);
    expect(await pipelineAt(store.db, new Date('2026-11-10T00:00:00Z'))).toMatchObject([
      { stage: 'contact', deals: 1 },
    ]);
  });

  it('finds imported customers by name, and puts deals without an account under one customer', async () => {
    const { store } = await open();
    await importInto(store, crm);
    expect((await lookUpCustomers(store.db, 'betatech'))[0]?.customer.name).toBe('Betatech');
    const deals = await all(store, 'deals');
    expect(deals.filter((deal) => deal.customer === '(未注明客户 / no account)')).toHaveLength(2);
    expect(deals.find((deal) => deal['deal id'] === 'A6')).toMatchObject({
      customer: 'Gammatron',
      owner: 'Somebody New',
    });
  });

  it('writes nothing in a dry run, with the same counts', async () => {
    const { store } = await open();
    const dry = await importInto(store, crm, { dryRun: true });
    expect(await all(store, 'deals')).toEqual([]);
    expect(await all(store, 'people')).toEqual([]);
    const real = await importInto(store, crm);
    expect(dry.files).toEqual(real.files);
  });

  it('gives a mail address to one person, and reports the others', async () => {
    const { store } = await open();
    const rows = 'sales agent,manager,email\nAnn,Max,ann@a.cn\nBen,Max,ANN@a.cn\nCid,Max,cid@a.cn\n';
    const path = fileOf(`teams-${store.dialect}.csv`, rows);
    const { files } = await importInto(store, path);
    expect(files[0]).toMatchObject({ shape: 'teams', created: 3, refused: 0 });
    expect(files[0]?.remarks.map(({ what }) => what)).toEqual([
      'ANN@a.cn already belongs to Ann, left blank',
    ]);
    const people = await all(store, 'people');
    expect(people.map(({ name, email }) => [name, email])).toEqual([
      ['Max', null],
      ['Ann', 'ann@a.cn'],
      ['Ben', null],
      ['Cid', 'cid@a.cn'],
    ]);
    const again = await importInto(store, path);
    expect(again.files[0]).toMatchObject({ created: 0, unchanged: 3 });
  });

  it('creates each contact and lead once', async () => {
    const { store } = await open();
    const path = fileOf(
      `leads-${store.dialect}.csv`,
      '客户名称,联系人,手机,来源,备注\n星河科技,王总,138 0000 0000,官网,想看ERP\n星河科技,王总,13800000000,官网,想看ERP\n云帆物流,,abc,展会,来访\n',
    );
    const first = await importInto(store, path);
    expect(first.files[0]).toMatchObject({ shape: 'leads', rows: 3, created: 1, unchanged: 1, refused: 1 });
    expect(await all(store, 'contacts')).toMatchObject([
      { customer: '星河科技', contact: '王总', phone: '13800000000' },
    ]);
    expect(await all(store, 'leads')).toMatchObject([{ status: 'pool', source: 'website', note: '想看ERP' }]);
    expect((await importInto(store, path)).files[0]).toMatchObject({ created: 0, unchanged: 2 });
  });
});

describe('reading import files', () => {
  const text = '商机编号;客户;负责人;阶段;创建日期;金额\nS1;星河科技;李雷;需求确认;2026年11月2日;30万\n';

  it.each([
    ['utf8', Buffer.from(text)],
    ['utf8', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])],
    ['gb18030', iconv.encode(text, 'gbk')],
    ['utf16le', iconv.encode(text, 'utf16le', { addBOM: true })],
    ['utf16le', iconv.encode(text, 'utf16le')],
    ['utf16be', iconv.encode(text, 'utf16be', { addBOM: true })],
  ])('detects %s', async (encoding, bytes) => {
    expect(encodingOf(bytes)).toBe(encoding);
    const plan = await planImport(fileOf(`encoding-${encoding}-${bytes.length}.csv`, bytes));
    expect(plan.files[0]).toMatchObject({
      mapping: {
        shape: 'opportunities',
        fields: { id: 0, customer: 1, owner: 2, stage: 3, opened: 4, amount: 5 },
      },
      sample: { rows: [{ line: 2, cells: ['S1', '星河科技', '李雷', '需求确认', '2026年11月2日', '30万'] }] },
    });
  });

  it('finds the delimiter that gives equal columns, ignoring quoted text', () => {
    expect(delimiterOf('a;b;c\n"1,5";2,0;3\n')).toBe(';');
    expect(delimiterOf('a\tb\n1,2\t3\n')).toBe('\t');
    expect(delimiterOf('alone\n')).toBe(',');
  });

  it('explains why a path cannot be imported', async () => {
    await expect(planImport('/nowhere/at/all.csv')).rejects.toThrow('no such file');
    await expect(planImport(fileOf('odd.csv', 'x,y\n1,2\n'))).rejects.toThrow('no known columns: x, y');
    await expect(planImport(fileOf('empty.csv', ''))).rejects.toThrow('no rows');
  });

  it('reads dates and amounts as spreadsheets write them, and refuses others', () => {
    expect(['2017-03-01', '2017/3/1', '20170301', '2017年3月1日', '2017-03-01 08:00'].map(readDay)).toEqual(
      Array(5).fill('2017-03-01'),
    );
    expect(['2017-02-30', '03/01/2017', 'soon', ''].map(readDay)).toEqual(Array(4).fill(undefined));
    expect(['1,054', '¥1054.5', '30万', '1.2亿', '30k'].map(readAmountCell)).toEqual([
      105_400, 105_450, 30_000_000, 12_000_000_000, 3_000_000,
    ]);
    expect(['-1', 'a lot', '1e5', ''].map(readAmountCell)).toEqual(Array(4).fill(undefined));
  });
});
