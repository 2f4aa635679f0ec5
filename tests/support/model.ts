import type { Masked, Model } from '../../bot/kernel/model.js';
import type { FixedClock } from '../../bot/kernel/time/clock.js';
import { ConfiguredModel, type ModelOptions } from '../../bot/model/model.js';
import type { Store } from '../../store/open.js';

export const quietLog = { info: () => {} };

/** The real model of the product, at a server of the tests. */
export const modelAt =
  (url: string, more: Partial<ModelOptions> & { masks?: Masked[] } = {}) =>
  ({ store, clock }: { store: Store; clock: FixedClock }): Model =>
    new ConfiguredModel(
      {
        url,
        name: 'stub',
        masks: ['names', 'phones', 'amounts'],
        timeoutSeconds: 5,
        monthlyTokens: 1_000_000,
        monthlyCost: null,
        prices: { in: 0, out: 0 },
        ...more,
      },
      { store, clock, timeZone: 'Asia/Shanghai', log: quietLog },
    );
