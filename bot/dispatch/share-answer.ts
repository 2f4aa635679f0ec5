import { actions, button, type Call, type Card, context as note } from '../../kernel/card/card.js';
import type { Answer } from '../../kernel/chat/chat.js';
import type { Command, Speaking } from '../../kernel/command/command.js';
import { DeniedError, InputError } from '../../kernel/command/errors.js';
import { sharesAnswer } from '../../language/talk/share-wish.js';
import { conversationOf, findTalk } from '../../store/messages/conversation-queries.js';
import { listPlaces, placeById } from '../../store/people/place-queries.js';
import type { Place } from '../../store/schema/row-types.js';
import { type Locale, textsIn } from '../../texts/languages.js';
import { wordsOfCall } from '../views/call-words.js';
import { plainCard } from './dispatch-cards.js';
import type { ActGiven, DispatchOptions } from './dispatch-options.js';
import { mayPostTo } from './group-presence.js';
import type { LineReading, SaidLine } from './readings.js';

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

/** How long after a list or report the wish to share it is about that one, in ms. */
const sharedWithin = 15 * 60_000;
/** Most groups that are offered. */
const mostGroups = 4;

/**
 * Reads a wish to share the answer shown last where it has no button that shares it: asks which group, or says how it gets
 * there. Undefined if the line is no such wish.
 */
export async function readShare<C extends Speaking & ActGiven>(
  options: DispatchOptions<C>,
  { line, context }: SaidLine<C>,
): Promise<LineReading<C> | undefined> {
  if (context.isOverheard || !sharesAnswer(line)) return undefined;
  const { registry, lookups } = options;
  const t = textsIn(context.groupLocale ?? context.locale).list;
  const { report, reportAt } = (await findTalk(context.db, conversationOf(context))) ?? {};
  const isFresh = reportAt && reportAt.getTime() >= context.now.getTime() - sharedWithin;
  const call = report && isFresh ? (report as Call) : undefined;
  const command = call && registry.get(call.command);
  if (call && command?.isPersonal && context.place.kind === 'group') {
    const here = { ...call, input: { ...call.input, share: context.place.id } };
    return { kind: 'label', strength: 'exact', act: { context, lookups, command, call: here } };
  }
  const groups = command?.isPersonal ? await groupsFor(context) : [];
  const taps = groups
    .slice(0, mostGroups)
    .map(({ id, name }) => button(t.shareIn(name ?? ''), call?.command ?? '', { ...call?.input, share: id }));
  const words = call && (await wordsOfCall(registry, call, context));
  const title = taps.length > 0 ? t.shareWhere : words ? t.sayThere(words) : t.nothingToShare;
  const card: Card = { ...plainCard('share', title, ''), nodes: actions(...taps) };
  const answer = { cards: [card], quiet: context.place.kind === 'group' };
  return { kind: 'label', strength: 'exact', act: { context, lookups, answer } };
}

/** The groups to which the speaker may have something posted, by the check that the button makes. */
async function groupsFor({ db, person, platform }: ActGiven): Promise<Place[]> {
  const groups = (await listPlaces(db)).filter((one) => one.kind === 'group' && one.platform === platform);
  const open: Place[] = [];
  for (const group of groups) if (group.name && (await mayPostTo(db, person, group))) open.push(group);
  return open;
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
