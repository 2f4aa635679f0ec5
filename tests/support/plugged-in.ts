import { loadConfig } from '../../bot/config/config.js';
import { makeLog } from '../../bot/config/log.js';
import { adapters } from '../../bot/platforms/adapters.js';
import { type Product, wire } from '../../bot/wiring/wire.js';
import type { Adapter } from '../../kernel/chat/adapter.js';
import type { PlaceRef } from '../../kernel/chat/chat.js';
import type { Role } from '../../kernel/command/roles.js';
import type { MovableClock } from '../../kernel/time/clock.js';
import { instantOf } from '../../kernel/time/zone.js';
import { migratedSqlite } from './databases.js';
import { afterwards } from './endings.js';
import { setUpOffice } from './office-set-up.js';

const zone = 'Asia/Shanghai';

/** The places of a team on a platform where names are ids: 李雷's private chat, and the team's group. */
export const alone: PlaceRef = { id: '李雷', kind: 'private' };
export const east: PlaceRef = { id: 'east', kind: 'group' };

/** The product with one more platform, and a team on it, on Thursday 2026-11-26; stopped once the test has ended. */
export async function productWith(adapter: Adapter, env: Record<string, string>): Promise<Product> {
  const database = { DATABASE_URL: await migratedSqlite(), SANDBOX: 'off' };
  const product = await wire(loadConfig({ ...database, ...env }, [...adapters, adapter]), makeLog('silent'));
  afterwards(() => product.stop());
  const clock = product.deps.clock as MovableClock;
  clock.moveTo(instantOf('2026-11-26', '10:00', zone));
  await product.start();
  const hired = (name: string, role: Role) => ({ id: name, chat: name, name, role });
  const reps = [hired('李雷', 'rep'), hired('韩梅', 'rep')];
  const people = [hired('陈晨', 'admin'), hired('周敏', 'manager'), ...reps];
  const groups = [{ id: east.id, name: '华东销售群' }];
  await setUpOffice(product.store, adapter.id, { people, groups }, clock.now());
  return product;
}

/** Moves the product's clock and runs what fell due. */
export async function moveTo({ deps, runner }: Product, day: string, time: string): Promise<void> {
  const clock = deps.clock as MovableClock;
  clock.moveTo(instantOf(day, time, zone));
  await runner.runDue(clock.now());
}
