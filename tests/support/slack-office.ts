import { join } from 'node:path';
import { loadConfig } from '../../bot/config/config.js';
import { makeLog } from '../../bot/config/log.js';
import { type Product, wire } from '../../bot/wiring/wire.js';
import type { Role } from '../../kernel/command/roles.js';
import type { MovableClock } from '../../kernel/time/clock.js';
import { instantOf } from '../../kernel/time/zone.js';
import { migratedSqlite } from './databases.js';
import { afterwards } from './endings.js';
import { setUpOffice } from './office-set-up.js';
import { patienceMs } from './patience.js';
import { type EmulatorOptions, SlackEmulator } from './slack/emulator.js';
import type { Person } from './slack/people/person.js';
import type { Channel } from './slack/workspace/channel.js';

export interface OfficeOptions extends EmulatorOptions {
  /** More of the environment. */
  env?: Record<string, string>;
}

/** Thursday 2026-11-26, 10:00 in Shanghai: a plain workday. */
const start = instantOf('2026-11-26', '10:00', 'Asia/Shanghai');
const manifest = join(import.meta.dirname, '../../docs/slack-manifest.json');

/**
 * A team at work: the whole product on a database of its own, connected to an emulated Slack. Both are stopped once the
 * test has ended.
 */
export class SlackOffice {
  chen!: Person;
  zhou!: Person;
  alice!: Person;
  bob!: Person;
  /** The team's channel. */
  east!: Channel;

  private constructor(
    readonly slack: SlackEmulator,
    readonly product: Product,
  ) {}

  /** Nobody has spoken yet. */
  static async empty({ env = {}, ...options }: OfficeOptions = {}): Promise<SlackOffice> {
    // A slow machine is not what these tests are about: that Slack is answered in time is proven by the order of things
    // (busy-database.test.ts).
    const patient = { ackMs: patienceMs / 2, triggerLifeMs: patienceMs };
    const slack = await SlackEmulator.start({ manifest, ...patient, ...options });
    afterwards(() => slack.close());
    const config = loadConfig({
      DATABASE_URL: await migratedSqlite(),
      SANDBOX: 'off',
      PORT: '0',
      LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      ...env,
    });
    const product = await wire(config, makeLog(config.logLevel));
    afterwards(() => product.stop());
    const office = new SlackOffice(slack, product);
    office.clock.moveTo(start);
    await product.start();
    return office;
  }

  /** An admin, a manager and two reps, one team with its channel. */
  static async open(options: OfficeOptions = {}): Promise<SlackOffice> {
    const office = await SlackOffice.empty(options);
    await office.setUp();
    return office;
  }

  /** The product's clock. */
  get clock(): MovableClock {
    return this.product.deps.clock as MovableClock;
  }

  person(name: string): Person {
    return this.slack.person(name, { realName: name, tz: 'Asia/Shanghai', locale: 'zh-CN' });
  }

  /** Moves the product's clock and runs what fell due. */
  async at(day: string, time: string): Promise<void> {
    this.clock.moveTo(instantOf(day, time, 'Asia/Shanghai'));
    await this.product.runner.runDue(this.clock.now());
  }

  private async setUp(): Promise<void> {
    this.chen = this.person('陈晨');
    this.zhou = this.person('周敏');
    this.alice = this.person('李雷');
    this.bob = this.person('韩梅');
    const members = [this.chen, this.zhou, this.alice, this.bob];
    this.east = this.slack.channel('east-sales', { members });
    const hired = (person: Person, role: Role) => ({
      id: person.id,
      chat: person.dm.id,
      name: person.user.realName,
      role,
    });
    const people = [
      hired(this.chen, 'admin'),
      hired(this.zhou, 'manager'),
      hired(this.alice, 'rep'),
      hired(this.bob, 'rep'),
    ];
    const groups = [{ id: this.east.id, name: this.east.name }];
    await setUpOffice(this.product.store, 'slack', { people, groups }, this.clock.now());
  }
}
