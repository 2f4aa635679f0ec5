import { addDays } from '../../kernel/time/dates.js';
import type { WorkCalendar } from '../../kernel/time/workdays.js';
import { instantOf, localDate } from '../../kernel/time/zone.js';
import { seededRandom } from '../../sales/forecast/seeded-random.js';
import type { Process } from '../../sales/process/parse-process.js';
import { pipelineOf, stageIndex } from '../../sales/process/stages.js';
import { openTasksOf } from '../../store/activity/task-queries.js';
import { customerById } from '../../store/customers/customer-queries.js';
import { openDealsOwnedBy } from '../../store/deals/deal-queries.js';
import { personByIdentity } from '../../store/people/person-queries.js';
import { getSetting, setSetting } from '../../store/running/setting-queries.js';
import type { Deal } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import { calendarOf, type ProductDeps } from '../product/product.js';
import { demoLanguage, demoStage } from './demo.js';
import { DemoActs } from './demo-acts.js';
import { type CastMember, castOf, type DemoCompany } from './demo-cast.js';
import type { LiveSandbox } from './demo-scenes.js';
import type { DemoScene, DemoThread } from './demo-thread.js';

const livedMark = 'demo-lived';
/** Workdays that are made up for when the clock has moved on, and when the process was away. */
const mostDays = { moved: 10, away: 3 } as const;
/** Stages moved before a deal is in the last one before it is won, as the story counts. */
const lastMove = 3;

/** How far the team has come. */
interface Lived {
  /** In milliseconds. */
  until: number;
  /** Newcomers entered so far. */
  newcomers: number;
}

/** What one rep is about to do. */
interface PlannedAct {
  at: Date;
  day: string;
  actor: CastMember;
  roll: () => number;
}

/**
 * Lets the demo team go on working as the clock moves: a few acts a workday, the same for the same day. Whoever the
 * visitor plays does nothing by themselves.
 */
export class DemoLife {
  private readonly played = new Set<string>();
  private turn: Promise<void> = Promise.resolve();
  private newcomers = 0;

  constructor(
    private readonly deps: ProductDeps,
    private readonly live: LiveSandbox,
  ) {}

  /** Notes that the visitor acts as this person. */
  notePlayed(id: string): void {
    this.played.add(id);
  }

  /** Plays what the team has done since the clock was here last; returns with the clock where it was. */
  async catchUp(since: keyof typeof mostDays): Promise<void> {
    this.turn = this.turn.catch(() => undefined).then(() => this.play(mostDays[since]));
    await this.turn;
  }

  private async play(days: number): Promise<void> {
    const { deps, live } = this;
    const { store } = deps;
    const language = await demoLanguage(store);
    if (!language) return;
    const now = live.clock.now();
    const known = await getSetting<Lived>(store.db, livedMark);
    const lived = new Date(known?.until ?? now.getTime());
    this.newcomers = known?.newcomers ?? 0;
    const company = textsIn(language).demo;
    const { process } = await deps.process.current();
    const planned = plannedActs(company, calendarOf(process), deps.timeZone, { lived, now, days });
    const stage = await demoStage(deps, live, language);
    try {
      for (const act of planned.filter(({ actor }) => !this.played.has(actor.id))) {
        live.clock.moveTo(act.at);
        // The pauses of an act would take the clock with them.
        await this.carryOut(company, act, { ...stage, setTo: () => undefined });
      }
    } finally {
      live.clock.moveTo(now);
    }
    if (now > lived || !known) {
      const newcomers = this.newcomers;
      await store.tx((tx) => setSetting(tx, livedMark, { until: now.getTime(), newcomers }));
    }
  }

  private async carryOut(
    company: DemoCompany,
    { actor, day, roll }: PlannedAct,
    scene: DemoScene,
  ): Promise<void> {
    const acts = new DemoActs(company, castOf(company), roll, scene);
    const kind = roll();
    if (kind < 0.12 && actor.team && this.newcomers < company.newcomers.length) {
      const entered = await acts.enterLead(actor, company.customers[actor.team].length + this.newcomers++);
      if (entered) await acts.followUp(entered, day);
      return;
    }
    const threads = await this.threadsOf(company, actor);
    if (threads.length === 0) return;
    const due = threads.filter(({ task }) => task && task.day <= day);
    const thread = acts.pick(due.length > 0 ? due : threads);
    if (kind < 0.55) await acts.tell(thread, day);
    else await acts.act(thread, day, false);
  }

  /** The open deals of a rep as the story tracks them. */
  private async threadsOf({ amounts }: DemoCompany, actor: CastMember): Promise<DemoThread[]> {
    const { db } = this.deps.store;
    const person = await personByIdentity(db, 'sandbox', actor.id);
    const deals = person ? await openDealsOwnedBy(db, person.id, 20) : [];
    const { process } = await this.deps.process.current();
    return await Promise.all(
      deals.map(async (deal) => {
        const customer = await customerById(db, deal.customerId);
        const [task] = (await openTasksOf(db, deal.customerId)).filter(({ dealId }) => dealId === deal.id);
        return {
          ...{ actor, customer: customer?.name ?? '', no: `D-${deal.no}`, asleep: false },
          moves: lastMove - stepsToLast(process, deal),
          amount: (deal.amount ?? 0) / 100 / amounts.unit,
          task: task && { no: `T-${task.no}`, day: task.dueDate },
        };
      }),
    );
  }
}

/** Number of moves from a deal's stage to the last one before it is won. */
function stepsToLast(process: Process, { stage }: Deal): number {
  const { stages } = pipelineOf(process, stage);
  return stages.findIndex(({ won }) => won) - 1 - stageIndex(process, stage);
}

/** What the team does between two moments, in order of time; at most on the last `days` workdays. */
function plannedActs(
  company: DemoCompany,
  calendar: WorkCalendar,
  zone: string,
  { lived, now, days }: { lived: Date; now: Date; days: number },
): PlannedAct[] {
  const dates: string[] = [];
  const first = localDate(lived, zone);
  for (let day = localDate(now, zone); day >= first && dates.length < days; day = addDays(day, -1))
    if (calendar.isWorkday(day)) dates.unshift(day);
  return dates
    .flatMap((day) => dayOf(company, day, zone))
    .filter(({ at }) => at > lived && at <= now)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** A workday of the team: most reps do something, at a time of their own. */
function dayOf(company: DemoCompany, day: string, zone: string): PlannedAct[] {
  const roll = seededRandom(Number(day.replaceAll('-', '')));
  return castOf(company)
    .filter(({ role }) => role === 'rep')
    .flatMap((actor) => {
      const [hour, minute, isAtWork] = [
        10 + Math.floor(roll() * 7),
        10 + Math.floor(roll() * 50),
        roll() < 0.8,
      ];
      const own = seededRandom(Math.floor(roll() * 2 ** 31));
      return isAtWork ? [{ at: instantOf(day, `${hour}:${minute}`, zone), day, actor, roll: own }] : [];
    });
}
