import { describe, expect, test } from 'vitest';
import {
  findLossReason,
  findSource,
  findStage,
  firstDealStage,
  type GatedDeal,
  isForward,
  leadStage,
  missingForMove,
  missingRequired,
  nextStage,
  openStages,
  openSteps,
  previousStage,
  requiredFieldName,
  stageOf,
  stepFact,
  wonStage,
} from '../../../sales/process/stages.js';
import { processOf, shipped, smallest } from './fixtures.js';

const bare: GatedDeal = {
  amount: null,
  closeDate: null,
  product: null,
  lastFollowUpAt: null,
  hasContact: false,
  facts: {},
};

const full: GatedDeal = {
  amount: 0,
  closeDate: '2026-06-30',
  product: 'ERP',
  lastFollowUpAt: new Date(0),
  hasContact: true,
  facts: {},
};

function stage(key: string) {
  const found = stageOf(shipped, key);
  if (!found) throw new Error(key);
  return found;
}

function keyOf(words: string): string | string[] | null {
  const found = findStage(shipped, words);
  if (found.kind === 'one') return found.item.key;
  return found.kind === 'several' ? found.items.map((item) => item.key) : null;
}

describe('findStage', () => {
  test.each([
    ['谈判签约', 'negotiation'],
    ['谈判', 'negotiation'],
    ['签', 'negotiation'],
    ['合同', 'negotiation'],
    ['negotiation', 'negotiation'],
    ['NEGO', 'negotiation'],
    ['Ｎｅｇｏ', 'negotiation'],
    [' 需求 确认 ', 'qualify'],
    ['first contact', 'contact'],
    ['engaging', 'contact'],
    ['Won', 'delivery'],
    ['4', 'proposal'],
    ['第4阶段', 'proposal'],
    ['第四步', 'proposal'],
    ['stage 6', 'delivery'],
  ])('finds the stage meant by %s', (words, key) => {
    expect(keyOf(words)).toBe(key);
  });

  test('prefers a whole word to a beginning, and a beginning to a part', () => {
    const process = processOf(
      'stages: [{key: a, name: 方案}, {key: b, name: 方案评审}, {key: c, name: 新方案}, {key: z, name: 成, won: true}]',
    );
    expect(findStage(process, '方案')).toMatchObject({ kind: 'one', item: { key: 'a' } });
    expect(findStage(process, '方')).toMatchObject({ kind: 'several', items: [{ key: 'a' }, { key: 'b' }] });
    expect(findStage(process, '新')).toMatchObject({ kind: 'one', item: { key: 'c' } });
  });

  test('returns several matches or none', () => {
    expect(keyOf('con')).toEqual(['contact', 'negotiation']);
    for (const nothing of ['', '  ', '发货', '0', '7', '第99阶段', '-1'])
      expect(keyOf(nothing), nothing).toBeNull();
  });

  test('finds every stage of the shipped file by key, name and alias', () => {
    for (const { key, name, aliases } of shipped.stages) {
      for (const word of [key, name.zh, name.en, ...aliases]) expect(keyOf(word), word).toBe(key);
    }
  });

  test('loss reasons and sources are found in the same way', () => {
    expect(findLossReason(shipped, '太贵')).toMatchObject({ kind: 'one', item: { key: 'price' } });
    expect(findSource(shipped, '官网')).toMatchObject({ kind: 'one', item: { key: 'website' } });
    expect(findLossReason(shipped, '天气')).toEqual({ kind: 'none' });
  });
});

describe('the order of stages', () => {
  test('next and previous stop at the ends, and at removed stages', () => {
    expect(nextStage(shipped, 'lead')?.key).toBe('contact');
    expect(nextStage(shipped, 'delivery')).toBeUndefined();
    expect(previousStage(shipped, 'contact')?.key).toBe('lead');
    expect(previousStage(shipped, 'lead')).toBeUndefined();
    expect(nextStage(shipped, 'gone')).toBeUndefined();
    expect(previousStage(shipped, 'gone')).toBeUndefined();
  });

  test('has a lead stage, a first deal stage and a won stage', () => {
    expect(leadStage(shipped).key).toBe('lead');
    expect(firstDealStage(shipped).key).toBe('contact');
    expect(wonStage(shipped).key).toBe('delivery');
    expect(openStages(shipped)).toHaveLength(7);
    expect(firstDealStage(processOf(smallest())).key).toBe('a');
  });

  test('isForward compares positions, and treats a removed stage as the start', () => {
    expect(isForward(shipped, 'contact', 'proposal')).toBe(true);
    expect(isForward(shipped, 'proposal', 'contact')).toBe(false);
    expect(isForward(shipped, 'proposal', 'proposal')).toBe(false);
    expect(isForward(shipped, 'gone', 'lead')).toBe(true);
  });
});

describe('required fields of a stage', () => {
  test('are listed if missing', () => {
    expect(missingRequired(shipped, stage('proposal'), bare)).toEqual([
      { key: 'amount', name: { zh: '金额', en: 'amount' } },
      { key: 'product', name: { zh: '产品', en: 'product' } },
    ]);
    expect(missingRequired(shipped, stage('proposal'), full)).toEqual([]);
    expect(missingRequired(shipped, stage('lead'), bare)).toEqual([]);
  });

  test('an amount of 0 is present, an empty product is missing', () => {
    const missing = missingRequired(shipped, stage('proposal'), { ...full, amount: 0, product: '' });
    expect(missing.map((field) => field.key)).toEqual(['product']);
  });

  test('a move over several stages needs the fields of each stage, once', () => {
    const missing = (from: string, to: string) =>
      missingForMove(shipped, from, to, bare).map((field) => field.key);
    expect(missing('contact', 'negotiation')).toEqual(['contact', 'note', 'amount', 'product', 'closeDate']);
    expect(missing('proposal', 'negotiation')).toEqual(['amount', 'closeDate']);
    expect(missing('negotiation', 'contact')).toEqual([]);
    expect(missing('negotiation', 'negotiation')).toEqual([]);
    expect(missing('gone', 'contact')).toEqual(['contact']);
  });

  test('custom fields are read from the deal’s facts', () => {
    const process = processOf(
      smallest('fields: [{ key: budgetOwner, name: 预算人 }]').replace('成,', '成, required: [budgetOwner],'),
    );
    const missing = (facts: Record<string, string>) =>
      missingForMove(process, 'a', 'z', { ...full, facts }).map((field) => field.name.zh);
    expect(missing({})).toEqual(['预算人']);
    expect(missing({ budgetOwner: '' })).toEqual(['预算人']);
    expect(missing({ budgetOwner: '王总' })).toEqual([]);
    expect(requiredFieldName(process, 'toString')).toEqual({ zh: 'toString', en: 'toString' });
  });
});

test('standard steps are open until ticked', () => {
  const qualify = stage('qualify');
  expect(openSteps(qualify, {}).map((step) => step.key)).toEqual(['needs', 'budget', 'decider', 'timetable']);
  const [first] = qualify.steps;
  const ticked = first ? { [stepFact(qualify, first)]: '2026-06-30' } : {};
  expect(openSteps(qualify, ticked).map((step) => step.key)).toEqual(['budget', 'decider', 'timetable']);
  expect(stepFact(qualify, { key: 'budget', name: { zh: '', en: '' }, aliases: [], task: null })).toBe(
    'step:qualify/budget',
  );
});
