import { describe, expect, it } from 'vitest';
import { readChannel } from '../../kernel/pieces/channel.js';
import { readContact } from '../../kernel/pieces/contact.js';
import { readDiscount } from '../../kernel/pieces/discount.js';
import { readMention } from '../../kernel/pieces/mention.js';
import { readPhone } from '../../kernel/pieces/phone.js';
import { readProbability } from '../../kernel/pieces/probability.js';
import { readRecord } from '../../kernel/pieces/record.js';
import { type Kind, scan } from '../../kernel/pieces/scan.js';
import { readStage } from '../../kernel/pieces/stage.js';
import { readTag } from '../../kernel/pieces/tag.js';
import { normalise } from '../../kernel/words/folding.js';

const at = { today: '2026-06-18', locale: 'zh' } as const;
const values = (kind: Kind, text: string) => scan(text, new Set([kind]), at).map(({ piece }) => piece.value);

describe('normalise', () => {
  it.each([
    ['ＡＢＣ　１２３', 'ABC 123'],
    ['“华为”：‘好’', `"华为":'好'`],
    ['a\u00a0b', 'a b'],
    ['華為報價三十萬，下禮拜三再約', '华为报价三十万,下礼拜三再约'],
    ['乾隆', '乾隆'],
    ['张三丰 Café 😀', '张三丰 Café 😀'],
    ['。、《》', '。、《》'],
    ['', ''],
  ])('unifies width, quotes and script of %s', (text, expected) => expect(normalise(text)).toBe(expected));
});

describe('phone', () => {
  it.each([
    ['13800000000', '13800000000'],
    ['138 0000 0000', '13800000000'],
    ['138-0000-0000', '13800000000'],
    ['+86 138 0000 0000', '13800000000'],
    ['+8613800000000', '13800000000'],
    ['8613800000000', '13800000000'],
    ['010-12345678', undefined],
    ['010-62345678', '01062345678'],
    ['(010)62345678', '01062345678'],
    ['0755-8234567', '07558234567'],
    ['0755-82345678', '075582345678'],
    ['010-62345678-801', '01062345678-801'],
    ['+86 10 6234 5678', '01062345678'],
    ['400-800-1234', '4008001234'],
    ['4008001234', '4008001234'],
    ['400-8001-234', '4008001234'],
    ['+1 415 555 2671', '+14155552671'],
    ['+1 (415) 555-2671', '+14155552671'],
    ['+44 20 7946 0958', '+442079460958'],
    ['(415) 555-2671', '+14155552671'],
    ['１３８００００００００', '13800000000'],
  ])('%s → %s', (text, expected) => expect(readPhone(text)).toBe(expected));

  it.each([
    ['07700 900123', '07700900123'],
    ['030/90182-0', '030901820'],
    ['(030) 901820', '030901820'],
    ['0171-1234567', '01711234567'],
    ['01 23 45 67 89', '0123456789'],
    ['01.23.45.67.89', '0123456789'],
    ['0412 345 678', '0412345678'],
    ['044 668 18 00', '0446681800'],
    ['020 7946 0991 ext 5', '02079460991-5'],
    ['0049 30 901820', '+4930901820'],
    ['+49 (0)30 901820', '+4930901820'],
    ['+44 (0)20 7946 0123 ext 4', '+442079460123-4'],
    ['1-800-555-0199 ext. 12', '+18005550199-12'],
    ['+1.212.555.0147', '+12125550147'],
    ['555-0147', '5550147'],
  ])('%s of another country → %s, which reads the same again', (text, expected) => {
    expect(values('phone', `Bob Roy ${text} wants a demo`)).toEqual([expected]);
    expect(readPhone(expected)).toBe(expected);
  });

  it('is found within a line', () => {
    expect(values('phone', '线索 华为 王总13800000000想看ERP')).toEqual(['13800000000']);
    expect(values('phone', '王总 13800000000，座机 010-62345678')).toEqual(['13800000000', '01062345678']);
  });

  it.each([
    '138000000001',
    '12800000000',
    '2026-07-01',
    '300,000,000',
    '+3d',
    '1380000000',
    'D-13800000000',
    '20260701120000',
    '1.13800000000',
    '01/02/2027',
    '15/04/2027 10:30',
    'order 0012345678',
    'budget 300-5000',
    'parts 05 10 15',
    'open 0800-1600',
    '12 000 000',
  ])('%s is not a phone', (text) => expect(values('phone', text)).toEqual([]));
});

describe('tag', () => {
  it.each([
    ['#KA', ['KA']],
    ['＃官网', ['官网']],
    ['华为#重点客户 #A-1', ['重点客户', 'A-1']],
    ['#5G专网', ['5G专网']],
    ['#1', []],
    ['C#', []],
    ['a#b', []],
    ['&#39;', []],
    ['<#C012|general>', []],
  ])('tags are found in %s', (text, expected) => expect(values('tag', text)).toEqual(expected));
});

