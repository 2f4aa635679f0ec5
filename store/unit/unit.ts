import { StaleError } from '../../kernel/command/errors.js';
import { isNumbered, recordNo } from '../../kernel/records/record-number.js';
import {
  type ChangeKind,
  type ConsequenceReason,
  changeKind,
  consequences,
  type KindsOf,
  type RecordType,
  type TypeOfKind,
} from '../../sales/people/change-kinds.js';
import { type Actor, mayBecome, type Owned } from '../../sales/people/policy.js';
import type { Process } from '../../sales/process/parse-process.js';
import { eventsOfAct } from '../activity/event-queries.js';
import { personByEmail } from '../people/person-queries.js';
import { latestProcessVersion } from '../running/process-versions.js';
import type { Customer, Event, Person, Place, ProcessVersion } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';
import { newId } from '../statements/ids.js';
import { mayMake } from './change-permission.js';
import { ChangedMeanwhile, ChangeRefused, ChangeUndeclared, type RefusedRecord } from './change-refused.js';
import { OwnerChanges } from './owner-changes.js';
import { Ownerships } from './ownership.js';
import {
  changeRecord,
  deleteRecord,
  idInLog,
  isQuietColumn,
  type Made,
  makeRecord,
  type NewRecord,
  type RowOf,
  type StoredType,
} from './record-types.js';
import { dropProposals } from './rows/article-rows.js';
import { clearReturnDates, mergeCustomers, renameCustomer } from './rows/customer-rows.js';
import { appendEvent } from './rows/event-rows.js';
import {
  type ImportedRecords,
  insertContacts,
  insertCustomers,
  insertDeals,
  insertLeads,
} from './rows/imported-rows.js';
import { linkIdentity, mergePeople, type NewPerson } from './rows/person-rows.js';
import { addProcessVersion } from './rows/process-rows.js';
import { isKind, type TakenBack, type UndoHow, undoAct } from './undo-events.js';

/** What an act is: who does it, when, with which words, and under which rules. */
export interface UnitOptions {
  tx: Db;
  /** The person who acts, and the rules in force; undefined for the clock, an import and the operator of the machine. */
  by: { actor: Actor; process: Process } | undefined;
  /** One per act: what one undo takes back. Read when an event is written, as are the words. */
  act: { readonly actId: string; readonly words: string | null; readonly place?: Pick<Place, 'id'> };
  at: Date;
  /** Where the act comes from: a platform, 'clock', 'import', … */
  origin: string;
  /** The kinds of change that the command has declared; any, if undefined. */
  declared?: ReadonlySet<ChangeKind>;
}

type Facts = Record<string, unknown>;
type Stored<K extends ChangeKind> = TypeOfKind<K> & StoredType;
/** Kinds whose records are stored in a table of their own. */
export type StoredKind = KindsOf<StoredType>;

/** How one change differs from the act it belongs to. */
interface ChangeNote {
  /** The words of the event, if they are not those of the act. */
  words?: string;
}

/**
 * The only way to change a record. For each change it asks the policy whether this person may make it, writes the
 * row with its version, and the event with what was and what is; all in the transaction of the act.
 */
export class Unit {
  private readonly owners: Ownerships;

  constructor(
    private readonly options: UnitOptions,
    private readonly reason?: ConsequenceReason,
    owners?: Ownerships,
    /** Whose records the act has given to others so far. */
    readonly ownerChanges = new OwnerChanges(),
  ) {
    this.owners = owners ?? new Ownerships(options.tx);
  }

  /** Reads within the transaction of the act. */
  get db(): Db {
    return this.options.tx;
  }

  /** Whether a person acts, who has rights; else the clock, an import or the operator. */
  get isPersons(): boolean {
    return this.options.by !== undefined;
  }

  /** The same act where a change follows from another one, and needs no right of its own. */
  asConsequence(reason: ConsequenceReason): Unit {
    return new Unit(this.options, reason, this.owners, this.ownerChanges);
  }

