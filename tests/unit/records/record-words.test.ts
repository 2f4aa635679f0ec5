import { expect, test } from 'vitest';
import { kindWord, nameOf } from '../../../crm/words/record-words.js';
import { changeKinds, type RecordType } from '../../../sales/people/change-kinds.js';
import type { OpenQuestion } from '../../../store/schema/row-types.js';
import { ChangedMeanwhile } from '../../../store/unit/change-refused.js';
import { unitOfNobody } from '../../../store/unit/unit.js';
import { locales } from '../../../texts/languages.js';
import { dialogueStore } from '../../support/databases.js';

const types = [...new Set<RecordType>(Object.values(changeKinds).map(({ of }) => of))];

test.each(locales)('a record without a number or a name is called by what it is, in %s', (locale) => {
  for (const type of types) {
    const name = nameOf({ locale }, type, { id: '01JX5Q' });
    expect(name, type).not.toMatch(/01JX5Q|undefined|[a-z][A-Z]|^$/);
    if (locale === 'zh') expect(name).toMatch(/^\p{Script=Han}+$/u);
    expect(nameOf({ locale }, type, undefined)).toBe(name);
  }
  expect(nameOf({ locale }, 'deal', { no: 12, name: 'ERP' })).toBe('D-12');
  expect(nameOf({ locale }, 'article', { no: 3 })).toBe('A-3');
  expect(nameOf({ locale }, 'team', { name: '华东' })).toBe('华东');
});

test('a kind of change that the log has of former times has no word, and its key is not shown', () => {
  for (const locale of locales) {
    for (const kind of Object.keys(changeKinds)) expect(kindWord(locale, kind)).not.toMatch(/\w\.\w/);
    expect(kindWord(locale, 'deal.archived')).toBeUndefined();
  }
});

test('an error about a record that has changed meanwhile carries no id', async () => {
  const store = await dialogueStore();
  const question = { id: 'q-1', version: 1 } as OpenQuestion;
  const changed = store.tx((tx) =>
    unitOfNobody(tx, new Date(0), 'test').change('question.answered', question, { answeredBy: null }),
  );
  const error = await changed.catch((thrown) => thrown);
  expect(error).toBeInstanceOf(ChangedMeanwhile);
  expect(JSON.stringify([error.message, error.record])).not.toContain('q-1');
  await store.close();
});
