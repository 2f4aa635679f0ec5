import type { ChatHost, Inbound } from '../../kernel/chat/chat.js';
import type { FixedClock } from '../../kernel/time/clock.js';
import { addDays } from '../../kernel/time/dates.js';
import type { WorkCalendar } from '../../kernel/time/workdays.js';
import { instantOf, localDate } from '../../kernel/time/zone.js';
import { seededRandom } from '../../sales/forecast/seeded-random.js';
import { writeArticles } from './demo-articles.js';
import {
  cast,
  customers,
  demoManagerOf,
  demoSurnames,
  notes,
  products,
  sources,
  titles,
} from './demo-cast.js';
import type { DemoThread, PlayLine } from './demo-thread.js';
import { playLastDay } from './last-day.js';

/** Amount (major units) from which the shipped rules require approval before negotiation. */
const gateAmount = 500_000;

/** Weeks of history that the demo starts with. */
const weeks = 13;

/**
 * Plays three months of selling through the same way in as everybody: each act is a line said to the bot on
 * its day. The same seed gives the same team.
 */
export async function playStory(
  host: ChatHost,
  clock: FixedClock,
  about: {
    now: Date;
    zone: string;
    calendar: WorkCalendar;
    progress(done: number, all: number): void;
    /** Runs the evening's jobs. */
    evening(): Promise<void>;
  },
): Promise<void> {
  const roll = seededRandom(20261123);
  const reps = cast.filter((actor) => actor.role === 'rep');
  const threads: DemoThread[] = [];
  const today = localDate(about.now, about.zone);
  const days = Array.from({ length: weeks * 7 }, (_, n) => addDays(today, n - weeks * 7)).filter((day) =>
    about.calendar.isWorkday(day),
  );
  let acts = 0;
  const say: PlayLine = async (actor, text) => {
    const inbound: Inbound = {
      id: `demo-${++acts}`,
      platform: 'sandbox',
      speaker: { id: actor.id, name: actor.name },
      place: { id: `private-${actor.id}`, kind: 'private', name: actor.name },
      act: { kind: 'say', text },
    };
    const answer = await host.receive(inbound);
    const [card] = answer.cards;
    return { no: card?.key.split(':').at(-1) ?? '', won: card?.tone === 'good' };
  };
  const pick = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T;
  let nextCustomer = 0;

  for (const [n, day] of days.entries()) {
    about.progress(n, days.length);
    if (n === 0) await writeArticles(say);
    for (const actor of reps) {
      clock.set(instantOf(day, `${10 + Math.floor(roll() * 7)}:${10 + Math.floor(roll() * 50)}`, about.zone));
      const mine = threads.filter((thread) => thread.actor === actor && !thread.asleep);
      if ((mine.length < 3 || roll() < 0.06) && nextCustomer < customers.length) {
        const customer = customers[nextCustomer++] ?? '';
        const phone = `138${String(10_000_000 + Math.floor(roll() * 89_999_999))}`;
        const contact = `${pick(demoSurnames)}${pick(titles)}`;
        const { no } = await say(
          actor,
          `线索 ${customer} ${contact} ${phone} 想看${pick(products)} #${pick(sources)}`,
        );
        threads.push({ actor, customer, no, moves: 0, amount: 0, asleep: false });
      }
      const sold = threads.filter((thread) => thread.actor === actor && thread.asleep && thread.moves > 0);
      if (mine.length < 3 && nextCustomer >= customers.length && sold.length > 0) {
        const again = { actor, customer: pick(sold).customer, no: '', moves: 0, amount: 0, asleep: false };
        await openDeal(again, day);
        threads.push(again);
      }
      for (let n = 0; n < 3 && mine.length > 0; n++) await act(pick(mine), day);
    }
    if (n === days.length - 1) await playLastDay(say, threads, today);
    clock.set(instantOf(day, '18:30', about.zone));
    await about.evening();
  }

  async function act(thread: DemoThread, day: string): Promise<void> {
    const { actor } = thread;
    if (thread.asleep) return;
    clock.advance(25 * 60_000);
    const chance = roll();
    const next = addDays(day, 3 + Math.floor(roll() * 5));
    if (chance < 0.72 || thread.no === '') {
      await say(actor, `跟 ${thread.no} ${pick(['电话', '拜访', '微信', '会议'])} ${pick(notes)} ${next}`);
    } else if (thread.no.startsWith('L-') && chance > 0.975) {
      thread.asleep = true;
    } else if (thread.no.startsWith('L-')) {
      await openDeal(thread, day);
    } else if (thread.moves < 3 && chance < 0.87) {
      if (thread.moves === 2 && thread.amount >= gateAmount) await passGate(thread);
      thread.asleep = (await say(actor, `推 ${thread.no}`)).won;
      thread.moves++;
    } else if (thread.moves === 3 && chance < 0.84) {
      await say(actor, `赢 ${thread.no} ${thread.amount / 10_000}万`);
      thread.asleep = true;
    } else if (chance > 0.965) {
      await say(actor, `输 ${thread.no} ${pick(['价格', '竞品', '预算', '需求不符'])}`);
      thread.asleep = true;
    } else if (chance > 0.955) {
      thread.asleep = true;
    }
  }

  async function openDeal(thread: DemoThread, day: string): Promise<void> {
    thread.amount = (5 + Math.floor(roll() * 60)) * 10_000;
    const close = addDays(day, 30 + Math.floor(roll() * 60));
    const product = pick(products).replace(' ', '');
    const words = `商机 ${thread.customer} ${product} ${thread.amount / 10_000}万 ${close}`;
    thread.no = (await say(thread.actor, words)).no;
  }

  async function passGate({ actor, no }: DemoThread): Promise<void> {
    await say(actor, `申请放行 ${no} 客户口头同意了报价`);
    clock.advance(40 * 60_000);
    await say(demoManagerOf(actor), `批 ${no}`);
  }
}
