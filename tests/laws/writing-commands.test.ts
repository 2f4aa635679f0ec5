import { asc, gt } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { registry } from '../../bot/product/product.js';
import { allCommands } from '../../commands/register-commands.js';
import type { Role } from '../../kernel/command/roles.js';
import { type ChangeKind, changeKind } from '../../sales/people/change-kinds.js';
import type { Event } from '../../store/schema/row-types.js';
import { isStored } from '../../store/unit/record-types.js';
import { locales, textsIn } from '../../texts/languages.js';
import { runs } from '../support/runs.js';
import { printed, type World } from '../support/world.js';
import { type LawfulAct, lawfulActs } from './acts.js';
import {
  actingRoles,
  buildCompany,
  type Company,
  companyCopy,
  groupName,
  type RecordState,
} from './company.js';
import { changesBetween, type RecordRows, recordRows, untoldChanges } from './record-tables.js';

interface Case {
  act: LawfulAct;
  state: RecordState;
  role: Role;
  place: 'private' | 'group';
  isDone: boolean;
}

const writing = allCommands.filter(({ changes }) => changes.length > 0);

const cases: Case[] = lawfulActs.flatMap((act) =>
  Object.entries(act.may).flatMap(([state, may]) =>
    actingRoles.flatMap((role) =>
      (['private', 'group'] as const)
        .filter((place) => !act.only || act.only === place)
        .map((place) => ({
          ...{ act, state: state as RecordState, role, place },
          isDone: may.includes(role),
        })),
    ),
  ),
);

const titleOf = ({ act, state, role, place, isDone }: Case): string =>
  `${act.command}${act.about ? ` ${act.about}` : ''}: ${role}, ${state}, ${place}: ${isDone ? 'done' : 'refused'}`;

/** Every n-th case, another one for each act and each outcome. */
function chosen(of: readonly Case[], every: number): Case[] {
  return of.filter((_, at) => at % every === 0);
}

const everyRefused = runs(61, 1);
const everyDone = runs(37, 1);
const refused = chosen(
  cases.filter((one) => !one.isDone),
  everyRefused,
);
const done = chosen(
  cases.filter((one) => one.isDone),
  everyDone,
);

const companies = {} as Record<'zh' | 'en', Company>;
beforeAll(async () => {
  for (const locale of locales) companies[locale] = await buildCompany(locale);
});

async function eventsSince(w: World, id: string): Promise<Event[]> {
  const { q, t } = w.store.db;
  return await q.select().from(t.events).where(gt(t.events.id, id)).orderBy(asc(t.events.id));
}

async function lastEventId(w: World): Promise<string> {
  return (await eventsSince(w, '')).at(-1)?.id ?? '';
}

/** Does it as a tap of the person; returns what the answer says. */
async function tap(w: World, company: Company, one: Case, call: { command: string; input: object }) {
  const actor = company.actors[one.role].of(w);
  if (one.place === 'group') actor.in(groupName);
  const answer = await actor.calls(call as never);
  return { actor, answer, said: answer.cards.map(printed).join('\n') };
}

const inputOf = (company: Company, { act, state, role }: Case) =>
  act.input(company.records[role][state], company, role);

/** Names of who may, in a refusal: roles, or people. */
function namesWhoMay(said: string, locale: 'zh' | 'en'): boolean {
  const { dispatch, permission } = textsIn(locale);
  const people = ['周经理', '吴经理', '东甲', '东乙', '南丙', '陈管', '东观', '东丁'];
  const roles = [dispatch.manager, dispatch.admin, dispatch.rep, permission.admin, permission.manager(null)];
  return [...people, ...roles].some((name) => said.includes(name));
}

