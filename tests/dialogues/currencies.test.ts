import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dealByNo } from '../../store/deals/deal-queries.js';
import { processFile, winningAtOnce } from '../support/process-file.js';
import { type Actor, type World, world } from '../support/world.js';

let w: World;
let rep: Actor;
let admin: Actor;

/** The shipped rules with another currency, and rates. */
const rated = (text: string) => (yaml: string) => winningAtOnce(yaml).replace(/^currency: CNY$/m, text);

async function open(locale: 'zh' | 'en', text: string): Promise<void> {
  w = await world({ locale, processFile: processFile(rated(text)) });
  admin = await w.admin(locale === 'zh' ? '陈晨' : 'Ada');
  rep = await w.rep(locale === 'zh' ? '李雷' : 'Amy Chen');
}

const stored = async (no: number) => {
  const deal = await dealByNo(w.store.db, no);
  return deal && { amount: deal.amount, told: deal.told, currency: deal.currency };
};

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

describe('a company of dollars', () => {
  beforeEach(
    async () => await open('en', 'currency: USD\nrates: { EUR: [{ from: 2026-01-01, rate: 1.08 }] }'),
  );

  it('writes every amount with its sign', async () => {
    await rep.says('deal Acme, Warehouse 45k').sees('D-1 · Acme · $45,000');
    await rep.says('deals').sees('$45,000');
    await admin.says('target Amy Chen 500k').sees('$500,000');
  });

  it('keeps a sum in the currency it was told in, with its value at the rate of that day', async () => {
    await rep.says('deal Acme, Warehouse €40.000').sees('€40,000 (≈ $43,200)');
    expect(await stored(1)).toEqual({ amount: 4_320_000, told: 4_000_000, currency: 'EUR' });
    await rep.says('deal Globex, Portal 50k');
    await rep.says('deals').sees('2 open deals worth $93,200', '€40,000 (≈ $43,200)');
  });

  it('corrects a euro deal in euros unless another currency is named; undo brings both back', async () => {
    await rep.says('deal Acme, Warehouse €40k');
    await rep.says('actually 50k').sees('€40,000 → €50,000 (≈ $54,000)');
    await rep.says('edit D-1 60k').sees('€60,000 (≈ $64,800)');
    await rep.says('make it $50k').sees('€60,000 → $50,000');
    expect(await stored(1)).toEqual({ amount: 5_000_000, told: null, currency: null });
    await rep.says('undo');
    expect(await stored(1)).toEqual({ amount: 6_480_000, told: 6_000_000, currency: 'EUR' });
  });

  it('never guesses a value: without a rate the sum is in no total', async () => {
    await rep.says('deal Acme, Warehouse £30k').sees('£30,000 (no GBP rate yet, not in totals)');
    await rep.says('deal Globex, Portal 50k');
    await rep.says('deals').sees('worth $50,000', '£30,000 (no GBP rate yet');
    expect(await stored(1)).toEqual({ amount: null, told: 3_000_000, currency: 'GBP' });
  });

  it('asks which crowns are meant', async () => {
    await rep.says('deal Acme, Warehouse 300k kr').sees('several currencies', 'SEK 40,000');
    expect(await stored(1)).toBeUndefined();
  });

  it('wins at the sum told, and logs a quoted sum in its currency', async () => {
    await rep.says('deal Acme, Warehouse €40k');
    await rep.says('Visited Acme today, quoted €38k').sees('Quoted: €38,000');
    await rep.says('actually 39k').sees('Quoted: €39,000');
    await rep.says('won D-1 €39k').sees('€39,000 (≈ $42,120)');
  });

  it('reads what its card shows', async () => {
    await rep.says('deal Acme, Warehouse €40k').sees('€40,000 (≈ $43,200)');
    await rep.says('edit D-1 €41,000 (≈ $44,280)').sees('€41,000 (≈ $44,280)');
    expect(await stored(1)).toEqual({ amount: 4_428_000, told: 4_100_000, currency: 'EUR' });
  });
});

describe('a company of yuan', () => {
  beforeEach(async () => await open('zh', 'currency: CNY'));

  it('keeps dollars as told, and converts them once a rate is set, in one act', async () => {
    await rep.says('商机 腾飞 ERP二期 4万美元').sees('4万美元（还没有 USD 汇率，未计入合计）');
    await rep.says('商机 星河 MES 30万').sees('30万');
    await admin.says('汇率 美元 7.1').sees('USD汇率', '7.1', '有 1 个进行中商机还没有折算');
    await admin.taps('生效').sees('7.1，已生效');
    await w.looksAtFile();
    await w.reclock();
    expect(await stored(1)).toEqual({ amount: 28_400_000, told: 4_000_000, currency: 'USD' });
    await rep.says('查 D-1').sees('4万美元（约合28.4万）');
    await rep.says('改 D-1 5万').sees('5万美元（约合35.5万）');
  });

  it('says in which currency a target is kept, if it is told in another', async () => {
    await admin.says('目标 公司 12月 5万美元').sees('按 CNY 记');
  });

  it('lets nobody but an admin set a rate', async () => {
    await rep.says('汇率 USD 7.1').sees('没有权限');
    await admin.says('汇率 CNY 1').sees('没有');
    await admin.says('汇率 USD 很高').sees('不能用作');
  });
});
