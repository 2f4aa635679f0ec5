import { afterEach, expect, it } from 'vitest';
import { type World, world } from '../support/world.js';

let w: World;
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

it('a new name of several words is read whole, in small letters too, and the person behind it', async () => {
  w = await world({ locale: 'en' });
  const amy = await w.rep('Amy Chen');
  for (const [said, name, who] of [
    ['lead lantern hill jane 415-555-0151 wants wms', 'lantern hill', 'Contact: jane'],
    ['lead oak ridge sarah lee 415-555-0152 pos for 3 stores', 'oak ridge', 'Contact: sarah lee'],
    ['lead abc logistics zoltan doe 415-555-0153 wants WMS', 'abc logistics', 'Contact: zoltan doe'],
    ['lead bluebird freight, tom ford, +49 30 90182-0, needs erp', 'bluebird freight', 'Contact: tom ford'],
    ['lead Rio Foods Ana 1-800-555-0199 ext. 12 wants CRM', 'Rio Foods', 'Contact: Ana'],
    ['lead Bank of the West needs CRM', 'Bank of the West', 'needs CRM'],
    ['lead Toys "R" Us wants pos', 'Toys R Us', 'wants pos'],
    ['lead Marks and Spencer plc wants a wms', 'Marks and Spencer plc', 'wants a wms'],
    ['lead Dr. Pepper Snapple Group about vending', 'Dr. Pepper Snapple Group', 'about vending'],
    ['lead acme erp upgrade', 'acme', 'erp upgrade'],
  ] as const)
    await amy.says(said).sees(`· ${name}\n`, who);
});

it('the first words of a known name mean it, and words that end another name do not', async () => {
  w = await world({ locale: 'en' });
  const amy = await w.rep('Amy Chen');
  await amy.says('lead Larch Street Cafe wants pos');
  await amy.says('lead J.P. Morgan Chase wants analytics');
  await amy.says('larch street').sees('C-1 · Larch Street Cafe');
  await amy.says('jp morgan').sees('J.P. Morgan Chase');
  await amy.says('log Larch Street called, all good').sees('Logged · Larch Street Cafe');
  await amy.says('log Larch Street Market called, no need').misses('Logged');
  await amy.says('lead Larch Street Bakery wants pos').sees('· Larch Street Bakery');
  await amy.says('Larch Street').sees('Which customer', '[Larch Street Cafe', '[Larch Street Bakery');
});