describe('the table of acts', () => {
  it('has every command that changes records', () => {
    const known = new Set(lawfulActs.map(({ command }) => command));
    const missing = writing.map(({ name }) => name).filter((name) => !known.has(name));
    // What was told last is the speaker's own, and is moved by writing it again.
    expect(missing.filter((name) => !['today', 'told-move'].includes(name))).toEqual([]);
  });

  it('has words for every kind of change that undo takes back', () => {
    const undone = writing
      .flatMap(({ changes }) => changes as ChangeKind[])
      .filter((kind) => isStored(changeKind(kind).of) && !changeKind(kind).stays);
    for (const locale of locales) {
      const { kinds } = textsIn(locale).work;
      expect([...new Set(undone)].filter((kind) => !kinds[kind])).toEqual([]);
    }
  });
});

describe('a refused act', () => {
  // Nothing changes in it, so that all cases share it.
  const worlds = {} as Record<'zh' | 'en', { w: World; rows: RecordRows }>;
  beforeAll(async () => {
    for (const locale of locales) {
      const w = await companyCopy(companies[locale]);
      worlds[locale] = { w, rows: await recordRows(w.store.db) };
    }
  });

  it.each(refused.map((one) => [titleOf(one), one] as const))('%s', async (title, one) => {
    const locale = title.length % 2 ? 'zh' : 'en';
    const company = companies[locale];
    const given = one.act.first?.(company.records[one.role][one.state], company, one.role);
    const w = given ? await companyCopy(company) : worlds[locale].w;
    if (given) await tap(w, company, { ...one, role: 'admin' }, given);
    const before = given ? await recordRows(w.store.db) : worlds[locale].rows;
    const last = await lastEventId(w);
    const { answer, said } = await tap(w, company, one, {
      command: one.act.command,
      input: inputOf(company, one),
    });
    expect(w.incidents).toEqual([]);
    const after = await recordRows(w.store.db);
    // One that was done after all must not fail those that follow.
    if (!given) worlds[locale].rows = after;
    expect(changesBetween(before, after)).toEqual([]);
    expect(await eventsSince(w, last)).toEqual([]);
    const t = textsIn(locale).dispatch;
    const [card] = answer.cards;
    expect([t.denied, t.forbidden, t.notUnderstood], said).toContain(card?.title);
    if (card?.title === t.denied) expect(namesWhoMay(said, locale), said).toBe(true);
  });
});

describe('an act that is done', () => {
  it.each(done.map((one) => [titleOf(one), one] as const))('%s', async (title, one) => {
    const locale = title.length % 2 ? 'zh' : 'en';
    const company = companies[locale];
    const w = await companyCopy(company);
    const first = one.act.first?.(company.records[one.role][one.state], company, one.role);
    if (first) await tap(w, company, one, first);
    const before = await recordRows(w.store.db);
    const last = await lastEventId(w);
    const { actor, said } = await tap(w, company, one, {
      command: one.act.command,
      input: inputOf(company, one),
    });
    expect(w.incidents).toEqual([]);
    const after = await recordRows(w.store.db);
    const changes = changesBetween(before, after);
    const events = await eventsSince(w, last);
    expect(events.length, said).toBeGreaterThan(0);
    expect(new Set(events.map(({ actId }) => actId)).size).toBe(1);
    const declared = new Set<string>(registry.get(one.act.command)?.changes);
    expect(events.map(({ kind }) => kind).filter((kind) => !declared.has(kind))).toEqual([]);
    expect(events.map(({ personId }) => personId)).toEqual(
      events.map(() => company.actors[one.role].person.id),
    );
    expect(untoldChanges(changes, events)).toEqual([]);
    if (one.act.undo === 'passes') return;
    const undone = await actor.says(locale === 'zh' ? '撤' : 'undo');
    expect(w.incidents).toEqual([]);
    const words = undone.cards.map(printed).join('\n');
    const isNever = one.act.undo === 'never';
    expect(changesBetween(isNever ? after : before, await recordRows(w.store.db)), words).toEqual([]);
    // Whoever chose another language is answered in that one.
    const titles = locales
      .map((each) => textsIn(each))
      .map((t) => (isNever ? t.dispatch.forbidden : t.work.undone));
    expect(titles, words).toContain(undone.cards[0]?.title);
  });
});
