import { asc, gt } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { allCommands } from '../../commands/register-commands.js';
import type { Context } from '../../crm/access/context.js';
import type { Call, Json } from '../../kernel/card/card.js';
import { type Command, fitted } from '../../kernel/command/command.js';
import { type ChangeKind, changeKind } from '../../sales/people/change-kinds.js';
import { everyNth } from '../support/runs.js';
import type { World } from '../support/world.js';
import { actingRoles, buildCompany, type Company, companyCopy, groupName, type Records } from './company.js';
import { changesBetween, recordRows } from './record-tables.js';

/**
 * What only looks leaves every record and the log as they were. It may leave behind what tells of the look: a newcomer's
 * first step, a question that nobody could answer, an export.
 */

/** Those kinds, and the tables that they write. */
const traces: readonly ChangeKind[] = ['step.noted', 'question.asked', 'report.exported'];
const traceTables: readonly string[] = ['firstSteps', 'openQuestions'];

const reading = allCommands.filter(({ reads }) => reads) as Command<Context>[];
/** Commands that only look if they are given nothing to write. */
const looking = allCommands.filter(({ looks }) => looks) as Command<Context>[];

const roleAndPlace = actingRoles.flatMap((role) =>
  (['private', 'group'] as const).map((place) => ({ role, place })),
);
const states = ['mine', 'other', 'pool'] as const;

/** All roles in all places in the whole run; else one of each for a command, in turn. */
const lookers = (turn: number) => everyNth(roleAndPlace, roleAndPlace.length, turn);
/** The states of the records that are looked at, in turn as well. */
const statesFor = (turn: number) => everyNth(states, states.length, turn);

let company: Company;
beforeAll(async () => {
  company = await buildCompany('zh');
});

/** Words for each kind of field, of records of the speaker and of others. */
function wordsFor(lookup: string | undefined, name: string, { customer, deal, lead, task }: Records): Json[] {
  if (lookup === 'person') return [company.teammate.person.id];
  if (lookup === 'team') return ['华东'];
  if (lookup === 'task') return [`T-${task.no}`];
  if (lookup === 'lead' || lookup === 'pooled' || name === 'lead') return [`L-${lead.no}`];
  if (lookup === 'deal' || name === 'deal') return [`D-${deal.no}`];
  return [`C-${customer.no}`, `D-${deal.no}`, `L-${lead.no}`, '本月', '1', '为什么丢单'];
}

/** Calls with nothing, with each field alone, and with all of them. */
function callsOf(command: Command<Context>, context: Context, records: Records): Call[] {
  const inputs: Record<string, Json>[] = [{}];
  const whole: Record<string, Json> = {};
  for (const [name, field] of Object.entries(fitted(command, context).fields)) {
    const choices = field.choices?.map(({ value }) => value);
    const words = field.kind === 'flag' ? [true] : (choices ?? wordsFor(field.lookup, name, records));
    for (const value of words) inputs.push({ [name]: value });
    whole[name] = words[0] ?? null;
  }
  return [...inputs, whole]
    .filter((input) => command.reads || command.looks?.(input))
    .map((input) => ({ command: command.name, input }));
}

/** Examples that are no other command's: `报表 存 大单 …` ("save the report big deals …") is. */
const examplesOf = ({ examples, instead }: Command<Context>): string[] =>
  examples.zh.filter((line) => instead?.(line.replace(/^\S+\s*/, '')) === undefined);

async function eventsIn(w: World, after = '') {
  const { q, t } = w.store.db;
  return await q.select().from(t.events).where(gt(t.events.id, after)).orderBy(asc(t.events.id));
}

/** What has been written that is no trace of a look. */
async function written(w: World, act: () => Promise<unknown>): Promise<string[]> {
  const rows = await recordRows(w.store.db);
  const last = (await eventsIn(w)).at(-1)?.id;
  await act();
  const changed = changesBetween(rows, await recordRows(w.store.db)).filter(
    ({ table }) => !traceTables.includes(table),
  );
  const events = (await eventsIn(w, last)).filter(({ kind }) => !traces.includes(kind as ChangeKind));
  return [
    ...changed.map(({ table, columns }) => `${table} ${columns}`),
    ...events.map(({ kind }) => `event ${kind}`),
  ];
}

it('the traces of a look stay when it is over, and are all that a reading command declares', () => {
  expect(traces.filter((kind) => !changeKind(kind).stays)).toEqual([]);
  const declared = reading.flatMap(({ name, changes }) => changes.map((kind) => ({ name, kind })));
  expect(declared.filter(({ kind }) => !traces.includes(kind as ChangeKind))).toEqual([]);
});

describe.each([...reading, ...looking].map((command, turn) => [command.name, command, turn] as const))(
  '%s',
  (_, command, turn) => {
    it('writes no record and no event, whoever looks and wherever', async () => {
      const w = await companyCopy(company);
      for (const { role, place } of lookers(turn)) {
        const actor = company.actors[role].of(w);
        await actor.says('帮');
        const context = await w.contextOf(actor);
        if (place === 'group') actor.in(groupName);
        const wrote = await written(w, async () => {
          for (const state of statesFor(turn))
            for (const call of callsOf(command, context, company.records[role][state]))
              await actor.calls(call);
          for (const line of command.reads ? examplesOf(command) : []) await actor.says(line);
        });
        expect(wrote, `${role} in ${place}`).toEqual([]);
      }
      expect(w.incidents).toEqual([]);
      await w.close();
    });
  },
);
