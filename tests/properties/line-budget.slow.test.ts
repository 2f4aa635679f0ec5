import { afterAll, beforeAll, expect, test } from 'vitest';
import { registry } from '../../bot/product/product.js';
import { runs } from '../support/runs.js';
import { type Actor, type World, world } from '../support/world.js';

/** No line may hold the process longer than this, in ms of processor time on the machine where `pace` is 1. */
const budgetMs = 250;

/** What follows the verb, repeated to the length. */
const tails = {
  digits: '1',
  'single digits': '1 ',
  letters: 'a',
  words: 'ab cd ',
  numerals: '一',
  'several numerals': '一二三',
  'single numerals': '一 二 三 ',
  commas: ',',
  'digits and commas': '1,',
  quotes: '"a" ',
  equations: 'a=b ',
  mentions: '@李雷 ',
  'mentions with ids': '<@U1|a> ',
  dates: '下周三 明天 ',
  questions: '多少 谁 ',
  Chinese: '今天拜访了客户王总，谈了报价，下周三再约。',
  English: 'Met Mr Wang today, the price is high, meeting again next Wednesday. ',
  mixed: '华为 30万 @李雷 13800000000 下周三 9折 L-1 #KA ',
};

/** Longer than what is read, and as long as what is read. */
const lengths = [10_000, 1_980];

const verbs = registry.commands
  .filter((command) => command.name !== 'setup')
  .map((command) => command.words.zh[0]);

let w: World;
let lei: Actor;
beforeAll(async () => {
  w = await world();
  lei = await w.admin('李雷');
  await w.rep('韩梅');
  await lei.says('商机 华为 ERP 30万 王总');
  await lei.says('线索 中兴 13800000000');
});
afterAll(async () => await w.close());

/** Processor time of this process while `act` runs, in ms; other processes of the machine do not count. */
async function processorMs(act: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** A fixed piece of work, and what it took on the machine that the budget was set for, in ms. */
const referenceMs = 60;
function referenceWork(): number {
  let sum = 0;
  for (let n = 0; n < 60; n++) {
    const words = Array.from({ length: 2_000 }, (_, at) => `w${(at * 7919 + n) % 1_009}`);
    sum += new Set(words.join(' ').match(/\w+/g)?.sort()).size;
  }
  return sum;
}

/** How much slower than that machine this one is now; never less than 1. */
async function pace(): Promise<number> {
  referenceWork();
  return Math.max(1, (await processorMs(referenceWork)) / referenceMs);
}

/** Says the line; the shortest of up to three tries, since compiling and collecting are not the line's. */
async function shortestMs(line: string, most: number): Promise<number> {
  let shortest = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 3 && shortest > most; tries++) {
    shortest = Math.min(shortest, await processorMs(() => lei.says(line)));
    await lei.says('取消');
  }
  return shortest;
}

test('no line holds the process, whatever its verb and what follows', { timeout: 1_200_000 }, async () => {
  const most = budgetMs * (await pace());
  const all = [...verbs, ''].flatMap((verb) =>
    lengths.flatMap((length) => Object.entries(tails).map(([name, tail]) => ({ verb, length, name, tail }))),
  );
  // Every verb and every tail in turn in an ordinary run; steps that share no divisor with the count of tails.
  const step = runs(15, 1);
  const slow: string[] = [];
  for (const { verb, length, name, tail } of all.filter((_, at) => at % step === 0)) {
    const line = `${verb} ${tail.repeat(Math.ceil(length / tail.length)).slice(0, length)}`;
    const ms = await shortestMs(line, most);
    if (ms > most) slow.push(`${ms.toFixed(0)} ms: ${verb} with ${length} characters of ${name}`);
  }
  expect(slow).toEqual([]);
  expect(w.incidents).toEqual([]);
});
