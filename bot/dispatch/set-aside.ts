import { actions, button, type Card, type CardNode, context } from '../../kernel/card/card.js';
import type { Speaking } from '../../kernel/command/command.js';
import { customerTold } from '../../language/arbiter/customer-told.js';
import { locales, textsIn } from '../../texts/languages.js';
import { topicOf } from '../views/view-rows.js';
import { shortened } from './dispatch-cards.js';
import type { ActGiven, DispatchOptions } from './dispatch-options.js';
import type { Draft } from './open-drafts.js';
import type { LineReading, SaidLine } from './readings.js';

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

/**
 * Reads whose the words are that wait for their customer: those of a question that was set aside, or those that the last answer
 * offered to log. Only a customer who is known for sure is meant.
 */
export async function readNamedOffer<C extends Speaking & ActGiven>(
  { registry, lookups }: DispatchOptions<C>,
  { line, context, draft }: SaidLine<C>,
): Promise<LineReading<C> | undefined> {
  if (draft || context.isOverheard) return undefined;
  const name = customerTold(line);
  if (name === undefined || !(await lookups.name?.knows?.(name, context))) return undefined;
  for (const { label, does } of context.labels ?? []) {
    const isWaiting = locales.some((locale) => textsIn(locale).dispatch.takeUp === label);
    const [only, ...others] = does;
    const command = only && registry.get(only.call.command);
    if (!command || others.length > 0 || typeof only.call.input.words !== 'string') continue;
    const [field] = Object.entries(command.fields).find(([, one]) => one.lookup === 'name') ?? [];
    const { askedOf: _, ...input } = only.call.input;
    const isOpen = isWaiting ? field !== undefined && input[field] === undefined : input.isMine === true;
    const meant = isOpen && (await lookups.name?.find(name, context, field ?? '').catch(() => undefined));
    if (!field || typeof meant !== 'string') continue;
    const call = { command: command.name, input: { ...input, [field]: meant } };
    return { kind: 'label', strength: 'exact', act: { context, lookups, command, call } };
  }
  return undefined;
}