  /** Makes a record. Throws ChangeRefused if the person may not. Undefined if it was there already. */
  async create<K extends StoredKind>(kind: K, given: NewRecord<Stored<K>>): Promise<Made<Stored<K>>> {
    const type = changeKind(kind).of as Stored<K>;
    await this.demand(kind, type, given as object, given as object, true);
    const made = await makeRecord(this.options.tx, type, given, this.options.at);
    if (made) await this.log(kind, type, idInLog(type, made as never), null, kept(made as Facts));
    return made;
  }

  /**
   * Changes a record and returns it as changed. Throws ChangeRefused if the person may not, StaleError or, of a record
   * without a number, ChangedMeanwhile if somebody else has changed the record since it was read.
   */
  async change<K extends StoredKind>(
    kind: K,
    record: RowOf<Stored<K>>,
    patch: Partial<Omit<RowOf<Stored<K>>, 'id' | 'no' | 'version'>>,
    note?: ChangeNote,
  ): Promise<RowOf<Stored<K>>> {
    const changed = await this.changeIfCurrent(kind, record, patch, note);
    if (!changed) throw changedMeanwhile(changeKind(kind).of, record);
    return changed;
  }

  /** The same, but returns undefined if somebody else has changed the record since it was read. */
  async changeIfCurrent<K extends StoredKind>(
    kind: K,
    record: RowOf<Stored<K>>,
    patch: Partial<Omit<RowOf<Stored<K>>, 'id' | 'no' | 'version'>>,
    note: ChangeNote = {},
  ): Promise<RowOf<Stored<K>> | undefined> {
    const type = changeKind(kind).of as Stored<K>;
    await this.demand(kind, type, record, patch, false);
    const changed = await changeRecord(this.options.tx, type, record, patch as never, this.options.at);
    if (!changed) return undefined;
    this.owners.forget(idInLog(type, record));
    const version = (changed as { version?: number }).version;
    const after = { ...patch, ...(version === undefined ? {} : { version }) };
    await this.log(kind, type, idInLog(type, record), factsBefore(record, patch), after, note.words);
    return changed;
  }

  /** Removes a record; the log keeps it whole. Throws ChangeRefused if the person may not. */
  async remove<K extends StoredKind>(kind: K, record: RowOf<Stored<K>>): Promise<void> {
    const type = changeKind(kind).of as Stored<K>;
    await this.demand(kind, type, record, {}, false);
    await deleteRecord(this.options.tx, type, record);
    await this.log(kind, type, idInLog(type, record), record as Facts, null);
  }

  /** Gives a customer another name; its former one leads to it as well. Throws ChangeRefused if the person may not. */
  async renameCustomer(customer: Customer, name: string): Promise<Customer> {
    await this.demand('customer.renamed', 'customer', customer, { name }, false);
    const { renamed, names } = await renameCustomer(this.options.tx, customer, name);
    await this.log('customer.renamed', 'customer', customer.id, { name: customer.name }, { name, names });
    return renamed;
  }

  /** Logs what changes no row: a remark on a deal, an export. Throws ChangeRefused if the person may not. */
  async note<K extends ChangeKind>(
    kind: K,
    record: { id: string } & Partial<Owned>,
    facts: Facts,
    before: Facts | null = {},
  ): Promise<void> {
    const type = changeKind(kind).of;
    await this.demand(kind, type, record, facts, false);
    await this.log(kind, type, record.id, before, facts);
  }

  /** Sets columns that tell of activity or a clock, without an event. Only the clock may. */
  async touch<T extends StoredType>(
    type: T,
    record: RowOf<T>,
    patch: Partial<RowOf<T>>,
  ): Promise<RowOf<T> | undefined> {
    const loud = Object.keys(patch).filter((column) => !isQuietColumn(type, column));
    if (this.isPersons || loud.length > 0)
      throw new ChangeUndeclared(`a touch of ${type} ${loud.join(', ')}`);
    return await changeRecord(this.options.tx, type, record, patch, this.options.at);
  }

  /**
   * Merges a customer into another one, with all its records; its names lead to the other one from then on. Throws
   * ChangeRefused unless the person may do so with both.
   */
  async mergeCustomers(from: Customer, into: Customer): Promise<void> {
    await this.demand('customer.merged', 'customer', into, {}, false);
    await this.demand('customer.merged', 'customer', from, {}, false);
    const moved = await mergeCustomers(this.options.tx, from, into);
    const after = { mergedInto: into.id, moved };
    await this.log('customer.merged', 'customer', from.id, { mergedInto: null }, after);
  }

