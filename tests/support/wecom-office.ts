import { loadConfig } from '../../bot/config/config.js';
import { makeLog } from '../../bot/config/log.js';
import { type Product, wire } from '../../bot/wiring/wire.js';
import type { Role } from '../../kernel/command/roles.js';
import type { MovableClock } from '../../kernel/time/clock.js';
import { instantOf } from '../../kernel/time/zone.js';
import { migratedSqlite } from './databases.js';
import { afterwards } from './endings.js';
import { setUpOffice } from './office-set-up.js';
import type { Chat } from './wecom/chat.js';
import type { Group } from './wecom/company.js';
import { WecomEmulator, type WecomOptions } from './wecom/emulator.js';
import type { Message } from './wecom/message.js';
import type { Person, Saying } from './wecom/person.js';

export interface OfficeOptions extends WecomOptions {
  /** More of the environment. */
  env?: Record<string, string>;
}

/** Thursday 2026-11-26, 10:00 in Shanghai: a plain workday. */
const start = instantOf('2026-11-26', '10:00', 'Asia/Shanghai');

/**
 * A team at work: the whole product on a database of its own, connected to an emulated WeCom. Both are stopped once the
 * test has ended.
 */
export class WecomOffice {
  chen!: Person;
  zhou!: Person;
  lei!: Person;
  mei!: Person;
  /** The team's group. */
  east!: Group;

  private constructor(
    readonly wecom: WecomEmulator,
    readonly product: Product,
  ) {}

  /** Nobody has spoken yet. */
  static async empty({ env = {}, ...options }: OfficeOptions = {}): Promise<WecomOffice> {
    const wecom = await WecomEmulator.start(options);
    afterwards(() => wecom.close());
    const database = await migratedSqlite();
    const office = new WecomOffice(wecom, await productFor(wecom, { DATABASE_URL: database, ...env }));
    office.clock.moveTo(start);
    await office.product.start();
    return office;
  }

  /** An admin, a manager and two reps, one team with its group; everybody has spoken to the bot. */
  static async open(options: OfficeOptions = {}): Promise<WecomOffice> {
    const office = await WecomOffice.empty(options);
    await office.setUp();
    return office;
  }

  /** The product's clock. */
  get clock(): MovableClock {
    return this.product.deps.clock as MovableClock;
  }

  /** Moves the product's clock and runs what fell due. */
  async at(day: string, time: string): Promise<void> {
    this.clock.moveTo(instantOf(day, time, 'Asia/Shanghai'));
    await this.product.runner.runDue(this.clock.now());
  }

  private async setUp(): Promise<void> {
    const { wecom, product } = this;
    this.chen = wecom.person('chenchen', '陈晨');
    this.zhou = wecom.person('zhoumin', '周敏');
    this.lei = wecom.person('lilei', '李雷');
    this.mei = wecom.person('hanmei', '韩梅');
    const members = [this.chen, this.zhou, this.lei, this.mei];
    this.east = wecom.group('华东销售群', members);
    for (const one of members) one.chat.open = true;
    this.east.open = true;
    const hired = (person: Person, role: Role) => ({
      id: person.id,
      chat: person.id,
      name: person.name,
      role,
    });
    const people = [
      hired(this.chen, 'admin'),
      hired(this.zhou, 'manager'),
      hired(this.lei, 'rep'),
      hired(this.mei, 'rep'),
    ];
    const groups = [{ id: this.east.id, name: '华东销售群' }];
    await setUpOffice(product.store, 'wecom', { people, groups }, this.clock.now());
  }
}

/** The product as it would be started beside that WeCom; stopped once the test has ended. */
export async function productFor(wecom: WecomEmulator, env: Record<string, string>): Promise<Product> {
  const config = loadConfig({
    SANDBOX: 'off',
    PORT: '0',
    LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
    WECOM_BOT_ID: wecom.botId,
    WECOM_BOT_SECRET: wecom.secret,
    WECOM_BOT_NAME: '跟进',
    WECOM_WS_URL: wecom.url,
    ...env,
  });
  const product = await wire(config, makeLog(config.logLevel));
  afterwards(() => product.stop());
  return product;
}

/** Says it and waits for the answer; in a group with a mention. */
export async function asks(
  person: Person,
  words: string,
  sees: RegExp | string,
  { in: chat = person.chat, quote }: Saying = {},
): Promise<Message> {
  const before = chat.messages.at(-1);
  await person.says(words, { in: chat, mention: chat.kind === 'group', ...(quote ? { quote } : {}) });
  return await seen(chat, sees, before);
}

/** The bot's next message that reads so. */
export async function seen(chat: Chat, words: RegExp | string, after?: Message): Promise<Message> {
  return await chat.waitFor(words, after ? { after } : {});
}
