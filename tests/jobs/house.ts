import { JobRunner } from '../../bot/clock/job-runner.js';
import { allJobs } from '../../jobs/register-jobs.js';
import type { JobContext } from '../../jobs/shared/job-context.js';
import { actionsOf, type Card, wordsOf } from '../../kernel/card/card.js';
import { FixedClock } from '../../kernel/time/clock.js';
import { plainCalendar } from '../../kernel/time/workdays.js';
import { instantOf } from '../../kernel/time/zone.js';
import type { Process } from '../../sales/process/parse-process.js';
import { dealById } from '../../store/deals/deal-queries.js';
import type { Store } from '../../store/engine/store.js';
import { leadById } from '../../store/leads/lead-queries.js';
import { deadPosts, duePosts } from '../../store/messages/outbox-queries.js';
import type { Deal, Lead, OutboxRow, Person, Place, Task, Team } from '../../store/schema/row-types.js';
import { createCustomer } from '../../store/unit/rows/customer-rows.js';
import { createDeal, type NewDeal } from '../../store/unit/rows/deal-rows.js';
import { createLead, type NewLead } from '../../store/unit/rows/lead-rows.js';
import { updatePerson } from '../../store/unit/rows/person-rows.js';
import { createTask } from '../../store/unit/rows/task-rows.js';
import { createTeam } from '../../store/unit/rows/team-rows.js';
import { bindPlace, createPersonFor, updateTeam } from '../support/change-rows.js';
import { freshSqlite } from '../support/databases.js';
import { ensurePlace } from '../support/ensure-place.js';
import { shipped } from '../unit/sales/fixtures.js';

export const zone = 'Asia/Shanghai';
export const at = (date: string, time: string): Date => instantOf(date, time, zone);

export const silent = { info: () => {}, warn: () => {}, error: () => {} };

const farFuture = at('2099-01-01', '00:00');

/** A small company in a fresh database: a rep, their manager, a group that gets every kind of post. */
export class House {
  team!: Team;
  rep!: Person;
  manager!: Person;
  group!: Place;
  process: Process = shipped;
  private made = 0;

  private constructor(
    readonly store: Store,
    readonly clock: FixedClock,
  ) {}

  static async open(now: Date): Promise<House> {
    const { store } = await freshSqlite();
    const house = new House(store, new FixedClock(now));
    house.team = await store.tx((tx) => createTeam(tx, { name: '华东', timeZone: zone }, now));
    house.rep = await house.person('小李', 'rep');
    house.manager = await house.person('老张', 'manager');
    await store.tx((tx) => updateTeam(tx, house.team.id, { managerId: house.manager.id }));
    house.group = await house.place('group', '华东销售群');
    await store.tx((tx) =>
      bindPlace(tx, house.group.id, house.team.id, ['report', 'stall', 'lead', 'pool', 'win']),
    );
    return house;
  }

  async close(): Promise<void> {
    await this.store.close();
  }

  /** Somebody of the team with a private chat. */
  async person(name: string, role: 'rep' | 'manager'): Promise<Person> {
    const now = this.clock.now();
    const person = await this.store.tx(async (tx) => {
      const made = await createPersonFor(tx, 'sandbox', name, { name }, now);
      return await updatePerson(tx, made.id, { role, teamId: this.team.id });
    });
    if (!person) throw new Error('the person is gone');
    await this.place('private', name, person.id);
    return person;
  }

  async place(kind: 'group' | 'private', name: string, personId: string | null = null): Promise<Place> {
    const given = { platform: 'sandbox', externalId: `${kind}:${name}`, kind, name, personId };
    return await this.store.tx((tx) => ensurePlace(tx, given, this.clock.now()));
  }

  async customer(name = `客户${++this.made}`): Promise<string> {
    return (await this.store.tx((tx) => createCustomer(tx, { name }, this.clock.now()))).id;
  }

  async deal(more: Partial<NewDeal> = {}): Promise<Deal> {
    const customerId = await this.customer();
    const made = { customerId, name: 'ERP', ownerId: this.rep.id, teamId: this.team.id, processVersion: 1 };
    const whole = { ...made, stage: 'qualify', stallAt: null, ...more };
    return await this.store.tx((tx) => createDeal(tx, whole, this.clock.now()));
  }

  async lead(more: Partial<NewLead> = {}): Promise<Lead> {
    const customerId = await this.customer();
    const made = { customerId, ownerId: this.rep.id, teamId: this.team.id, note: '想看ERP' };
    return await this.store.tx((tx) =>
      createLead(tx, { ...made, status: 'open', ...more }, this.clock.now()),
    );
  }

  async task(dueDate: string, title = '讲方案'): Promise<Task> {
    const customerId = await this.customer();
    const due = { dueDate, dueTime: null, dueAt: new Date(at(dueDate, '00:00').getTime() + 86_400_000) };
    const made = {
      customerId,
      dealId: null,
      leadId: null,
      ownerId: this.rep.id,
      teamId: this.team.id,
      title,
    };
    return await this.store.tx((tx) => createTask(tx, { ...made, ...due }, this.clock.now()));
  }

  /** The records as they are now. */
  async dealNow(deal: Deal): Promise<Deal> {
    return (await dealById(this.store.db, deal.id)) ?? deal;
  }

  async leadNow(lead: Lead): Promise<Lead> {
    return (await leadById(this.store.db, lead.id)) ?? lead;
  }

  contextOf = (now: Date, store: Store = this.store): JobContext => ({
    store,
    now,
    process: this.process,
    processVersion: 1,
    calendar: plainCalendar({ workHours: this.process.workHours }),
    locale: 'zh',
    timeZone: zone,
  });

  runner(store: Store = this.store): JobRunner<JobContext> {
    const context = (now: Date) => this.contextOf(now, store);
    return new JobRunner({ store, clock: this.clock, log: silent, jobs: allJobs, context });
  }

  /** Runs one job as the clock would at that moment; answers what it counted, over all scopes. */
  async run(name: string, moment: Date, more: { lateMinutes?: number; now?: Date } = {}) {
    const job = allJobs.find((one) => one.name === name);
    if (!job) throw new Error(`no job ${name}`);
    this.clock.set(more.now ?? moment);
    const context = this.contextOf(more.now ?? moment);
    const counts: Record<string, number> = {};
    for (const { scope } of await job.slots(context)) {
      const done = await job.run({ scope, at: moment, lateMinutes: more.lateMinutes ?? 0 }, context);
      for (const [key, count] of Object.entries(done.counts)) counts[key] = (counts[key] ?? 0) + count;
    }
    return counts;
  }

  /** Posts that wait, whenever they may go out, with the name of their place. */
  async waiting(): Promise<{ post: OutboxRow; card: Card; place: string }[]> {
    const posts = await duePosts(this.store.db, farFuture, 5000);
    const places = new Map<string, string>();
    for (const person of [this.rep, this.manager]) {
      places.set((await this.place('private', person.name)).id, person.name);
    }
    places.set(this.group.id, this.group.name);
    return posts.map((post) => ({ post, card: post.card as Card, place: places.get(post.placeId) ?? '?' }));
  }

  dead = async (): Promise<OutboxRow[]> => await deadPosts(this.store.db, 1000);
}

/** All that a person reads on the card. */
export const read = (card: Card): string => wordsOf(card).join('\n');

/** Commands that the card's buttons call. */
export const commandsOn = (card: Card): string[] =>
  actionsOf(card).flatMap((action) => {
    if (action.kind === 'button') return [action.call.command];
    return action.kind === 'select' ? action.options.map((option) => option.call.command) : [];
  });
