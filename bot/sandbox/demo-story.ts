import { addDays } from '../../kernel/time/dates.js';
import type { WorkCalendar } from '../../kernel/time/workdays.js';
import { instantOf } from '../../kernel/time/zone.js';
import { seededRandom } from '../../sales/forecast/seeded-random.js';
import { DemoActs } from './demo-acts.js';
import { type CastMember, castOf, type DemoCompany, type DemoTeam, seatedAt } from './demo-cast.js';
import type { DemoScene, DemoThread } from './demo-thread.js';
import { filled } from './demo-words.js';
import { leaveOpen, prepare } from './last-day.js';

/** Weeks of history that the demo starts with. */
export const storyWeeks = 26;
/** Workdays before its opening on which the team is followed closely; before them every other day. */
const closeDays = 40;

export interface StoryAbout {
  company: DemoCompany;
  /** The day on which the demo opens. */
  today: string;
  zone: string;
  calendar: WorkCalendar;
  /** The first day whose talk stays in the chats. */
  shownFrom: string;
  /** Where the days before that are played, and where those that stay in the chats. */
  scenes: { before: DemoScene; shown: DemoScene };
  /** Called between the two. */
  curtain(): Promise<void>;
  progress(done: number, all: number): void;
}

/**
 * Plays half a year of selling through the same way in as everybody: each act is a line said to the bot on its day. The
 * same seed gives the same team.
 */
export async function playStory(about: StoryAbout): Promise<void> {
  const { company, today, zone, calendar, scenes } = about;
  const cast = castOf(company);
  const reps = cast.filter((actor) => actor.role === 'rep');
  const roll = seededRandom(20261123);
  const acts = new DemoActs(company, cast, roll, scenes.before);
  const threads: DemoThread[] = [];
  const met: Record<DemoTeam, number> = { first: 0, second: 0 };
  const days = Array.from({ length: storyWeeks * 7 }, (_, n) => addDays(today, n - storyWeeks * 7)).filter(
    (day) => calendar.isWorkday(day),
  );
  const shown = days.filter((day) => day >= about.shownFrom);
  for (const [n, day] of days.entries()) {
    about.progress(n, days.length);
    const isShown = shown.includes(day);
    if (isShown && acts.scene !== scenes.shown) {
      acts.scene.setTo(instantOf(addDays(day, -1), '17:30', zone));
      await prepare(acts.scene, company, cast);
      acts.scene.setTo(instantOf(addDays(day, -1), '18:30', zone));
      await about.curtain();
      acts.scene = scenes.shown;
    }
    const { scene } = acts;
    const at = (time: string) => scene.setTo(instantOf(day, time, zone));
    if (n === 0) {
      at('09:00');
      for (const { by, say } of company.articles) await scene.say(seatedAt(cast, by), say);
    }
    if (isShown) await openDay(scene, day, zone);
    const isClose = days.length - n <= closeDays;
    for (const actor of reps) {
      at(`${10 + Math.floor(roll() * 4)}:${10 + Math.floor(roll() * 50)}`);
      if (isClose || roll() < 0.7) await workOn(actor, day, isClose);
    }
    if (day === days.at(-1)) {
      at('09:20');
      for (const team of ['first', 'second'])
        await acts.winOne(threads.filter(({ actor }) => actor.team === team));
      await talk(scene, day);
      at('17:50');
      await leaveOpen(scene, { company, cast, threads, today });
    }
    at('18:30');
    if (isClose) await scene.runDue();
  }

  /** What is said on the last day, each about a deal of the speaker that goes on. */
  async function talk(scene: DemoScene, day: string): Promise<void> {
    for (const { by, in: where, at, say } of company.talk) {
      scene.setTo(instantOf(day, at, zone));
      const actor = seatedAt(cast, by);
      const about = threads.findLast((one) => isOpenDealOf(one, actor) && one.task);
      await scene.say(actor, filled(say, { customer: about?.customer ?? '' }), where as 'group' | 'private');
    }
  }

  /** A day's work of one rep: a new lead when few are left, another deal with who has bought, and some acts. */
  async function workOn(actor: CastMember, day: string, isClose: boolean): Promise<void> {
    const own = threads.filter((thread) => thread.actor === actor && !thread.asleep);
    const { team } = actor;
    if (team && (own.length < 4 || roll() < 0.08)) {
      const isKnown = met[team] < company.customers[team].length;
      const entered = isKnown ? await acts.enterLead(actor, met[team]) : undefined;
      if (entered) {
        met[team]++;
        threads.push(entered);
      } else if (own.length < 3) await sellAgain(actor, day);
    }
    const due = own.filter(({ task }) => task && task.day <= day);
    for (let n = 0; n < (isClose ? 2 : 1) && own.length > 0; n++) {
      acts.wait(25);
      await acts.act(due.shift() ?? acts.pick(own), day, isClose);
    }
  }

  async function sellAgain(actor: CastMember, day: string): Promise<void> {
    const sold = threads.filter((thread) => thread.actor === actor && thread.asleep && thread.moves > 0);
    if (sold.length === 0) return;
    const again = { actor, customer: acts.pick(sold).customer, no: '', moves: 0, amount: 0, asleep: false };
    await acts.openDeal(again, day);
    threads.push(again);
  }
}

/** Runs what the clock owes in the morning: tasks, then reports; nothing that is due after `until`. */
export async function openDay(scene: DemoScene, day: string, zone: string, until?: Date): Promise<void> {
  for (const time of ['08:30', '09:00']) {
    const moment = instantOf(day, time, zone);
    if (until && moment > until) return;
    scene.setTo(moment);
    await scene.runDue();
  }
}

const isOpenDealOf = (thread: DemoThread, actor: CastMember): boolean =>
  !thread.asleep && thread.actor === actor && thread.no.startsWith('D-');