  /**
   * Makes one person of two accounts: `into` owns and did what `from` owned and did, and gets the `change`; `from`
   * cannot act any more. People link their own accounts, which gains them nothing (`mayBecome`); an admin gives a claimed
   * one to its owner. Returns the person.
   */
  async linkPeople(
    from: Person,
    into: Person,
    change: Partial<Omit<Person, 'id'>>,
    kind: 'person.linked' | 'person.claimed' = 'person.linked',
  ): Promise<Person> {
    await this.demand(kind, 'person', from, change, false);
    if (kind === 'person.linked' && !mayBecome(from, into))
      throw new ChangeRefused(
        kind,
        { type: 'person', name: from.name },
        { ownerId: from.id, teamId: from.teamId },
        'admin',
      );
    const person = await mergePeople(this.options.tx, from, into, change);
    const before = factsBefore(into, change);
    const { by } = this.options;
    const isOwn = by?.actor.id === from.id;
    const linked = isOwn
      ? { ...this.options, by: { ...by, actor: { ...by.actor, id: into.id } } }
      : this.options;
    const after = { ...change, from: from.id };
    await new Unit(linked).log(kind, 'accounts', into.id, before, after);
    return person;
  }

  /**
   * Undoes an act of this person: removes what it made and restores what it changed. Throws ChangeRefused if somebody
   * else did it or the person might not do it any more, UndoBlocked if a later act has changed a record or built on it.
   * Returns the act's events.
   */
  async undo(actId: string, how: UndoHow = {}): Promise<Event[]> {
    const { tx, by, at } = this.options;
    for (const { kind, personId, recordType } of await eventsOfAct(tx, actId)) {
      if (by && personId !== by.actor.id)
        throw new ChangeRefused(
          kind as ChangeKind,
          { type: recordType as RecordType },
          { ownerId: personId, teamId: null },
          'owner',
        );
    }
    const undone = await undoAct(
      tx,
      actId,
      at,
      async (event, change) => {
        if (event.reason === null && isKind(event.kind)) await this.demandStill(event.kind, change);
      },
      how,
    );
    this.ownerChanges.noteUndone(undone);
    return undone;
  }

  /**
   * Finds or makes the person behind a platform user: one with the same mail address is linked, else a new person.
   */
  async enrol(platform: string, externalId: string, given: NewPerson): Promise<Person> {
    this.demandNoPerson('a new account');
    const { tx, at } = this.options;
    const known = given.email ? await personByEmail(tx, given.email) : undefined;
    const person = known ?? (await this.create('person.created', given));
    await linkIdentity(tx, platform, externalId, person.id, at);
    return person;
  }

  /** Makes a platform user act as the person, from now on. */
  async identify(platform: string, externalId: string, person: Person): Promise<void> {
    this.demandNoPerson('an identity');
    await linkIdentity(this.options.tx, platform, externalId, person.id, this.options.at);
  }

  /** Stores records of an import by the thousand; the event of the import tells of them. */
  async createMany({
    customers = [],
    contacts = [],
    leads = [],
    deals = [],
  }: ImportedRecords): Promise<void> {
    this.demandNoPerson('an import');
    const { tx } = this.options;
    await insertCustomers(tx, customers);
    await insertContacts(tx, contacts);
    await insertLeads(tx, leads);
    await insertDeals(tx, deals);
  }

  /** Puts rules in force; returns the number of their version. */
  async putInForce(rules: Pick<ProcessVersion, 'hash' | 'yaml'>): Promise<number> {
    const { tx, at } = this.options;
    const before = await latestProcessVersion(tx);
    await this.demand('process.changed', 'process', { id: before?.version }, rules, false);
    const version = await addProcessVersion(tx, { ...rules, createdAt: at });
    if (version === before?.version) return version;
    const was = { version: before?.version ?? null };
    await this.log('process.changed', 'process', String(version), was, { version });
    return version;
  }

