import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { knownPlatforms } from '../../bot/platforms/known-platforms.js';
import { recomputeDealClocks } from '../../bot/product/deal-clocks.js';
import { ProcessFile } from '../../bot/product/process-file.js';
import { calendarOf, makeDispatch, type ProductDeps } from '../../bot/product/product.js';
import type { Context } from '../../crm/access/context.js';
import { type Action, actionsOf, type Button, type Call, type Card } from '../../kernel/card/card.js';
import { askedCall } from '../../kernel/card/sure-call.js';
import type { Answer, PlaceRef, Platform } from '../../kernel/chat/chat.js';
import type { Role } from '../../kernel/command/roles.js';
import type { Model } from '../../kernel/model/model-port.js';
import { FixedClock } from '../../kernel/time/clock.js';
import { addDays } from '../../kernel/time/dates.js';
import { instantOf, localDate } from '../../kernel/time/zone.js';
import { type Process, parseProcess } from '../../sales/process/parse-process.js';
import { customerById } from '../../store/customers/customer-queries.js';
import type { Store } from '../../store/engine/store.js';
import { leadByNo } from '../../store/leads/lead-queries.js';
import { findPlace } from '../../store/people/place-queries.js';
import { saveSetupCode } from '../../store/people/setup-code.js';
import type { Person, Team } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { linkIdentity, updatePerson } from '../../store/unit/rows/person-rows.js';
import { addProcessVersion } from '../../store/unit/rows/process-rows.js';
import { createTeam } from '../../store/unit/rows/team-rows.js';
import { unitOfNobody } from '../../store/unit/unit.js';
import type { Locale } from '../../texts/languages.js';
import { changeCustomer, changeLead, createPersonFor, updateTeam } from './change-rows.js';
import { dialogueStore } from './databases.js';

const zone = 'Asia/Shanghai';
const yaml = readFileSync(join(import.meta.dirname, '../../process.yaml'), 'utf8');

export const processOfTests = (() => {
  const parsed = parseProcess(yaml);
  if (!parsed.ok) throw new Error('process.yaml is bad');
  return parsed.process;
})();

/** The shipped process, but a win needs no more than its amount: for tests of what comes after it. */
export const winsAtOnce: Process = { ...processOfTests, wins: { require: 'won' } };

/** Thursday 2026-11-26, 10:00 in Shanghai: a plain workday. */
const start = instantOf('2026-11-26', '10:00', zone);

/** Every card as a person would read it, buttons in brackets. */
export function printed(card: Card): string {
  const lines = [`# ${card.title}`, card.subtitle ?? ''];
  for (const node of card.nodes) {
    if (node.kind === 'text' || node.kind === 'context') lines.push(node.text);
    if (node.kind === 'fields') lines.push(...node.items.map((item) => `${item.label}: ${item.value}`));
    if (node.kind === 'table')
      lines.push(...[node.columns.map((c) => c.label), ...node.rows].map((row) => row.join(' | ')));
    if (node.kind === 'actions') lines.push(node.items.map(printedAction).join(' '));
  }
  return lines.filter(Boolean).join('\n');
}

function printedAction(action: Action): string {
  if (action.kind === 'select')
    return `[${action.label}: ${action.options.map((one) => one.label).join(' / ')}]`;
  return `[${action.label}]`;
}

export interface WorldOptions {
  locale?: Locale;
  /** Another database than a fresh one, already migrated. */
  store?: Store;
  at?: Date;
  /** Other rules than those of process.yaml. */
  process?: Process;
  /** A model to ask, on this world's database and clock. */
  model?: (deps: { store: Store; clock: FixedClock }) => Model;
  /** A process file of one's own, followed as the product does. */
  processFile?: string;
}

export async function world(options: WorldOptions = {}): Promise<World> {
  const store = options.store ?? (await dialogueStore());
  const clock = new FixedClock(options.at ?? start);
  const made = new World(
    store,
    clock,
    options.locale ?? 'zh',
    options.process,
    options.model?.({ store, clock }),
  );
  if (options.processFile) await made.follow(options.processFile);
  else await store.tx((tx) => addProcessVersion(tx, { hash: 'shipped', yaml, createdAt: clock.now() }));
  made.east = await made.team('华东');
  return made;
}

/** A company in a fresh database: people who say and tap, through the real dispatcher. */
export class World {
  east!: Team;
  readonly incidents: unknown[] = [];
  readonly cards: Card[] = [];
  private events = 0;
  private readonly dispatch;
  private file: ProcessFile | undefined;

