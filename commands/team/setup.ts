import { defineCommand } from '../../crm/access/context.js';
import { context, text } from '../../kernel/card/card.js';
import { DeniedError, InputError, RuleError } from '../../kernel/command/errors.js';
import { f, secret } from '../../kernel/command/fields.js';
import { hasAdmin } from '../../store/people/person-queries.js';
import { setupCode, spoilSetupCode } from '../../store/people/setup-code.js';
import { textsIn } from '../../texts/languages.js';

/** `setup CODE` in a private chat: makes the first admin, once. Said where others read it, the code is void. */
export const setup = defineCommand({
  name: 'setup',
  changes: ['person.admin'],
  quiet: true,
  hidden: true,
  fields: { code: secret(f.word({ required: true })) },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).people;
    const code = await setupCode(ctx.db);
    if (ctx.place.kind !== 'private') {
      if (input.code !== code) throw new DeniedError(t.setupPrivate);
      await spoilSetupCode(ctx.db, code);
      return { key: 'setup', title: t.setupSpoilt, tone: 'warn', nodes: [text(t.setupSpoiltNext)] };
    }
    if (code === undefined || (await hasAdmin(ctx.db))) throw new RuleError(t.setupUsed);
    if (input.code !== code) throw new InputError(null, t.setupWrong);
    // The words of the log must not hold the code.
    const note = { words: t.setupDone(ctx.person.name) };
    await ctx.unit.asConsequence('setUp').change('person.admin', ctx.person, { role: 'admin' }, note);
    return {
      key: 'setup',
      title: t.setupDone(ctx.person.name),
      tone: 'good',
      nodes: [text(t.setupNext), text(t.setupExamples), context(ctx.person.name)],
    };
  },
});
