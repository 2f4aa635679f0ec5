import { afterEach, expect, test } from 'vitest';
import { isQuestionCard } from '../../bot/views/view-rows.js';
import { audienceOf } from '../../crm/access/visibility.js';
import { formatAmount } from '../../kernel/pieces/amount.js';
import { maySee, showsValue, visibilityOf } from '../../sales/people/policy.js';
import { isCollaborator } from '../../store/customers/collaborator-queries.js';
import { dealByNo } from '../../store/deals/deal-queries.js';
import { personById } from '../../store/people/person-queries.js';
import { findPlace } from '../../store/people/place-queries.js';
import { listTeams } from '../../store/people/team-queries.js';
import type { Deal } from '../../store/schema/row-types.js';
import { runs } from '../support/runs.js';
import { Wall, type WallMessage } from '../support/wall.js';
import { type Actor, processOfTests, type World, world } from '../support/world.js';

/**
 * Random companies in front of a wall: people ask for cards in groups and in private, act on records elsewhere, share and
 * take back, hand over, change teams and roles. After each act no message that was drawn anew, nor any that should have
 * been, shows a place an amount, a telephone number, a deal or words that it may not see.
 */

const worlds = runs(3, 120);
const steps = runs(22, 40);

let w: World;
afterEach(async () => await w.close());

