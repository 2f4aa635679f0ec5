import { type Context, defineCommand } from '../../crm/access/context.js';
import { undoButton } from '../../crm/cards/deal-card.js';
import { actions, button, type Card, type CardNode, text } from '../../kernel/card/card.js';
import { DeniedError, InputError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { mayPostReport } from '../../sales/people/policy.js';
import { inEachLanguage, type Locale, locales, textsIn } from '../../texts/languages.js';

/**
 * `语言 English` ("language English"): the language in which the speaker is answered from now on. Typed in a group by
 * somebody who may bind the group, the language of the group; `语言 English 我` ("language English for me") stays the speaker's.
 */
export const language = defineCommand({
  name: 'language',
  changes: ['person.language', 'place.language'],
  seldom: true,
  role: 'viewer',
  quiet: true,
  fields: {
    to: f.choice(locales, {
      required: true,
      label: (locale) => inEachLanguage(() => textsIn(locale).people.ownLanguage),
    }),
    whose: f.choice(['group', 'own']),
  },
  async run({ to, whose }, ctx) {
    const locale = locales.find((one) => one === to) ?? ctx.locale;
    const isGroup = ctx.place.kind === 'group';
    if (whose === 'group' && !isGroup) throw new InputError('whose', textsIn(ctx.locale).people.bindGroup);
    const may = mayPostReport(ctx.person, ctx.place.teamId);
    if (whose === 'group' && !may.ok) throw new DeniedError(textsIn(ctx.locale).people.groupLanguageDenied);
    if (isGroup && may.ok && whose !== 'own') return await speakInGroup(ctx, locale);
    await ctx.unit.change('person.language', ctx.person, { locale });
    const t = textsIn(locale).people;
    return answered(ctx, locale, t.languageSet);
  },
});

async function speakInGroup(ctx: Context, locale: Locale): Promise<Card> {
  await ctx.unit.change('place.language', ctx.place, { locale });
  const t = textsIn(locale).people;
  const own = button(t.ownLanguageOnly, 'language', { to: locale, whose: 'own' });
  return answered(ctx, locale, t.groupLanguageSet(ctx.place.name), own);
}

const answered = (
  ctx: Context,
  locale: Locale,
  said: string,
  ...more: ReturnType<typeof button>[]
): Card => ({
  key: 'language',
  title: said,
  tone: 'good',
  nodes: [text(said), ...actions(...more, undoButton({ ...ctx, locale }))] satisfies CardNode[],
});
