import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { calendarOf, registry } from '../../bot/product/product.js';
import { allJobs } from '../../jobs/register-jobs.js';
import { callsOf } from '../../kernel/card/card.js';
import type { Answer } from '../../kernel/chat/chat.js';
import { formatAmount, formatAmountShort } from '../../kernel/pieces/amount.js';
import { weighted } from '../../sales/figures/money-sums.js';
import type { Process } from '../../sales/process/parse-process.js';
import { modelAt } from '../support/model.js';
import { answers, ModelServer } from '../support/model-server.js';
import { everyNth } from '../support/runs.js';
import { type Actor, processOfTests, type World, world } from '../support/world.js';

/**
 * Somebody without the right to amounts and telephone numbers says everything there is to say and taps every button: no
 * hidden figure may stand in what comes back, in words, tables, buttons, forms, pickers, charts, posts or exports. The same
 * walk as an admin finds each of them, so that the test looks where they are.
 */

/** In whole units: of colleagues, and of the speaker's own. */
const others = [8_765_400, 743_219, 61_357];
const own = 5_318_700;
const phones = ['13912345678', '13787654321'];
/** Of the lead that waits in the pool: whoever claims it may call it, where they may call their own. */
const pooled = '13655556666';
const chances = processOfTests.stages.map((stage) => stage.probability);

