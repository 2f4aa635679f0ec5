import { foldName, foldSpelling } from '../../kernel/words/folding.js';
import type { Store } from '../../store/engine/store.js';
import { listPeople, personByEmail } from '../../store/people/person-queries.js';
import { listTeams } from '../../store/people/team-queries.js';
import { getSetting } from '../../store/running/setting-queries.js';
import type { Customer, Person, Team } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { newId } from '../../store/statements/ids.js';
import { customersByName } from '../../store/transfer/import-queries.js';
import { type Unit, unitOfNobody } from '../../store/unit/unit.js';

/** A line of the price list; price in minor units. */
export interface ImportedProduct {
  name: string;
  price: number;
  series: string | null;
}

/** Most customers cached; more are looked up again. */
const maxCached = 20_000;

/**
 * Teams, people, products and customers by name: those stored, those this import added and, in a dry run,
 * those it would have added.
 */
export class ImportDirectory {
  private readonly teams = new Map<string, Team>();
  private readonly people = new Map<string, Person>();
  private customers = new Map<string, Omit<Customer, 'no'>>();
  products: ImportedProduct[] = [];

  constructor(
    private readonly store: Store,
    private readonly dryRun: boolean,
    private readonly zone: string,
    private readonly now: Date,
  ) {}

  async load(): Promise<void> {
    for (const team of await listTeams(this.store.db)) this.teams.set(foldSpelling(team.name), team);
    for (const person of await listPeople(this.store.db)) this.people.set(foldSpelling(person.name), person);
    this.products = (await getSetting<ImportedProduct[]>(this.store.db, 'products')) ?? [];
  }

  person(name: string): Person | undefined {
    return this.people.get(foldSpelling(name));
  }

  /** Whose a mail address is; also somebody's who has left. */
  async personOf(email: string): Promise<Person | undefined> {
    const folded = email.toLowerCase();
    const here = [...this.people.values()].find((person) => person.email?.toLowerCase() === folded);
    return here ?? (await personByEmail(this.store.db, email));
  }

  team(name: string): Team | undefined {
    return this.teams.get(foldSpelling(name));
  }

  async makeTeam(name: string): Promise<Team> {
    const given = { name, timeZone: this.zone, managerId: null, parentId: null };
    const team = this.dryRun
      ? { id: newId(), ...given, createdAt: this.now }
      : await this.store.tx((tx) => this.unit(tx).create('team.created', given));
    this.teams.set(foldSpelling(name), team);
    return team;
  }

  async changeTeam(team: Team, patch: { managerId: string }): Promise<void> {
    if (!this.dryRun) await this.store.tx((tx) => this.unit(tx).change('team.changed', team, patch));
    this.teams.set(foldSpelling(team.name), { ...team, ...patch });
  }

  async makePerson(
    name: string,
    more: Partial<Pick<Person, 'role' | 'teamId' | 'email'>> = {},
  ): Promise<Person> {
    const person: Person = this.dryRun
      ? {
          id: newId(),
          name,
          role: 'rep',
          teamId: null,
          email: null,
          locale: null,
          timeZone: null,
          active: true,
          mutedUntil: null,
          leadCredit: 0,
          awayFrom: null,
          awayUntil: null,
          deputyId: null,
          digestOnly: false,
          digestAt: null,
          lastAssignedAt: null,
          createdAt: this.now,
          ...more,
        }
      : await this.store.tx((tx) => this.unit(tx).create('person.created', { name, ...more }));
    this.people.set(foldSpelling(name), person);
    return person;
  }

  async changePerson(
    person: Person,
    patch: Partial<Pick<Person, 'role' | 'teamId' | 'email'>>,
  ): Promise<void> {
    if (!this.dryRun) await this.store.tx((tx) => this.unit(tx).change('person.role', person, patch));
    this.people.set(foldSpelling(person.name), { ...person, ...patch });
  }

  /** Loads the customers of these names, by folded name. */
  async findCustomers(names: Iterable<string>): Promise<void> {
    if (this.customers.size > maxCached && !this.dryRun) this.customers.clear();
    const unknown = [...new Set([...names].map(foldName))].filter(
      (key) => key !== '' && !this.customers.has(key),
    );
    for (const [key, customer] of await customersByName(this.store.db, unknown))
      this.customers.set(key, customer);
  }

  /** Finds a customer loaded with `findCustomers` or created since, or undefined. */
  customer(name: string): Omit<Customer, 'no'> | undefined {
    return this.customers.get(foldName(name));
  }

  /** Prepares a new customer; `writeCustomers` stores it. */
  newCustomer(name: string, more: Partial<Customer> = {}): Omit<Customer, 'no'> {
    const customer = {
      id: newId(),
      name,
      ownerId: null,
      teamId: null,
      region: null,
      industry: null,
      tags: [],
      facts: {},
      mergedInto: null,
      grade: null,
      contractEnd: null,
      poolAt: null,
      poolWarnedAt: null,
      pooledAt: null,
      offeredTo: null,
      offerUntil: null,
      lastFollowUpAt: null,
      silentAt: null,
      version: 1,
      createdAt: this.now,
      ...more,
    };
    this.customers.set(foldName(name), customer);
    return customer;
  }

  remember(customer: Omit<Customer, 'no'>): void {
    this.customers.set(foldName(customer.name), customer);
  }

  private unit = (tx: Db): Unit => unitOfNobody(tx, this.now, 'import');
}
