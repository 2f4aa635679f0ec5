import { loadConfig } from '../../bot/config/config.js';
import { makeLog } from '../../bot/config/log.js';
import { type Product, wire } from '../../bot/wiring/wire.js';
import type { Role } from '../../kernel/command/roles.js';
import type { MovableClock } from '../../kernel/time/clock.js';
import { instantOf } from '../../kernel/time/zone.js';
import { migratedSqlite } from './databases.js';
import type { Chat, Message } from './dingtalk/chat.js';
import { DingtalkEmulator, type DingtalkOptions } from './dingtalk/emulator.js';
import type { Person, Saying } from './dingtalk/person.js';
import { afterwards } from './endings.js';
import { setUpOffice } from './office-set-up.js';
import { patienceMs } from './patience.js';

export interface OfficeOptions extends DingtalkOptions {
  /** More of the environment. */
  env?: Record<string, string>;
}

/** Thursday 2026-11-26, 10:00 in Shanghai: a plain workday. */
const start = instantOf('2026-11-26', '10:00', 'Asia/Shanghai');

/**
 * A team at work: the whole product on a database of its own, connected to an emulated DingTalk. Both are stopped once
 * the test has ended.
 */
export class DingtalkOffice {
  chen!: Person;
  zhou!: Person;
  lei!: Person;
  mei!: Person;
  /** The team's group. */
  east!: Chat;

  private constructor(
    readonly dingtalk: DingtalkEmulator,
    readonly product: Product,
  ) {}

  /** Nobody has spoken yet. */
  static async empty({ env = {}, ...options }: OfficeOptions = {}): Promise<DingtalkOffice> {
    // A slow machine is not what these tests are about: that DingTalk is answered in time is proven by the order of things
    // and by a clock of the test's own (busy-database.test.ts, tap-deadline.test.ts).
    const dingtalk = await DingtalkEmulator.start({ answerMs: patienceMs, ...options });
    afterwards(() => dingtalk.close());
    const config = loadConfig({
      DATABASE_URL: await migratedSqlite(),
      SANDBOX: 'off',
      PORT: '0',
      LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
      DINGTALK_CLIENT_ID: dingtalk.company.clientId,
      DINGTALK_CLIENT_SECRET: dingtalk.company.clientSecret,
      DINGTALK_API_URL: dingtalk.url,
      DINGTALK_OAPI_URL: dingtalk.url,
      ...env,
    });
    const product = await wire(config, makeLog(config.logLevel));
    afterwards(() => product.stop());
    const office = new DingtalkOffice(dingtalk, product);
    office.clock.moveTo(start);
    await office.product.start();
    return office;
  }

  /** An admin, a manager and two reps, one team with its group. */
  static async open(options: OfficeOptions = {}): Promise<DingtalkOffice> {
    const office = await DingtalkOffice.empty(options);
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
    const { dingtalk, product } = this;
    this.chen = dingtalk.person('chen01', '陈晨');
    this.zhou = dingtalk.person('zhou01', '周敏');
    this.lei = dingtalk.person('lei01', '李雷');
    this.mei = dingtalk.person('mei01', '韩梅');
    this.east = dingtalk.group('华东销售群', [this.chen, this.zhou, this.lei, this.mei]);
    const hired = ({ staffId, name }: Person, role: Role) => ({
      id: staffId ?? '',
      chat: staffId ?? '',
      name,
      role,
    });
    const people = [
      hired(this.chen, 'admin'),
      hired(this.zhou, 'manager'),
      hired(this.lei, 'rep'),
      hired(this.mei, 'rep'),
    ];
    const groups = [{ id: this.east.id, name: this.east.title }];
    await setUpOffice(product.store, 'dingtalk', { people, groups }, this.clock.now());
  }
}

/** Says it and waits for the answer. */
export async function asks(
  person: Person,
  words: string,
  sees: RegExp | string,
  saying: Saying = {},
): Promise<Message> {
  const chat = saying.in ?? person.chat;
  const before = chat.messages.at(-1);
  person.says(words, saying);
  return await chat.waitFor(sees, { after: before });
}
