import { withAllowedActions } from '../../kernel/card/allowed-actions.js';
import {
  type Call,
  type Card,
  type CardNode,
  callsOf,
  type Drawing,
  context as note,
  wordsOf,
} from '../../kernel/card/card.js';
import type { Answer, Inbound } from '../../kernel/chat/chat.js';
import type { Choice, Command, Speaking } from '../../kernel/command/command.js';
import { complete } from '../../kernel/command/complete.js';
import { DeniedError, InputError } from '../../kernel/command/errors.js';
import { hasRole } from '../../kernel/command/roles.js';
import { conversationOf, saveShown } from '../../store/messages/conversation-queries.js';
import { storeAnswer } from '../../store/messages/inbox-queries.js';
import { enqueue } from '../../store/messages/outbox-queries.js';
import type { Place } from '../../store/schema/row-types.js';
import { type Locale, textsIn } from '../../texts/languages.js';
import { askCard } from './dispatch-cards.js';
import { choicesOf, formOf } from './dispatch-forms.js';
import type { ActGiven, DispatchOptions, InboundAct } from './dispatch-options.js';
import { AlreadyAnswered } from './explain-error.js';
import { keepTopic, noteLook } from './keep-talk.js';
import { looseError } from './loose-words.js';
import { demandOfferStands, noteOfferTaken } from './offer-once.js';
import { clearDraft, picksOf } from './open-drafts.js';
import { inReadersLanguage } from './readers-language.js';
import { setAsideNodes } from './set-aside.js';
import { audienceOfAnswer, sharedAnswer, withRefusal, withShare, withSharer } from './share-answer.js';
import { labelsToKeep } from './shown-labels.js';
import { tapAnswer, tappedCard, tappedMessage } from './tap-answer.js';
import { storeWithoutEffect } from './without-effect.js';

/** What an act came from. */
interface Given {
  inbound: Inbound;
  eventId: string;
  /** A call in the words that a person would type. */
  say(call: Call): string;
}

/** An act that its speaker may carry out, with its command and its whole input. */
interface Ready<C extends Speaking & ActGiven> {
  inbound: Inbound;
  eventId: string;
  act: InboundAct<C>;
  command: Command<C>;
  call: Call;
  input: Call['input'];
  /** Who may read what the command answers. */
  audience: Awaited<ReturnType<typeof audienceOfAnswer<C>>>;
  /** The tapped card whose buttons changed records. */
  tapped: Awaited<ReturnType<typeof tappedCard>> | undefined;
}

/** Answers an act that was understood: asks for what it lacks, else reads or writes. Throws what the speaker is to be told. */
export async function carryOut<C extends Speaking & ActGiven>(
  options: DispatchOptions<C>,
  { inbound, eventId, say }: Given,
  act: InboundAct<C>,
): Promise<Answer> {
  const { command, call, context } = act;
  const t = textsIn(context.locale).dispatch;
  if (!command || !call) throw new InputError(null, t.gone);
  if (!hasRole(context.person.role, command.role)) throw new DeniedError(t.needsRole(t[command.role]));
  const { input, missing } = await complete(call, command, options.lookups, context);
  const reads = command.reads || command.looks?.(input) === true;
  const blank = missing[0];
  const tapped = reads ? undefined : await tappedCard(options.store.db, inbound);
  if (tapped) await demandOfferStands(options.store.db, tapped, call);
  if (!reads && (blank || call.loose)) await options.demandRights(context, command, input);
  if (call.loose && !reads) throw looseError(command, call, call.loose, { locale: context.locale, say });
  if (blank) {
    const { answer, choices } = await ask(options, command, call, blank, context);
    const draft = { call, asking: blank, words: context.words, ...picksOf(choices) };
    return await storeWithoutEffect(options, inbound, eventId, answer, { ...act, draft, endsDraft: false });
  }
  const audience = await audienceOfAnswer(options, command, input, context);
  const ready = { inbound, eventId, act, command, call, input, audience, tapped };
  return await (reads ? look : change)(options, ready);
}

/** Answers an act that changes nothing. */
async function look<C extends Speaking & ActGiven>(
  options: DispatchOptions<C>,
  ready: Ready<C>,
): Promise<Answer> {
  const { act, command, call, input, audience } = ready;
  return await inReadersLanguage(audience.context, command, async (own, drawn) => {
    const card = await command.run(input as never, own);
    drawn(own);
    const isRefused = audience.isShared && own.isPrivate && !audience.postsTo;
    const shown = isRefused
      ? withRefusal(card, own.locale)
      : audience.isShared
        ? withSharer(card, own.person.name, own.locale)
        : card;
    const offered = audience.offers ? withShare(shown, call, audience.offers, own.locale) : shown;
    const answer = await finished(options, ready, offered, own);
    const endsDraft = act.setsAside !== undefined || act.endsDraft === true;
    await noteLook(options, own, { command, call, card: answer.cards[0] ?? card, endsDraft });
    if (audience.postsTo)
      return await share(options, audience.postsTo, { card, command, call }, own, act.context.locale);
    return answer;
  });
}

