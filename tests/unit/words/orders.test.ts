import { expect, test } from 'vitest';
import type { OrderContext } from '../../../language/order/order-reading.js';
import { readOrder } from '../../../language/order/read-order.js';

const about: OrderContext = {
  at: { today: '2026-11-30', locale: 'en' },
  people: ['Amy Chen', 'Tom Baker', '李雷', '韩梅'],
  stages: ['Proposal', 'Negotiation', '方案报价', '谈判'],
};

const orders: [line: string, call: string][] = [
  ['change Larkspur Hotels amount to 35k', 'edit deal=Larkspur Hotels amount=35k'],
  ["please bump Acme's value up to $40,000", 'edit deal=Acme amount=$40,000'],
  ['Update Acme amount to 60k', 'edit deal=Acme amount=60k'],
  ['change the amount to 35k', 'edit amount=35k'],
  ['set close date of Acme to July 15', 'edit deal=Acme close=July 15'],
  ['push the close of Larkspur out to the end of April', 'edit deal=Larkspur close=the end of April'],
  ['mark the Fleet app as lost on price', 'lost deal=Fleet app reason=price'],
  ['lost the Fleet app on price', 'lost deal=Fleet app reason=price'],
  ['mark Webshop as won at 79k', 'won deal=Webshop amount=79k'],
  ['mark D-20 as lost, price was too high', 'lost deal=D-20 reason=price was too high'],
  ['close D-9 as lost because they postponed it', 'lost deal=D-9 reason=they postponed it'],
  ['D-5 lost, they went with a competitor', 'lost deal=D-5 reason=they went with a competitor'],
  ['D-5 is lost on price', 'lost deal=D-5 reason=price'],
  ['lost D-8, no budget', 'lost deal=D-8 reason=no budget'],
  ['D-8 lost', 'lost deal=D-8'],
  ['D-42 won', 'won deal=D-42'],
  ['deal D-42 is won, 65k', 'won deal=D-42 amount=65k'],
  ['won D-42 at 65k', 'won deal=D-42 amount=65k'],
  ['d42赢了', 'won deal=d42'],
  ['D-42赢了', 'won deal=D-42'],
  ['D-42 赢单 30万', 'won deal=D-42 amount=30万'],
  ['D-42这单成交了，28万', 'won deal=D-42 amount=28万'],
  ['赢了D-42', 'won deal=D-42'],
  ['D-42拿下了', 'won deal=D-42'],
  ['D-42输了，价格太高', 'lost deal=D-42 reason=价格太高'],
  ['D-42丢单了，因为客户没预算了', 'lost deal=D-42 reason=客户没预算'],
  ['D-42 输了', 'lost deal=D-42'],
  ['输了D-42，对手便宜', 'lost deal=D-42 reason=对手便宜'],
  ['move Larkspur to proposal', 'move record=Larkspur stage=proposal'],
  ['move D-61 to Negotiation', 'move record=D-61 stage=Negotiation'],
  ['move Webshop forward please', 'move record=Webshop'],
  ['move Larkspur to the next stage', 'move record=Larkspur'],
  ['assign fenwick to Tom', 'assign record=fenwick to=Tom'],
  ['could you hand over Tom Baker’s customers to Amy Chen?', 'handover who=Tom Baker to=Amy Chen'],
  ["set Amy's target for December to 120k", 'target whose=Amy month=December value=120k'],
  [
    'Could you kindly create a deal for Quayside Cafe called Loyalty cards, 4,000, closing at the end of January?',
    'deal [Quayside Cafe, Loyalty cards, 4,000, at the end of January]',
  ],
  [
    'got my first lead!! Harvest Lane Deli, Joe Marsh 020 7946 0112, wants a POS',
    'lead [Harvest Lane Deli, Joe Marsh 020 7946 0112, wants a POS]',
  ],
  ['another lead, Little Owl Bakery, Marcus', 'lead [Little Owl Bakery, Marcus]'],
  ['new lead from the expo - Saltmarsh Hotel, after a till', 'lead [Saltmarsh Hotel, after a till]'],
  ['把星河的金额改成35万', 'edit deal=星河 amount=35万'],
  ['帮我把星河科技的预计成交日改到7月底', 'edit deal=星河科技 close=7月底'],
  ['把运费结算标记为输单，价格原因', 'lost deal=运费结算 reason=价格'],
  ['把智慧社区推到谈判', 'move record=智慧社区 stage=谈判'],
  ['智慧社区推进一下', 'move record=智慧社区'],
  ['把远山教育转给韩梅', 'assign record=远山教育 to=韩梅'],
  ['把李雷手上的客户都交接给韩梅', 'handover who=李雷 to=韩梅'],
  ['把李雷12月的目标定为50万', 'target whose=李雷 month=12月 value=50万'],
  ['给九州印务建个商机，叫设备升级 4万', 'deal [九州印务 设备升级 4万]'],
];

test.each(orders)('reads the order %s', (line, expected) => {
  const read = readOrder(line, about);
  const said = Object.entries(read?.input ?? {}).map(([name, value]) => `${name}=${value}`);
  expect([read?.command, ...said, ...(read?.words ? [`[${read.words}]`] : [])].join(' ')).toBe(expected);
});

test.each([
  'visited Larkspur today, they want it cheaper',
  'if we change the amount to 35k they sign',
  'push the contract to monday',
  'should we move Larkspur to proposal?',
  'give Sue the brochure',
  'they moved to Berlin',
  'set up a call with Jane',
  '金额改成35万了',
  '报价涨到32万了',
  '要不要把星河推到谈判',
  '假如把金额改成35万他们就签',
  '把合同给李总',
  'we won D-42, 300k',
  'is D-42 won?',
  "D-42 won't close",
  'D-1 lost a contact',
  'D-42赢了吗',
  'D-42没赢',
  '要是D-42赢了请大家吃饭',
  '我们赢了D-42，30万',
  '海棠地产赢了三十万',
  '今天把方案讲完了',
])('reads no order in %s', (line) => {
  expect(readOrder(line, about)).toBeUndefined();
});
