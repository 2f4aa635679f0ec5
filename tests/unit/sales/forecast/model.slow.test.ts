import { describe, expect, test } from 'vitest';
import { dayMs } from '../../../../kernel/time/moments.js';
import { backtest } from '../../../../sales/forecast/backtest.js';
import { reasonsOf } from '../../../../sales/forecast/chance-reasons.js';
import { type DealHistory, endBy } from '../../../../sales/forecast/deal-history.js';
import { featuresAt, surroundingsOf } from '../../../../sales/forecast/features.js';
import { historyGap, trainForecast } from '../../../../sales/forecast/forecast-model.js';
import { evidenceOf, isGhost } from '../../../../sales/forecast/ghosts.js';
import { fitLogistic } from '../../../../sales/forecast/logistic.js';
import { outlookOf } from '../../../../sales/forecast/outlook.js';
import { predict } from '../../../../sales/forecast/predict-outcome.js';
import { runs } from '../../../support/runs.js';
import { madeUp, probabilityInTruth } from '../../../support/truth.js';

const small = madeUp({ seed: 5, years: 2, reps: 6, weekly: runs(3, 6), season: 0 });

test('logistic regression finds the coefficients that made the labels', async () => {
  let state = 1;
  const random = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const rows = Array.from({ length: 4000 }, () => ({ at: [0, 1], value: [1, random() * 4 - 2] }));
  const labels = rows.map(({ value }) => Number(random() < 1 / (1 + Math.exp(0.5 - 1.2 * (value[1] ?? 0)))));
  const [level = 0, slope = 0] = await fitLogistic(rows, labels, [0.01, 0.01]);
  expect(level).toBeGreaterThan(-0.65);
  expect(level).toBeLessThan(-0.35);
  expect(slope).toBeGreaterThan(1.05);
  expect(slope).toBeLessThan(1.35);
});

describe('the future of a moment', () => {
  /** The same deal, with all that happened after a moment made up anew. */
  function otherFuture(past: DealHistory, at: number): DealHistory {
    const states = past.states.filter((state) => state.from <= at);
    const last = states.at(-1);
    const kept = endBy(past, at);
    const cut = states.map((state) => (state === last && !kept ? { ...state, to: at + 3 * dayMs } : state));
    const invented = { at: at + 3 * dayMs, isWon: true, amount: 99 };
    return {
      ...past,
      states: cut,
      contacts: [...past.contacts.filter((contact) => contact <= at), at + dayMs, at + 2 * dayMs],
      end: kept ?? (past.createdAt <= at ? invented : past.end),
    };
  }

  test('changes neither the features nor the training of that moment', async () => {
    const at = small.until - 200 * dayMs;
    const others = small.pasts.map((past) => otherFuture(past, at));
    const [around, aroundOthers] = [surroundingsOf(small.pasts), surroundingsOf(others)];
    let compared = 0;
    for (const [n, past] of small.pasts.entries()) {
      for (const moment of [at, at - 30 * dayMs]) {
        const features = featuresAt(past, moment, around);
        if (features) compared++;
        expect(featuresAt(others[n] as DealHistory, moment, aroundOthers)).toEqual(features);
      }
    }
    expect(compared).toBeGreaterThan(40);
    expect(await trainForecast(others, at)).toEqual(await trainForecast(small.pasts, at));
  });
});

describe('a forecast model', () => {
  test('is not trained on too few deals, and reports what is missing', async () => {
    const few = small.pasts.slice(0, 20);
    expect(await trainForecast(few, small.until)).toBeUndefined();
    expect(historyGap(few, small.until)).toMatchObject({ needed: 30 });
    expect(historyGap(small.pasts, small.until)).toBeNull();
  });

  test('is trained from about thirty closed deals', async () => {
    const ended = small.pasts.filter(({ end }) => end).slice(0, 36);
    const model = await trainForecast(ended, small.until);
    expect(model).toBeDefined();
    if (!model) return;
    const around = surroundingsOf(small.pasts);
    for (const past of small.pasts.slice(-40)) {
      const features = featuresAt(past, small.until - dayMs, around);
      if (!features) continue;
      const { ever, wonBy, medianDays } = predict(model, features);
      expect(ever).toBeGreaterThan(0);
      expect(ever).toBeLessThan(1);
      expect(medianDays).toBeGreaterThan(0);
      const curve = [0, 7, 20, 60, 180, 400].map(wonBy);
      expect(curve).toEqual([...curve].sort((a, b) => a - b));
      expect(curve[0]).toBe(0);
    }
  });

  test('gives only reasons with a noticeable effect', async () => {
    const model = await trainForecast(small.pasts, small.until);
    if (!model) throw new Error('no model');
    const around = surroundingsOf(small.pasts);
    const open = small.pasts.flatMap((past) => featuresAt(past, small.until - dayMs, around) ?? []);
    const reasons = open.flatMap((features) => reasonsOf(model, features));
    expect(reasons.length).toBeGreaterThan(0);
    for (const { effect } of reasons) expect(Math.abs(effect)).toBeGreaterThanOrEqual(0.03);
    // A long silence or a past close date is no reason for a higher chance, nor a postponement.
    const raising = reasons.filter(({ effect }) => effect > 0);
    for (const { group, days = 0, usual = days, count = 0 } of raising) {
      if (group === 'silence' || group === 'stageTime') expect(days).toBeLessThanOrEqual(usual);
      if (group === 'slips') expect(count).toBe(0);
      if (group === 'closeDate') expect(days).toBeGreaterThanOrEqual(0);
    }
    expect(new Set(reasons.map(({ effect }) => effect > 0)).size).toBe(2);
  });
});