  constructor(
    readonly store: Store,
    readonly clock: FixedClock,
    readonly locale: Locale,
    readonly process: Process = processOfTests,
    readonly model?: Model,
  ) {
    this.dispatch = makeDispatch({
      store,
      clock,
      locale,
      timeZone: zone,
      process: this.rules(),
      model,
      incident: (error) => {
        this.incidents.push(error);
        return `I-${this.incidents.length}`;
      },
    });
  }

  /** The rules in force: those of the file, once it is followed. */
  private rules(): ProductDeps['process'] {
    const inForce = () => this.file?.inForce ?? { process: this.process, version: 1 };
    return {
      current: async () => (await this.file?.current()) ?? inForce(),
      get inForce() {
        return inForce();
      },
    };
  }

  async follow(path: string): Promise<void> {
    const { store, clock, locale } = this;
    const refused = (error: unknown) => this.incidents.push(error);
    this.file = new ProcessFile(path, store, clock, refused, { locale, timeZone: zone });
    await this.file.refresh();
  }

  /** What the product does every two seconds: look whether the process file was saved. */
  async looksAtFile(): Promise<void> {
    await this.file?.refresh();
  }

  /** What the product does once another process file is in force. */
  async reclock(): Promise<number> {
    return await recomputeDealClocks({
      store: this.store,
      clock: this.clock,
      timeZone: zone,
      process: this.rules(),
    });
  }

  /** What a command would be given if this person spoke now. */
  async contextOf(actor: Actor): Promise<Context> {
    const at = { today: this.today, locale: this.locale };
    const place = await findPlace(this.store.db, 'sandbox', `private-${actor.id}`);
    if (!place) throw new Error(`${actor.id} has not spoken yet`);
    const given = {
      db: this.store.db,
      person: actor.person,
      place,
      platform: 'sandbox' as const,
      now: this.clock.now(),
    };
    const rules = {
      process: processOfTests,
      processVersion: 1,
      calendar: calendarOf(processOfTests),
      platforms: knownPlatforms,
    };
    const unit = unitOfNobody(this.store.db, this.clock.now(), 'sandbox', 'test');
    const company = { locale: this.locale, timeZone: zone };
    return { ...given, ...rules, company, unit, locale: this.locale, zone, at, words: '', actId: 'test' };
  }

  async leaveTeam(tx: Db, personId: string): Promise<void> {
    await updatePerson(tx, personId, { teamId: null });
  }

  /** The same database and clock under a new dispatcher, as after a restart. */
  restarted(): World {
    return this.again(this.store, this.clock, this.events + 1_000_000);
  }

  /** The same company at the same moment on a copy of its database. */
  onCopy(store: Store): World {
    return this.again(store, new FixedClock(this.clock.now()), this.events);
  }

  private again(store: Store, clock: FixedClock, events: number): World {
    const again = new World(store, clock, this.locale, this.process, this.model);
    again.events = events;
    again.east = this.east;
    return again;
  }

  /** Somebody known from before. */
  actor(name: string): Actor {
    return new Actor(this, name, undefined);
  }

  get today(): string {
    return localDate(this.clock.now(), zone);
  }

  async close(): Promise<void> {
    await this.store.close();
  }

  async team(name: string): Promise<Team> {
    return await this.store.tx((tx) => createTeam(tx, { name, timeZone: zone }, this.clock.now()));
  }

  async rep(name: string, team: Team | null = this.east): Promise<Actor> {
    return await this.person(name, 'rep', team);
  }

  async viewer(name: string, team: Team | null = this.east): Promise<Actor> {
    return await this.person(name, 'viewer', team);
  }

  async manager(name: string, team: Team = this.east): Promise<Actor> {
    const actor = await this.person(name, 'manager', team);
    await this.store.tx((tx) => updateTeam(tx, team.id, { managerId: actor.person.id }));
    return actor;
  }

  async admin(name: string): Promise<Actor> {
    return await this.person(name, 'admin', null);
  }

  /** Somebody nobody has met: known to the platform only. */
  stranger(name: string): Actor {
    return new Actor(this, name, undefined);
  }

  async setupCode(code: string): Promise<void> {
    await this.store.tx((tx) => saveSetupCode(tx, code));
  }

