import fc from 'fast-check';
import { expect, test } from 'vitest';
import { registry } from '../../bot/product/product.js';
import { type Call, callsOf } from '../../kernel/card/card.js';
import {
  type Fact,
  mayKnow,
  type Plan,
  type RandomWorld,
  randomWorld,
  takeAway,
} from '../support/random-world.js';
import { runs } from '../support/runs.js';

/**
 * Somebody in a random company asks for every record in every way: nothing of a record that the facts of the company
 * forbid stands in any card, form, picker, table or suggestion, before and after rights are taken away.
 */

const access = fc.record({
  sees: fc.constantFrom('self' as const, 'team' as const, 'below' as const, 'all' as const),
  amount: fc.constantFrom('all' as const, 'own' as const, 'none' as const),
  phone: fc.constantFrom('all' as const, 'own' as const, 'none' as const),
});
/** A manager is shown their team's reports, with its records, whatever else they may see. */
const isOddManager = ({ reader: { role, access } }: Plan) => role === 'manager' && access.sees === 'self';
const anyPlan: fc.Arbitrary<Plan> = fc.record({
  reader: fc.record({
    role: fc.constantFrom('viewer' as const, 'rep' as const, 'manager' as const),
    team: fc.constantFrom(0 as const, 0 as const, 1 as const, null),
    access,
  }),
  isBelow: fc.boolean(),
  records: fc.array(
    fc.record({
      kind: fc.constantFrom('deal' as const, 'lead' as const, 'pool' as const),
      team: fc.constantFrom(0 as const, 1 as const),
      owner: fc.constantFrom(0 as const, 1 as const, 'reader' as const),
      shared: fc.boolean(),
    }),
    { minLength: 3, maxLength: 6 },
  ),
  change: fc.constantFrom('unshared' as const, 'viewer' as const, 'left' as const),
  turn: fc.nat(2),
});

const plan = anyPlan.filter((one) => !isOddManager(one));

/** What is said about one record; only of one that is not seen may it be said as an act. */
function linesAbout({ name, initials, numbers }: Fact, isSeen: boolean): string[] {
  const [customer = '', record = ''] = numbers;
  const start = name.slice(0, 2);
  const reading = [
    ...[name, start, initials, customer, record],
    ...[`查 ${start}`, `${name}电话多少`, `${name}谁负责`, `${start}到哪个阶段了`, `问 ${name}报价多少`],
  ];
  const acting = [`抢 ${record}`, `跟 ${start} 电话`, `跟 ${record} 电话`, `推 ${initials}`, `线索 ${name}`];
  return isSeen ? reading : [...reading, ...acting, `商机 ${start}`, `今天拜访了${start}`, `并入 ${record}`];
}

const general = [
  ...['公海', '公海 华东', '公海 华北', '今天', '首页', '漏斗', '停滞', '排行', '周报', '预测', '来源'],
  ...[
    '报表 金额 按 负责人',
    '报表 数量 按 阶段',
    '导出 金额 按 阶段',
    '哪些客户两周没跟',
    '本月商机有哪些',
    '我的数据',
  ],
];

const pickers = ['find name', 'log subject', 'move record', 'claim lead', 'won deal', 'assign record'];

interface Said {
  line: string;
  text: string;
  calls: Call[];
}

const seenIn = (value: unknown): string =>
  JSON.stringify(value, (key, inner) => (['key', 'act', 'messageId'].includes(key) ? undefined : inner));

async function say({ reader }: RandomWorld, line: string): Promise<Said> {
  const { cards, form } = await reader.says(line);
  const calls = cards.flatMap(callsOf);
  await reader.says('取消');
  return { line, text: seenIn([cards, form]), calls };
}

