import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { registry } from '../../bot/product/product.js';
import { type Call, callsOf, type Json } from '../../kernel/card/card.js';
import { seededRandom } from '../../sales/forecast/seeded-random.js';
import { expectConsistent } from '../support/invariants.js';
import { runs } from '../support/runs.js';
import { type Actor, type World, world } from '../support/world.js';

const seed = 20_261_126;
const acts = runs(120, 10_000);
const names = [
  '华为',
  '中兴',
  '花为',
  'hw',
  '星河科技',
  'Acme',
  '"Acme Ltd"',
  '金穗农业',
  'D-1',
  'D-7',
  'L-1',
  'L-3',
  'C-2',
  'T-1',
  'T-9',
  'D-999',
];
const pieces = [
  '30万',
  '¥300,000',
  '三十万',
  '1.5亿',
  '99999999999999999亿',
  '明天',
  '下周三',
  '6月底',
  '2月30日',
  '昨天',
  '@上周五',
  '@张三',
  '@nobody',
  '@',
  '13800000000',
  '#官网',
  '#',
  '>谈判',
  '>',
  '>火星',
  '电话',
  '拜访',
  '微信',
  '9折',
  '70%',
  '王总',
  '价格',
  '竞品',
  '太贵',
  '仍要新建',
  '确认新建',
  '华东',
  '本月',
  '周报',
  '停滞',
  '经理',
  '2小时',
  '价格偏高',
  '取消',
  '1',
  '2',
  '99',
  '?',
  '\u0000',
  '👩‍💻',
  '<!channel>',
  '`*_~',
  "'; drop table deals; --",
  '\u202e',
  '"',
  '“',
  'ＡＢＣ',
  '線索',
  'a'.repeat(3000),
  '\n',
  '=',
  '：',
  '--',
  '{}',
  '[]',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  '-1',
  '1e309',
  '0',
];

describe('random input', () => {
  let w: World;
  let people: Actor[];
  let roll: () => number;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T;

  beforeEach(async () => {
    roll = seededRandom(seed);
    w = await world();
    people = [await w.rep('爱丽丝'), await w.rep('张三'), await w.manager('王经理'), await w.admin('陈晨')];
  });
  afterEach(async () => await w.close());

  const verbs = registry.commands.flatMap((command) => [...command.words.zh, ...command.words.en]);

  function line(): string {
    const words = Array.from({ length: Math.floor(roll() * 5) }, () => pick(pieces));
    const name = roll() < 0.8 ? [pick(names)] : [];
    const verb = roll() < 0.85 ? [pick(verbs)] : [];
    return [...verb, ...name, ...words].join(roll() < 0.95 ? ' ' : '');
  }

  it(`${acts} random lines cause no incident and leave no half act`, {
    timeout: 600_000,
  }, async () => {
    for (let n = 0; n < acts; n++) {
      const said = line();
      const answer = await pick(people).says(said);
      expect(answer.cards.length, said).toBeGreaterThan(0);
      expect(w.incidents, said).toEqual([]);
      if (n % 50 === 0) w.clock.advance(7 * 60_000);
    }
    const { acts: done } = await expectConsistent(w.store);
    expect(done).toBeGreaterThan(acts / 50);
  });

  it(`${acts} random taps cause no incident and leave no half act`, {
    timeout: 600_000,
  }, async () => {
    const seen: Call[] = [];
    for (const name of ['华为', '中兴', '星河科技', '金穗农业'])
      await people[0]?.says(`商机 ${name} ERP 30万 王总`);
    for (const name of ['北辰电气', '松石软件', '远山教育'])
      await people[1]?.says(`线索 ${name} 想看 13800000000`);
    for (let n = 0; n < acts; n++) {
      const call = roll() < 0.7 && seen.length > 0 ? twisted(pick(seen)) : forged();
      const answer = await pick(people).calls(call);
      expect(w.incidents, JSON.stringify(call)).toEqual([]);
      seen.push(...answer.cards.flatMap(callsOf));
      if (seen.length > 400) seen.splice(0, 200);
      if (n % 50 === 0) w.clock.advance(7 * 60_000);
    }
    const { acts: done } = await expectConsistent(w.store);
    // Most forged taps are rightly refused.
    expect(done).toBeGreaterThan(acts / 100);
  });

  /** A button as it was, or with one value changed by a meddler. */
  function twisted(call: Call): Call {
    const keys = Object.keys(call.input);
    const key = pick(keys);
    if (roll() < 0.7 || key === undefined) return call;
    return { ...call, input: { ...call.input, [key]: value() } };
  }

  /** A call no card ever carried. */
  function forged(): Call {
    const command = pick(registry.commands);
    const fields = Object.keys(command.fields).filter(() => roll() < 0.8);
    const input: Record<string, Json> = Object.fromEntries(fields.map((name) => [name, value()]));
    if (roll() < 0.2) input.v = Math.floor(roll() * 5);
    return { command: roll() < 0.97 ? command.name : 'no-such-command', input };
  }

  function value(): Json {
    const odd: Json[] = [
      null,
      true,
      false,
      0,
      -5,
      1.5,
      9e15,
      '',
      [],
      {},
      ['a', 1],
      { a: 1 },
      'price',
      'call',
      'proposal',
      '2026-12-01',
      '2026-99-99',
      '2026-12-01T25:61',
      3_000_000,
    ];
    return roll() < 0.4 ? pick(names) : roll() < 0.5 ? pick(pieces) : pick(odd);
  }
});
