import { expect, test } from 'vitest';
import { formOf } from '../../bot/dispatch/dispatch-forms.js';
import { registry } from '../../bot/product/product.js';
import { locales } from '../../texts/languages.js';

/** An id as the database makes them. */
const id = '01KB8ZJ4T9Q3V5W7X9YABCDEFG';

test.each(registry.commands.map((command) => [command.name, command] as const))(
  'the form of %s shows no field that people cannot fill in, and keeps its value',
  (_name, command) => {
    for (const locale of locales) {
      const unsaid = Object.entries(command.fields).filter(([, field]) => field.unsaid);
      const input = Object.fromEntries(unsaid.map(([name]) => [name, id]));
      const form = formOf(command, { command: command.name, input }, { choices: {}, lookups: {}, locale });
      expect(JSON.stringify(form.fields)).not.toContain(id);
      expect(form.call.input).toEqual(input);
      expect(form.fields.filter(({ label }) => label === '')).toEqual([]);
    }
  },
);
