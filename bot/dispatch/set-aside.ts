import { actions, button, type Card, type CardNode, context } from '../../kernel/card/card.js';
import type { Speaking } from '../../kernel/command/command.js';
import { textsIn } from '../../texts/languages.js';
import { topicOf } from '../views/view-rows.js';
import { shortened } from './dispatch-cards.js';
import type { ActGiven, DispatchOptions } from './dispatch-options.js';
import type { Draft } from './open-drafts.js';

/**
 * Says that the open question was set aside, and how who was asked takes it up again. Where it asked for a record, the one
 * that the line shown on `card` was about is offered as its answer: "which customer?", "Acme, they signed today".
 */
export async function setAsideNodes<C extends Speaking & ActGiven>(
  { registry, lookups }: DispatchOptions<C>,
  { call, asking, words }: Draft,
  card: Card,
  own: C,
): Promise<CardNode[]> {
  const t = textsIn(own.locale).dispatch;
  const input = { ...call.input, askedOf: own.person.id };
  const field = registry.get(call.command)?.fields[asking];
  const topic = field?.lookup === 'name' ? topicOf(card) : undefined;
  const [found] = topic ? ((await lookups.name?.search?.(topic, own)) ?? []) : [];
  const answer =
    topic !== undefined &&
    found &&
    button(t.takeUpAt(found.label), call.command, { ...input, [asking]: topic });
  return [context(t.setAside(shortened(words))), ...actions(answer, button(t.takeUp, call.command, input))];
}