/** Without what is 波's own: the words of their follow-ups, which the author reads in full, and the contact of their customer. */
const withoutOwn = (text: string): string =>
  text
    .replace(/波 \S+ 并入 D-\d+[^"\\]*/gu, '')
    .replace('"value":"波"},{"label":"联系人","value":"13787654321"', '');

let w: World;
/** A model from which nothing is masked, and which says again all that it was told. */
let echo: ModelServer;
beforeAll(async () => {
  echo = await ModelServer.start();
  echo.behaviour = answers(({ body }) => body.messages?.at(-1)?.content ?? '');
});
afterAll(async () => await echo.stop());
afterEach(async () => await w.close());

/** Every way a sum may be written, as it is and weighted by the chance of a stage; sums of own deals alone are no secret. */
function secretForms(withOwn: boolean): string[] {
  const all = withOwn ? [...others, own] : others;
  const sums = new Set<number>();
  for (let bits = 1; bits < 1 << all.length; bits++) {
    const chosen = all.filter((_, at) => bits & (1 << at));
    if (chosen.some((one) => others.includes(one))) sums.add(chosen.reduce((sum, one) => sum + one, 0));
  }
  const figures = [...sums].flatMap((sum) => [
    sum * 100,
    ...chances.map((chance) => weighted(sum * 100, chance)),
  ]);
  const written = figures.flatMap((minor) => [
    formatAmount(minor, { locale: 'zh', process: { currency: 'CNY' } }),
    formatAmount(minor, { locale: 'en', process: { currency: 'CNY' } }),
    formatAmountShort(minor, { locale: 'zh', process: { currency: 'CNY' } }),
    formatAmountShort(minor, { locale: 'en', process: { currency: 'CNY' } }),
    String(minor),
    String(Math.round(minor / 100)),
  ]);
  return [...new Set(written.map((form) => form.replace(/[¥元]/g, '')))].filter((form) => form.length >= 4);
}

const held = (text: string, forms: readonly string[]): string[] =>
  forms.filter((form) => text.includes(form));

/** What people of the platform would get, calls of buttons and values of charts included; keys are random letters. */
const seenIn = (value: unknown): string =>
  JSON.stringify(value, (key, inner) => (['key', 'act', 'messageId'].includes(key) ? undefined : inner));

const lines = [
  ...['华为', '中兴', '星河科技', '北辰电气'].flatMap((name) => [name, `查 ${name}`]),
  ...['D-1', 'D-2', 'D-3', 'D-4', 'L-1', 'L-2', 'T-1', 'T-2', 'C-1', 'C-2', 'C-3', 'C-4'],
  ...[
    '今天',
    '首页',
    '公海',
    '公海 华东',
    '批',
    '我的数据',
    '我的数据 操作',
    '我的数据 别人',
    '我的数据 谁看过',
  ],
  ...[
    '周报',
    '周报 本周',
    '漏斗',
    '漏斗 本月',
    '停滞',
    '停滞 华东',
    '排行',
    '排行 本周',
    '分布 产品',
    '报表 金额 按 产品',
    '报表 金额 按 产品,负责人',
    '报表 加权 按 阶段',
    '报表 数量 按 预算',
    '来源',
    '来源 产品',
    '输因',
    '导出 金额 按 产品',
    '报表',
    '团队',
    '规则',
  ],
  ...['目标', '目标 华东', '目标 华东 本季', '目标 李雷', '目标 李雷 今年', '目标 拜访', '建议目标 李雷'],
  ...['趋势 赢单 12个月', '趋势 新商机', '排行 我', '徽章', '解释 进行中金额 华东', '解释 阶段加权预测 华东'],
  '线索 华为 13912345678',
  '线索 星河科',
  '线索 新客户 13787654321',
  '商机 华',
  '跟 华为',
  '推 华为',
  '推 中兴',
  '我的数据 @李雷',
  '周报 华东',
  '周报 华东 本周',
  '例会',
  '散会',
  '月报 本月 华东',
  '季报 本季 华东',
  ...['拟稿 华为', '拟稿 D-2', '拟稿 C-3', '周总结 华东', '周总结 本周', '模型', '模型 1'],
  '帮',
];

interface Seen {
  what: string;
  text: string;
}

async function filledCompany(
  access: Partial<Process['access']>,
): Promise<{ lei: Actor; zhou: Actor; chen: Actor }> {
  const { ranking } = processOfTests;
  w = await world({
    model: modelAt(echo.url, { masks: [] }),
    process: {
      ...processOfTests,
      access: { ...processOfTests.access, ...access },
      // What shows more of people's words and wins.
      ranking: { ...ranking, usefulOnly: true },
      badges: true,
    },
  });
  const lei = await w.rep('李雷');
  const zhou = await w.manager('周敏');
  const chen = await w.admin('陈晨');
  await lei.says(`商机 华为 ERP${others[0]}元 ${others[0]}元 王总`);
  await lei.says(`商机 中兴 CRM ${others[1]}元 李总`);
  await lei.says(`商机 星河科技 HR ${others[2]}元`);
  await lei.says('线索 北辰电气 王总 13912345678 想看ERP');
  await lei.says(`线索 松石软件 ${pooled} 想看CRM`);
  await lei.says(`跟 华为 电话 报价${others[0]}元，请打13912345678 明天再约`);
  await lei.says(`约 中兴 明天 谈${others[1]}元的价格，电话13787654321`);
  await w.release('L-2');
  await zhou.says(`目标 李雷 ${others[2]}元 冲刺 ${others[1]}元`);
  await zhou.says(`目标 华东 ${others[0]}元`);
  await zhou.in('华东群').says('绑群 华东');
  return { lei, zhou, chen };
}

/** Says everything (in an ordinary run a part of it), taps everything that comes back once. */
async function walk(actor: Actor, parts: number, part = 0): Promise<Seen[]> {
  const share = <T>(all: readonly T[]): T[] => everyNth(all, parts, part);
  const seen: Seen[] = [];
  const tapped = new Set<string>();
  const examples = registry.commands
    .filter((command) => command.name !== 'setup')
    .flatMap((command) => [...command.examples.zh, command.words.zh[0]]);
  const note = (what: string, answer: Answer) => {
    seen.push({ what, text: seenIn([answer.cards, answer.form]) });
  };
  for (const line of share([...lines, ...new Set(examples)])) {
    note(line, await actor.says(line));
    const { last } = actor;
    for (const call of last.cards.flatMap(callsOf)) {
      const known = JSON.stringify([call.command, call.input]);
      if (tapped.has(known)) continue;
      tapped.add(known);
      note(`${line} → ${known}`, await actor.calls(call));
    }
    await actor.says('取消');
  }
  for (const command of share(registry.commands))
    for (const field of Object.keys(command.fields))
      for (const words of ['', '华', '中', '李'])
        seen.push({
          what: `picker ${command.name} ${field} ${words}`,
          text: seenIn(await w.suggest(actor, command.name, field, words)),
        });
  return seen;
}

/** What the clock says of its own accord, by the place it goes to; a month later, when all has stalled. */
async function posts(): Promise<Map<string, Seen[]>> {
  w.later(32);
  const context = {
    store: w.store,
    now: w.clock.now(),
    process: w.process,
    processVersion: 1,
    calendar: calendarOf(w.process),
    locale: 'zh' as const,
    timeZone: 'Asia/Shanghai',
  };
  for (const job of allJobs) {
    if (job.name === 'cleanup') continue;
    for (const { scope } of await job.slots(context))
      await job.run({ scope, at: w.clock.now(), lateMinutes: 0 }, context);
  }
  const { q, t } = w.store.db;
  const places = new Map((await q.select().from(t.places)).map((place) => [place.id, place.name]));
  const by = new Map<string, Seen[]>();
  for (const { placeId, card, dedupeKey } of await q.select().from(t.outbox)) {
    const place = places.get(placeId) ?? '';
    by.set(place, [...(by.get(place) ?? []), { what: dedupeKey, text: seenIn(card) }]);
  }
  return by;
}

const leaks = (seen: readonly Seen[], forms: readonly string[]): string[] =>
  seen.flatMap(({ what, text }) =>
    held(text, forms).map((form) => `${form} in ${what}: ${text.slice(0, 400)}`),
  );

const none: Process['access']['rep'] = { sees: 'all', amount: 'none', phone: 'none' };
const ownOnly: Process['access']['rep'] = { sees: 'below', amount: 'own', phone: 'own' };

test('an admin sees every hidden figure on the same walk, which proves the walk covers them', async () => {
  const { chen } = await filledCompany({});
  const seen = await walk(chen, 4);
  for (const amount of others)
    expect(
      leaks(seen, [formatAmount(amount * 100, { locale: 'zh', process: { currency: 'CNY' } })]).length,
    ).toBeGreaterThan(3);
  for (const phone of phones) expect(leaks(seen, [phone]).length).toBeGreaterThan(0);
  const drafts = seen.filter(({ what }) => what.startsWith('拟稿'));
  expect(
    leaks(drafts, [formatAmount((others[0] ?? 0) * 100, { locale: 'zh', process: { currency: 'CNY' } })])
      .length,
  ).toBeGreaterThan(0);
  const byPlace = await posts();
  expect(leaks(byPlace.get('华东群') ?? [], secretForms(false)).length).toBeGreaterThan(0);
});

/** Every third in an ordinary run, where each says another fourth of the lines; in the whole run each says all. */
const readers = everyNth(
  [
    ['viewer', none, 0],
    ['rep', none, 1],
    ['manager', none, 2],
    ['rep', ownOnly, 3],
    ['viewer', ownOnly, 0],
    ['manager', ownOnly, 2],
  ] as const,
  3,
);

test.each(readers)(
  'a %s with %j sees no hidden figure in any answer, post or export',
  async (role, rights, turn) => {
    const { chen } = await filledCompany({ [role]: rights });
    const reader = role === 'manager' ? await w.manager('波') : await w.rep('波');
    await reader.says('帮');
    if (role !== 'viewer') await reader.says(`商机 自家客户 MES ${own}元 张总`);
    if (role === 'viewer') {
      await chen.says('角色 @波 只读').sees(/只读/);
    }
    const mine = role !== 'viewer' && rights.phone === 'own';
    const forms = [...secretForms(role !== 'viewer'), ...phones, ...(mine ? [] : [pooled])];
    // What the reader's own lines say (a possible duplicate with a number) is no secret to them.
    const seen = (await walk(reader, 4, turn))
      .filter(({ what }) => !what.includes('线索 华为 139') && !what.includes('线索 新客户'))
      .map((one) => (mine ? { ...one, text: withoutOwn(one.text) } : one));
    // Nor is a number they noted themselves, which a model that echoes tells them again.
    const echoed = seen.filter(({ what }) => mine && /拟稿|周总结|模型/.test(what));
    expect(
      leaks(
        seen.filter((one) => !echoed.includes(one)),
        forms,
      ),
    ).toEqual([]);
    expect(
      leaks(
        echoed,
        forms.filter((form) => form !== phones[0]),
      ),
    ).toEqual([]);
    const byPlace = await posts();
    expect(leaks([...(byPlace.get('波') ?? []), ...(byPlace.get('华东群') ?? [])], forms)).toEqual([]);
    expect(w.incidents).toEqual([]);
  },
);
