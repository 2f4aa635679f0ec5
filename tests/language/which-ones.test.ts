import { expect, test } from 'vitest';
import { listable } from '../../language/question/question-forms.js';
import { nothingKnown, readQuestion } from '../../language/question/read-question.js';
import { writeQuestion } from '../../language/question/write-question.js';
import { recordsOf } from '../../reports/answers/deals-answer.js';
import { builtInDimensions } from '../../sales/figures/slice-names.js';

const periods = [undefined, 'thisWeek', 'lastMonth', 'thisQuarter', 'thisYear', 'last30d'];

test.each(['zh', 'en'] as const)(
  'what "which ones" asks is read back as a list of those records (%s)',
  (locale) => {
    const wrong: unknown[] = [];
    for (const measure of new Set(Object.values(recordsOf)))
      for (const period of periods)
        for (const whose of ['me', 'team', undefined] as const) {
          const asked = {
            measure,
            ...(period && measure !== 'openCount' ? { period } : {}),
            ...(whose ? { whose } : {}),
            shape: 'list' as const,
            filters: { values: [] },
          };
          const words = writeQuestion(asked, locale, builtInDimensions);
          const read = readQuestion(words, nothingKnown);
          expect(listable).toContain(measure);
          if (JSON.stringify(sorted(read)) !== JSON.stringify(sorted(asked)))
            wrong.push([words, read, asked]);
        }
    expect(wrong).toEqual([]);
  },
);

const sorted = (reading: object | undefined) =>
  Object.entries(reading ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));