  /** Makes the clock compute again when each customer that has an owner may return to the pool. */
  async clearReturnDates(): Promise<void> {
    this.demandNoPerson('the return dates');
    await clearReturnDates(this.options.tx);
  }

  /** Removes proposed articles that nobody accepted before `before`; returns how many. */
  async dropProposals(before: Date): Promise<number> {
    this.demandNoPerson('old proposals');
    return await dropProposals(this.options.tx, before);
  }

  /** Throws unless the command declared the change and the person may make it. */
  private async demand(
    kind: ChangeKind,
    type: RecordType,
    record: object,
    patch: object,
    isNew: boolean,
  ): Promise<void> {
    const { declared } = this.options;
    if (declared && !declared.has(kind)) throw new ChangeUndeclared(kind);
    if (!this.isConsequence(kind)) await this.ask(kind, { type, record, patch, isNew }, this.owners);
  }

  /** Throws unless the person might make the change that is taken back, on the record as it was before. */
  private async demandStill(kind: ChangeKind, change: TakenBack): Promise<void> {
    // Undo restores owners one after the other, so none that was read before holds.
    await this.ask(kind, change, new Ownerships(this.options.tx));
  }

  private async ask(
    kind: ChangeKind,
    { type, record, patch, isNew }: { type: RecordType; record: object; patch: object; isNew: boolean },
    owners: Ownerships,
  ): Promise<void> {
    const { by, tx, at } = this.options;
    if (!by) return;
    const { actor, process } = by;
    const owner = isNew
      ? await owners.ofNew(type as StoredType, record)
      : await owners.of(type as StoredType, record);
    const asked = { need: changeKind(kind).needs, actor, record, owner, patch, isNew };
    const may = await mayMake({ db: tx, process, at }, asked);
    if (!may.ok) throw new ChangeRefused(kind, inErrors(type, record), owner, may.who);
  }

  private demandNoPerson(change: string): void {
    if (this.isPersons) throw new ChangeUndeclared(change);
  }

  private isConsequence(kind: ChangeKind): boolean {
    if (!this.reason) return false;
    const kinds: readonly ChangeKind[] = consequences[this.reason];
    return kinds.includes(kind);
  }

  private async log(
    kind: ChangeKind,
    recordType: RecordType,
    recordId: string,
    before: Facts | null,
    after: Facts | null,
    words = this.options.act.words,
  ): Promise<void> {
    const { tx, by, act, at, origin } = this.options;
    const { actId } = act;
    this.ownerChanges.note(recordType, recordId, before, after);
    const personId = by?.actor.id ?? null;
    const reason = this.isConsequence(kind) ? (this.reason ?? null) : null;
    await appendEvent(tx, {
      ...{ actId, at, kind, personId, recordType, recordId },
      ...{ before, after, words, origin, reason, placeId: act.place?.id ?? null },
    });
  }
}

/** The former values of the facts that a change replaces. */
function factsBefore(record: object, patch: object): Facts {
  return Object.fromEntries(Object.keys(patch).map((key) => [key, (record as Facts)[key]]));
}

/** A new record's facts; those that say nothing are left out of the log. */
function kept(made: Facts): Facts {
  const says = (value: unknown) =>
    value !== null &&
    !(typeof value === 'object' && Object.keys(value).length === 0 && !(value instanceof Date));
  return Object.fromEntries(Object.entries(made).filter(([, value]) => says(value)));
}

function inErrors(type: RecordType, record: object): RefusedRecord {
  const { no, name } = record as { no?: number; name?: string };
  return { type, no, name };
}

function changedMeanwhile(type: RecordType, record: object): Error {
  const { no } = inErrors(type, record);
  return isNumbered(type) && no !== undefined
    ? new StaleError(recordNo(type, no))
    : new ChangedMeanwhile(inErrors(type, record));
}

/** The unit of work of an act that no person does: the clock's, an import's, the operator's. */
export const unitOfNobody = (tx: Db, at: Date, origin: string, actId: string = newId()): Unit =>
  new Unit({ tx, by: undefined, act: { actId, words: null }, at, origin });
