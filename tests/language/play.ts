import { knownNames } from '../../crm/lookup/known-names.js';
import type { SpeakerContext } from '../../language/reading/sentence-reading.js';
import { readSentence } from '../../language/sentence/read-sentence.js';
import type { Process } from '../../sales/process/parse-process.js';
import type { Store } from '../../store/engine/store.js';
import { createContact } from '../../store/unit/rows/contact-rows.js';
import { createCustomer } from '../../store/unit/rows/customer-rows.js';
import { addAlias } from '../support/change-rows.js';
import { addRows } from '../support/rows.js';
import { judge, type Verdict } from './score.js';
import type { Sentence } from './set.js';
import { colleagues, customers, last, today } from './world.js';

const now = new Date('2026-11-26T02:00:00Z');

/** Puts the small world into a database. */
export async function fill(store: Store): Promise<void> {
  const owners = new Set(['me', ...customers.flatMap(({ owner }) => owner ?? [])]);
  await addRows(store, { teams: ['east'], people: [...owners] });
  await store.tx(async (tx) => {
    for (const { name, aliases = [], owner, contacts } of customers) {
      const ownerId = owner ?? 'me';
      const customer = await createCustomer(tx, { name, ownerId, teamId: 'east' }, now);
      for (const alias of aliases) await addAlias(tx, customer.id, alias);
      for (const one of contacts) {
        await createContact(tx, { customerId: customer.id, name: one.name, title: one.title ?? null }, now);
      }
    }
  });
}

export type Stages = SpeakerContext['stages'];

/** Every stage of a process with all the words for it. */
export const stagesOf = ({ pipelines }: Process): Stages =>
  pipelines.flatMap(({ stages }) =>
    stages.map(({ key, name, aliases }) => ({ key, words: [name.zh, name.en, ...aliases] })),
  );

/** Reads every sentence as the speaker of the small world would have said it. */
export async function play(store: Store, stages: Stages, sentences: Sentence[], each?: (ms: number) => void) {
  const names = knownNames({
    db: store.db,
    person: { id: 'me', role: 'rep', teamId: 'east', active: true },
  });
  const verdicts: Verdict[] = [];
  for (const sentence of sentences) {
    const start = performance.now();
    const reading = await readSentence(
      sentence.say,
      { today, locale: /\ben\b/.test(sentence.kind) ? 'en' : 'zh' },
      { names, colleagues, stages, lastNext: last.next, time: '10:00', voice: sentence.voice },
    );
    each?.(performance.now() - start);
    verdicts.push(judge(sentence, reading));
  }
  return verdicts;
}
