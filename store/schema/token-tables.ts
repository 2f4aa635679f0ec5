import type { Call } from '../../kernel/card/card.js';
import type { Kit } from '../kit/kit.js';

/** What the controls of cards refer to instead of carrying it. */
export function declareTokens(k: Kit) {
  /** Calls that are too long for a control; `at` is when a card was last drawn with it. */
  const callTokens = k.table(
    'call_tokens',
    {
      /** Follows from the call, so that a card drawn again adds no row. */
      token: k.text().primaryKey(),
      call: k.json<Call>().notNull(),
      at: k.at().notNull(),
    },
    (t) => [k.index('call_tokens_at').on(t.at)],
  );

  return { callTokens };
}
