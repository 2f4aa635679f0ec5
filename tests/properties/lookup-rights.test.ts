import { afterAll, beforeAll, expect, test } from 'vitest';
import { registry } from '../../bot/product/product.js';
import type { Context } from '../../crm/access/context.js';
import { lookups } from '../../crm/field-lookups/lookups.js';
import { fitted } from '../../kernel/command/command.js';
import { ChooseError } from '../../kernel/command/errors.js';
import { everyNth } from '../support/runs.js';
import { type Actor, type World, world } from '../support/world.js';

/** Every lookup that there is, tried by a rep, a viewer and a manager of another team and by somebody without one. */

const secrets = [
  '海豚航运',
  '极光电气',
  '松石软件',
  '13911110001',
  '13911110002',
  '林强',
  'D-1',
  'L-1',
  'L-2',
  'T-1',
];
const numbers = ['C-1', 'C-2', 'C-3', 'D-1', 'L-1', 'L-2', 'T-1', '1', '2'];
const typed = [
  ...[
    '海豚航运',
    '海豚',
    '海',
    'hthy',
    'haitunhangyun',
    '海屯航运',
    '海豚航',
    '极光',
    'jgdq',
    '松石',
    'ssrj',
  ],
  ...numbers,
  ...['', '王总', '林'],
];

let w: World;
let owner: Actor;
const readers: [string, Context][] = [];
beforeAll(async () => {
  w = await world();
  const north = await w.team('华北');
  await w.manager('周敏');
  owner = await w.rep('林强');
  await owner.says('商机 海豚航运 ERP 30万 王总');
  await owner.says('约 D-1 明天 演示');
  await owner.says('线索 极光电气 13911110001 想看CRM');
  await owner.says('线索 松石软件 13911110002 想看HR');
  await w.release('L-2');
  const others = [
    await w.rep('华强', north),
    await w.viewer('何静', north),
    await w.manager('沈岩', north),
    await w.rep('游青', null),
  ];
  for (const one of others) {
    await one.says('帮');
    readers.push([one.id, await w.contextOf(one)]);
  }
});
afterAll(async () => await w.close());

/** What comes back, an error and its choices included. */
async function given(ask: () => Promise<unknown> | undefined): Promise<string> {
  try {
    return JSON.stringify((await ask()) ?? null);
  } catch (error) {
    const options = error instanceof ChooseError ? error.options : [];
    return `${error instanceof Error ? error.message : error} ${JSON.stringify(options)}`;
  }
}

/** In an ordinary run the readers take turns, in the whole run each tries everything. */
const readersFor = (turn: number) => everyNth(readers, readers.length, turn);

test.each(Object.keys(lookups).map((name, turn) => [name, turn] as const))(
  'the lookup %s tells nothing of another team’s records',
  async (name, turn) => {
    const lookup = lookups[name];
    for (const [who, ctx] of readersFor(turn)) {
      for (const words of typed) {
        const answers = [
          await given(async () => await lookup?.find(words, { ...ctx }, 'field')),
          await given(async () => await lookup?.search?.(words, { ...ctx })),
          await given(async () => await lookup?.choices?.({ ...ctx })),
        ].join('\n');
        const isSaid = (secret: string) => words.includes(secret) || secret === `L-${words}`;
        const told = secrets.filter((secret) => !isSaid(secret) && answers.includes(secret));
        // A colleague's name is no secret where colleagues are looked up.
        const isOfPeople = name === 'person' || name === 'whose';
        expect(
          told.filter((secret) => !(isOfPeople && secret === '林强')),
          `${who}: ${words}`,
        ).toEqual([]);
      }
    }
  },
);

test('a lookup does not take the name or number of another team’s record', async () => {
  const records = ['name', 'customer', 'subject', 'opportunity', 'deal', 'lead', 'pooled', 'held', 'task'];
  for (const [turn, name] of records.entries())
    for (const [who, ctx] of readersFor(turn))
      for (const words of typed.filter((one) => one !== ''))
        await expect(
          lookups[name]?.find(words, { ...ctx }, 'field'),
          `${who}: ${name} ${words}`,
        ).rejects.toThrow();
});

test('a record of another team’s pool is answered as one that does not exist', async () => {
  for (const [, ctx] of readers) {
    const answer = async (number: string) =>
      (await given(async () => await lookups.pooled?.find(number, { ...ctx }, 'field'))).replace(number, 'N');
    expect(await answer('L-2')).toBe(await answer('L-9'));
    expect(await answer('C-3')).toBe(await answer('C-9'));
  }
});

test('every field that looks something up names a lookup that is tried here', () => {
  const [, ctx] = readers[0] as [string, Context];
  const named = registry.commands.flatMap((command) =>
    Object.values(fitted(command, ctx).fields).flatMap(({ lookup }) => lookup ?? []),
  );
  expect([...new Set(named)].filter((name) => !lookups[name])).toEqual([]);
});
