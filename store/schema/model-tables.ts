import type { Kit, Referable } from '../kit/kit.js';

/** What was sent to a model and what came of it: each call is a row before anything leaves. */
export function declareModel(k: Kit, { people }: Record<'people', Referable>) {
  const modelCalls = k.table(
    'model_calls',
    {
      id: k.id(),
      no: k.int().notNull().unique(),
      /** An act asks once, however often it is delivered. */
      actId: k.text().notNull().unique(),
      personId: k.ref(() => people.id).notNull(),
      purpose: k.oneOf('blanks', 'week', 'reply').notNull(),
      /** 'D-12', or null where it is about none. */
      record: k.text(),
      host: k.text().notNull(),
      model: k.text().notNull(),
      /** Word for word as they left, masked. */
      messages: k.json<{ role: 'system' | 'user'; content: string }[]>().notNull(),
      /** 'sent' until something came back; it stays so where the process died meanwhile. */
      outcome: k.oneOf('sent', 'answered', 'failed').notNull(),
      /** Why it failed. */
      fault: k.text(),
      /** As it came, masked. */
      answer: k.text(),
      tokensIn: k.int(),
      tokensOut: k.int(),
      ms: k.int(),
      at: k.at().notNull(),
    },
    (t) => [k.index('model_calls_at').on(t.at), k.index('model_calls_person').on(t.personId, t.at)],
  );

  return { modelCalls };
}
