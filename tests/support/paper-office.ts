import { expect } from 'vitest';
import { loadConfig } from '../../bot/config/config.js';
import { makeLog } from '../../bot/config/log.js';
import { adapters } from '../../bot/platforms/adapters.js';
import { type Product, wire } from '../../bot/wiring/wire.js';
import type { Inbound, PlaceRef } from '../../kernel/chat/chat.js';
import type { Role } from '../../kernel/command/roles.js';
import { decodeCall } from '../../kernel/render/call-code.js';
import type { MovableClock } from '../../kernel/time/clock.js';
import { instantOf } from '../../kernel/time/zone.js';
import { migratedSqlite } from './databases.js';
import { afterwards } from './endings.js';
import { furnish } from './furnish.js';
import { type PaperAct, PaperPlatform } from './paper-platform.js';

const zone = 'Asia/Shanghai';

/** A team at work on paper; stopped once the test has ended. */
export class PaperOffice {
  readonly alone: PlaceRef = { id: '李雷', kind: 'private' };
  readonly east: PlaceRef = { id: 'east', kind: 'group' };
  readonly product: Product;
  private last: PaperAct | undefined;
  private acts = 0;

  private constructor(
    readonly paper: PaperPlatform,
    product: Product,
  ) {
    this.product = product;
  }

  static async open(): Promise<PaperOffice> {
    const paper = new PaperPlatform();
    const env = { DATABASE_URL: await migratedSqlite(), SANDBOX: 'off', PAPER_INK: 'black' };
    const product = await wire(loadConfig(env, [...adapters, paper.adapter]), makeLog('silent'));
    afterwards(async () => {
      await product.stop();
      expect(paper.failures).toEqual([]);
    });
    const office = new PaperOffice(paper, product);
    office.clock.moveTo(instantOf('2026-11-26', '10:00', zone));
    await product.start();
    const hired = (name: string, role: Role) => ({ id: name, chat: name, name, role });
    const reps = [hired('李雷', 'rep'), hired('韩梅', 'rep')];
    const people = [hired('陈晨', 'admin'), hired('周敏', 'manager'), ...reps];
    const groups = [{ id: office.east.id, name: '华东销售群' }];
    await furnish(product.store, 'paper', { people, groups }, office.clock.now());
    return office;
  }

  get clock(): MovableClock {
    return this.product.ground.clock as MovableClock;
  }

  async at(day: string, time: string): Promise<void> {
    this.clock.moveTo(instantOf(day, time, zone));
    await this.product.runner.runDue(this.clock.now());
  }

  /** 李雷 does something there; resolves when it is acknowledged. */
  async act(place: PlaceRef, act: Inbound['act']): Promise<void> {
    this.last = { id: `act-${++this.acts}`, person: '李雷', place, act };
    await this.paper.deliver(this.last);
  }

  /** Delivers the newest act once more. */
  async again(): Promise<void> {
    if (this.last) await this.paper.deliver(this.last);
  }

  all(place: PlaceRef): string {
    return this.idsIn(place)
      .map((id) => this.textOf(id))
      .join('\n');
  }

  /** Waits for a sheet there that reads so; gives the newest. */
  async sees(place: PlaceRef, words: RegExp) {
    await expect.poll(() => this.all(place)).toMatch(words);
    const id = this.idsIn(place).findLast((one) => words.test(this.textOf(one))) ?? '';
    return {
      readable: () => this.textOf(id),
      taps: async (label: string) => {
        const box = this.paper.sheets.get(id)?.message.boxes.find((one) => one.label === label);
        const call = decodeCall(box?.code ?? '');
        if (!call) throw new Error(`no box ${label}`);
        await this.act(place, { kind: 'tap', call, messageId: id });
      },
    };
  }

  private textOf(id: string): string {
    return this.paper.sheets.get(id)?.message.lines.join('\n') ?? '';
  }

  private idsIn({ id }: PlaceRef): string[] {
    return [...this.paper.sheets].flatMap(([sheet, { place }]) => (place === id ? [sheet] : []));
  }
}
