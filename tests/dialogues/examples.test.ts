import { beforeAll, describe, expect, it } from 'vitest';
import { registry } from '../../bot/product/product.js';
import type { Locale } from '../../texts/languages.js';
import { freshCopy, freshSqlite } from '../support/databases.js';
import { type Actor, printed, type World, world } from '../support/world.js';

interface Stage {
  w: World;
  /** Of its database, which is closed. */
  url: string;
  speaker: Record<string, Actor>;
}

async function makeStage(locale: Locale): Promise<Stage> {
  const { store, url } = await freshSqlite();
  const w = await world({ locale, store });
  // The examples name a team as the language does.
  if (locale === 'en') w.east = await w.team('East');
  const rep = await w.rep(locale === 'zh' ? '李雷' : 'Leo');
  await w.rep('张三');
  await w.rep('Alice');
  const manager = await w.manager('王经理');
  const admin = await w.admin('管理员');
  const verb =
    locale === 'zh' ? ['线索', '商机', '跟', '约', '明天'] : ['lead', 'deal', 'log', 'plan', 'tomorrow'];
  const [customer, double] = locale === 'zh' ? ['华为', '华为技术'] : ['Acme', 'Acme-Ltd'];
  await rep.says(`${verb[1]} ${customer} ERP ${locale === 'zh' ? '20万 王总' : '200k Mr Wang'}`);
  await rep.says(`${verb[2]} ${customer} ${locale === 'zh' ? '电话 需求已确认' : 'call needs are clear'}`);
  await rep.says(`${verb[3]} ${customer} ${verb[4]}`);
  await rep.says(`${verb[1]} ${double} CRM`);
  if (rep.last.cards[0]?.key === 'choose') await rep.taps(locale === 'zh' ? '华为' : 'Acme');
  await rep.says(`${verb[0]} 北辰电气 A`);
  await rep.says(`${verb[0]} 松石软件 B`);
  await w.release('L-2');
  await w.setupCode('demo-code');
  const viewer = await w.viewer('旁观');
  await w.close();
  return { w, url, speaker: { viewer, rep, manager, admin } };
}

const refusals = ['error:input', 'error:denied', 'error:bug', 'error:unknown', 'choose'];

describe.each(['zh', 'en'] as const)('every help example in %s', (locale) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await makeStage(locale);
  });

  const lines = registry.commands
    .filter((command) => command.name !== 'setup')
    .flatMap((command) => command.examples[locale].map((line) => ({ command, line })));

  it.each(lines)('$line is answered without an error', async ({ command, line }) => {
    // Each example has the stage to itself: what was won cannot be lost as well.
    const w = stage.w.onCopy((await freshCopy(stage.url)).store);
    // Help on a command is for those who may run it.
    const actor = (stage.speaker[command.name === 'help' ? 'rep' : command.role] as Actor).of(w);
    if (command.name === 'join') await w.store.tx((tx) => w.leaveTeam(tx, actor.person.id));
    if (command.name === 'bind') actor.in('group');
    const answer = await actor.says(line);
    const text = answer.cards.map(printed).join('\n');
    for (const card of answer.cards) {
      expect(refusals, text).not.toContain(card.key);
      expect(card.key, text).not.toMatch(/^ask:/);
    }
    expect(w.incidents).toEqual([]);
  });
});

it('the setup example makes an admin', async () => {
  for (const locale of ['zh', 'en'] as const) {
    const w = await world({ locale });
    await w.setupCode('demo-code');
    const line = registry.get('setup')?.examples[locale][0] ?? '';
    const answer = await w.stranger('Chen').says(line);
    expect(answer.cards[0]?.tone).toBe('good');
    await w.close();
  }
});
