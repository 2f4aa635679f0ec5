import {
  actions,
  button,
  type Call,
  type Card,
  type CardNode,
  context,
  text,
} from '../../kernel/card/card.js';
import { sureCall } from '../../kernel/card/sure-call.js';
import type { Command, Speaking } from '../../kernel/command/command.js';
import {
  BusyError,
  ChooseError,
  DeniedError,
  errorClass,
  InputError,
  MissingError,
  RuleError,
} from '../../kernel/command/errors.js';
import type { Locale } from '../../texts/languages.js';
import { textsIn } from '../../texts/languages.js';
import type { ActGiven, Suggestion } from './dispatch-options.js';
import type { Draft } from './open-drafts.js';

/** A card with a title and a text. */
export function plainCard(key: string, title: string, body: string, tone: Card['tone'] = 'neutral'): Card {
  return { key, title, tone, nodes: [text(body)] };
}

/**
 * Words an error as a card; `tried` is the call and who made it, so that a choice or retry keeps every word and is
 * theirs. The caller must give unexpected errors an incident number.
 */
export function errorCard(
  error: unknown,
  tried: { call: Call; by: string } | undefined,
  locale: Locale,
  incident?: string,
): Card {
  const t = textsIn(locale).dispatch;
  const { call, by: askedOf } = tried ?? {};
  if (error instanceof ChooseError && call) {
    const taps = error.options.map((option) =>
      button(option.label, call.command, { ...call.input, [error.field]: option.value }),
    );
    return {
      key: 'choose',
      title: error.message,
      tone: 'info',
      askedOf,
      nodes: [...actions(...taps), context(t.askChoices)],
    };
  }
  if (error instanceof InputError) {
    const example = error.example ? [context(t.example(error.example))] : [];
    const missing = error instanceof MissingError;
    const offers = missing && call ? error.offers : [];
    const taps = offers.map(({ label, value }) =>
      button(label, call?.command ?? '', { ...call?.input, [error.field ?? '']: value }),
    );
    return {
      key: 'error:input',
      title: missing ? t.stillMissing : t.notUnderstood,
      tone: missing ? 'info' : 'warn',
      // What it offers goes on from the speaker's words.
      ...(taps.length > 0 || error.instead ? { askedOf } : {}),
      nodes: [
        text(error.message),
        ...actions(
          ...taps,
          error.instead && button(error.instead.label, error.instead.call.command, error.instead.call.input),
        ),
        ...example,
      ],
    };
  }
  if (error instanceof RuleError) {
    const next =
      error.next &&
      button(error.next.label, error.next.call.command, error.next.call.input, { style: 'primary' });
    return {
      key: 'error:rule',
      title: t.forbidden,
      tone: 'warn',
      nodes: [text(error.message), ...actions(next)],
    };
  }
  if (error instanceof DeniedError) return plainCard('error:denied', t.denied, error.message, 'warn');
  if (error instanceof BusyError) {
    const again = call && button('↻', call.command, call.input);
    return {
      key: 'error:busy',
      title: t.busy,
      tone: 'warn',
      askedOf,
      nodes: [text(t.busyRetry), ...actions(again)],
    };
  }
  return plainCard(`error:${errorClass(error)}`, t.bug, t.incident(incident ?? '-'), 'bad');
}

/** Asks the speaker for one missing field; choices are buttons and numbers. */
export function askCard<C extends Speaking & ActGiven>(
  command: Command<C>,
  call: Call,
  field: string,
  choices: { label: string; value: string }[],
  { locale, person }: C,
): Card {
  const t = textsIn(locale).dispatch;
  const askedField = command.fields[field];
  const label = askedField?.label[locale] ?? field;
  // Who picks why this deal was lost is asked thereby whether it was; who picks which deal is not.
  const isAsked = command.closes && field !== Object.keys(command.fields)[0];
  const input = isAsked ? sureCall(call).input : call.input;
  const taps = choices.map((one) => button(one.label, call.command, { ...input, [field]: one.value }));
  return {
    key: `ask:${command.name}`,
    title: askedField?.ask?.[locale] ?? t.ask(label),
    subtitle: command.summary[locale],
    tone: 'info',
    askedOf: person.id,
    nodes: [
      ...actions(...taps),
      context(choices.length > 0 ? t.askChoices : t.askExample(askedField?.example[locale] ?? '')),
    ],
  };
}

/** Says which question is open still, and how to drop it. */
export const stillWaiting = ({ words }: Draft, locale: Locale): CardNode =>
  context(textsIn(locale).dispatch.stillWaiting(shortened(words)));

/** Asks for the name that the platform does not give. */
export function whoCard(locale: Locale): Card {
  const t = textsIn(locale).dispatch;
  return {
    key: 'ask:who',
    title: t.whoTitle,
    tone: 'info',
    nodes: [text(t.whoAsk), text(t.whoExample, 'quote')],
  };
}

/** Answers a line that is no command with up to three nearest suggestions, or with where help is. */
export function unknownCard(
  words: string,
  verb: string | undefined,
  near: readonly Suggestion[],
  { locale, person }: Pick<ActGiven, 'person'> & { locale: Locale },
): Card {
  const t = textsIn(locale).dispatch;
  const shown = near.slice(0, 3);
  return {
    key: 'error:unknown',
    title: t.unclear,
    tone: 'warn',
    askedOf: person.id,
    nodes: [
      text(
        shown.length === 0 ? t.unclearBody : verb ? `${t.unknownVerb(verb)}${t.didYouMean}` : t.didYouMean,
      ),
      ...(shown.length > 0 ? [text(shown.map(({ line }) => line).join('\n'))] : []),
      ...actions(
        ...shown.map(({ line, call }) => button(shortened(line), call.command, call.input)),
        button(t.help, 'help'),
      ),
      context(t.kept(words)),
    ],
  };
}

/** About as many letters as a button shows on a phone. */
const longestLabel = 16;

/** Words cut to what a button shows. */
export const shortened = (line: string): string =>
  [...line].length > longestLabel ? `${[...line].slice(0, longestLabel - 1).join('')}…` : line;
