import { addDays, weekday } from '../../kernel/time/dates.js';
import { type CastMember, type DemoCompany, demoManagerOf } from './demo-cast.js';
import type { DemoScene, DemoThread } from './demo-thread.js';
import { amountSaid, daySaid, filled, nthCustomer } from './demo-words.js';

const minuteMs = 60_000;

/** What the people of the demo do on a day: each act is a line said to the bot. `roll` decides, so the same seed does the same. */
export class DemoActs {
  constructor(
    private readonly company: DemoCompany,
    private readonly cast: readonly CastMember[],
    private readonly roll: () => number,
    public scene: DemoScene,
  ) {}

  pick = <T>(list: readonly T[]): T => list[Math.floor(this.roll() * list.length)] as T;

  /** A rep enters the nth customer of the team as a lead. Undefined beyond the last. */
  async enterLead(actor: CastMember, n: number): Promise<DemoThread | undefined> {
    const { company } = this;
    const known = actor.team && nthCustomer(company, actor.team, n);
    if (!known) return undefined;
    const words = { ...known, product: this.pick(company.products), source: this.pick(company.sources) };
    const { no } = await this.scene.say(actor, filled(company.lines.lead, words));
    return { actor, customer: known.customer, no, moves: 0, amount: 0, asleep: false };
  }

  /**
   * One act on a deal or lead: mostly a follow-up, at times a step on, a win or a loss. `mayRest`: it may be left alone
   * from now on, which is how deals stall.
   */
  async act(thread: DemoThread, day: string, mayRest = true): Promise<void> {
    if (thread.asleep) return;
    const { lines, lossReasons } = this.company;
    const { actor, no } = thread;
    const chance = this.roll();
    const isLead = no.startsWith('L-');
    if (chance < 0.54 || no === '') await this.followUp(thread, day);
    else if (isLead && chance > 0.96 && mayRest) thread.asleep = true;
    else if (isLead) await this.openDeal(thread, day);
    else if (thread.moves < 3 && chance < 0.88) await this.moveOn(thread);
    else if (thread.moves >= 3 && chance < 0.8) {
      const amount = amountSaid(this.company, thread.amount);
      thread.asleep = (await this.scene.say(actor, filled(lines.won, { no, amount }))).won;
    } else if (chance > 0.965) {
      await this.scene.say(actor, filled(lines.lost, { no, reason: this.pick(lossReasons) }));
      thread.asleep = true;
    } else if (chance > 0.945 && mayRest) thread.asleep = true;
    else await this.followUp(thread, day);
  }

  /** Finishes the task of the day, if there is one, and logs what came of it, mostly with a next step. */
  async followUp(thread: DemoThread, day: string): Promise<void> {
    const { lines, channels, notes } = this.company;
    const { actor, no, task } = thread;
    if (task && task.day <= day) {
      await this.scene.say(actor, filled(lines.done, { task: task.no }));
      thread.task = undefined;
    }
    const words = { no, channel: this.pick(channels), note: this.pick(notes) };
    const next = this.nextDay(day);
    if (thread.task) await this.scene.say(actor, filled(lines.plainFollowUp, words));
    else {
      const said = { ...words, day: daySaid(this.company, next) };
      const made = (await this.scene.say(actor, filled(lines.followUp, said))).task;
      thread.task = made ? { no: made, day: next } : undefined;
    }
  }

  /** Wins the deal that is furthest of some, in the group; moves it to the last stage before if it has to. */
  async winOne(threads: readonly DemoThread[]): Promise<void> {
    const open = threads.filter(({ asleep, no }) => !asleep && no.startsWith('D-'));
    const best = open.toSorted((a, b) => b.moves - a.moves)[0];
    if (!best) return;
    for (let n = 0; n < 3 && best.moves < 3 && !best.asleep; n++) await this.moveOn(best);
    if (best.asleep) return;
    const words = { no: best.no, amount: amountSaid(this.company, best.amount) };
    best.asleep = (await this.scene.say(best.actor, filled(this.company.lines.won, words), 'group')).won;
  }

  async openDeal(thread: DemoThread, day: string): Promise<void> {
    const { lines, amounts, products } = this.company;
    thread.amount = amounts.least + Math.floor(this.roll() * (amounts.most - amounts.least + 1));
    const words = {
      customer: thread.customer,
      product: this.pick(products),
      amount: amountSaid(this.company, thread.amount),
      day: daySaid(this.company, addDays(day, 30 + Math.floor(this.roll() * 60))),
    };
    thread.no = (await this.scene.say(thread.actor, filled(lines.deal, words))).no;
  }

  async moveOn(thread: DemoThread): Promise<void> {
    const { rules, amounts, lines } = this.company;
    const isLarge = thread.amount * amounts.unit >= rules.large;
    if (thread.moves === 2 && isLarge) await this.passGate(thread);
    const { isRefused } = await this.scene.say(thread.actor, filled(lines.move, { no: thread.no }));
    if (!isRefused) thread.moves++;
  }

  private async passGate({ actor, no }: DemoThread): Promise<void> {
    const { lines } = this.company;
    await this.scene.say(actor, filled(lines.request, { no }));
    this.wait(40);
    await this.scene.say(demoManagerOf(this.cast, actor), filled(lines.approve, { no }));
  }

  /** Says in the group, in a sentence, what came of a visit or a call. */
  async tell({ actor, customer }: DemoThread, day: string): Promise<void> {
    const next = daySaid(this.company, this.nextDay(day));
    const words = { customer, note: this.pick(this.company.notes), day: next };
    await this.scene.say(actor, filled(this.pick(this.company.sentences), words), 'group');
  }

  /** A day for the next step, in some days and not at the weekend. */
  private nextDay(day: string): string {
    const next = addDays(day, 3 + Math.floor(this.roll() * 5));
    return weekday(next) > 5 ? addDays(next, 2) : next;
  }

  wait(minutes: number): void {
    this.scene.setTo(new Date(this.scene.now().getTime() + minutes * minuteMs));
  }
}
