import { actions, button, type Call, type Card, context as note } from '../../kernel/card/card.js';
import type { Answer } from '../../kernel/chat/chat.js';
import type { Command, Speaking } from '../../kernel/command/command.js';
import { DeniedError, InputError } from '../../kernel/command/errors.js';
import { placeById } from '../../store/people/place-queries.js';
import type { Place } from '../../store/schema/row-types.js';
import { type Locale, textsIn } from '../../texts/languages.js';
import { plainCard } from './dispatch-cards.js';
import type { ActGiven, DispatchOptions } from './dispatch-options.js';
import { mayPostTo } from './group-presence.js';

/** For whom a personal answer is drawn: the speaker alone, who may share it, or a group that it is shared with. */
export interface Audience<C> {
  context: C;
  /** The group that the speaker may share the answer with. */
  offers?: Place;
  /** The group that the answer is posted to, asked for in another chat. */
  postsTo?: Place;
  /** The speaker has shared it here. */
  isShared?: boolean;
}

/**
 * Decides who reads the answer of a call. What is personal is drawn in a group for the speaker alone; shared, it is drawn
 * for all who read there, also where it was asked for in the private chat that a platform answers in instead.
 */
export async function audienceOfAnswer<C extends Speaking & ActGiven>(
  options: DispatchOptions<C>,
  command: Command<C>,
  input: Call['input'],
  context: C,
): Promise<Audience<C>> {
  // Where people of another company read, nothing is shown to the group anyway.
  if (!command.isPersonal || context.isShared) return { context };
  const { place } = context;
  if (typeof input.share === 'string') {
    const group = await placeById(options.store.db, input.share);
    if (group?.kind !== 'group' || group.platform !== context.platform)
      throw new InputError(null, textsIn(context.locale).dispatch.gone);
    if (group.id === place.id) return { context, isShared: true };
    await options.members?.fresh(group);
    if (!(await mayPostTo(context.db, context.person, group)))
      throw new DeniedError(textsIn(context.locale).members.notThere);
    const { db, person, platform, now, words, actId } = context;
    const there = await options.context({
      ...{ db, person, platform, now, words, actId },
      place: group,
      thread: '',
    });
    return { context: there, postsTo: group };
  }
  if (place.kind !== 'group' || !(await command.isPersonal(input, context))) return { context };
  return { context: options.alone(context), offers: place };
}

/** The card with a button that shares it. */
export function withShare(card: Card, call: Call, group: Place, locale: Locale): Card {
  const share = button(textsIn(locale).list.share, call.command, { ...call.input, share: group.id });
  const foot = card.nodes.findLastIndex(({ kind }) => kind !== 'context') + 1;
  const last = card.nodes[foot - 1];
  const nodes =
    last?.kind === 'actions'
      ? card.nodes.with(foot - 1, { ...last, items: [...last.items, share] })
      : card.nodes.toSpliced(foot, 0, ...actions(share));
  return { ...card, nodes };
}

/** Says that the answer was posted to the group. */
export const sharedAnswer = ({ name }: Place, locale: Locale): Answer => {
  const t = textsIn(locale).list;
  const said = name ? t.shared(name) : t.sharedHere;
  return { cards: [plainCard('shared', said, said)] };
};

/** Says that the answer stays with the speaker, since somebody in the group may not see it. */
export const withRefusal = (card: Card, locale: Locale): Card => ({
  ...card,
  nodes: [...card.nodes, note(textsIn(locale).list.notShared)],
});
