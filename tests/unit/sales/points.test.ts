import { describe, expect, it } from 'vitest';
import {
  noteContent,
  noteLikeness,
  type PointsNote,
  type PointsVerdict,
  pointsVerdicts,
  wordCount,
} from '../../../sales/figures/points-rules.js';

const day = (n: number) => new Date(Date.UTC(2026, 2, 1) + n * 86_400_000);
let count = 0;
const note = (at: number, tells: string, more: Partial<PointsNote> = {}): PointsNote => ({
  id: `n${String(++count).padStart(4, '0')}`,
  doing: 'followUp',
  personId: 'lei',
  customerId: 'c',
  at: day(at),
  tells,
  hasMore: false,
  undone: false,
  ...more,
});
const fates = (notes: PointsNote[], steps: number[], at: number): PointsVerdict[] => {
  const found = pointsVerdicts(
    notes,
    steps.map((n) => ({ customerId: 'c', at: day(n) })),
    day(at),
  );
  return notes.map(({ id }) => found.get(id) as PointsVerdict);
};

describe('the points of a follow-up', () => {
  it('are pending for 14 days, then need a next step within that time', () => {
    const one = note(0, '客户要看报价');
    expect(fates([one], [3], 13.9)).toEqual(['pending']);
    expect(fates([one], [3], 14)).toEqual(['useful']);
    expect(fates([one], [14], 20)).toEqual(['useful']);
    expect(fates([one], [14.1], 20)).toEqual(['alone']);
    expect(fates([one], [], 14)).toEqual(['alone']);
    expect(fates([one], [0], 14)).toEqual(['useful']);
  });

  it('are earned by a later follow-up, also by a colleague', () => {
    const one = note(0, '客户要看报价');
    expect(fates([one, note(5, '报价已经发过去')], [], 15)).toEqual(['useful', 'pending']);
    const other = note(5, '报价已经发过去', { personId: 'mei' });
    expect(fates([one, other], [], 30)).toEqual(['useful', 'alone']);
  });

  it('are not earned by a follow-up that earns nothing itself', () => {
    const one = note(0, '客户要看报价');
    for (const later of [note(1, '客户要看报价'), note(5, '好'), note(5, '报价已经发过去', { undone: true })])
      expect(fates([one, later], [], 30)[0]).toBe('alone');
  });

  it('are not earned by an earlier step, a step of another customer or a later moment', () => {
    const one = note(5, '客户要看报价');
    expect(fates([one], [4], 30)).toEqual(['alone']);
    expect(pointsVerdicts([one], [{ customerId: 'x', at: day(6) }], day(30)).get(one.id)).toBe('alone');
    expect(fates([one], [6], 5.5)).toEqual(['pending']);
  });

  it('are given once for nearly the same words within two days', () => {
    const words = '客户说预算还要再等总部批';
    expect(fates([note(0, words), note(1, `${words}。`)], [3], 20)).toEqual(['useful', 'double']);
    expect(fates([note(0, words), note(1, '客户说预算要再等总部批')], [3], 20)).toEqual(['useful', 'double']);
    expect(fates([note(0, words), note(2.1, words)], [3], 20)).toEqual(['useful', 'useful']);
    expect(fates([note(0, words), note(1, words, { personId: 'mei' })], [3], 20)).toEqual([
      'useful',
      'useful',
    ]);
    expect(fates([note(0, words), note(1, '合同条款法务已经看过')], [3], 20)).toEqual(['useful', 'useful']);
    expect(fates([note(0, words, { undone: true }), note(1, words)], [3], 20)).toEqual(['undone', 'useful']);
  });

  it('are given once for a row of copies', () => {
    const all = [0, 1.5, 3, 4.5].map((at) => note(at, '客户说预算还要再等'));
    expect(fates(all, [6], 30)).toEqual(['useful', 'double', 'double', 'double']);
  });

  it('are not given without words or for a single word', () => {
    for (const words of ['', '好', 'ok', '。。。'])
      expect(fates([note(0, words)], [1], 20)).toEqual(['thin']);
    expect(fates([note(0, '', { doing: 'newLead', hasMore: true })], [1], 20)).toEqual(['useful']);
  });

  it('are given for a lead and a follow-up with the same words', () => {
    const lead = note(0, '想看看ERP方案', { doing: 'newLead' });
    expect(fates([lead, note(0.5, '想看看ERP方案')], [3], 20)).toEqual(['useful', 'useful']);
    expect(fates([lead, note(1, '想看看ERP方案', { doing: 'newLead' })], [3], 20)).toEqual([
      'useful',
      'double',
    ]);
    // Another lead of the customer does not make the first one useful.
    expect(fates([lead, note(5, '还要一套CRM', { doing: 'newLead' })], [], 20)).toEqual(['alone', 'alone']);
  });
});

describe('the words of a note', () => {
  it('leave out the verb, record, customer and channel', () => {
    const about = { customer: '华为技术', contact: '王总' };
    expect(noteContent('跟 D-1 电话 约周三再谈', about)).toBe('约周三再谈');
    expect(noteContent('跟 华为 电话，王总 价格偏高', about)).toBe('价格偏高');
    expect(noteContent('log Acme call price too high', { customer: 'Acme', contact: null })).toBe(
      'price too high',
    );
    expect(noteContent('电话', about)).toBe('');
  });

  it('are counted in both languages', () => {
    expect(wordCount('客户要看报价')).toBeGreaterThan(1);
    expect(wordCount('price too high')).toBe(3);
    expect(wordCount('好')).toBe(1);
    expect(wordCount(' ，。')).toBe(0);
  });

  it('are compared with a likeness from 0 to 1', () => {
    expect(noteLikeness('价格偏高。', '价格 偏高')).toBe(1);
    expect(noteLikeness('', '')).toBe(1);
    expect(noteLikeness('价格偏高', '约周三')).toBe(0);
    expect(noteLikeness('a', 'b')).toBe(0);
  });
});