  /** Puts a lead into the pool, as the clock does after days without a follow-up. */
  async release(number: string): Promise<void> {
    await this.store.tx(async (tx) => {
      const lead = await leadByNo(tx, Number(number.slice(2)));
      if (!lead) throw new Error(`no lead ${number}`);
      const free = {
        status: 'pool' as const,
        ownerId: null,
        respondBy: null,
        poolAt: null,
        teamId: this.east.id,
      };
      await changeLead(tx, lead, free);
      const customer = await customerById(tx, lead.customerId);
      if (customer) await changeCustomer(tx, customer, { ownerId: null });
    });
  }

  private async person(name: string, role: Role, team: Team | null): Promise<Actor> {
    const now = this.clock.now();
    const person = await this.store.tx(async (tx) => {
      const made = await createPersonFor(tx, 'sandbox', name, { name, locale: this.locale }, now);
      await updatePerson(tx, made.id, { role, teamId: team?.id ?? null });
      return { ...made, role, teamId: team?.id ?? null };
    });
    return new Actor(this, name, person);
  }

  /** The next calendar day at that hour. */
  nextDay(time = '10:00'): void {
    this.clock.set(instantOf(addDays(this.today, 1), time, zone));
  }

  later(days: number, time = '10:00'): void {
    this.clock.set(instantOf(addDays(this.today, days), time, zone));
  }

  nextEvent(): string {
    this.events += 1;
    return `e${this.events}`;
  }

  say = (call: Call, locale?: Locale): string => this.dispatch.say(call, locale);

  /** What a line means that somebody might say in a place; nothing is carried out. */
  async meaningOf(person: Person, { id }: PlaceRef, line: string) {
    const place = await findPlace(this.store.db, 'sandbox', id);
    if (!place) throw new Error(`nobody has spoken in ${id} yet`);
    return (await this.dispatch.explainLine({ person, place, platform: 'sandbox', line }))[0];
  }

  async receive(
    speaker: string,
    place: PlaceRef,
    act: Parameters<typeof this.dispatch.receive>[0]['act'],
    id = this.nextEvent(),
    platform: Platform = 'sandbox',
    thread?: string,
  ): Promise<Answer> {
    this.clock.advance(1000);
    const answer = await this.dispatch.receive({
      id,
      platform,
      speaker: { id: speaker, name: speaker },
      place,
      thread,
      act,
    });
    this.cards.push(...answer.cards);
    return answer;
  }

  /** Somebody says something on a platform that sends this name, or none. */
  async hears(id: string, name: string | undefined, place: PlaceRef, text: string): Promise<Answer> {
    this.clock.advance(1000);
    const act = { kind: 'say' as const, text };
    const said = { id: this.nextEvent(), platform: 'sandbox' as const, speaker: { id, name }, place, act };
    return await this.dispatch.receive(said);
  }

  /** What a picker offers for what was typed so far, in the person's private chat. */
  async suggest(actor: Actor, command: string, field: string, words: string) {
    const place = { id: `private-${actor.id}`, kind: 'private' as const };
    const speaker = { id: actor.id, name: actor.id };
    return await this.dispatch.suggest({ platform: 'sandbox', speaker, place, command, field, words });
  }

  /** Somebody from outside the company speaks in a group. */
  async outsider(group: string, name: string): Promise<Answer> {
    return await this.dispatch.receive({
      id: this.nextEvent(),
      platform: 'sandbox',
      speaker: { id: name, name, outsider: true },
      place: { id: group, kind: 'group', name: group },
      act: { kind: 'say', text: '你好' },
    });
  }

  /** The same person on another platform, under that id. */
  async link(actor: Actor, platform: Platform, id: string): Promise<Actor> {
    await this.store.tx((tx) => linkIdentity(tx, platform, id, actor.person.id, this.clock.now()));
    return new Actor(this, id, actor.person).on(platform);
  }

  /** What a message shows now, drawn for those who read it; undefined if it stays as it was. */
  async redrawn({ id }: PlaceRef, messageId: string): Promise<Card | undefined> {
    let shown: Card | undefined;
    await this.dispatch.redraw('sandbox', { id, kind: 'group' }, messageId, async (card) => {
      shown = card;
      return { ok: true, messageId };
    });
    return shown;
  }

  /** The card became a message, so that a reply finds its subject. */
  async posted(place: PlaceRef, card: Card): Promise<string> {
    const messageId = this.nextEvent();
    await this.dispatch.posted('sandbox', place, messageId, card);
    return messageId;
  }
}

type Expected = RegExp | string;

/** An id of a row, which no text may show to people. */
const internalId = /\b1[0-9A-HJKMNP-TV-Z]{19}\b/;

