import { describe, expect, it } from 'vitest';
import { registry } from '../../../bot/product/product.js';
import { commandsFor, type Speaking, verbsOf } from '../../../kernel/command/command.js';
import { f, named } from '../../../kernel/command/fields.js';
import { type ByLanguage, inEachLanguage, locales, textsIn } from '../../../texts/languages.js';
import type { CommandTexts, FieldTexts } from '../../../texts/shape/command-texts.js';

const defineCommand = commandsFor<Speaking, string>();
const run = async () => ({ key: 'sample', title: '', tone: 'neutral' as const, nodes: [] });
const at = { today: '2026-03-04' } as never;

/** The same texts in every language, but for the words that are given by language. */
const texts = (own: (locale: string) => CommandTexts): ByLanguage<CommandTexts> =>
  inEachLanguage((_, locale) => own(locale));

describe('the command texts of each language', () => {
  const declared = inEachLanguage((catalogue) => catalogue.command as Record<string, CommandTexts>);

  it('name each declared command and no other', () => {
    for (const locale of locales)
      expect(Object.keys(declared[locale]).sort()).toEqual(registry.commands.map(({ name }) => name).sort());
  });

  it('name only fields and values that the command has', () => {
    const unknown = registry.commands.flatMap(({ name, fields }) =>
      locales.flatMap((locale) =>
        Object.entries(declared[locale][name]?.fields ?? {}).flatMap(([key, { choices }]) => {
          const values = fields[key]?.choices?.map(({ value }) => value);
          const others = values ? Object.keys(choices ?? {}).filter((value) => !values.includes(value)) : [];
          return [
            ...(fields[key] ? [] : [`${name}.${key}`]),
            ...others.map((one) => `${name}.${key}.${one}`),
          ];
        }),
      ),
    );
    expect(unknown).toEqual([]);
  });

  it('name only common fields that some command uses', () => {
    const used = new Set(registry.commands.flatMap(({ fields }) => Object.keys(fields)));
    expect(Object.keys(textsIn(locales[0]).commonFields).filter((key) => !used.has(key))).toEqual([]);
  });
});

describe('a command that declares its own texts', () => {
  const sample = defineCommand({
    name: 'sample',
    texts: texts((locale) => ({
      words: [`do-${locale}`, `make-${locale}`],
      summary: `Sample in ${locale}`,
      fields: {
        amount: { ask: `How much in ${locale}?` },
        size: { label: `size-${locale}`, choices: { big: [`big-${locale}`, `huge-${locale}`] } },
        sure: { label: `sure-${locale}` },
        deputy: { label: 'deputy', names: [`deputy-${locale}`, `instead-${locale}`] },
      },
    })),
    fields: {
      amount: f.money({ required: true }),
      size: f.choice(['big']),
      sure: f.flag(),
      deputy: named(f.person()),
    },
    run,
  });

  it('is recognised by its verbs in every language', () => {
    expect(verbsOf(sample)).toEqual([
      ...locales.flatMap((locale) => [`do-${locale}`, `make-${locale}`]),
      'sample',
    ]);
  });

  it('labels a field with its own text, otherwise the common text, otherwise the text of the field’s kind', () => {
    for (const locale of locales) {
      const { commonFields, kindExamples } = textsIn(locale);
      expect(sample.fields.amount?.ask?.[locale]).toBe(`How much in ${locale}?`);
      expect(sample.fields.amount?.label[locale]).toBe(commonFields.amount.label);
      expect(sample.fields.amount?.example[locale]).toBe(kindExamples.money);
    }
  });

  it('reads a value in every language, and writes it in one', () => {
    const { size, sure, deputy } = sample.fields;
    for (const locale of locales) {
      for (const said of ['big', `big-${locale}`, `Huge-${locale}`])
        expect(size?.parse(said, at)).toBe('big');
      expect(size?.write('big', locale)).toBe(`big-${locale}`);
      expect(sure?.parse(`sure-${locale}`, at)).toBe(true);
      expect(deputy?.words).toContain(`instead-${locale}`);
    }
    expect(size?.parse('small', at)).toBeUndefined();
  });

  it('is refused without a verb or without a name for each value', () => {
    const words = (said: string[]) =>
      texts(() => ({ words: said, summary: '', fields: { size: noChoices } }));
    const noChoices: FieldTexts = { label: 'size', choices: {} };
    expect(() => defineCommand({ name: 'mute-one', texts: words([]), fields: {}, run })).toThrow('mute-one');
    const fields = { size: f.choice(['big']) };
    expect(() => defineCommand({ name: 'one', texts: words(['one']), fields, run })).toThrow('big');
  });
});
