import { afterEach, expect, test } from 'vitest';
import { anonymous } from '../../crm/lookup/anonymous.js';
import { customerByNo } from '../../store/customers/customer-queries.js';
import { createContact } from '../../store/unit/rows/contact-rows.js';
import { addAlias } from '../support/change-rows.js';
import { type World, world } from '../support/world.js';

let w: World;
afterEach(async () => await w.close());

test('anonymous notes contain neither the customer’s names nor amounts or phones, however they were written', async () => {
  w = await world();
  const lei = await w.rep('李雷');
  await lei.says('商机 "Star River Group" ERP 10万');
  await w.store.tx(async (tx) => {
    const customer = await customerByNo(tx, 1);
    if (!customer) throw new Error('no customer');
    await addAlias(tx, customer.id, '星河科技');
    for (const name of ['王建国', 'Tom Reed'])
      await createContact(tx, { customerId: customer.id, name }, w.clock.now());
  });
  const customer = await customerByNo(w.store.db, 1);
  if (!customer) throw new Error('no customer');
  const ctx = await w.contextOf(lei);
  const told = async (words: string) => await anonymous(ctx, customer, words);
  expect(await told('跟 D-1 电话 star river 想看样板')).toBe('想看样板');
  expect(await told('星河的建国说报价30万偏高，打13912345678')).not.toMatch(/星河|建国|30万|139/);
  expect(await told('StarRiver: Tom said 300k, mail tom@star.cn')).not.toMatch(/star|tom|300k/i);
  expect(await told('王总和李经理都在，星河科技的老板没来')).not.toMatch(/王总|李经理|星河/);
  expect(await told('starriver2 是别家，Tomorrow 再说')).toContain('Tomorrow');
});
