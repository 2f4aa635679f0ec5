import { ConfiguredModel, type ModelOptions } from '../../bot/model/configured-model.js';
import type { Masked, Model } from '../../kernel/model/model-port.js';
import type { FixedClock } from '../../kernel/time/clock.js';
import type { Store } from '../../store/engine/store.js';

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
