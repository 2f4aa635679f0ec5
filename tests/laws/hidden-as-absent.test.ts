import { afterAll, beforeAll, expect, test } from 'vitest';
import { registry } from '../../bot/product/product.js';
import type { Context } from '../../crm/access/context.js';
import type { Call } from '../../kernel/card/card.js';
import type { Answer } from '../../kernel/chat/chat.js';
import { type Command, fitted } from '../../kernel/command/command.js';
import { everyNth } from '../support/runs.js';
import { type Actor, printed, type World, world } from '../support/world.js';

/**
 * A record that somebody may not see is answered as one that is not there, whatever is said about it; only who creates a
 * lead or a deal of its name, or disputes whose it is, is told whom to ask.
 */

/** Words for another team's records, and words of the same kind that stand for nothing. */
const twins: readonly (readonly [hidden: string, absent: string])[] = [
  ['海豚航运', '白鲸矿业'],
  ['C-1', 'C-9'],
  ['D-1', 'D-9'],
  ['L-1', 'L-9'],
  ['L-2', 'L-8'],
  ['T-1', 'T-9'],
];

/** What creates a record of that name, or disputes it. */
const creates = ['lead', 'deal', 'dispute'];

const recordLookups = [
  'name',
  'customer',
  'subject',
  'opportunity',
  'deal',
  'lead',
  'pooled',
  'held',
  'task',
];

const sentences = [
  'X',
  'X？',
  '今天拜访了X，报价30万，下周三再约',
  '明天去拜访X',
  'X王总说预算批了',
  'X现在到哪一步了？',
  'X的金额改为50万',
  'X赢了，30万',
  '忘掉 X',
  'X 13911110001',
];

let w: World;
let readers: [string, Actor][];
beforeAll(async () => {
  w = await world();
  const north = await w.team('华北');
  await w.manager('周敏');
  const owner = await w.rep('林强');
  await owner.says('商机 海豚航运 ERP 30万 王总').sees('D-1');
  await owner.says('约 D-1 明天 演示').sees('T-1');
  await owner.says('线索 极光电气 13911110001 想看CRM').sees('L-1');
  await owner.says('线索 松石软件 13911110002 想看HR').sees('L-2');
  await w.release('L-2');
  readers = [
    ['rep', await w.rep('华强', north)],
    ['viewer', await w.viewer('何静', north)],
    ['manager', await w.manager('沈岩', north)],
    ['without a team', await w.rep('游青', null)],
  ];
  for (const [, reader] of readers) await reader.says('帮');
});
afterAll(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

/** Everything that comes back, with N for the words that were said. */
function told({ cards, form, quiet, open, replaces }: Answer, words: string): string {
  const shown = [...cards.map(printed), JSON.stringify({ cards, form, quiet, open, replaces })];
  return shown
    .join('\n')
    .replace(/"(actId|act|at)":"[^"]*"/g, '')
    .replaceAll(words, 'N');
}

async function answersTo(reader: Actor, act: (words: string) => Promise<Answer>, twin: readonly string[]) {
  const answers: string[] = [];
  for (const words of twin) {
    answers.push(told(await act(words), words));
    await reader.says('取消');
    // An answer ends the count of misses, after which the bot explains.
    await reader.says('帮');
  }
  return answers;
}

/** In an ordinary run the readers and the records take turns, in the whole run each reader tries everything. */
const readersFor = (turn: number): [string, Actor][] => everyNth(readers, readers.length, turn);
const twinsFor = (turn: number) => everyNth(twins, 3, turn);

test('a sentence about a hidden record is answered like one about a record that is not there', async () => {
  for (const [turn, sentence] of sentences.entries())
    for (const [who, reader] of readersFor(turn))
      for (const twin of twinsFor(turn)) {
        const say = async (words: string) => await reader.says(sentence.replace('X', words));
        const [hidden, absent] = await answersTo(reader, say, twin);
        expect(hidden, `${who}: ${sentence} ${twin}`).toBe(absent);
      }
});

/** The fields of a command that name a record. */
const recordFields = (command: Command<Context>): string[] =>
  Object.entries(command.fields).flatMap(([name, { lookup }]) =>
    recordLookups.includes(lookup ?? '') ? [name] : [],
  );

/** The commands that are about a record. */
const about = registry.commands.filter(
  (command) => !creates.includes(command.name) && recordFields(command as Command<Context>).length > 0,
);

test.each(about.map((command, turn) => [command.name, command, turn] as const))(
  '%s tells nothing of a hidden record',
  async (_, declared, turn) => {
    for (const [who, reader] of readersFor(turn)) {
      const command = fitted(declared as Command<Context>, await w.contextOf(reader));
      const typed = command.words.zh[0];
      for (const field of recordFields(command))
        for (const twin of twinsFor(turn)) {
          const input = (words: string): Call['input'] => ({
            [field]: words,
            note: '谈了价格',
            reason: '价格',
          });
          const call = async (words: string) =>
            await reader.calls({ command: command.name, input: input(words) });
          const [hidden, absent] = await answersTo(reader, call, twin);
          expect(hidden, `${who}: ${command.name} ${field}=${twin}`).toBe(absent);
          if (!typed) continue;
          const say = async (words: string) => await reader.says(`${typed} ${words} 价格偏高 下周三再约`);
          const [hiddenSaid, absentSaid] = await answersTo(reader, say, twin);
          expect(hiddenSaid, `${who}: ${typed} ${twin}`).toBe(absentSaid);
        }
    }
  },
);
