import { addDays } from '../../kernel/time/dates.js';
import { type CastMember, cast, demoManagerOf, unclaimedCustomers } from './demo-cast.js';
import type { DemoThread, PlayLine } from './demo-thread.js';

/** Leaves something open in each part of the process, so that there is something to tap. */
export async function playLastDay(
  say: PlayLine,
  threads: readonly DemoThread[],
  today: string,
): Promise<void> {
  const east = cast.filter((actor) => actor.role === 'rep' && actor.team === '华东');
  const [lei, han, wu] = east;
  if (!lei || !han || !wu) return;
  await setTargets(say);
  await askForBigDeal(say, threads, lei, today);
  await fillPool(say, wu);
  await gradeAndShare(say, threads, lei, han);
  const disputed = threads.find(({ actor, asleep }) => actor === han && !asleep);
  if (disputed) await say(wu, `申诉 ${(await say(han, disputed.customer)).no} 展会上我先联系的`);
  await say(cast.find((actor) => actor.id === 'deng') ?? wu, `请假 ${today}-${addDays(today, 2)}`);
}

/** Sets targets of last month and this one. */
async function setTargets(say: PlayLine): Promise<void> {
  for (const boss of cast.filter((one) => one.role === 'manager')) {
    const reps = cast.filter((one) => one.role === 'rep' && one.team === boss.team);
    for (const month of ['上月', '本月']) {
      await say(boss, `目标 ${boss.team} ${month} ${reps.length * 60}万 冲刺 ${reps.length * 75}万`);
      for (const rep of reps) {
        await say(boss, `目标 ${rep.name} ${month} 50万`);
        await say(boss, `目标 ${rep.name} ${month} 拜访 12`);
        await say(boss, `目标 ${rep.name} ${month} 跟进 40`);
      }
    }
  }
}

/** Leaves a large deal waiting for approval. */
async function askForBigDeal(
  say: PlayLine,
  threads: readonly DemoThread[],
  actor: CastMember,
  today: string,
): Promise<void> {
  const known = threads.find((thread) => thread.actor === actor && thread.no.startsWith('D-'));
  if (!known) return;
  const { no } = await say(actor, `商机 ${known.customer} 数据平台 68万 ${addDays(today, 20)}`);
  await say(actor, `跟 ${no} 会议 确认了使用人数和上线时间 ${addDays(today, 3)}`);
  await say(actor, `推 ${no}`);
  await say(actor, `推 ${no}`);
  await say(actor, `申请放行 ${no} 客户要月底前签，付款条件已谈妥`);
}

async function fillPool(say: PlayLine, actor: CastMember): Promise<void> {
  for (const [n, customer] of unclaimedCustomers.entries()) {
    const lead = await say(actor, `线索 ${customer} 周经理 1390000000${n} 想了解数据平台 #展会`);
    await say(actor, `放回公海 ${lead.no} 今年没有预算`);
  }
}

async function gradeAndShare(
  say: PlayLine,
  threads: readonly DemoThread[],
  actor: CastMember,
  collaborator: CastMember,
): Promise<void> {
  const key = threads.find((thread) => thread.actor === actor && thread.no.startsWith('D-'));
  if (!key) return;
  await say(demoManagerOf(actor), `客户 ${key.customer} A级`);
  await say(actor, `协作 ${key.customer} @${collaborator.name}`);
}
