import { addDays } from '../../kernel/time/dates.js';
import { type CastMember, type DemoCompany, demoManagerOf, seatedAt } from './demo-cast.js';
import type { DemoScene, DemoThread } from './demo-thread.js';
import { amountSaid, daySaid, filled, phoneOf } from './demo-words.js';

/** Sets targets of last month and this one, has a report posted each morning, and leaves leads in the pool. */
export async function prepare(
  scene: DemoScene,
  company: DemoCompany,
  cast: readonly CastMember[],
): Promise<void> {
  const { lines, targets } = company;
  for (const boss of cast.filter((one) => one.role === 'manager')) {
    const reps = cast.filter((one) => one.role === 'rep' && one.team === boss.team);
    const team = company.teams[boss.team ?? 'first'].name;
    for (const month of [lines.lastMonth, lines.thisMonth]) {
      const [value, stretch] = [targets.team, targets.stretch].map((one) =>
        amountSaid(company, reps.length * one),
      );
      await scene.say(
        boss,
        filled(lines.teamTarget, { who: team, month, value: value ?? '', stretch: stretch ?? '' }),
      );
      for (const { name: who } of reps) {
        await scene.say(boss, filled(lines.target, { who, month, value: targets.won }));
        await scene.say(boss, filled(lines.visitTarget, { who, month, value: targets.visits }));
        await scene.say(boss, filled(lines.followUpTarget, { who, month, value: targets.followUps }));
      }
    }
    await scene.say(boss, lines.saveReport);
    await scene.say(boss, lines.postReport);
  }
  await fillPool(scene, company, seatedAt(cast, 'thirdRep'));
}

interface Ending {
  company: DemoCompany;
  cast: readonly CastMember[];
  threads: readonly DemoThread[];
  today: string;
}

/** Leaves something open in each part of the process, so that there is something to tap. */
export async function leaveOpen(scene: DemoScene, ending: Ending): Promise<void> {
  const { company, cast, threads } = ending;
  const { lines } = company;
  const [seller, collaborator, hunter] = (['firstRep', 'secondRep', 'thirdRep'] as const).map((seat) =>
    seatedAt(cast, seat),
  ) as [CastMember, CastMember, CastMember];
  await askForLargeDeal(scene, ending, seller);
  await tellForeignDeal(scene, ending, collaborator);
  const key = threads.find((thread) => thread.actor === seller && thread.no.startsWith('D-'));
  if (key) {
    const { customer } = key;
    await scene.say(demoManagerOf(cast, seller), filled(lines.grade, { customer }));
    await scene.say(seller, filled(lines.share, { customer, colleague: collaborator.name }));
  }
  const disputed = threads.find(({ actor, asleep }) => actor === collaborator && !asleep);
  if (disputed) {
    const { no } = await scene.say(collaborator, filled(lines.find, { customer: disputed.customer }));
    await scene.say(hunter, filled(lines.dispute, { no }));
  }
  const [from, to] = [0, 2].map((later) => daySaid(company, addDays(ending.today, later)));
  await scene.say(seatedAt(cast, 'fifthRep'), filled(lines.leave, { from: from ?? '', to: to ?? '' }));
}

/** Leaves a large deal waiting for approval. */
async function askForLargeDeal(
  scene: DemoScene,
  { company, threads, today }: Ending,
  actor: CastMember,
): Promise<void> {
  const { lines, amounts } = company;
  const known = threads.find((thread) => thread.actor === actor && thread.no.startsWith('D-'));
  if (!known) return;
  const day = (later: number) => daySaid(company, addDays(today, later));
  const amount = amountSaid(company, amounts.large);
  const { no } = await scene.say(
    actor,
    filled(lines.largeDeal, { customer: known.customer, amount, day: day(20) }),
  );
  await scene.say(actor, filled(lines.largeLog, { no, day: day(3) }));
  await scene.say(actor, filled(lines.move, { no }));
  await scene.say(actor, filled(lines.move, { no }));
  await scene.say(actor, filled(lines.largeRequest, { no }));
}

/** Makes a deal told in another currency. */
async function tellForeignDeal(
  scene: DemoScene,
  { company, threads, today }: Ending,
  actor: CastMember,
): Promise<void> {
  const known = threads.find((thread) => thread.actor === actor && thread.no.startsWith('D-'));
  if (!known) return;
  const day = daySaid(company, addDays(today, 25));
  await scene.say(actor, filled(company.lines.foreignDeal, { customer: known.customer, day }));
}

async function fillPool(scene: DemoScene, company: DemoCompany, actor: CastMember): Promise<void> {
  const { lines, unclaimed } = company;
  for (const [n, customer] of unclaimed.entries()) {
    const phone = phoneOf(company, 'first', 80 + n);
    const { no } = await scene.say(actor, filled(lines.poolLead, { customer, phone }));
    await scene.say(actor, filled(lines.release, { no }));
  }
}