/** Numbers from a seed, 0 ≤ n < 1. */
function chance(seed: number): () => number {
  let state = seed * 2_654_435_761 + 1;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

const customers = ['白鹭旅游', '海豚水务', '松石软件', '北辰电气'];
const amounts = [8_765_431, 7_432_193, 6_135_717, 5_318_779];
const phones = ['13912345678', '13787654321', '13655556666', '13544443333'];
const groups = ['华东群', '西区群'];
const whispered = '对方采购要回扣';

/** What a place may see of a deal, by the policy alone. */
async function sightOf(wall: Wall, message: WallMessage, deal: Deal) {
  const { db } = w.store;
  const place = await findPlace(db, 'sandbox', message.place.id);
  const person = place?.personId ? await personById(db, place.personId) : undefined;
  if (person) {
    const reader = { ...person, sight: visibilityOf(wall.rules, person, await listTeams(db)) };
    const sees = maySee(reader, deal).ok || (await isCollaborator(db, deal.customerId, person.id));
    return {
      sees,
      amount: sees && showsValue(reader, 'amount', deal),
      phone: sees && showsValue(reader, 'phone', deal),
    };
  }
  const reader = await audienceOf(db, wall.rules, place?.teamId ?? null);
  const sees = maySee(reader, deal).ok;
  return {
    sees,
    amount: sees && showsValue(reader, 'amount', deal),
    phone: sees && showsValue(reader, 'phone', deal),
  };
}

async function leaks(wall: Wall, message: WallMessage): Promise<string[]> {
  const words = JSON.stringify({ ...message.card, drawing: undefined });
  const found: string[] = [];
  const isGroup = message.place.kind === 'group';
  if (isGroup && words.includes(whispered) && !JSON.stringify(message.posted.nodes).includes(whispered))
    found.push('words said elsewhere');
  for (const [n, name] of customers.entries()) {
    const deal = await dealByNo(w.store.db, n + 1);
    if (!deal) continue;
    const { sees, amount, phone } = await sightOf(wall, message, deal);
    // Somebody may have a deal of their own with the same customer.
    if (!sees && words.includes(name) && words.includes(`D-${n + 1}`))
      found.push(`${name} is not to be seen`);
    const sum = formatAmount((amounts[n] ?? 0) * 100, { locale: 'zh', process: { currency: 'CNY' } }).replace(
      /[¥元]/g,
      '',
    );
    if (!amount && words.includes(sum)) found.push(`the amount of ${name}`);
    if (!phone && words.includes(phones[n] ?? '')) found.push(`the telephone number of ${name}`);
  }
  return found;
}

test.each(Array.from({ length: worlds }, (_, n) => n + 1))(
  'world %i shows nobody what is hidden from them',
  async (seed) => {
    const random = chance(seed);
    const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
    const rights = () => pick(['all', 'own', 'none'] as const);
    const { access } = processOfTests;
    w = await world({
      process: {
        ...processOfTests,
        access: {
          ...access,
          rep: { sees: pick(['self', 'team', 'team', 'all'] as const), amount: rights(), phone: rights() },
          viewer: { sees: 'team', amount: rights(), phone: rights() },
        },
      },
    });
    const wall = new Wall(w);
    const west = await w.team('西区');
    const chen = await w.admin('陈晨');
    const zhou = await w.manager('周敏');
    const qian = await w.manager('钱西', west);
    const reps = [await w.rep('李雷'), await w.rep('韩梅'), await w.rep('吴西', west)];
    const gan = await w.viewer('甘雨');
    const people: Actor[] = [chen, zhou, qian, ...reps, gan];
    await wall.says(zhou, '华东群', '绑群 华东');
    await wall.says(qian, '西区群', '绑群 西区');
    for (const one of people) await wall.says(one, 'private', '首页');
    for (const [n, name] of customers.entries()) {
      const owner = reps[n % reps.length] as Actor;
      await wall.says(owner, 'private', `线索 ${name} 孙总 ${phones[n]}`);
      await wall.says(owner, 'private', `跟 ${name} 电话 谈过`);
      await wall.says(owner, 'private', `商机 ${name} ${amounts[n]}元 2027-03-01`);
    }
    // What these answers say is for who said it; the wall begins now.
    wall.messages.length = 0;
    const log: string[] = [];
    // A first drawing is what the command says, which other tests look at.
    const said = new Map<string, string[]>();
    for (let step = 0; step < steps; step++) {
      const actor = pick(people);
      const n = Math.floor(random() * customers.length);
      const name = customers[n];
      const other = pick(people).id;
      const line = pick([
        ...[`D-${n + 1}`, name, `C-${n + 1}`, '今天', '周报', '停滞', '漏斗', name, `D-${n + 1}`],
        ...[`跟 ${name} 微信 ${whispered}`, `推 D-${n + 1}`, `约 ${name} 今天 回电${phones[n]}`],
        ...[`协作 ${name} @${other}`, `取消协作 ${name} @${other}`, `转 D-${n + 1} @${other}`],
        ...[`角色 @${gan.id} ${pick(['只读', '销售'])}`, `入队 ${pick(['华东', '西区'])} ${pick(reps).id}`],
      ]);
      const where = line?.includes(whispered) ? 'private' : pick(['private', 'private', ...groups]);
      log.push(`${actor.id} in ${where}: ${line}`);
      const message = pick(
        wall.messages.filter(({ place }) => place.kind === 'group' || place.name === actor.id),
      );
      if (message && random() < 0.2) {
        const calls = message.card.nodes.flatMap((node) =>
          node.kind === 'actions'
            ? node.items.flatMap((item) => (item.kind === 'button' ? [item.call] : []))
            : [],
        );
        const call = calls.length > 0 ? pick(calls) : undefined;
        if (call) {
          log.push(`taps ${JSON.stringify(call)} on ${message.id}`);
          await wall.calls(actor, message, call);
        }
      } else await wall.says(actor, where, line ?? '');
      for (const one of wall.messages) {
        if (isQuestionCard(one.card.key)) continue;
        const shown = await leaks(wall, one);
        const first = said.get(one.id) ?? shown;
        said.set(one.id, first);
        const found = shown.filter((leak) => !first.includes(leak));
        if (found.length > 0)
          throw new Error(
            `${found.join(', ')} in ${one.place.id}, redrawn ${one.redrawn}×, after:\n${log.join('\n')}\n${Wall.words(one)}`,
          );
      }
    }
    expect(w.incidents).toEqual([]);
    expect(wall.warnings).toEqual([]);
  },
);
