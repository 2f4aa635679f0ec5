import { actions, button, type Call } from '../../kernel/card/card.js';
import type { Answer, Form, Inbound } from '../../kernel/chat/chat.js';
import type { Missed, Speaking } from '../../kernel/command/command.js';
import {
  BusyError,
  ChooseError,
  DeniedError,
  errorClass,
  InputError,
  MissingError,
  StaleError,
} from '../../kernel/command/errors.js';
import { findAnswer } from '../../store/messages/inbox-queries.js';
import { storeBusy } from '../../store/statements/db.js';
import type { Locale } from '../../texts/languages.js';
import { textsIn } from '../../texts/languages.js';
import { recordOfKey } from '../views/view-rows.js';
import { errorCard } from './dispatch-cards.js';
import { choicesOf, formOf } from './dispatch-forms.js';
import type { ActGiven, DispatchOptions, InboundAct } from './dispatch-options.js';
import { OfferOver } from './offer-once.js';
import { type Draft, picksOf } from './open-drafts.js';
import { inReadersLanguage } from './readers-language.js';
import { tappedCard } from './tap-answer.js';
import { storeWithoutEffect } from './without-effect.js';

/** The act was carried out meanwhile, by another delivery of it. */
export class AlreadyAnswered extends Error {}

/** An act that failed, the line it was said in, and the language in which to say so. */
export interface FailedAct<C extends Speaking> {
  inbound: Inbound;
  eventId: string;
  line: string;
  act: InboundAct<C> | undefined;
  locale: Locale;
}

/** Answers an act that failed: says what was wrong and what may be done, and leaves the question open that it asks. */
export async function explainError<C extends Speaking & ActGiven>(
  options: DispatchOptions<C>,
  thrown: unknown,
  { inbound, eventId, line, act, locale }: FailedAct<C>,
): Promise<Answer> {
  try {
    if (storeBusy(thrown)) throw thrown;
    const error = act ? await options.worded(thrown, act.context) : thrown;
    if (error instanceof AlreadyAnswered) {
      return (await findAnswer(options.store.db, inbound.platform, eventId)) as Answer;
    }
    if (error instanceof StaleError && act) return await presentCard(options, error, inbound, act);
    if (error instanceof OfferOver) return offerOver(error, inbound, locale);
    const bug = errorClass(error) === 'bug';
    const incident = bug
      ? options.incident(error, {
          platform: inbound.platform,
          event: eventId,
          command: act?.call?.command,
        })
      : undefined;
    const card = errorCard(act ? withQuestionKept(error, act) : error, triedIn(act), locale, incident);
    if (line && !act?.command?.quiet)
      card.nodes.push({ kind: 'context', text: textsIn(locale).dispatch.kept(line) });
    const field = error instanceof InputError || error instanceof ChooseError ? error.field : null;
    const draft = field && act?.call ? draftOf(act.call, field, line, error) : undefined;
    const answer: Answer = {
      cards: [card],
      form: field && act ? await formAgain(options, error as Error, field, inbound, act) : undefined,
      quiet: inbound.place.kind === 'group',
      // That a tap is not theirs to make concerns nobody else in the group.
      ...(inbound.act.kind === 'tap' && error instanceof DeniedError ? { open: false } : {}),
    };
    if (bug) return { ...answer, open: true };
    const missed = act && isMiss(error) ? missedBy(act, line, field) : undefined;
    // A refusal ends the question that led to it; another question takes its place.
    const isOver = act?.endsDraft === true && draft === undefined;
    const endsDraft = isOver || ['denied', 'rule'].includes(errorClass(error));
    const isRefused =
      act?.command !== undefined && !act.command.reads && act.command.name !== 'undo' && !act.corrects;
    return await storeWithoutEffect(
      options,
      inbound,
      eventId,
      answer,
      act && { ...act, draft, endsDraft, isRefused },
      missed,
    );
  } catch (fault) {
    if (!storeBusy(fault)) {
      const incident = options.incident(fault, { platform: inbound.platform, event: eventId });
      return { cards: [errorCard(fault, undefined, locale, incident)] };
    }
    // A kept act comes again, and is answered then.
    if (inbound.isKept) throw fault;
    const busy = errorCard(new BusyError('the database is busy'), triedIn(act), locale);
    return { cards: [busy], quiet: inbound.place.kind === 'group', open: true };
  }
}

