import { describe, expect, it } from 'vitest';
import { changeKinds } from '../../../sales/people/change-kinds.js';
import { formats, howOften, plural } from '../../../texts/en/formats/formats.js';
import { en } from '../../../texts/en/index.js';
import {
  type Catalogue,
  entriesInEach,
  everyWording,
  inEachLanguage,
  isLocale,
  locales,
  productName,
  sameInEach,
  termInEach,
  textsIn,
  wordingsLine,
} from '../../../texts/languages.js';

/** Every text of a catalogue by its path; what takes parameters is said with 1 for each. */
function saidWithOnes(texts: object, path: string): [path: string, text: string][] {
  return Object.entries(texts).flatMap(([key, text]): [string, string][] => {
    const at = `${path}.${key}`;
    if (typeof text === 'string') return [[at, text]];
    if (typeof text === 'function') {
      try {
        return [[at, JSON.stringify(text(...Array(8).fill(1)))]];
      } catch {
        // It takes lists or records.
        return [];
      }
    }
    return typeof text === 'object' && text !== null ? saidWithOnes(text, at) : [];
  });
}

describe('a text catalogue', () => {
  it('is refused by the compiler if a part, text or parameter differs', () => {
    const { lead, ...withoutLeads } = en;
    const { created, ...withoutCreated } = lead;
    // @ts-expect-error A part is missing.
    const lacksPart: Catalogue = withoutLeads;
    // @ts-expect-error A text is missing.
    const lacksText: Catalogue = { ...en, lead: withoutCreated };
    // @ts-expect-error A text takes something else.
    const takesOther: Catalogue = { ...en, lead: { ...lead, created: (date: Date) => `${date}` } };
    // @ts-expect-error A text is no sentence but a number.
    const saysOther: Catalogue = { ...en, lead: { ...lead, created: () => 1 } };
    expect([lacksPart, lacksText, takesOther, saysOther]).toHaveLength(4);
    expect(created('Ann')).toContain('Ann');
  });

  it('has the same keys in every language', () => {
    const keysOf = (texts: object, path: string): string[] =>
      Object.entries(texts).flatMap(([key, text]) =>
        typeof text === 'object' && text !== null && !Array.isArray(text)
          ? keysOf(text, `${path}.${key}`)
          : [`${path}.${key}`],
      );
    // Ways of showing that only some languages need to word.
    const keys = (locale: (typeof locales)[number]) =>
      keysOf(textsIn(locale), '').filter((key) => !/^\.(loss\.how|work\.kinds)\./.test(key));
    for (const locale of locales) expect(keys(locale)).toEqual(keys(locales[0]));
  });

  it('has a word for every kind of change', () => {
    for (const locale of locales) {
      const words: Record<string, string> = textsIn(locale).work.kinds;
      expect(Object.keys(changeKinds).filter((kind) => !words[kind])).toEqual([]);
    }
  });
});

describe('the English texts', () => {
  it('use singular and plural correctly', () => {
    expect([plural(0, 'visit'), plural(1, 'visit'), plural(2, 'visit')]).toEqual([
      '0 visits',
      '1 visit',
      '2 visits',
    ]);
    expect([plural(1, 'reply', 'replies'), plural(3, 'reply', 'replies')]).toEqual(['1 reply', '3 replies']);
    expect([howOften(1), howOften(3)]).toEqual(['once', '3 times']);
  });

  it('use the singular for one of each noun', () => {
    const counted =
      'alerts|articles|calls|claims|columns|customers|days|deals|follow-ups|ghosts|hours|items|leads|letters|minutes|' +
      'months|people|points|pushes|records|reps|rows|sentences|steps|targets|tasks|teams|times|visits|weeks|workdays';
    const many = new RegExp(`(?<![\\d.,:/-])\\b1 (?:[a-z]+ )?(?:${counted})\\b`);
    const wrong = saidWithOnes(en, '').filter(
      // Somebody leads; a stage of whatever name has steps and days.
      ([path, text]) => many.test(text) && !/^\.(report\.rankLead|setting\.stage\.)/.test(path),
    );
    expect(wrong).toEqual([]);
  });

  it('write days and lists', () => {
    expect([-3, -1, 0, 1, 2].map(formats.relativeDay)).toEqual([
      '3 days ago',
      'yesterday',
      'today',
      'tomorrow',
      'in 2 days',
    ]);
    expect(formats.date(2026, 11, 25, 3, false)).toBe('Wed, Nov 25, 2026');
    expect(formats.date(2026, 11, 25, 3, true)).toBe('Wed 25 Nov 2026');
    expect(['00:05', '09:00', '12:30', '23:59'].map((time) => formats.time(time, false))).toEqual([
      '12:05 AM',
      '9:00 AM',
      '12:30 PM',
      '11:59 PM',
    ]);
    expect(formats.time('15:00', true)).toBe('15:00');
    expect(formats.list(['a', 'b', 'c'])).toBe('a, b, c');
    expect(formats.sentences(['One', 'Two'])).toBe('One. Two.');
  });
});

describe('texts in every language', () => {
  it('are picked from each catalogue', () => {
    expect(inEachLanguage((t) => t.common.customer)).toEqual({ zh: '客户', en: 'Customer' });
    expect(entriesInEach((t) => t.process.metrics).visits).toEqual({ zh: '拜访', en: 'visits' });
    expect(termInEach((t) => t.figure.statuses.won)).toEqual({
      name: { zh: '赢单', en: 'won' },
      aliases: ['赢', '成交'],
    });
    expect(sameInEach('A-1')).toEqual({ zh: 'A-1', en: 'A-1' });
  });

  it('are listed side by side, the reader’s language first, as far as there is room', () => {
    const words = { zh: '记为跟进', en: 'Log it' };
    expect(everyWording(words, 'en')).toEqual(['Log it', '记为跟进']);
    expect(wordingsLine(words)).toBe('记为跟进 · Log it');
    expect(wordingsLine(words, 10)).toBe('记为跟进');
    expect(productName).toBe('Genjin 跟进');
    expect([isLocale('zh'), isLocale('fr'), isLocale(undefined)]).toEqual([true, false, false]);
  });
});