/** Every part of the record that stands in the answer though the reader may not know it. */
function leaksOf(world: RandomWorld, fact: Fact, { line, text }: Said): string[] {
  const may = mayKnow(fact, world);
  const isSaid = (words: string) => line.includes(words);
  const hidden = [
    ...(may.phone ? [] : fact.phones),
    ...(may.amount ? [] : fact.amountForms),
    ...(may.record ? [] : [fact.name, ...fact.numbers].filter((words) => !isSaid(words))),
  ];
  const names =
    !may.record && [fact.name, fact.name.slice(0, 2), fact.initials, ...fact.numbers].some(isSaid);
  // Whom to ask is the manager; whose record it is stays unsaid.
  if (names && fact.ownerName && fact.ownerId !== world.who.id) hidden.push(fact.ownerName);
  return hidden.filter((words) =>
    /^[A-Z]-\d+$/.test(words) ? new RegExp(`${words}(?!\\d)`).test(text) : text.includes(words),
  );
}

const shown = { names: 0, phones: 0, amounts: 0 };

/** Asks a third of all questions; which third is the company's turn. */
async function ask(world: RandomWorld, turn: number, more: readonly Call[]): Promise<Said[]> {
  const { w, reader, facts } = world;
  const inTurn = <T>(all: readonly T[]): T[] => all.filter((_, at) => at % 3 === turn);
  const said: Said[] = [];
  const lines = facts.flatMap((fact) => linesAbout(fact, mayKnow(fact, world).record));
  for (const line of inTurn([...lines, ...general])) said.push(await say(world, line));
  const typed = [
    '',
    ...facts.flatMap(({ name, initials }) => [name.slice(0, 1), name.slice(0, 2), initials]),
  ];
  for (const [picker, words] of inTurn(pickers.flatMap((one) => typed.map((some) => [one, some] as const)))) {
    const [command = '', field = ''] = picker.split(' ');
    const found = await w.suggest(reader, command, field, words);
    said.push({ line: `${picker} ${words}`, text: seenIn(found), calls: [] });
  }
  for (const call of more) {
    const { cards, form } = await reader.calls(call);
    said.push({ line: JSON.stringify(call), text: seenIn([cards, form]), calls: [] });
  }
  return said;
}

function check(world: RandomWorld, said: readonly Said[]): void {
  // `我的数据` quotes what the reader typed before.
  const lines = said.map(({ line }) => line).join('\n');
  const quoting = (one: Said) => (one.line.includes('mydata') ? { ...one, line: lines } : one);
  const leaks = said.flatMap((one) =>
    world.facts.flatMap((fact) =>
      leaksOf(world, fact, quoting(one)).map(
        (words) => `${words} in "${one.line}": ${one.text.slice(0, 600)}`,
      ),
    ),
  );
  expect(leaks).toEqual([]);
  for (const fact of world.facts) {
    const may = mayKnow(fact, world);
    const all = said.map(({ text }) => text).join('\n');
    if (may.record && all.includes(fact.name)) shown.names += 1;
    if (may.phone && all.includes(fact.phones[0] ?? '')) shown.phones += 1;
    if (may.amount && fact.amountForms.some((form) => all.includes(form))) shown.amounts += 1;
  }
}

test('nobody learns anything of a record that they may not see', { timeout: 3_600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(plan, async (one) => {
      const world = await randomWorld(one);
      try {
        const said = await ask(world, one.turn, []);
        check(world, said);
        // Buttons of cards that were given out stay where they are; what only shows is tapped again.
        const calls = said
          .flatMap(({ calls }) => calls)
          .filter(({ command }) => registry.get(command)?.reads);
        const known = [...new Map(calls.map((call) => [JSON.stringify(call), call])).values()];
        await takeAway(world, one.change);
        check(world, await ask(world, (one.turn + 1) % 3, known.slice(0, 12)));
        expect(world.w.incidents).toEqual([]);
      } finally {
        await world.w.close();
      }
    }),
    { numRuns: runs(6, 1_000), endOnFailure: true },
  );
  // The walk looks where the values are.
  expect(Object.entries(shown).filter(([, times]) => times === 0)).toEqual([]);
});
