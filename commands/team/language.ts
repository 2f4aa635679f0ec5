import { defineCommand } from '../../crm/access/context.js';
import { undoButton } from '../../crm/cards/deal-card.js';
import { actions, text } from '../../kernel/card/card.js';
import { f } from '../../kernel/command/fields.js';
import { inEachLanguage, locales, textsIn } from '../../texts/languages.js';

/** `语言 English` ("language English"): the language in which the speaker is answered from now on. */
export const language = defineCommand({
  name: 'language',
  changes: ['person.language'],
  seldom: true,
  role: 'viewer',
  quiet: true,
  fields: {
    to: f.choice(locales, {
      required: true,
      label: (locale) => inEachLanguage(() => textsIn(locale).people.ownLanguage),
    }),
  },
  async run({ to }, ctx) {
    const locale = locales.find((one) => one === to) ?? ctx.locale;
    await ctx.unit.change('person.language', ctx.person, { locale });
    const t = textsIn(locale).people;
    const reader = { ...ctx, locale };
    return {
      key: 'language',
      title: t.languageSet,
      tone: 'good',
      nodes: [text(t.languageSet), ...actions(undoButton(reader))],
    };
  },
});
