import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileBytes } from '../../bot/product/report-file.js';
import { csvOfSheets } from '../../reports/files/csv-sheets.js';
import { xlsxOfSheets } from '../../reports/files/xlsx-sheets.js';
import { updatePerson } from '../../store/unit/rows/person-rows.js';
import { type Actor, processOfTests, type World, world } from '../support/world.js';

let w: World;
let lei: Actor;
let zhou: Actor;

beforeEach(async () => {
  const access = {
    ...processOfTests.access,
    manager: { ...processOfTests.access.manager, amount: 'own' as const },
  };
  w = await world({ process: { ...processOfTests, access } });
  zhou = await w.manager('周敏');
  lei = await w.rep('李雷');
  await lei.says('商机 "=1+1 公司" ERP 30万').sees('D-1');
  await zhou.says('商机 云帆物流 CRM 8万').sees('D-2');
});
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

const inForce = () => ({ process: w.process, version: 1 });
const deps = () => ({
  store: w.store,
  clock: w.clock,
  process: { inForce: inForce(), current: async () => inForce() },
  locale: 'zh' as const,
  timeZone: 'Asia/Shanghai',
  incident: () => 'I-1',
});

/** The files of the last answer. */
const filesOf = (actor: Actor) => actor.last.cards.flatMap(({ files = [] }) => files);

const textOf = (body: Uint8Array | undefined) => Buffer.from(body ?? []).toString();

test('the files of an export are made with hidden amounts as *** and formulas made harmless', async () => {
  await zhou.says('导出 金额 按 产品').sees('点下面的按钮', '您无权查看的金额显示为 ***');
  const [xlsx, csv] = filesOf(zhou);
  if (!xlsx || !csv) throw new Error('no files');
  expect(csv).toMatchObject({ name: '报表 · 金额 · 华东.csv', mime: 'text/csv; charset=utf-8' });
  const text = textOf(await fileBytes(deps(), csv));
  expect(text).toContain("D-1,'=1+1 公司,ERP,李雷,华东");
  expect(text).toMatch(/D-1,.*\*\*\*/);
  expect(text).not.toContain('300000');
  expect(text).toMatch(/D-2,云帆物流,CRM,周敏,.*,80000,/);
  const book = await fileBytes(deps(), xlsx);
  const parts = unzipSync(book ?? new Uint8Array());
  const all = Object.entries(parts)
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, bytes]) => strFromU8(bytes))
    .join();
  expect(all).toContain('=1+1 公司');
  expect(all).not.toMatch(/<f[ >]/);
  expect(all).toContain('80000');
  expect(all).not.toContain('300000');
});

test('other reports with figures offer an export too', async () => {
  await zhou.says('漏斗').sees('导出');
  await zhou.taps('导出').sees('导出 · 漏斗 · 华东', '管道 9 行', '漏斗 6 行');
  await zhou.says('排行 本周');
  await zhou.taps('导出').sees('导出 · 排行 · 华东', '排行 2 行', '计分 6 行');
  await zhou.says('分布 产品');
  await zhou.taps('导出').sees('导出 · 报表 · 金额 · 华东', '明细 2 行');
  await lei.says('漏斗').misses('导出');
  const answer = await zhou.says('导出 漏斗');
  expect(answer.cards[0]?.tone).toBe('good');
  const csv = filesOf(zhou)[1];
  expect(textOf(csv && (await fileBytes(deps(), csv)))).not.toMatch(/80000|300000/);
});

test('a file is made only while its person still has the permission', async () => {
  await zhou.says('导出 来源 产品 本月');
  const [wanted] = filesOf(zhou);
  if (!wanted) throw new Error('no files');
  const about = (what: string) => ({
    ...wanted,
    call: { command: 'export', input: { what, format: 'xlsx' } },
  });
  expect(await fileBytes(deps(), wanted)).toBeDefined();
  expect(await fileBytes(deps(), { ...wanted, by: lei.person.id })).toBeUndefined();
  expect(await fileBytes(deps(), { ...wanted, by: 'nobody' })).toBeUndefined();
  expect(await fileBytes(deps(), about('金额 按 天气'))).toBeUndefined();
  expect(await fileBytes(deps(), about('金额 按 产品 >10万'))).toBeUndefined();
  expect(await fileBytes(deps(), { ...wanted, call: { command: 'deal', input: {} } })).toBeUndefined();
  await w.store.tx((tx) => updatePerson(tx, zhou.person.id, { active: false }));
  expect(await fileBytes(deps(), wanted)).toBeUndefined();
});

test('an export is logged, and undo skips it', async () => {
  await zhou.says('跟 D-2 电话 已约演示').sees('已记');
  await zhou.says('导出 金额 按 产品').sees('点下面的按钮');
  const { events } = w.store.db.t;
  const logged = (await w.store.db.q.select().from(events)).filter(({ kind }) => kind === 'report.exported');
  expect(logged).toMatchObject([{ personId: zhou.person.id, after: { what: 'amount by product 华东' } }]);
  await zhou.says('撤').sees('已撤销');
});

test('on a chat platform the card brings one workbook, and a platform without files gets the command line', async () => {
  const exportsOn = async (platform: string) => {
    await zhou.says('绑定').sees('绑定');
    const code = /\b[A-Z0-9]{4,}\b/.exec(JSON.stringify(zhou.last.cards))?.[0] ?? '';
    await zhou.on(platform).says(`绑定 ${code}`);
    return await zhou.says('导出 金额 按 产品');
  };
  const sent = await exportsOn('slack');
  expect(sent.cards.flatMap(({ files = [] }) => files.map(({ name }) => name))).toEqual([
    '报表 · 金额 · 华东.xlsx',
  ]);
  expect(JSON.stringify(sent.cards)).not.toContain('genjin report');
  await exportsOn('paper');
  await zhou
    .says('导出 金额 按 产品')
    .sees("genjin report slice 'amount by product 华东' --xlsx report.xlsx");
  await zhou.says('导出 输因 本月').sees("genjin report loss 'thisMonth 华东'");
});

test('exported figures are numbers in both CSV and XLSX', async () => {
  const sheet = {
    name: 'a/b: 汇总',
    columns: [
      { label: 'x', kind: 'text' as const },
      { label: 'm', kind: 'money' as const },
      { label: 'p', kind: 'percent' as const },
    ],
    rows: [
      ['@cmd', 123_456, 67],
      ['\u0000-2', null, '***'],
    ],
  };
  const yuan = { locale: 'zh' as const, process: { currency: 'CNY' } };
  expect(csvOfSheets([sheet, sheet], yuan)).toBe(
    "\uFEFFx,m,p\n'@cmd,1234.56,67%\n\u0000-2,,***\n\nx,m,p\n'@cmd,1234.56,67%\n\u0000-2,,***\n",
  );
  const parts = unzipSync(await xlsxOfSheets([sheet], yuan));
  const page = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(page).toContain('<v>1234.56</v>');
  expect(page).toContain('<v>0.67</v>');
});
