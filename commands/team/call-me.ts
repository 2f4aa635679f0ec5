import { defineCommand } from '../../crm/access/context.js';
import { undoButton } from '../../crm/cards/deal-card.js';
import { actions, context, text } from '../../kernel/card/card.js';
import { InputError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { peopleByName } from '../../store/people/person-queries.js';
import { textsIn } from '../../texts/languages.js';

const longest = 40;

/** `我叫 张三` ("my name is Zhang San"): sets the speaker's name, which some platforms do not send. */
export const callMe = defineCommand({
  name: 'call-me',
  changes: ['person.renamed'],
  seldom: true,
  role: 'viewer',
  fields: {
    name: f.rest(),
  },
  asks: (input) => (input.name ? undefined : 'name'),
  async run(input, ctx) {
    const t = textsIn(ctx.locale).people;
    const name = (input.name ?? '').trim();
    if (name.length > longest || /[<>@\n]/.test(name))
      throw new InputError('name', t.nameWrong, t.nameExample);
    const others = (await peopleByName(ctx.db, name)).filter((one) => one.id !== ctx.person.id);
    const person = await ctx.unit.change('person.renamed', ctx.person, { name });
    return {
      key: `person:${person.id}`,
      title: t.named(name),
      tone: 'good',
      nodes: [
        text(t.named(name), 'strong'),
        ...(others.length > 0 ? [text(t.sameName)] : []),
        ...actions(undoButton(ctx)),
        context(name),
      ],
    };
  },
});
