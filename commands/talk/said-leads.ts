import type { Context } from '../../crm/access/context.js';
import { titleOf } from '../../crm/acts/record-sentence.js';
import { addTask } from '../../crm/acts/task-acts.js';
import { openSubject, type Subject } from '../../crm/lookup/open-subject.js';
import { dueWords } from '../../crm/words/zoned-dates.js';
import { type Card, type CardNode, fields } from '../../kernel/card/card.js';
import type { ActRead } from '../../language/reading/sentence-reading.js';
import { textsIn } from '../../texts/languages.js';
import { leadCreate } from '../leads/lead-create.js';

/** Creates a lead for a customer whom the words call new; a similar one is asked about. */
export async function newLead(
  ctx: Context,
  { mention, contacts, phone, phoneOf }: ActRead,
  words: string,
): Promise<Card> {
  const contact = phoneOf ?? contacts[0];
  const given = { customer: mention?.words, contact, phone: contact ? phone : undefined, note: words };
  return await leadCreate.run(given as never, ctx);
}

/** Creates one of several leads that the words call new; undefined if a similar customer exists, which is asked about. */
export async function leadMade(ctx: Context, act: ActRead, words: string): Promise<Subject | undefined> {
  const card = await newLead(ctx, act, act.words ?? words);
  const number = /^lead:(L-\d+)$/.exec(card.key)?.[1];
  if (!number) return undefined;
  const subject = await openSubject(ctx, number);
  if (act.next?.how === 'sure')
    await addTask(ctx, subject, act.next.value, titleOf(ctx, subject, act.words ?? words));
  return subject;
}

/** Plans the next step that was said with a new lead. */
export async function withNextStep(
  ctx: Context,
  card: Card,
  { next }: ActRead,
  words: string,
): Promise<Card> {
  const number = /^lead:(L-\d+)$/.exec(card.key)?.[1];
  if (!number || next?.how !== 'sure') return card;
  const subject = await openSubject(ctx, number);
  const task = await addTask(ctx, subject, next.value, titleOf(ctx, subject, words));
  const { nextStep } = textsIn(ctx.locale).common;
  return beforeActions(card, ...fields([nextStep, dueWords(ctx, task)]));
}

/** Creates a lead for an unknown customer; returns a card instead if a similar one exists. */
export async function createNamed(
  ctx: Context,
  act: ActRead,
  words: string,
): Promise<Subject | Card | undefined> {
  if (!act.mention) return undefined;
  const card = await newLead(ctx, act, words);
  const number = /L-\d+/.exec(card.key)?.[0];
  if (!number || act.act === 'lead') return card;
  return await openSubject(ctx, number);
}

/** A card with more to read above its buttons. */
export function beforeActions(card: Card, ...nodes: CardNode[]): Card {
  const at = card.nodes.findIndex((node) => node.kind === 'actions');
  return { ...card, nodes: card.nodes.toSpliced(at < 0 ? card.nodes.length : at, 0, ...nodes) };
}