describe('stage', () => {
  it.each([
    ['>谈判', ['谈判']],
    ['＞谈判签约 华为', ['谈判签约']],
    ['》谈判', ['谈判']],
    ['推 华为 >方案', ['方案']],
    ['华为>谈判', ['谈判']],
    ['> negotiation', ['negotiation']],
    ['>谈判，下周三', ['谈判']],
    ['《合同》签了', []],
    ['<@U1>谈判', []],
    ['a->b', []],
    ['x=>y', []],
    ['>30万', []],
    ['>4', ['4']],
    ['第 >4 阶段', ['4']],
    ['>30', ['30']],
    ['>=3', []],
    ['<b>粗</b>', []],
    ['>', []],
  ])('stages are found in %s', (text, expected) => expect(values('stage', text)).toEqual(expected));
});

describe('channel', () => {
  it.each([
    ['电话', 'call'],
    ['打电话', 'call'],
    ['打了个电话', 'call'],
    ['通话', 'call'],
    ['called', 'call'],
    ['phone', 'call'],
    ['拜访', 'visit'],
    ['上门', 'visit'],
    ['面谈', 'visit'],
    ['visited', 'visit'],
    ['met', 'visit'],
    ['微信', 'wechat'],
    ['企业微信', 'wechat'],
    ['企微', 'wechat'],
    ['WeChat', 'wechat'],
    ['邮件', 'email'],
    ['郵件', 'email'],
    ['e-mail', 'email'],
    ['会议', 'meeting'],
    ['开会', 'meeting'],
    ['开了个会', 'meeting'],
    ['视频会', 'meeting'],
    ['电话会议', 'meeting'],
    ['meeting', 'meeting'],
  ])('%s → %s', (text, expected) => expect(readChannel(text)).toBe(expected));

  it.each([
    '电话：13800000000',
    '电话号码',
    '电话13800000000',
    '会议室',
    '微信号 abc',
    'call center',
    'metal',
    'recall',
    '开会员',
  ])('%s is not a channel', (text) => expect(values('channel', text)).toEqual([]));
});

describe('discount and probability', () => {
  it.each([
    ['9折', 0.9],
    ['95折', 0.95],
    ['8.5折', 0.85],
    ['八五折', 0.85],
    ['九折', 0.9],
    ['打9折', 0.9],
    ['10% off', 0.9],
    ['15% discount', 0.85],
    ['优惠10%', 0.9],
    ['3折叠', undefined],
    ['10%', undefined],
    ['195折', undefined],
    ['十折', undefined],
  ])('%s leaves a factor of %s', (text, expected) => expect(readDiscount(text)).toBe(expected));

  it.each([
    ['70%', 0.7],
    ['７０％', 0.7],
    ['100%', 1],
    ['0%', 0],
    ['12.5%', 0.125],
    ['七成把握', 0.7],
    ['百分之七十', 0.7],
    ['70', 0.7],
    ['101%', undefined],
    ['10% off', undefined],
    ['七成', undefined],
  ])('%s is a probability of %s', (text, expected) => expect(readProbability(text)).toBe(expected));

  it.each(['预付30%', '30%首付', '涨了10%', '20-30%', '税率13%', '优惠10%', '70'])(
    '%s in a line is not a probability',
    (text) => expect(values('probability', text)).toEqual([]),
  );
});

describe('record', () => {
  it.each([
    ['D-12', 'D-12'],
    ['d12', 'D-12'],
    ['L-3', 'L-3'],
    ['c－7', 'C-7'],
    ['T–5', 'T-5'],
    ['D-012', 'D-12'],
    ['Ｄ－１２', 'D-12'],
  ])('%s → %s', (text, expected) => expect(readRecord(text)).toBe(expected));

  it('is found between Chinese words', () =>
    expect(values('record', '推D-12，并C-7')).toEqual(['D-12', 'C-7']));

  it.each([
    'ID-12',
    'D-0',
    'D-',
    '+3d12',
    '3d 12',
    'D-12-3',
    'L2TP',
    'C4.5',
    'abc-d12',
    'T3航站楼',
    'LED12',
    'D轮',
  ])('%s is not a record number', (text) => expect(values('record', text)).toEqual([]));
});

