import { afterEach, expect, it } from 'vitest';
import { registry } from '../../bot/product/product.js';
import { lookups } from '../../crm/field-lookups/lookups.js';
import type { Call } from '../../kernel/card/card.js';
import { callsOf } from '../../kernel/card/card.js';
import { complete } from '../../kernel/command/complete.js';
import { readLine } from '../../kernel/command/read-line.js';
import { askedOrder } from '../../kernel/command/say-in.js';
import { type World, world } from '../support/world.js';

let w: World;
afterEach(async () => await w.close());

/** What a day with every kind of card says. */
const day = {
  zh: [
    '线索 华为 王总 13800000000 想看ERP #官网',
    '线索 华为 李总 13900000000 要报价 #展会',
    '跟 华为 电话 价格偏高 下周三再约',
    '跟 华为',
    '取消',
    '推 华为',
    'D-1',
    '商机 华为 "云 服务" 50万 6月底',
    '跟 华为 微信 两家比价 明天',
    '跟 花为 电话',
    '约 D-1 明天 送合同',
    '改 D-1 28万',
    '今天',
    '完成 T-1',
    '华为',
    '输 D-1',
    '公海',
    '抢 L-2',
    '转给 L-1',
    '周报',
    '漏斗 本月',
    '停滞',
    '排行 本周',
    '这个月我赢了多少',
    '哪个产品卖得最好',
    '30万以上的商机有哪些',
    '王五赢了多少',
    '利润多少',
    '天气不错',
    '帮',
    '静音 2小时',
    '撤',
  ],
  en: [
    'lead Acme Mr Wang 13800000000 wants a demo #website',
    'lead Acme Mr Li 13900000000 wants a quote',
    'log Acme call price too high next Wed',
    'move Acme',
    'deal Acme "cloud services" 500k 2027-06-30',
    'log Acme email compared two vendors tomorrow',
    'plan D-1 tomorrow send the contract',
    'edit D-1 280k',
    'today',
    'Acme',
    'lost D-1',
    'report',
    'funnel',
    'stalled',
    'rank',
    'how much did I win this month',
    'conversion rate of website leads',
    'what is our profit',
    'mute 2h',
    'undo',
  ],
};

it.each(['zh', 'en'] as const)(
  'the text of every button, typed in %s, is read as the same call',
  async (locale) => {
    w = await world({ locale });
    const rep = await w.rep('爱丽丝');
    await w.rep('张三');
    const admin = await w.admin('陈晨');
    const say = (call: Call) => w.say(call, locale);
    let seen = 0;
    for (const line of day[locale]) {
      await rep.says(line);
      const context = await w.contextOf(rep);
      for (const call of rep.last.cards.flatMap(callsOf)) {
        const typed = say(call);
        // People see what a button would be typed as.
        expect(typed).not.toMatch(anId);
        const read = await readLine(askedOrder(registry, typed) ?? typed, registry, lookups, context);
        expect(read.kind, typed).toBe('call');
        if (read.kind !== 'call') continue;
        expect(await values(read.call, context), `${line} → ${typed}`).toEqual(
          await values(asTyped(call), context),
        );
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(30);
    expect(admin.person.role).toBe('admin');
    expect(w.incidents).toEqual([]);
  },
);

/** An id of a row, as `newId` makes it. */
const anId = /\b[0-9][0-9A-HJKMNP-TV-Z]{19}\b/;

/** Without the version, and the ids that nobody types. */
function asTyped(call: Call): Call {
  const fields = registry.get(call.command)?.fields ?? {};
  const isId = (name: string) => fields[name]?.kind === 'named' && fields[name].write('x', 'zh') === '';
  const isSaid = (name: string) => name !== 'v' && name !== 'askedOf' && !isId(name);
  return { ...call, input: Object.fromEntries(Object.entries(call.input).filter(([name]) => isSaid(name))) };
}

/** The call with its words turned into values, so that `王总` typed and `王总` tapped are the same. */
async function values(call: Call, context: Awaited<ReturnType<World['contextOf']>>) {
  const command = registry.get(call.command);
  if (!command) throw new Error(`no command ${call.command}`);
  const blank = Object.entries(call.input).filter(([, value]) => value !== '' && value !== null);
  try {
    const { input } = await complete(
      { ...call, input: Object.fromEntries(blank) },
      command,
      lookups,
      context,
    );
    return { command: call.command, input };
  } catch (error) {
    return { command: call.command, error: (error as Error).message };
  }
}
