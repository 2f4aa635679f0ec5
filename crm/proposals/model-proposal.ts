import {
  actions,
  button,
  type Call,
  type Card,
  type CardNode,
  context,
  text,
} from '../../kernel/card/card.js';
import { hasRole } from '../../kernel/command/roles.js';
import { type ModelAnswer, ModelFault, type ModelQuestion } from '../../kernel/model/model-port.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';

type Asked = Omit<ModelQuestion, 'actId' | 'personId' | 'locale'>;

/**
 * Asks the model and shows its proposal as words on a card. Without an answer, the card says why, and `again`
 * asks once more.
 */
export async function modelProposalCard(
  ctx: Context,
  asked: Asked,
  again: Call,
  card: (answer: ModelAnswer) => Card,
): Promise<Card> {
  if (!ctx.model) return offCard(ctx);
  const task = `${asked.task}\n${textsIn(ctx.locale).modelTasks.data}`;
  try {
    return card(
      await ctx.model.ask({
        ...asked,
        task,
        actId: ctx.actId,
        personId: ctx.person.id,
        locale: ctx.locale,
      }),
    );
  } catch (error) {
    if (error instanceof ModelFault) return faultCard(ctx, error, again);
    throw error;
  }
}

/** Says that no model is configured, who can configure one, and how. */
export function offCard(ctx: Context): Card {
  const t = textsIn(ctx.locale).model;
  const isAdmin = hasRole(ctx.person.role, 'admin');
  return {
    key: 'model:off',
    title: t.offTitle,
    tone: 'info',
    nodes: [text(isAdmin ? t.howTo : t.off)],
  };
}

function faultCard(ctx: Context, { reason }: ModelFault, again: Call): Card {
  const t = textsIn(ctx.locale).model;
  const mayHelp = reason !== 'limit' && reason !== 'key' && reason !== 'refused' && reason !== 'redirected';
  return {
    key: 'model:fault',
    title: t.failedTitle,
    tone: 'warn',
    nodes: [
      text(t.faults[reason], 'strong'),
      text(t.unchanged),
      ...actions(mayHelp && { kind: 'button', label: t.again, call: again }),
    ],
  };
}

/** Makes the button that shows what was sent, and the line that says who wrote the answer. */
export function signedBy(ctx: Context, no: number): { see: ReturnType<typeof button>; by: CardNode } {
  const t = textsIn(ctx.locale).model;
  return {
    see: button(t.sent, 'model', { call: String(no) }),
    by: context(t.by(ctx.model?.setting.name ?? '', no)),
  };
}