describe('mention', () => {
  it('reads names and the mentions that platforms write', () => {
    expect(readMention('@张三')).toEqual({ kind: 'mention', value: '张三' });
    expect(readMention('＠张三')).toEqual({ kind: 'mention', value: '张三' });
    expect(readMention('<@U1|wang>')).toEqual({ kind: 'mention', value: 'wang', id: 'U1' });
    expect(readMention('<@U012AB>')).toEqual({ kind: 'mention', value: 'U012AB', id: 'U012AB' });
    expect(values('mention', '派 华为 @张三 @Li.Si')).toEqual(['张三', 'Li.Si']);
    expect(values('mention', 'mail a@b.com')).toEqual([]);
    expect(values('mention', '@ 张三')).toEqual([]);
  });
});

describe('contact', () => {
  it.each([
    ['王总', '王', '总'],
    ['李经理', '李', '经理'],
    ['張總', '张', '总'],
    ['欧阳主任', '欧阳', '主任'],
    ['王总监', '王', '总监'],
    ['刘副总', '刘', '副总'],
    ['陈工', '陈', '工'],
    ['赵采购', '赵', '采购'],
    ['王建国总', '王', '总'],
    ['王建国先生', '王', '先生'],
    ['小李', '李', undefined],
    ['老王', '王', undefined],
    ['Mr Wang', 'Wang', 'Mr'],
    ['Ms. Jane Li', 'Li', 'Ms'],
    ['Dr Smith', 'Smith', 'Dr'],
  ])('the surname and title are read from %s', (text, surname, title) => {
    const read = readContact(text);
    expect([read?.surname, read?.title]).toEqual([surname, title]);
  });

  it.each([
    ['今天拜访了华为王总，报价30万', ['王总']],
    ['华为王总', ['王总']],
    ['王总说李总拍板', ['王总', '李总']],
    ['王总李总都见了', ['王总', '李总']],
    ['小李今天拜访了华为', ['小李']],
    ['拜访王建国总', ['王建国总']],
    ['联系人：王建国经理 13800000000', ['王建国经理']],
    ['向王总汇报', ['王总']],
    ['met Mr Wang Tuesday', ['Mr Wang']],
    ['called mr wang yesterday', ['mr wang']],
  ])('contacts are found in %s', (text, expected) => expect(values('contact', text)).toEqual(expected));

  it.each([
    '华为经理',
    '本周总结',
    '王总结一下',
    '工程部经理',
    '项目经理',
    '对方经理',
    '关于采购',
    '施工方案',
    '高工资',
    '30万总价',
    '清华老师',
    '公安局',
    '曾经理解',
    '马上找总经理',
    '小方案',
    '小周期',
    '老客户',
    '林业局',
    '担任经理',
    '老总',
  ])('%s is not a contact', (text) => expect(values('contact', text)).toEqual([]));
});

describe('a whole line', () => {
  const all = new Set<Kind>([
    'amount',
    'date',
    'phone',
    'tag',
    'stage',
    'channel',
    'discount',
    'probability',
    'record',
    'mention',
    'contact',
    'asof',
  ]);
  const read = (text: string, locale: 'zh' | 'en' = 'zh') =>
    scan(text, all, { ...at, locale }).map(({ piece, words }) => `${piece.kind}:${words}`);

  it.each([
    ['线索 华为 王总 13800000000 想看ERP #官网', ['contact:王总', 'phone:13800000000', 'tag:#官网']],
    ['跟 华为 电话 价格偏高 下周三再约', ['channel:电话', 'date:下周三']],
    ['商机 华为 ERP二期 30万 6月底', ['amount:30万', 'date:6月底']],
    ['报价 华为 标准版 30万 9折', ['amount:30万', 'discount:9折']],
    [
      '今天拜访了华为王总，报价30万，下周三再约',
      ['date:今天', 'channel:拜访', 'contact:王总', 'amount:30万', 'date:下周三'],
    ],
    ['推 D-12 >谈判 70%', ['record:D-12', 'stage:>谈判', 'probability:70%']],
    ['4/5G方案 30个账号', []],
    ['見了華為王總，報價三十萬', ['channel:見了', 'contact:王總', 'amount:三十萬']],
  ])('is split into its pieces: %s', (text, expected) => expect(read(text)).toEqual(expected));

  it('is read in English', () => {
    expect(read('visited Acme Mr Wang, quoted $300k, meeting next Wed #KA', 'en')).toEqual([
      'channel:visited',
      'contact:Mr Wang',
      'amount:$300k',
      'channel:meeting',
      'date:next Wed',
      'tag:#KA',
    ]);
  });

  it('is searched only for the wanted kinds', () => {
    expect(scan('王总 30万 明天', new Set(['date']), at).map(({ words }) => words)).toEqual(['明天']);
    expect(scan('王总 30万 明天', new Set(), at)).toEqual([]);
  });

  it('is read by the reader of its own kind only', () => {
    expect([readTag('#KA'), readStage('>谈判'), readRecord('l-3'), readTag('KA')]).toEqual([
      'KA',
      '谈判',
      'L-3',
      undefined,
    ]);
  });
});
