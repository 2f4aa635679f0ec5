import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../../store/open.js';
import { testFolder } from '../../support/databases.js';
import { afterwards } from '../../support/endings.js';
import { runs } from '../../support/runs.js';
import { commands } from '../../support/wecom/frames.js';
import { RealClient } from '../../support/wecom/real-client.js';
import { asks, productFor, WecomOffice } from '../../support/wecom-office.js';

let office: WecomOffice;

const followUps = async (words: string) => {
  const { q, t } = office.product.store.db;
  return (await q.select().from(t.followUps)).filter((one) => one.words.includes(words)).length;
};

describe('the WeCom connection', () => {
  test('is tried only once with a wrong secret', async () => {
    office = await WecomOffice.empty({ env: { WECOM_BOT_SECRET: 'not-the-secret' } });
    await office.wecom.untilReceived(commands.subscribe);
    await new Promise((done) => setTimeout(done, 1_500));
    expect(office.wecom.received.filter(({ cmd }) => cmd === commands.subscribe)).toHaveLength(1);
    expect(office.wecom.isSubscribed).toBe(false);
  });

  test('is opened again after every drop', async () => {
    office = await WecomOffice.open();
    for (let n = 1; n <= runs(1, 3); n++) {
      office.wecom.faults.dropAll();
      await office.wecom.untilSubscribed();
      await asks(office.lei, `线索 ${['星河', '云帆', '青禾'][n - 1]}公司`, `L-${n}`);
    }
  });

  test('stays closed if another program connects with the same bot', async () => {
    office = await WecomOffice.open();
    office.wecom.faults.kick();
    await office.wecom.untilDisconnected();
    const other = new RealClient(office.wecom);
    afterwards(() => other.client.disconnect());
    other.connect();
    await office.wecom.untilSubscribed();
    await new Promise((done) => setTimeout(done, 1_500));
    const subscriptions = office.wecom.received.filter(({ cmd }) => cmd === commands.subscribe);
    expect(subscriptions).toHaveLength(2);
  });

  test('is opened again if only the subscription was lost, and the alert arrives', async () => {
    office = await WecomOffice.open();
    const { lei, wecom, product } = office;
    await asks(lei, '商机 青禾食品 60万', 'D-1');
    wecom.faults.loseSubscription();
    await office.at('2026-12-10', '09:30');
    await wecom.untilSubscribed();
    await expect
      .poll(async () => {
        office.clock.advance(5_000);
        await product.runner.runDue(office.clock.now());
        return lei.chat.readable() + office.east.readable();
      })
      .toMatch(/停滞 · D-1/);
  });

  test('answers an image in words and goes on', async () => {
    office = await WecomOffice.open();
    await office.lei.sends('image', 'card.png', Buffer.from('a picture'));
    await office.lei.chat.waitFor(/我还看不懂图片，没有保存/);
    await asks(office.lei, '线索 星河科技', 'L-1');
  });
});

describe('one act has one effect', () => {
  test('even if the connection drops and the message is delivered again', async () => {
    office = await WecomOffice.open();
    const { lei, wecom } = office;
    await asks(lei, '线索 星河科技', 'L-1');
    wecom.faults.dropAfterCallbacks();
    const { callback } = await lei.says('跟 星河科技 电话 断线的时候');
    await wecom.untilSubscribed();
    if (callback) await wecom.redelivers(callback);
    await lei.chat.waitFor(/已记[\s\S]*断线的时候/);
    expect(await followUps('断线的时候')).toBe(1);
    expect(lei.chat.readable().match(/已记/g)).toHaveLength(1);
  });

  test('even if a message or a tap is delivered twice', async () => {
    office = await WecomOffice.open();
    const { lei, wecom } = office;
    await asks(lei, '线索 星河科技 王总', 'L-1');
    wecom.faults.duplicateCallbacks();
    await asks(lei, '跟 星河科技 电话 只记一次', '已记');
    expect(await followUps('只记一次')).toBe(1);
    const card = await asks(lei, 'L-1', 'L-1');
    await Promise.all([lei.taps(card, '推进'), lei.taps(card, '推进')]);
    await lei.chat.waitFor(/D-1/);
    await lei.chat.staysQuiet(300);
    const { q, t } = office.product.store.db;
    expect(await q.select().from(t.deals)).toHaveLength(1);
  });

  test('even if its acknowledgement is lost or late', async () => {
    office = await WecomOffice.open();
    const { lei, wecom } = office;
    wecom.faults.loseAcks({ cmd: commands.push });
    await asks(lei, '线索 星河科技', 'L-1');
    wecom.faults.delayAcks(5_500, { cmd: commands.push });
    await lei.says('跟 星河科技 电话 迟到的回执');
    await lei.chat.waitFor('已记');
    await lei.chat.staysQuiet(6_500);
    expect(lei.chat.readable().match(/L-1 · 星河科技/g)).toHaveLength(1);
    expect(lei.chat.readable().match(/已记/g)).toHaveLength(1);
  });
});

describe('posts on WeCom', () => {
  test('wait out ten minutes without a connection, then arrive once', async () => {
    office = await WecomOffice.open();
    const { lei, wecom, east, product } = office;
    await asks(lei, '商机 青禾食品 60万', 'D-1');
    wecom.faults.outage({ minutes: 10 });
    await office.at('2026-11-30', '09:00');
    for (let minute = 1; minute <= 10; minute++) {
      office.clock.advance(60_000);
      await product.runner.runDue(office.clock.now());
    }
    expect(east.readable()).not.toContain('周报');
    const { q, t } = product.store.db;
    expect((await q.select().from(t.outbox)).filter(({ status }) => status === 'dead')).toEqual([]);
    wecom.passes({ minutes: 11 });
    await wecom.untilSubscribed();
    await east.waitFor(/周报 · 华东/);
    await east.waitFor(/\[图片\]/);
    expect(east.readable().match(/周报 · 华东/g)).toHaveLength(1);
  });
});

describe('two processes on WeCom', () => {
  test('are connected one at a time, and the other takes over without losing messages', async () => {
    const url = `file:${join(testFolder(), 'two.db')}`;
    office = await WecomOffice.open({ env: { DATABASE_URL: url } });
    const { lei, wecom, product } = office;
    const second = await productFor(wecom, { DATABASE_URL: url });
    second.start();
    await new Promise((done) => setTimeout(done, 1_500));
    await asks(lei, '线索 星河科技', 'L-1');
    const subscribed = () => wecom.received.filter(({ cmd }) => cmd === commands.subscribe).length;
    expect(subscribed()).toBe(1);

    let said = 0;
    const names = [...'甲乙丙丁戊己庚辛壬癸'];
    const talking = (async () => {
      for (const name of names) {
        await lei.says(`线索 ${name}交班${name}公司`);
        said++;
        await new Promise((done) => setTimeout(done, 250));
      }
    })();
    await product.stop();
    await talking;
    expect(said).toBe(10);
    expect(subscribed()).toBe(2);
    for (const name of names) await lei.chat.waitFor(`${name}交班${name}公司`);
    const store = await openStore(url);
    afterwards(() => store.close());
    const { q, t } = store.db;
    expect(await q.select().from(t.leads)).toHaveLength(11);
  });
});