/** What is offered to be created goes on with what was asked about: the words that waited for it. */
function withQuestionKept<C extends Speaking>(error: unknown, { command, call }: InboundAct<C>): unknown {
  if (!(error instanceof InputError) || !error.instead || !error.field || !command?.forNew || !call)
    return error;
  const words = call.input[error.field];
  const input = typeof words === 'string' ? command.forNew(call.input, error.field, words) : undefined;
  if (!input) return error;
  const instead = { label: error.instead.label, call: { command: command.name, input } };
  return new InputError(error.field, error.message, error.example, instead);
}

/** Builds a form for what is missing, or the submitted form with the error beside its field. */
async function formAgain<C extends Speaking & ActGiven>(
  options: DispatchOptions<C>,
  error: Error,
  field: string,
  inbound: Inbound,
  { command, call, context }: InboundAct<C>,
): Promise<Form | undefined> {
  const isForm = inbound.act.kind === 'form';
  if (!command || !call || (!isForm && !(error instanceof MissingError))) return undefined;
  const { lookups } = options;
  const choices = await choicesOf(command, lookups, context);
  const errors = isForm ? { [field]: error.message } : {};
  return formOf(command, call, { choices, lookups, locale: context.locale, errors });
}

/**
 * Answers a tap on an old card: the card of that record turns into its present state, any other one is marked, and
 * that the record has changed is told beside it.
 */
async function presentCard<C extends Speaking & ActGiven>(
  options: DispatchOptions<C>,
  error: StaleError,
  inbound: Inbound,
  act: InboundAct<C>,
): Promise<Answer> {
  const { context } = act;
  const tapped = await tappedCard(options.store.db, inbound);
  const quiet = inbound.place.kind === 'group';
  if (tapped && recordOfKey(tapped.cardKey) !== error.record) {
    const said = textsIn(context.locale).dispatch.staleElsewhere(error.record);
    return { cards: [{ key: 'error:stale', title: said, tone: 'info', nodes: [] }], quiet };
  }
  const find = options.registry.get(options.onName);
  if (!find) throw error;
  const [field = ''] = Object.keys(find.fields);
  return await inReadersLanguage(context, find, async (own, drawn) => {
    const card = await find.run({ [field]: error.record } as never, own);
    drawn(own);
    const text = textsIn(own.locale).dispatch.stale(error.record);
    const present = { ...card, nodes: [{ kind: 'context' as const, text }, ...card.nodes] };
    if (own.isPrivate && quiet) return { cards: [present], quiet };
    return { cards: [present], replaces: tapped !== undefined };
  });
}

/** Answers a tap on an offer that is over with why, and with the way to the record as it is now. */
function offerOver({ why, record }: OfferOver, { place }: Inbound, locale: Locale): Answer {
  const t = textsIn(locale);
  const title = why === 'taken' ? t.dispatch.offerTaken : t.dispatch.offerTakenBack;
  const look = record !== undefined && button(`${t.common.find} ${record}`, 'find', { name: record });
  return {
    cards: [{ key: 'error:stale', title, tone: 'info', nodes: actions(look) }],
    quiet: place.kind === 'group',
  };
}

/** The call of an act and who made it. */
const triedIn = <C extends Speaking & ActGiven>(act: InboundAct<C> | undefined) =>
  act?.call && { call: act.call, by: act.context.person.id };

/** Whether the words were wrong; a missing field or a refusal is no miss. */
const isMiss = (error: unknown): boolean => error instanceof InputError && !(error instanceof MissingError);

const missedBy = <C extends Speaking & ActGiven>(
  act: InboundAct<C>,
  line: string,
  field: string | null,
): Missed => ({
  words: line || act.context.words,
  first: /^\s*\/?([^\s:：=＝]+)/.exec(line)?.[1] ?? '',
  call: act.call,
  field: field ?? undefined,
});

function draftOf(call: Call, field: string, words: string, error: unknown): Draft {
  const isWrong = error instanceof InputError && !(error instanceof MissingError);
  const picks = picksOf(error instanceof ChooseError ? error.options : undefined);
  return { call, asking: field, words, ...picks, ...(isWrong ? { tried: true } : {}) };
}