/** Changes records and stores the answer, in one transaction. */
async function change<C extends Speaking & ActGiven>(
  options: DispatchOptions<C>,
  ready: Ready<C>,
): Promise<Answer> {
  const { store, clock } = options;
  const { inbound, eventId, act, command, call, input, tapped } = ready;
  const { context } = act;
  const answer = await inReadersLanguage(context, command, (acting, drawn) =>
    store.tx(async (tx) => {
      const own = options.within(acting, tx, command);
      if (tapped) await demandOfferStands(tx, tapped, call);
      const card = await options.afterAct(await command.run(input as never, own), own);
      drawn(own);
      const { isAnew, ...done } = await finished(options, ready, card, own);
      const [first] = done.cards;
      if (isAnew && first && tapped)
        await options.views.keep(tx, tapped, first, { at: clock.now(), isShown: false });
      else if (tapped) await noteOfferTaken(tx, tapped, call, own.actId);
      await clearDraft(tx, conversationOf(context));
      await keepTopic(tx, context, call, first);
      // What the buttons of earlier cards would do is not meant any more: 撤 ('undo') takes this act back.
      const labels = labelsToKeep(done.cards, context, command.name);
      await saveShown(tx, conversationOf(context), { labels }, context.now);
      if (own.unit) await own.after?.(own.unit);
      const fresh = await storeAnswer(tx, inbound.platform, eventId, done, clock.now());
      if (!fresh) throw new AlreadyAnswered();
      return done;
    }),
  );
  options.committed?.();
  const undone = command.name === 'undo' ? answer.cards[0]?.key.replace(/^undo:/, '') : undefined;
  options.changed?.({
    acts: [context.actId, ...(undone ? [undone] : [])],
    except: tappedMessage(inbound),
  });
  return answer;
}

/** The card as an answer: with what was set aside for it, and for those alone who may read it. */
async function finished<C extends Speaking & ActGiven>(
  options: DispatchOptions<C>,
  { inbound, act, command, call, audience, tapped }: Ready<C>,
  drawn: Card,
  own: C,
): Promise<Answer & { isAnew?: boolean }> {
  const { context, setsAside } = act;
  const aside = setsAside && !setsAside.tried ? await setAsideNodes(options, setsAside, drawn, own) : [];
  const isGroup = inbound.place.kind === 'group';
  const who = isGroup ? context.person.name : undefined;
  const quiet = (command.quiet || own.isPrivate === true) && isGroup;
  const whole = {
    ...drawn,
    nodes: [...drawn.nodes, ...undoneBy(drawn, who), ...aside],
    drawing: drawingOf(command, call, own),
  };
  // In a group others read the card, who may do more than the speaker.
  const card = quiet || inbound.place.kind === 'private' ? forSpeaker(options, whole, context) : whole;
  if (quiet && !command.quiet && !audience.offers && own.reduced)
    card.nodes.push(note(textsIn(own.locale).members.alone[own.reduced]));
  if (!tapped) return { cards: [card], replaces: false, quiet };
  // What is for the speaker alone stands on no card that others read.
  return quiet ? { cards: [card], quiet } : tapAnswer(tapped, card, { command: command.name, who });
}

/** Asks for a field: a card with its choices, and the form of all fields. */
async function ask<C extends Speaking & ActGiven>(
  { lookups, askedAbout }: DispatchOptions<C>,
  command: Command<C>,
  call: Call,
  field: string,
  context: C,
): Promise<{ answer: Answer; choices: Choice[] | undefined }> {
  const { locale } = context;
  const choices = await choicesOf(command, lookups, context);
  const card = askCard(command, call, field, choices[field] ?? [], context);
  const about = await askedAbout?.(call, context);
  const answer: Answer = {
    cards: [about ? { ...card, subtitle: [card.subtitle, about].filter(Boolean).join(' · ') } : card],
    form: formOf(command, call, { choices, lookups, locale }),
    quiet: context.place.kind === 'group',
  };
  return { answer, choices: choices[field] };
}

/** Posts an answer to a group, unless somebody there may not see it. */
async function share<C extends Speaking & ActGiven>(
  { store, clock, committed }: DispatchOptions<C>,
  group: Place,
  { card, command, call }: { card: Card; command: Command<C>; call: Call },
  own: C,
  locale: Locale,
): Promise<Answer> {
  if (own.isPrivate) return { cards: [withRefusal(card, own.locale)] };
  const named = withSharer(card, own.person.name, own.locale);
  const drawn = { ...named, drawing: drawingOf(command, call, own) };
  const post = { dedupeKey: `share:${own.actId}`, placeId: group.id, locale: own.locale, card: drawn };
  await store.tx((tx) => enqueue(tx, post, clock.now()));
  committed?.();
  return sharedAnswer(group, locale);
}

/** The card without what the speaker, who alone reads it, may not do. */
function forSpeaker<C extends Speaking & ActGiven>(
  { registry }: DispatchOptions<C>,
  card: Card,
  { person }: C,
): Card {
  return withAllowedActions(card, ({ command }) => {
    const needed = registry.get(command)?.role;
    return needed === undefined || hasRole(person.role, needed);
  });
}

/** Who alone can undo what a card of a group tells of, unless the card names them already. */
function undoneBy(card: Card, who: string | undefined): CardNode[] {
  const canUndo = callsOf(card).some(({ command }) => command === 'undo');
  return who && canUndo && !wordsOf(card).some((words) => words.includes(who)) ? [note(who)] : [];
}

/** How the answer of an act was drawn. */
const drawingOf = <C extends Speaking & ActGiven>(
  command: Command<C>,
  call: Call,
  { locale, now, person, actId }: C,
): Drawing => ({
  call: withoutSecrets(command, call),
  at: now.toISOString(),
  locale,
  by: person.id,
  act: actId,
});

/** A call as it may be stored. */
const withoutSecrets = <C extends Speaking>({ fields }: Command<C>, { command, input }: Call): Call => ({
  command,
  input: Object.fromEntries(Object.entries(input).filter(([field]) => !fields[field]?.secret)),
});
