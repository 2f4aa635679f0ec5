import type { Context } from '../../crm/access/context.js';
import { actions, button, type Card, context, text } from '../../kernel/card/card.js';
import type { Missed, Registry } from '../../kernel/command/command.js';
import { conversationOf } from '../../store/messages/conversation-queries.js';
import { draftRowOf } from '../../store/messages/draft-queries.js';
import { textsIn } from '../../texts/languages.js';
import { meantInstead } from './nearest-commands.js';

/** After three failed lines in a row, offers the line that would have worked as a button. */
export async function teachCard(missed: Missed, ctx: Context, all: Registry<Context>): Promise<Card> {
  const t = textsIn(ctx.locale).help;
  const meant = await meantInstead(missed, ctx, all);
  const waits = await draftRowOf(ctx.db, conversationOf(ctx));
  return {
    key: 'help:taught',
    title: t.teachTitle,
    tone: 'info',
    askedOf: ctx.person.id,
    nodes: [
      ...(meant
        ? [text(t.teachBody(meant.command.summary[ctx.locale])), text(meant.line, 'quote')]
        : [text(t.body), text(t.sentence, 'quote'), text(t.questions.join('\n'), 'quote')]),
      ...actions(
        meant && button(t.teachRun, meant.call.command, meant.call.input, { style: 'primary' }),
        meant && button(meant.command.words[ctx.locale][0], meant.call.command),
        button(t.teachAsk, 'help'),
      ),
      ...(waits ? [context(t.dropFirst)] : []),
    ],
  };
}