/** What came back: `await alice.says('…').sees(/…/)`. */
export class Said implements PromiseLike<Answer> {
  private readonly checks: ((answer: Answer) => void)[] = [];

  constructor(private readonly answered: Promise<Answer>) {}

  /** The words stand on the cards. */
  sees(...words: Expected[]): this {
    return this.check((text) => {
      for (const word of words) {
        if (typeof word === 'string') expect(text).toContain(word);
        else expect(text).toMatch(word);
      }
    });
  }

  misses(...words: Expected[]): this {
    return this.check((text) => {
      for (const word of words) {
        if (typeof word === 'string') expect(text).not.toContain(word);
        else expect(text).not.toMatch(word);
      }
    });
  }

  private check(check: (text: string) => void): this {
    this.checks.push((answer) => check(answer.cards.map(printed).join('\n---\n')));
    return this;
  }

  // biome-ignore lint/suspicious/noThenProperty: it is awaited like the promise it wraps
  then<A = Answer, B = never>(
    done?: ((value: Answer) => A | PromiseLike<A>) | null,
    failed?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    const checked = this.answered.then((answer) => {
      expect(answer.cards.map(printed).join('\n')).not.toMatch(internalId);
      for (const check of this.checks) check(answer);
      return answer;
    });
    return checked.then(done, failed);
  }
}

/** A person at the keyboard. */
export class Actor {
  last: Answer = { cards: [] };
  place: PlaceRef;
  private platform: Platform = 'sandbox';

  constructor(
    private readonly world: World,
    readonly id: string,
    private readonly known: Person | undefined,
  ) {
    this.place = { id: `private-${id}`, kind: 'private', name: id };
  }

  get person(): Person {
    if (!this.known) throw new Error(`${this.id} is a stranger`);
    return this.known;
  }

  /** The same person in a copy of the company. */
  of(world: World): Actor {
    return new Actor(world, this.id, this.known);
  }

  /** From now on on another platform, where nobody knows who they are. */
  on(platform: Platform): this {
    this.platform = platform;
    return this;
  }

  /** From now on in that group. */
  in(group: string): this {
    this.place = { id: group, kind: 'group', name: group };
    return this;
  }

  /** Goes back to their private chat. */
  alone(): this {
    this.place = { id: `private-${this.id}`, kind: 'private' };
    return this;
  }

  says(
    text: string,
    more: { id?: string; replyTo?: string; quoted?: string; isOverheard?: boolean } = {},
  ): Said {
    const { id: _id, ...about } = more;
    const act = { kind: 'say' as const, text, ...about };
    return new Said(this.remember(this.world.receive(this.id, this.place, act, more.id, this.platform)));
  }

  /** What a line would mean here and now. */
  async means(line: string) {
    return await this.world.meaningOf(this.person, this.place, line);
  }

  /** Says it in answer to the last card. */
  replies(text: string): Said {
    return new Said(
      (async () => {
        const card = this.last.cards[0];
        if (!card) throw new Error('no card to answer');
        const replyTo = await this.world.posted(this.place, card);
        return await this.says(text, { replyTo });
      })(),
    );
  }

  /** Taps the button (or the option of a select) of the last answer. */
  taps(label: string, more: { id?: string } = {}): Said {
    const call = this.callOf(label);
    return this.calls(call, more);
  }

  calls(call: Call, more: { id?: string } = {}): Said {
    const act = { kind: 'tap' as const, call };
    return new Said(this.remember(this.world.receive(this.id, this.place, act, more.id, this.platform)));
  }

  /** Fills the form of the last answer. */
  fills(fields: Record<string, string>): Said {
    const form = this.last.form;
    if (!form) throw new Error('no form was shown');
    const act = { kind: 'form' as const, call: form.call, fields };
    return new Said(this.remember(this.world.receive(this.id, this.place, act, undefined, this.platform)));
  }

  callOf(label: string): Call {
    for (const action of this.last.cards.flatMap(actionsOf)) {
      if (action.kind === 'button' && (action as Button).label.includes(label)) return askedCall(action);
      if (action.kind === 'select') {
        const option = action.options.find((one) => one.label.includes(label));
        if (option) return option.call;
      }
    }
    throw new Error(`no button ${label} on:\n${this.last.cards.map(printed).join('\n---\n')}`);
  }

  private async remember(answer: Promise<Answer>): Promise<Answer> {
    this.last = await answer;
    return this.last;
  }
}