test('on generated data the model is calibrated, beats stage weighting, and its bounds hold', async () => {
  const { pasts, until } = madeUp({ seed: 3, years: 3, reps: 8, weekly: runs(5, 12), season: 0.35 });
  const found = await backtest({ histories: pasts, until, probability: probabilityInTruth });
  expect(found.splits).toHaveLength(4);
  expect(found.whole.calibrationError).toBeLessThanOrEqual(0.05);
  expect(found.whole.logLoss).toBeLessThan(found.whole.baseLogLoss);
  expect(found.whole.auc).toBeGreaterThan(0.6);
  const mean = (of: 'wape' | 'stageWape') => found.splits.reduce((sum, split) => sum + split[of], 0) / 4;
  expect(mean('wape')).toBeLessThan(mean('stageWape'));
  expect(found.coverage).toBeGreaterThanOrEqual(0.7);
});

test('an outlook is the sum of its parts, is repeatable, and lies within its bounds', () => {
  const chances = Array.from({ length: 40 }, (_, n) => ({
    id: `${n}`,
    p: 0.1 + (n % 8) / 10,
    amount: 1_000_000,
  }));
  const experience = { fresh: 3_000_000, wide: 1_000_000, spread: 1.2 };
  const outlook = outlookOf(5_000_000, chances, experience);
  expect(outlook.total).toBe(outlook.won + outlook.open + outlook.fresh);
  expect(outlook.low).toBeLessThan(outlook.total);
  expect(outlook.high).toBeGreaterThan(outlook.total);
  expect(outlookOf(5_000_000, chances, experience)).toEqual(outlook);
  // Where nothing spreads, the range still holds the total.
  const narrow = outlookOf(0, [{ id: 'a', p: 0.0046, amount: 21_700 }], { fresh: 0, wide: 0, spread: 0.01 });
  expect(narrow.low).toBeLessThanOrEqual(narrow.total);
  expect(narrow.high).toBeGreaterThanOrEqual(narrow.total);
});

describe('ghost deals', () => {
  const fresh = {
    stage: 'contact',
    daysInStage: 10,
    age: 20,
    amount: 100,
    silentDays: 3,
    contacts: 2,
    closesIn: 30,
    slips: 0,
    owner: { won: 1, closed: 2 },
    product: { won: 1, closed: 2 },
    customer: { won: 0, closed: 0 },
    winRate: 0.5,
    at: 0,
  };

  test('a deal that is worked on is not a ghost', () => {
    expect(evidenceOf(fresh, { hasNextStep: true, isKept: true })).toEqual([]);
    expect(isGhost(evidenceOf(fresh, { hasNextStep: false, isKept: true }), true)).toBe(false);
  });

  test('silence, no stage change and a past close date make a ghost', () => {
    const stale = { ...fresh, silentDays: 45, daysInStage: 60, closesIn: -20, slips: 3 };
    const evidence = evidenceOf(stale, { hasNextStep: false, isKept: true });
    expect(evidence.map(({ kind }) => kind)).toEqual(['silent', 'stuck', 'overdue', 'slipped', 'no-step']);
    expect(isGhost(evidence, true)).toBe(true);
  });

  test('silence is no evidence if nobody logs follow-ups', () => {
    const stale = { ...fresh, silentDays: 90, daysInStage: 90, closesIn: null };
    const evidence = evidenceOf(stale, { hasNextStep: false, isKept: false, chance: 0.02 });
    expect(evidence.map(({ kind }) => kind)).toEqual(['stuck', 'unlikely']);
    expect(isGhost(evidence, false)).toBe(true);
  });
});
